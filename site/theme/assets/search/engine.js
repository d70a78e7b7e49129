/* 检索的引擎：只取所查字词的几份索引，排出最像的几处；文号在 numbers.js，核清和筛选在 exact.js，用到才取。
   索引是小脚本（file:// 下不许 fetch），由 generator/site_index 写出；编码、折叠、散列两边相同。 */
"use strict";
var gongwenSearch = (() => {
  const LONGEST_QUERY = 2000, BATCH = 10, FURTHER = 2, IN_A_ROW = 3, MOST_GRAMS = 64, MOST_FAILED = 12;
  const FRESH = 10 * 60 * 1000, TITLE_BONUS = 3, TOGETHER = 0.5, UNKNOWN_SHARE = 0.5, LIKELY = 0.6, BODY_LEVELS = 60, CONTEXT_LEVELS = 30;
  const CJK = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}々〇";
  const PIECES = new RegExp(`([${CJK}]+)|\\p{Nd}+(?:\\.\\p{Nd}+)*|(?:(?![${CJK}])[\\p{L}\\p{Nl}\\p{No}])+`, "gu");
  const RUN = new RegExp(`^[${CJK}]`, "u");
  const SPACES = /[\s\x1c-\x1f\x85]+/g, INVISIBLE = /\p{Cf}/gu, ALNUM = /^[0-9A-Za-z]$/;
  const QUOTED = /"([^"]+)"|“([^“”]+)”|＂([^＂]+)＂|["“”＂]([^"“”＂]+)["“”＂]/g;
  const LIKE_NUMBER = /(?:19|20)\d\d\D{0,4}\d|令\D{0,2}\d|\d号?令/, LIKE_ARTICLE = /.第?[\d一二三四五六七八九十百零〇]+条/;

  const base = window.gongwenBase || ".", parts = {}, loads = {}, simple = new Map(), tables = new Set();
  let settings = null, starting = null, since = 0;

  /* --- 取脚本 --- */
  function fetchScript(path) {
    if (!loads[path]) {
      loads[path] = new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = `${base}/${path}`;
        script.onload = () => { script.remove(); done(); };
        script.onerror = () => { script.remove(); delete loads[path]; failed(new Error(path)); };
        document.head.append(script);
      });
    }
    return loads[path];
  }
  async function begin() {
    since = Date.now();
    await fetchScript(`index/start.js?t=${since}`);
    if (!settings) { throw new Error("start.js"); }
  }
  function ready() {
    if (!starting || Date.now() - since > FRESH) {
      starting = begin();
      starting.catch(() => { starting = null; });
    }
    return starting;
  }
  async function load(name) {
    await ready();
    if (!(name in parts)) {
      const [, kind, number] = /^([a-z]+)(\d+)$/.exec(name) || [];
      const path = kind ? `${kind}/${Math.floor(number / 1000)}/${number}` : name;
      await fetchScript(`index/${path}.js?v=${settings.version}`);
    }
    return parts[name];
  }
  const further = name => fetchScript(`assets/search/${name}.js?v=${settings.version}`);
  /* 页面开着的时候站点重新生成过，旧页面配不上新索引：重新打开。 */
  function start(given) {
    if (settings && settings.version !== given.version) { location.reload(); }
    settings = inner.settings = given;
    addPairs(given.merged);
  }

  /* --- 数的编码 --- */
  const VALUES = new Uint8Array(128);
  for (let code = 33, value = 0; code < 127; code++) {
    if (!"\"&<\\".includes(String.fromCharCode(code))) { VALUES[code] = value++; }
  }
  class Numbers {
    constructor(text) { this.text = text; this.place = 0; }
    more() { return this.place < this.text.length; }
    next() {
      const first = this.digits(1);
      if (first < 60) { return first; }
      if (first < 84) { return 60 + (first - 60) * 90 + this.digits(1); }
      return first < 89 ? 2220 + (first - 84) * 8100 + this.digits(2) : 42720 + this.digits(4);
    }
    digits(count) {
      let value = 0;
      for (; count; count--) { value = value * 90 + VALUES[this.text.charCodeAt(this.place++)]; }
      return value;
    }
    take(length) {
      this.place += length;
      return this.text.slice(this.place - length, this.place);
    }
  }
  function hashOf(key) {
    let value = 2166136261;
    for (let i = 0; i < key.length; i++) { value = Math.imul(value ^ key.charCodeAt(i), 16777619) >>> 0; }
    return value;
  }
  async function look(kind, key) {
    const entries = new Numbers(await load(kind + hashOf(key) % settings[kind]));
    while (entries.more()) {
      const found = entries.take(entries.next()), data = entries.take(entries.next());
      if (found === key) { return data; }
    }
    return "";
  }

  /* --- 折叠与切分 --- */
  const unique = list => [...new Set(list)];
  function addPairs(text) {
    const signs = [...text];
    for (let i = 0; i + 1 < signs.length; i += 2) { simple.set(signs[i], signs[i + 1]); }
  }
  function foldSign(sign) {
    const plain = sign.normalize("NFKC").toLowerCase().replace(INVISIBLE, "");
    return [...plain].map(one => simple.get(one) || one).join("");
  }
  function fold(text) {
    return [...text].map(foldSign).join("").replace(SPACES, (gap, place, all) =>
      ALNUM.test(all.charAt(place - 1)) && ALNUM.test(all.charAt(place + gap.length)) ? " " : "");
  }
  function pairs(text) {
    const signs = [...text];
    return signs.length === 1 ? signs : signs.slice(1).map((one, place) => signs[place] + one);
  }
  const pieces = text => text.match(PIECES) || [];
  /* 排序用的词：汉字两字一组，西文词和数字整个。 */
  const tokens = text => unique(pieces(text).flatMap(piece => RUN.test(piece) ? pairs(piece) : [piece]));

  /* --- 读懂所查 --- */
  function parse(query) {
    const exact = [], text = String(query).slice(0, LONGEST_QUERY);
    const plain = text.replace(QUOTED, (all, a, b, c, d) => { exact.push(fold(a || b || c || d)); return " "; });
    const rest = unique(plain.split(SPACES).map(fold).map(telling).filter(Boolean));
    return { exact: unique(exact.filter(Boolean)), rest, numbers: [], folded: fold(plain), text: fold(text) };
  }
  /* 去掉头尾的标点。 */
  function telling(word) {
    const found = pieces(word), last = found[found.length - 1];
    return last ? word.slice(word.indexOf(found[0]), word.lastIndexOf(last) + last.length) : "";
  }
  async function understand(query) {
    const asked = parse(query);
    if (!LIKE_NUMBER.test(asked.folded)) { return asked; }
    await further("numbers");
    return inner.readNumbers(asked);
  }

  /* --- 一个字词的命中：最强的几百处，各有强弱 --- */
  class Posting {
    constructor(data) {
      const numbers = new Numbers(data), head = data ? numbers.next() : 0, units = [];
      for (let left = data ? numbers.next() : 0, unit = 0; left; left--) { units.push(unit += numbers.next()); }
      this.level = new Map(units.map(unit => [unit, numbers.digits(1)]));
      this.count = head >> 1;
      this.cut = head % 2 === 1;
      this.own = units.filter(unit => this.level.get(unit) < BODY_LEVELS);
      this.complete = this.own.length === this.count;
      this.full = this.complete ? this.own : null;
      this.rarity = Math.log(1 + (settings.units - this.count + 0.5) / (this.count + 0.5));
      const weakest = Math.min(BODY_LEVELS - 1, ...this.own.map(unit => this.level.get(unit)));
      this.floor = this.complete ? 0 : UNKNOWN_SHARE * strengthOf(weakest);
    }
    score(unit) {
      const level = this.level.get(unit);
      return this.rarity * (level === undefined ? this.floor : strengthOf(level));
    }
    holds(unit) {
      if (!this.members) { this.members = new Set(this.full); }
      return this.members.has(unit);
    }
  }
  function strengthOf(level) {
    return level < BODY_LEVELS ? level / (BODY_LEVELS - 1) : (level - BODY_LEVELS) / (CONTEXT_LEVELS - 1);
  }
  async function gather(asked) {
    const terms = [...asked.exact, ...asked.rest], grams = terms.flatMap(pairs), lists = new Map();
    asked.ranking = unique(terms.flatMap(tokens)).slice(0, MOST_GRAMS);
    asked.unknown = asked.unknown || grams.length > MOST_GRAMS;
    await Promise.all(unique([...grams.slice(0, MOST_GRAMS), ...asked.ranking]).map(async token => {
      lists.set(token, new Posting(await look("p", token)));
    }));
    return lists;
  }

  /* --- 查 --- */
  async function find(query, filters) {
    await ready();
    let asked = await understand(query), lists = await gather(asked);
    const strange = missing(asked, lists);
    if (strange.length) {
      await Promise.all(strange.map(async block => { addPairs(await load(`s${block}`)); tables.add(block); }));
      const again = await understand(query);
      if (again.text !== asked.text) { asked = again; lists = await gather(again); }
    }
    return new Answer(asked, lists, filters || {}).begin();
  }
  /* 索引里全是简体：索引里没有的字才可能是繁体，只取这几个字所在的对照表。 */
  function missing(asked, lists) {
    let known = "", strange = asked.unknown ? asked.text : "";
    lists.forEach((list, token) => { if (list.level.size) { known += token; } else { strange += token; } });
    return unique([...strange].filter(sign => !known.includes(sign)).map(blockOf))
      .filter(block => block >= 0 && !tables.has(block));
  }
  function blockOf(sign) {
    const code = sign.codePointAt(0);
    return code < 0x3400 || (code > 0x9fff && code < 0x10000) ? -1 : code < 0x10000 ? code >> 8 : 0;
  }

  /* 一次查询。phrases 要在一行里连着，words 都要有；没有一处全有，有一部分就算（whole 为假）。
     sound：候选不会漏；checked：候选不必再读文字核对。 */
  class Answer {
    constructor(asked, lists, filters) {
      const alone = !asked.exact.length && asked.rest.length === 1;
      Object.assign(this, { asked, lists, filters, whole: true, exact: false, settled: null, shown: [] });
      this.phrases = alone ? asked.rest : asked.exact;
      this.words = alone ? [] : asked.rest;
      this.number = asked.numbers.length ? asked.numbers[0].printed : "";
      this.inOrder = asked.numbers.length > 0;
      this.reset([], true);
    }
    reset(units, sound) {
      Object.assign(this, { units, sound, cursor: 0, count: 0, failed: 0, done: false, checked: false });
      Object.assign(this, { later: [], seen: new Map(), rejected: new Set() });
    }
    async begin() {
      const { asked } = this;
      if (asked.numbers.length) { return this.byNumber(); }
      if (!asked.folded && !asked.exact.length) { return this.call("everyRecord"); }
      if (!this.phrases.length && !this.words.length) { await this.know([]); return this.found(); }
      await this.seek();
      if (LIKE_ARTICLE.test(asked.folded) && !asked.exact.length) { await further("numbers"); await this.leadToArticle(); }
      return this.found();
    }
    async seek() {
      this.candidates();
      await this.filter();
      if (!this.checked) { await this.more(1); }
      if (this.hasHits() || !this.whole) { return; }
      if (!this.unfiltered.length) { await this.some(); }
      else if (this.narrowed() && !(this.checked && (this.sound || this.units.length))) { await this.settle(); }
    }
    /* exact.js 里的做法。 */
    async call(name, given) {
      await further("exact");
      return this[name](given);
    }
    /* 这些就是全部，不必再核。 */
    know(units) {
      this.units = this.unfiltered = units;
      this.checked = this.exact = true;
      this.settled = Promise.resolve();
      return this.filter();
    }
    found() {
      const left = this.units.length, { exact, whole, number, asked } = this;
      const hits = left ? Math.max(this.count, left - (this.checked ? 0 : this.rejected.size)) : 0;
      return {
        hits, exact, whole, number, words: [...asked.exact, ...asked.rest],
        read: async (from, count) => { await this.more(from + count); return this.shown.slice(from, from + count); },
        settle: async () => { await this.settle(); return this.found(); },
        units: async () => { await this.settle(); return [...this.units].sort((a, b) => a - b); },
        facets: async () => { await this.settle(); return this.call("countFacets"); }
      };
    }
    settle() {
      if (!this.settled) { this.settled = this.call("settling"); }
      return this.settled;
    }
    hasHits() { return this.shown.length + this.later.length > 0; }
    narrowed() { return Object.values(this.filters).some(chosen => chosen && chosen.length); }
    async filter() {
      this.unfiltered = this.units;
      if (this.narrowed()) { await this.call("narrow"); }
    }

    /* --- 候选 --- */
    score(unit) { return this.asked.ranking.reduce((sum, token) => sum + this.lists.get(token).score(unit), 0); }
    sort(units) { return best(units, new Map(units.map(unit => [unit, this.score(unit)]))); }
    strictLists() {
      const { lists } = this, all = (terms, own) => unique(terms.flatMap(pairs)).filter(token => lists.has(token))
        .map(token => ({ token, list: lists.get(token), own }));
      return [...all(this.phrases, true), ...all(this.words, false)];
    }
    /* 少见的字组全在手上时，它的命中里才会有答案；都常见时，先看各表最强的那些。 */
    candidates() {
      const strict = this.strictLists(), complete = strict.filter(({ list, own }) => own ? list.full : list.complete && !list.cut);
      if (complete.length) { this.among(complete); } else { this.strongest(strict); }
      if (this.phrases.length === 1 && !this.words.length && pairs(this.phrases[0]).length === 1) {
        this.count = strict[0].list.count;
        this.checked = true;
        this.exact = this.sound || !this.narrowed();
        if (this.sound) { this.settled = Promise.resolve(); }
      }
    }
    among(complete) {
      const units = ({ list, own }) => own ? list.full : [...list.level.keys()];
      const holds = ({ list, own }, unit) => own ? list.holds(unit) : list.level.has(unit);
      complete.sort((a, b) => units(a).length - units(b).length);
      this.reset(this.sort(units(complete[0]).filter(unit => complete.every(one => holds(one, unit)))), true);
    }
    strongest(strict) {
      const worth = new Map(), rarities = strict.reduce((sum, { list }) => sum + list.rarity, 0);
      strict.forEach(({ list, own }) => list.level.forEach((level, unit) => {
        if (!own || level < BODY_LEVELS) { worth.set(unit, (worth.get(unit) || 0) + list.rarity); }
      }));
      this.reset(best(this.sort([...worth.keys()]), worth), false);
      /* 各表最强的里面没有一处有一多半，就不必读了。 */
      this.failed = worth.get(this.units[0]) > rarities * LIKELY ? 0 : MOST_FAILED;
    }
    /* 没有一处全有：引号里的仍须一字不差，引号外的有一部分就算。 */
    async some() {
      if (!this.asked.exact.length) { return this.inPart(); }
      this.whole = !this.words.length;
      if (this.whole) { this.done = true; return this.know([]); }
      this.words = [];
      this.settled = null;
      this.candidates();
      await this.filter();
      return this.checked ? null : this.more(1);
    }
    async inPart() {
      const scores = new Map();
      if (this.narrowed()) { await this.call("lengthen"); }
      this.asked.ranking.map(token => this.lists.get(token)).forEach(list => list.level.forEach((level, unit) => {
        scores.set(unit, (scores.get(unit) || 0) + list.rarity * strengthOf(level));
      }));
      this.reset(best([...scores.keys()], scores), true);
      this.whole = this.exact = false;
      this.checked = true;
      this.settled = Promise.resolve();
      return this.filter();
    }

    /* --- 读命中 --- */
    fits(hit) {
      const around = [hit.title, ...hit.path, ...hit.lines];
      return this.phrases.every(phrase => holds(hit.lines, phrase)) && this.words.every(word => holds(around, word));
    }
    /* 题名里有的，几个词连着的，往前。 */
    bonus(hit) {
      const words = [...this.asked.exact, ...this.asked.rest], title = fold(hit.title);
      if (!words.length) { return 1; }
      const inTitle = !hit.anchor && words.every(word => title.includes(word));
      const text = title + fold(hit.path.join("")) + fold(hit.lines.join(""));
      const together = words.filter(word => text.includes(word)).length / words.length;
      return (1 + TOGETHER * together) * (inTitle ? TITLE_BONUS : 1);
    }
    /* 再读，读够为止。最强的里面再读不出来，已有几处可看就停下，其余等核清；一处还没有才先去核。 */
    async more(wanted) {
      while (!this.done && this.shown.length < wanted) {
        const left = this.units.length - this.cursor, tired = this.failed >= MOST_FAILED;
        if (this.checked && !left && !this.sound && !this.settled) { await this.settle(); }
        else if (!this.checked && (tired ? !this.sound || left > settings.few : !this.sound && !left)) {
          if (this.hasHits()) { this.release(); return; }
          await this.call("deepen");
        }
        else if (left) { await this.readOn(wanted); } else { this.finish(); }
      }
    }
    async readOn(wanted) {
      const size = this.cursor ? Math.max(FURTHER, wanted - this.shown.length) : BATCH;
      const batch = this.units.slice(this.cursor, this.cursor + size);
      this.cursor += batch.length;
      this.take(await Promise.all(batch.map(readUnit)));
    }
    /* 一份记录的几处之后，别的记录先排。 */
    take(hits) {
      const fitting = hits.filter(hit => this.checked || this.fits(hit));
      const worth = new Map(fitting.map(hit => [hit, this.score(hit.unit) * this.bonus(hit)]));
      hits.filter(hit => !worth.has(hit)).forEach(hit => { this.rejected.add(hit.unit); this.failed++; });
      if (!this.inOrder) { fitting.sort((a, b) => worth.get(b) - worth.get(a) || a.unit - b.unit); }
      fitting.forEach(hit => {
        const seen = (this.seen.get(hit.record) || 0) + 1;
        this.seen.set(hit.record, seen);
        (seen > IN_A_ROW ? this.later : this.shown).push(hit);
      });
      if (this.later.length >= BATCH) { this.release(); this.seen.clear(); }
    }
    release() {
      this.shown = [...this.shown, ...this.later];
      this.later = [];
    }
    finish() {
      this.release();
      this.done = true;
      if (!this.checked && !this.narrowed()) { this.readThrough(); }
    }
    /* 候选都读过了，留下的就是全部。 */
    readThrough() {
      this.units = this.unfiltered = this.units.filter(unit => !this.rejected.has(unit));
      this.rejected = new Set();
      this.checked = true;
      this.exact = this.sound || !this.words.length;
      this.settled = Promise.resolve();
    }
  }
  function best(units, worth) { return units.sort((a, b) => worth.get(b) - worth.get(a)); }
  async function readUnit(unit) {
    const [records, rows, characters] = await load(`t${Math.floor(unit / settings.perText)}`);
    const [place, anchor, path, lines] = rows[unit % settings.perText];
    const [, record, url, title, kind, number, status, tone, chain] = records[place];
    addPairs(characters);
    return { unit, record, url, title, kind, number, status, tone, chain, anchor, path, lines };
  }
  function holds(lines, phrase) { return lines.some(line => fold(line).includes(phrase)); }

  const inner = { settings, find, load, look, unique, telling, fold, pairs, Numbers, Posting, Answer, readUnit, MOST_GRAMS };
  return { start, register: (name, content) => { parts[name] = content; }, load, find, fold, tokens, hashOf,
    extend: add => add(inner), suggest: async () => [] };
})();
