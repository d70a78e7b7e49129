/* 没有查到时不给空页：相近的文号、别的叫法、少几个词、题名相近的文件（含题录）、各类目录。 */
(function (search) {
  "use strict";
  var element = search.element, MOST_WORDS = 6, NEAR_TITLES = 5, LOOKED_AT = 20;
  var QUOTES = /["“”]/g, JOINTS = /[的和与及或、，。；：！？“”"（）()《》〈〉\s]+/;

  function section(box, title) {
    var part = element("section", "instead");
    part.appendChild(element("h2", "", title));
    box.appendChild(part);
    return part;
  }
  /* 可以改查的话：去掉引号、去掉筛选、在虚词处断开、每次少一个词。 */
  function fewerWords(query) {
    var plain = query.replace(QUOTES, " ").trim().replace(/\s+/g, " "), tried = [];
    if (plain !== query.trim()) { tried.push(plain); }
    var words = plain.split(JOINTS).filter(function (word) { return word.length > 1; });
    if (words.join(" ") !== plain) { tried.push(words.join(" ")); }
    if (words.length > 1 && words.length <= MOST_WORDS) {
      words.forEach(function (_, left) {
        tried.push(words.filter(function (__, place) { return place !== left; }).join(" "));
      });
    }
    return Array.from(new Set(tried)).filter(function (one) { return one && one !== query.trim(); });
  }
  function counted(queries, filters) {
    return Promise.all(queries.map(function (words) {
      return search.find(words, filters).then(function (found) {
        return found.whole && found.hits ? { words: words, why: found.hits + " 处" } : null;
      });
    })).then(function (offers) { return offers.filter(Boolean); });
  }
  /* 题名里有所查的一部分字的文件；只有题录的也在内。 */
  function nearTitles(query, found) {
    var wanted = search.tokens(search.fold(query.replace(QUOTES, " ")));
    return found.read(0, Math.min(found.hits, LOOKED_AT)).then(function (hits) {
      var seen = {};
      return hits.map(function (hit) {
        var title = search.fold(hit.title);
        return { hit: hit, shared: wanted.filter(function (token) { return title.indexOf(token) >= 0; }).length };
      }).filter(function (row) {
        var again = seen[row.hit.url];
        seen[row.hit.url] = true;
        return !again && row.shared * 2 >= wanted.length;
      }).sort(function (a, b) { return b.shared - a.shared; }).slice(0, NEAR_TITLES).map(function (row) {
        return { words: row.hit.title + (row.hit.number ? "（" + row.hit.number + "）" : ""), why: row.hit.kind, url: row.hit.url };
      });
    });
  }
  function withoutFilters(query, filters) {
    if (!Object.keys(filters).length) { return Promise.resolve([]); }
    return search.find(query, {}).then(function (found) {
      return found.hits && found.whole ? [{ words: query, why: "不加筛选，" + found.hits + " 处" }] : [];
    });
  }
  /* choose(offer, plain)：改查一句话；plain 表示同时去掉筛选。 */
  function offerInstead(box, query, filters, found, choose) {
    return Promise.all([
      withoutFilters(query, filters), search.nearest(query), search.suggest(query.replace(QUOTES, "")),
      counted(fewerWords(query), filters), nearTitles(query, found)
    ]).then(function (lists) {
      [["去掉筛选", lists[0], true], ["相近的文号", lists[1]], ["是不是要查", lists[2]], ["换几个词", lists[3]], ["题名相近", lists[4]]]
        .forEach(function (row) {
          if (row[1].length) {
            section(box, row[0]).appendChild(search.offerList(row[1], "offers-plain", function (offer) { choose(offer, !!row[2]); }));
          }
        });
    });
  }

  search.offerInstead = offerInstead;
})(gongwenSearch);
