/* 核清全部命中，筛选，数分面：第一屏一般用不着，engine.js 用到才取。 */
gongwenSearch.extend(inner => {
  "use strict";
  const { settings, unique, pairs, look, load, Numbers, Posting, Answer, readUnit, MOST_GRAMS } = inner;
  const LENGTHENED = 3, unitStarts = starts(decode(settings.blocks), 0);

  function decode(text) {
    const numbers = new Numbers(text), found = [];
    while (numbers.more()) { found.push(numbers.next()); }
    return found;
  }
  function running(steps) {
    let sum = 0;
    return steps.map(step => sum += step);
  }
  function starts(counts, first) {
    let next = first;
    return counts.map(count => (next += count) - count);
  }
  const inOrder = units => units.sort((a, b) => a - b);

  /* --- 全部命中，按序；表首之外的另取 --- */
  Posting.prototype.everything = function (token) {
    if (this.complete) { return Promise.resolve(this.own); }
    if (!this.all) { this.all = this.readAll(token); }
    return this.all;
  };
  Posting.prototype.readAll = async function (token) {
    const parts = Math.ceil((this.count - this.own.length) / settings.perRest);
    const rest = await Promise.all(Array.from({ length: parts }, (_, part) => look("r", `${token}\n${part}`)));
    this.full = inOrder([...this.own, ...rest.flatMap(part => running(decode(part)))]);
    return this.full;
  };

  const settling = {
    /* 不写词语：每条记录一处，照资料库的次序。 */
    async everyRecord() {
      const blocks = await Promise.all(unitStarts.map((_, number) => readBlock(number)));
      await this.know(blocks.flatMap(block => block.starts));
      return this.found();
    },
    /* 最强的里面没有：把最少见的两个字组的全部命中取来，候选就不会漏。 */
    async deepen() {
      const left = this.strictLists().filter(({ list, own }) => own && !list.full);
      if (this.words.length || !left.length) { return this.settle(); }
      left.sort((a, b) => a.list.count - b.list.count);
      await Promise.all(left.slice(0, 2).map(({ list, token }) => list.everything(token)));
      const { rejected, seen, later } = this, read = new Set([...rejected, ...this.unitsRead()]);
      this.candidates();
      Object.assign(this, { seen, later });
      this.units = await this.eachPhrase(this.units, this.nearby);
      await this.filter();
      const there = new Set(this.units);
      rejected.forEach(unit => { if (there.has(unit)) { this.rejected.add(unit); } });
      this.skip(read);
      this.failed = 0;
    },
    unitsRead() { return [...this.shown, ...this.later].map(hit => hit.unit); },
    /* 读过的放在前面，从没有读过的接着读。 */
    skip(read) {
      const before = this.units.filter(unit => read.has(unit));
      this.units = [...before, ...this.units.filter(unit => !read.has(unit))];
      this.cursor = before.length;
    },

    /* --- 核清 --- */
    async settling() {
      this.units = this.sort(await this.exactUnits());
      this.sound = this.checked = true;
      this.exact = !this.words.length || this.certain;
      this.count = 0;
      await this.filter();
      this.skip(new Set(this.unitsRead()));
      this.done = false;
      if (!this.unfiltered.length) { await this.some(); }
    },
    async exactUnits() {
      const strict = this.strictLists();
      /* 一处处读过，题名、标题里的命中也没有截短的，词语才算数得准。 */
      this.certain = this.sound || !strict.some(({ list, own }) => !own && list.cut);
      if (this.sound && this.unfiltered.length <= settings.few) { return this.byReading(this.unfiltered); }
      const all = await Promise.all(strict.map(({ list, token, own }) => own ? list.everything(token) : around(list, token)));
      const [fewest, ...others] = all.sort((a, b) => a.length - b.length), sets = others.map(units => new Set(units));
      const units = fewest.filter(unit => sets.every(set => set.has(unit)));
      if (units.length <= settings.few) { return this.byReading(units); }
      this.certain = false;
      return this.eachPhrase(units, this.byPlaces);
    },
    /* 只有一部分又要筛选：最少见的几个字组取全，免得筛掉以后不剩什么；表首以外的，分数不比表首的高。 */
    async lengthen() {
      const lists = this.asked.ranking.map(token => [token, this.lists.get(token)]).filter(([, list]) => !list.complete);
      lists.sort(([, a], [, b]) => a.count - b.count);
      await Promise.all(lists.slice(0, LENGTHENED).map(async ([token, list]) => {
        const lowest = Math.min(...list.level.values());
        (await list.everything(token)).forEach(unit => { if (!list.level.has(unit)) { list.level.set(unit, lowest); } });
      }));
    },
    /* 其中各字组都有的：只看得全的表。 */
    async holding([terms, units]) {
      const tokens = unique(terms.flatMap(pairs)).filter(token => this.lists.has(token) && !this.lists.get(token).cut);
      const sets = await Promise.all(tokens.map(async token => new Set(await around(this.lists.get(token), token))));
      return units.filter(unit => sets.every(set => set.has(unit)));
    },
    async eachPhrase(units, keep) {
      let left = units;
      for (const phrase of this.phrases) { left = await keep.call(this, phrase, left); }
      return left;
    },
    async byReading(units) {
      const hits = await Promise.all(units.map(readUnit));
      return hits.filter(hit => this.fits(hit)).map(hit => hit.unit);
    },
    /* 短语的字组要首尾相接：隔一个取一组，看它们的位置。 */
    byPlaces(phrase, units) {
      const signs = [...phrase], last = signs.length - 2;
      if (last < 1) { return units; }
      if (signs.length > MOST_GRAMS) { return this.byReading(units); }
      return this.inPlace(signs, signs.map((_, at) => at).filter(at => at <= last && (at % 2 === 0 || at === last)), units);
    },
    /* 候选还多，先看手上不长的几个字组隔得对不对，省得一处处读。 */
    nearby(phrase, units) {
      const signs = [...phrase], steps = signs.map((_, at) => at).filter(at => {
        const list = this.lists.get(signs[at] + signs[at + 1]);
        return list && list.full && list.count <= settings.perPlaces;
      });
      return units.length > settings.few && steps.length > 1 ? this.inPlace(signs, steps, units) : units;
    },
    async inPlace(signs, steps, units) {
      const found = await Promise.all(steps.map(step => this.placesOf(signs[step] + signs[step + 1], units)));
      return units.filter(unit => found[0].get(unit).some(place =>
        steps.every((step, number) => found[number].get(unit).includes(place + step - steps[0]))));
    },
    async placesOf(token, units) {
      const all = await this.lists.get(token).everything(token), wanted = new Set(units), places = new Map();
      const chunks = new Set();
      all.forEach((unit, place) => { if (wanted.has(unit)) { chunks.add(Math.floor(place / settings.perPlaces)); } });
      await Promise.all([...chunks].map(async chunk => {
        const numbers = new Numbers(await look("o", `${token}\n${chunk}`)), first = chunk * settings.perPlaces;
        all.slice(first, first + settings.perPlaces).forEach(unit => {
          const told = placesIn(numbers);
          if (wanted.has(unit)) { places.set(unit, told); }
        });
      }));
      return places;
    },

    /* --- 筛选和分面 --- */
    passes(record, but) {
      return Object.keys(this.filters).every(key => {
        const chosen = this.filters[key];
        return key === but || !chosen || !chosen.length || valuesOf(record, key).some(value => chosen.includes(value));
      });
    },
    async narrow() {
      const records = await recordsOf(this.units);
      const kept = new Set(records.filter(record => this.passes(record)).flatMap(record => record.units));
      this.units = this.units.filter(unit => kept.has(unit));
      this.count = 0;
    },
    /* 只有一部分时，常见的字组只看了最强的几百处：数出来的是至少。 */
    isShort() {
      return !this.whole && !this.number && !this.asked.exact.length &&
        this.asked.ranking.map(token => this.lists.get(token)).some(list => list.count > list.level.size);
    },
    /* 各分面每个值有几条记录：一个分面的数不受它自己的选择限制。 */
    async countFacets() {
      const counts = {};
      (await recordsOf(this.unfiltered)).forEach(record => {
        Object.keys(record.facets).filter(key => this.passes(record, key)).forEach(key => {
          valuesOf(record, key).forEach(value => {
            const told = counts[key] = counts[key] || new Map();
            told.set(value, (told.get(value) || 0) + 1);
          });
        });
      });
      Object.keys(counts).forEach(key => {
        counts[key] = [...counts[key]].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      });
      if (this.isShort()) { Object.defineProperty(counts, "atLeast", { value: true }); }
      return counts;
    }
  };
  Object.assign(Answer.prototype, settling);

  /* 文字里有的，加上手上题名、标题里有的。 */
  async function around(list, token) {
    return unique([...await list.everything(token), ...list.level.keys()]);
  }
  /* 一处里的各个位置：第一个带着后面还有没有。 */
  function placesIn(numbers) {
    const value = numbers.next(), told = [value >> 1];
    for (let left = value % 2 ? numbers.next() : 0; left; left--) { told.push(told[told.length - 1] + numbers.next()); }
    return told;
  }
  function lastBefore(begins, unit) {
    let low = 0, high = begins.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (begins[middle] <= unit) { low = middle; } else { high = middle - 1; }
    }
    return low;
  }
  async function readBlock(number) {
    const content = await load(`c${number}`);
    if (!content.starts) {
      const [counts, columns] = content;
      content.facets = {};
      Object.keys(columns).forEach(key => { content.facets[key] = rowsOf(...columns[key]); });
      content.starts = starts(decode(counts), unitStarts[number]);
    }
    return content;
  }
  function rowsOf(values, text) {
    const numbers = new Numbers(text), rows = [];
    while (numbers.more()) { rows.push(Array.from({ length: numbers.next() }, () => values[numbers.next()])); }
    return rows;
  }
  /* 命中所在的记录：每条的各分面值，和它的命中。 */
  async function recordsOf(units) {
    const records = new Map(), numbers = units.map(unit => lastBefore(unitStarts, unit)), blocks = new Map();
    await Promise.all(unique(numbers).map(async number => { blocks.set(number, await readBlock(number)); }));
    units.forEach((unit, place) => {
      const block = blocks.get(numbers[place]), row = lastBefore(block.starts, unit), first = block.starts[row];
      if (!records.has(first)) { records.set(first, { facets: block.facets, row, units: [] }); }
      records.get(first).units.push(unit);
    });
    return [...records.values()];
  }
  function valuesOf(record, key) { return record.facets[key] ? record.facets[key][record.row] : []; }
});
