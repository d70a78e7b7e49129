/* 建议：名称的拼音首字母和全拼、别名、易混的词、繁体写法，以及相近的文号。
   名称表由 generator/site_index/suggestions.py 写成小块，打到哪里取哪一块。 */
(search => {
  "use strict";
  const MOST = 6, NUMBERS_PER_CHUNK = 32, NEAREST = 6, LONGEST = 40;
  const SILENT = /[^\p{L}\p{N}]/gu, DIGITS = "〇一二三四五六七八九";
  const NUMBER = /([\u4e00-\u9fff]{1,10}?)(?:((?:19|20)\d\d)年?第?(\d{1,5})号?|令第?(\d{1,4})号?)$/;
  /* 记不全的：没有写年份，只有机关和号。 */
  const LOOSE = /([\u4e00-\u9fff]{2,10}?)第?()(\d{1,5})号?令?$/;

  const lettersOf = text => text.replace(SILENT, "");
  const bare = text => Array.from(lettersOf(search.fold(text))).slice(0, LONGEST).join("");
  const start = () => search.load("g");

  async function lookUp(key) {
    const { parts } = await start(), part = await search.load(`g${search.hashOf(key) % parts}`);
    return Object.prototype.hasOwnProperty.call(part, key) ? part[key] : null;
  }
  /* 顺着打出的字往下找，直到一块里装得下的名称。 */
  async function rowsUnder(typed) {
    let [key] = typed;
    while (key) {
      const node = await lookUp(key);
      if (!node) { break; }
      const [shared, deeper, rows] = node;
      if (!deeper || typed.length <= shared.length || !typed.startsWith(shared)) {
        return rows.filter(([name]) => name.startsWith(typed));
      }
      key = shared + Array.from(typed.slice(shared.length))[0];
    }
    return [];
  }
  /* 词表里“错”的一方，连同不算错的前后文。 */
  function confusedIn(folded, table) {
    return table.flatMap(([wrong, rights, befores, afters]) => {
      const at = folded.indexOf(wrong);
      if (at < 0) { return []; }
      const before = folded.slice(0, at), after = folded.slice(at + wrong.length);
      const rightly = befores.some(word => before.endsWith(word)) || afters.some(word => after.startsWith(word));
      return rightly ? [] : rights.map(right => ({ words: before + right + after, why: `与“${wrong}”易混` }));
    });
  }
  function traditional(typed) {
    const plain = lettersOf(typed.normalize("NFKC").toLowerCase());
    return plain.length <= LONGEST && bare(typed) !== plain ? [{ words: search.fold(typed).trim(), why: "简体写法" }] : [];
  }
  async function named(typed) {
    const words = typed.split(/\s+/), last = words.pop(), before = words.map(word => `${word} `).join("");
    const rows = await rowsUnder(bare(last));
    return rows.filter(([, , , url]) => !before || !url)
      .map(([, name, why, url]) => ({ words: before + name, why, url }));
  }
  /* 打出的字 → 建议，每条是要查的话（words），或一页的题名和地址（url）。
     先查再要建议：繁简对照查的时候已经取了，也不耽误先出结果。 */
  async function suggest(typed) {
    const query = typed.trim();
    if (!query) { return []; }
    const { confused } = await start(), rows = await named(query);
    const offers = [...confusedIn(search.fold(query).trim(), confused), ...traditional(query), ...rows];
    return unique(offers.filter(({ words, url }) => url || words !== query)).slice(0, MOST);
  }
  function unique(offers) {
    const seen = new Set(), keyOf = ({ words, url }) => `${words}\n${url || ""}`;
    return offers.filter(offer => !seen.has(keyOf(offer)) && seen.add(keyOf(offer)));
  }

  /* 查不到的文号：同一机关同一年的前后几号，同一号的别的年份。 */
  async function nearest(query) {
    const bared = inDigits(lettersOf(search.fold(query))), match = NUMBER.exec(bared) || LOOSE.exec(bared);
    if (!match) { return []; }
    const asked = [Number(match[2] || 0), Number(match[3] || match[4])], [year, serial] = asked;
    const isOther = row => row[0] !== year, far = (row, place) => Math.abs(row[place] - asked[place]);
    const compare = (a, b) => isOther(a) - isOther(b) || far(a, 1) - far(b, 1) || far(a, 0) - far(b, 0);
    const rows = [...await rowsNear(match[1], year, serial)].sort(compare);
    return unique(rows.map(row => {
      const same = row[1] === serial ? "同一号" : year && !isOther(row) ? "同一年" : "";
      return { words: row[2], why: `同一机关${same}`, url: row[3] };
    })).slice(0, NEAREST);
  }
  /* 十四号 → 14号。 */
  function inDigits(text) {
    return text.replace(/([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)号?$/, (all, tens, ten, ones) => {
      if (!(tens + ten + ones) || (tens && !ten)) { return all; }
      return String(10 * (ten ? DIGITS.indexOf(tens) || 1 : 0) + Math.max(0, DIGITS.indexOf(ones)));
    });
  }
  /* 机关代字前面可能还有别的字：从长到短试，试到有为止。 */
  async function rowsNear(run, year, serial) {
    const chunk = Math.floor(serial / NUMBERS_PER_CHUNK);
    const chunks = [chunk - 1, chunk, chunk + 1].filter(one => one >= 0);
    const keys = [`№${run}||${serial}`, ...chunks.map(one => `№${run}|${year}|${one}`)];
    const found = (await Promise.all(keys.map(lookUp))).filter(Boolean).flat();
    const rows = found.length ? found : await lookUp(`№${run}`) || [];
    return rows.length || run.length < 2 ? rows : rowsNear(run.slice(1), year, serial);
  }

  search.isNumber = query => NUMBER.test(lettersOf(search.fold(query)));
  Object.assign(search, { suggest, nearest });
})(gongwenSearch);
