/* 没有查到时不给空页：相近的文号、别的叫法、少几个词、题名相近的文件（含题录）、各类目录。 */
(search => {
  "use strict";
  const { element } = search, MOST_WORDS = 6, NEAR_TITLES = 5, LOOKED_AT = 20;
  const QUOTES = /["“”]/g, JOINTS = /[的和与及或、，。；：！？“”"（）()《》〈〉\s]+/;
  const TITLES = ["去掉筛选", "相近的文号", "是不是要查", "换几个词", "题名相近"];

  function section(box, title) {
    const part = box.appendChild(element("section", "instead"));
    part.append(element("h2", "", title));
    return part;
  }
  /* 可以改查的话：去掉引号、在虚词处断开、每次少一个词。 */
  function fewerWords(query) {
    const plain = query.replace(QUOTES, " ").trim().replace(/\s+/g, " ");
    const words = plain.split(JOINTS).filter(word => word.length > 1), tried = [plain, words.join(" ")];
    if (words.length > 1 && words.length <= MOST_WORDS) {
      words.forEach((_, left) => tried.push(words.filter((__, place) => place !== left).join(" ")));
    }
    return [...new Set(tried)].filter(one => one && one !== query.trim());
  }
  async function counted(queries, filters) {
    const offers = await Promise.all(queries.map(async words => {
      const { whole, hits } = await search.find(words, filters);
      return whole && hits ? { words, why: `${hits} 处` } : null;
    }));
    return offers.filter(Boolean);
  }
  /* 题名里有所查的一部分字的文件；只有题录的也在内。 */
  async function nearTitles(query, found) {
    const wanted = search.tokens(search.fold(query.replace(QUOTES, " "))), seen = new Set();
    const hits = await found.read(0, Math.min(found.hits, LOOKED_AT));
    const records = hits.filter(({ url }) => !seen.has(url) && seen.add(url)).map(hit => {
      const title = search.fold(hit.title);
      return { hit, shared: wanted.filter(token => title.includes(token)).length };
    });
    const near = records.filter(({ shared }) => shared * 2 >= wanted.length).sort((a, b) => b.shared - a.shared);
    return near.slice(0, NEAR_TITLES).map(({ hit: { title, number, kind, url } }) => (
      { words: number ? `${title}（${number}）` : title, why: kind, url }
    ));
  }
  async function withoutFilters(query, filters) {
    if (!Object.keys(filters).length) { return []; }
    const { whole, hits } = await search.find(query, {});
    return whole && hits ? [{ words: query, why: `不加筛选，${hits} 处` }] : [];
  }
  /* choose(offer, plain)：改查一句话；plain 表示同时去掉筛选。 */
  async function offerInstead(box, query, filters, found, choose) {
    const lists = await Promise.all([
      withoutFilters(query, filters), search.nearest(query), search.suggest(query.replace(QUOTES, "")),
      counted(fewerWords(query), filters), nearTitles(query, found)
    ]);
    lists.forEach((offers, place) => {
      if (!offers.length) { return; }
      const list = search.offerList(offers, "offers-plain", offer => choose(offer, place === 0));
      section(box, TITLES[place]).append(list);
    });
  }

  search.offerInstead = offerInstead;
})(gongwenSearch);
