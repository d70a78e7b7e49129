/* 文号：先认年份和序号，索引里这一年这一号有哪些机关代字，再看所查的前面以哪一个结尾；
   还写了条次、别的词、引号里的话时，只留合得上的条款。 */
gongwenSearch.extend(inner => {
  "use strict";
  const { look, unique, fold, telling, readUnit, Posting, Answer } = inner;
  const OPENING = "〔［\\[【（(﹝「<〈＜｢〖﹙﹤", CLOSING = "〕］\\]】）)﹞」>〉＞｣〗﹚﹥", MARK = "№";
  const LOOSE = new RegExp(`[${OPENING}]?((?:19|20)\\d\\d)[${CLOSING}]?年?` +
    "(?:(?:第|[-/— ]第?|(?<=\\D))(\\d{1,5})号?|(\\d{1,5})号)(?!\\d)", "g");
  const ORDER = /令?第?(\d{1,4})号?令|令第?(\d{1,4})号?/g;
  const DIGITS = "零一二三四五六七八九", COUNT = "([一二三四五六七八九十百零〇]{1,7})";
  const MOST_READ = 48, MOST_TITLES = 3, AT_ONCE = 10;
  const STEP = new RegExp(`^(?:第${COUNT}(编|章|节|条)|第?${COUNT}(?:部分|、|(?=\\())|第?\\(${COUNT}\\)?[项款]?|第${COUNT}[项款])`);
  const BARE_ARTICLE = new RegExp(`^${COUNT}(?=条)`), AFTER_TITLE = `(?:\\d{1,3}|${COUNT})条.*)$`;
  const TITLE_AND_ARTICLE = new RegExp(`^(.+?)(第${AFTER_TITLE}`), TITLE_AND_COUNT = new RegExp(`^(.+?)(${AFTER_TITLE}`);

  inner.readNumbers = async asked => {
    const spots = [
      ...spotsIn(asked.folded, LOOSE, ([, year, serial, alone]) => `${year}|${Number(serial || alone)}`),
      ...spotsIn(asked.folded, ORDER, ([, before, after]) => `令|${Number(before || after)}`),
    ];
    await Promise.all(spots.map(async spot => { spot.rows = JSON.parse(await look("n", spot.key) || "[]"); }));
    settleNumbers(asked, spots.sort((a, b) => a.from - b.from || b.to - a.to));
    return asked;
  };
  function spotsIn(text, form, keyOf) {
    const spots = [];
    text.replace(form, (...match) => {
      const from = match[match.length - 2];
      spots.push({ from, to: from + match[0].length, key: keyOf(match) });
    });
    return spots;
  }
  function settleNumbers(asked, spots) {
    const { folded } = asked, rest = [];
    let taken = 0;
    spots.forEach(spot => {
      if (spot.from < taken) { return; }
      const before = folded.slice(taken, spot.from).trim(), rows = meant(spot, before, isAlone(spot, folded));
      if (!rows.length) { asked.unknown = asked.unknown || spot.rows.length > 0; return; }
      const code = before ? rows[0][0] : "", written = code + folded.slice(spot.from, spot.to);
      rest.push(before.slice(0, before.length - code.length));
      rows.forEach(([body, first, count, printed]) => {
        asked.numbers.push({ key: `${body}|${spot.key}`, first, count, printed: printed || written });
      });
      taken = spot.to;
    });
    if (asked.numbers.length) {
      rest.push(folded.slice(taken));
      asked.rest = unique(apart(rest, asked.rest).map(telling).filter(Boolean).map(inChinese));
    }
  }
  /* 折叠时汉字之间的空格去掉了，原来分开写的词仍旧分开。 */
  function apart(texts, words) {
    return words.reduce((parts, word) => parts.flatMap(part => {
      const at = part.indexOf(word);
      return at < 0 ? [part] : [part.slice(0, at), word, part.slice(at + word.length)];
    }), texts);
  }
  /* 只写了年份和序号：本库收有的都算。 */
  function isAlone(spot, folded) {
    return spot.from === 0 && spot.to === folded.length && !spot.key.startsWith("令");
  }
  /* 写了机关的，取写全的那一个；令前面没写机关的，本库收有的才算，都没有收才看谁提到过。 */
  function meant(spot, before, alone) {
    const kept = spot.rows.filter(([, first]) => first >= 0);
    if (alone) { return kept; }
    if (before || !spot.key.startsWith("令")) {
      return spot.rows.filter(([code]) => code && before.endsWith(code))
        .sort(([a], [b]) => b.length - a.length).slice(0, 1);
    }
    return kept.length ? [...kept, ...spot.rows.filter(([code]) => !code)] : spot.rows;
  }

  /* --- 条次：第二十四条、第24条、第三部分（四）、三（四） --- */
  function chinese(number) {
    const hundreds = Math.floor(number / 100), tens = Math.floor(number / 10) % 10, ones = number % 10;
    const hundred = hundreds ? `${DIGITS[hundreds]}百${!tens && ones ? "零" : ""}` : "";
    const ten = tens ? `${tens > 1 || hundreds ? DIGITS[tens] : ""}十` : "";
    return hundred + ten + (ones ? DIGITS[ones] : "");
  }
  function inChinese(word) {
    return word.replace(/^第?(\d{1,3})(?=条|章|节|部分)/, (all, number) => `第${chinese(Number(number))}`)
      .replace(BARE_ARTICLE, "第$1");
  }
  /* 一个词开头的条次：条文或标题以什么开头，一层一项。 */
  function placeIn(word) {
    const starts = [];
    let rest = word, match;
    while ((match = STEP.exec(rest))) {
      const [all, count, level, part, item] = match;
      starts.push(count ? `第${count}${level}` : part ? `${part}、` : item ? `(${item})` : "");
      rest = rest.slice(all.length);
    }
    return { starts: starts.filter(Boolean), told: word.slice(0, word.length - rest.length), rest: telling(rest) };
  }
  function isAt(hit, starts) {
    const texts = [...hit.path, ...hit.lines].map(fold);
    let at = 0;
    return starts.every(start => {
      while (at < texts.length && !texts[at].startsWith(start)) { at++; }
      return at++ < texts.length;
    });
  }
  function holds(texts, word) { return texts.some(text => fold(text).includes(word)); }

  /* 只有文号：本文件先，写出这个文号的条款随后，再是本文件其余各条。 */
  Answer.prototype.byNumber = async function () {
    const { asked } = this, own = new Set(), heads = asked.numbers.map(number => number.first).filter(first => first >= 0);
    this.found = () => counted(this, own, heads);
    const citing = await Promise.all(asked.numbers.map(async ({ key, first, count }) => {
      for (let i = 0; first >= 0 && i < count; i++) { own.add(first + i); }
      const data = await look("p", MARK + key);
      return data ? new Posting(data).own : [];
    }));
    const units = unique([...heads, ...citing.flat(), ...own]);
    if (asked.rest.length || asked.exact.length) { await this.keepWithin(units, own, heads); } else { await this.know(units); }
    return this.found();
  };
  Answer.prototype.keepWithin = async function (units, own, heads) {
    const left = await within(this, units, own, heads);
    this.whole = left.length > 0 || this.asked.exact.length > 0;
    return this.know(this.whole ? left : units);
  };
  /* 数的是条款：整份的那一处不算。 */
  function counted(answer, own, heads) {
    const found = Answer.prototype.found.call(answer), kept = answer.asked.numbers.filter(({ first }) => first >= 0);
    const clauses = answer.units.filter(unit => !heads.includes(unit));
    found.own = clauses.filter(unit => own.has(unit)).length;
    found.citing = clauses.length - found.own;
    found.kept = heads.length > 0;
    found.number = kept.map(({ printed }) => printed).join("、") || found.number;
    return found;
  }
  /* 题名、文号、时效里已有的词不再要求；条次要么就是那一条，要么文字里写着它。 */
  async function within(answer, units, own, heads) {
    const records = await Promise.all(heads.map(readUnit));
    const about = records.map(hit => fold(hit.title + hit.number + hit.status));
    const places = answer.asked.rest.map(placeIn), starts = places.flatMap(place => place.starts);
    const told = places.filter(place => place.starts.length).map(place => place.told);
    const words = places.map((place, turn) => place.starts.length ? place.rest : answer.asked.rest[turn])
      .filter(word => word && !holds(about, word));
    const hits = await Promise.all((await likely(answer, [...words, ...answer.asked.exact], units)).map(readUnit));
    const at = new Set(hits.filter(hit => starts.length && own.has(hit.unit) && isAt(hit, starts)));
    return sorted(answer, own, at, hits.filter(hit => {
      const around = [hit.title, ...hit.path, ...hit.lines];
      return (at.has(hit) || told.every(word => holds(hit.lines, word))) &&
        words.every(word => holds(around, word)) && answer.asked.exact.every(phrase => holds(hit.lines, phrase));
    }));
  }
  function sorted(answer, own, at, hits) {
    const rank = hit => at.has(hit) ? 2e6 : (own.has(hit.unit) ? 1e6 : 0) + answer.score(hit.unit);
    return hits.sort((a, b) => rank(b) - rank(a) || a.unit - b.unit).map(hit => hit.unit);
  }
  /* 太多就先照字组的命中挑一遍，再读。 */
  async function likely(answer, terms, units) {
    return units.length > MOST_READ && terms.length ? answer.call("holding", [terms, units]) : units;
  }

  /* 题名和条次，没有写文号：那一条在最前，写着这句话的随后。 */
  Answer.prototype.leadToArticle = async function () {
    const articles = await articlesIn(this.asked.folded);
    if (!articles.length) { return; }
    if (this.whole) { await this.settle(); }
    const others = this.whole ? this.unfiltered.filter(unit => !articles.includes(unit)) : [];
    Object.assign(this, { whole: true, inOrder: true, shown: [] });
    this.reset([], true);
    await this.know([...articles, ...others]);
    const there = this.units.filter(unit => articles.includes(unit)).length;
    this.found = () => Object.assign(Answer.prototype.found.call(this), { articles: there });
  };
  async function articlesIn(folded) {
    const [, before, place] = TITLE_AND_ARTICLE.exec(folded) || TITLE_AND_COUNT.exec(folded) || ["", "", ""];
    const title = telling(before), { starts, rest } = placeIn(inChinese(place));
    if (!title || !starts.length) { return []; }
    const hits = await (await inner.find(title, {})).read(0, AT_ONCE);
    const heads = hits.filter(hit => !hit.anchor && holds([hit.title], title));
    heads.sort((a, b) => a.title.length - b.title.length || a.unit - b.unit);
    const articles = await Promise.all(heads.slice(0, MOST_TITLES).map(head => articleOf(head, starts)));
    return articles.filter(hit => hit && holds([...hit.path, ...hit.lines], rest)).map(hit => hit.unit);
  }
  /* 一份文件从头读到这一条为止。 */
  async function articleOf(head, starts) {
    for (let first = head.unit + 1; ; first += AT_ONCE) {
      const units = Array.from({ length: Math.min(AT_ONCE, inner.settings.units - first) }, (_, turn) => first + turn);
      const own = (await Promise.all(units.map(readUnit))).filter(hit => hit.record === head.record);
      const article = own.find(hit => isAt(hit, starts));
      if (article || own.length < AT_ONCE) { return article; }
    }
  }
});
