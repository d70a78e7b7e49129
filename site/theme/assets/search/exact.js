/* 核清全部命中，筛选，数分面：第一屏一般用不着，engine.js 用到才取。 */
gongwenSearch.extend(function (inner) {
  "use strict";
  var unique = inner.unique, flat = inner.flat, look = inner.look, Numbers = inner.Numbers, readUnit = inner.readUnit;
  var LENGTHENED = 3, settings = inner.settings, answer = inner.Answer.prototype, unitStarts = starts(decode(settings.blocks), 0);

  function decode(text) {
    var numbers = new Numbers(text), found = [];
    while (numbers.more()) { found.push(numbers.next()); }
    return found;
  }
  function running(steps) {
    for (var i = 1; i < steps.length; i++) { steps[i] += steps[i - 1]; }
    return steps;
  }
  function starts(counts, first) {
    return counts.map(function (count) { var begin = first; first += count; return begin; });
  }

  /* 不写词语：每条记录一处，照资料库的次序。 */
  answer.everyRecord = function () {
    var self = this;
    return Promise.all(unitStarts.map(function (_, number) { return readBlock(number); })).then(function (blocks) {
      return self.know(flat(blocks.map(function (block) { return block.starts; })));
    }).then(function () { return self.found(); });
  };

  /* --- 全部命中，按序；表首之外的另取 --- */
  inner.Posting.prototype.everything = function (token) {
    var posting = this, rest = this.count - this.own.length, loading = [];
    if (this.complete) { return Promise.resolve(this.own); }
    if (!this.all) {
      for (var i = 0; i * settings.perRest < rest; i++) { loading.push(look("r", token + "\n" + i)); }
      this.all = Promise.all(loading).then(function (chunks) {
        var units = flat([posting.own].concat(chunks.map(function (chunk) { return running(decode(chunk)); })));
        posting.full = units.sort(function (a, b) { return a - b; });
        return posting.full;
      });
    }
    return this.all;
  };
  /* 最强的里面没有：把最少见的两个字组的全部命中取来，候选就不会漏。 */
  answer.deepen = function () {
    var self = this, left = this.strictLists().filter(function (one) { return one.own && !one.list.full; });
    if (this.words.length || !left.length) { return this.settle(); }
    left.sort(function (a, b) { return a.list.count - b.list.count; });
    return Promise.all(left.slice(0, 2).map(function (one) { return one.list.everything(one.token); })).then(function () {
      var rejected = self.rejected, read = new Set(rejected), seen = self.seen, later = self.later;
      self.shown.concat(self.later).forEach(function (hit) { read.add(hit.unit); });
      self.candidates();
      self.seen = seen; self.later = later;
      return self.eachPhrase(self.units, self.nearby).then(function (units) {
        self.units = units;
        return self.filter();
      }).then(function () {
        var there = new Set(self.units);
        rejected.forEach(function (unit) { if (there.has(unit)) { self.rejected.add(unit); } });
        self.skip(read);
        self.failed = 0;
      });
    });
  };
  /* 读过的放在前面，从没有读过的接着读。 */
  answer.skip = function (read) {
    var before = this.units.filter(function (unit) { return read.has(unit); });
    this.units = before.concat(this.units.filter(function (unit) { return !read.has(unit); }));
    this.cursor = before.length;
  };

  /* --- 核清 --- */
  answer.settling = function () {
    var self = this;
    return this.exactUnits().then(function (units) {
      self.units = self.sort(units);
      self.sound = self.checked = true;
      self.exact = !self.words.length || self.certain;
      self.count = 0;
      return self.filter();
    }).then(function () {
      self.skip(new Set(self.shown.concat(self.later).map(function (hit) { return hit.unit; })));
      self.done = false;
      return self.unfiltered.length ? null : self.some();
    });
  };
  answer.exactUnits = function () {
    var self = this, strict = this.strictLists();
    /* 一处处读过，题名、标题里的命中也没有截短的，词语才算数得准。 */
    this.certain = this.sound || !strict.some(function (one) { return !one.own && one.list.cut; });
    if (this.sound && this.unfiltered.length <= settings.few) { return this.byReading(this.unfiltered); }
    return Promise.all(strict.map(function (one) {
      return one.list.everything(one.token).then(function (units) {
        return one.own ? units : unique(units.concat(Array.from(one.list.level.keys())));
      });
    })).then(function (all) {
      all.sort(function (a, b) { return a.length - b.length; });
      var sets = all.slice(1).map(function (units) { return new Set(units); });
      var units = all[0].filter(function (unit) { return sets.every(function (set) { return set.has(unit); }); });
      if (units.length <= settings.few) { return self.byReading(units); }
      self.certain = false;
      return self.eachPhrase(units, self.byPlaces);
    });
  };
  /* 只有一部分又要筛选：最少见的几个字组取全，免得筛掉以后不剩什么；表首以外的，分数不比表首的高。 */
  answer.lengthen = function () {
    var lists = this.lists, tokens = this.asked.ranking.filter(function (token) { return !lists.get(token).complete; });
    tokens.sort(function (a, b) { return lists.get(a).count - lists.get(b).count; });
    return Promise.all(tokens.slice(0, LENGTHENED).map(function (token) {
      var list = lists.get(token), lowest = Array.from(list.level.values()).reduce(function (a, b) { return Math.min(a, b); });
      return list.everything(token).then(function (units) {
        units.forEach(function (unit) { if (!list.level.has(unit)) { list.level.set(unit, lowest); } });
      });
    }));
  };
  /* 其中各字组都有的：只看得全的表。 */
  answer.holding = function (given) {
    var lists = this.lists, tokens = unique(flat(given[0].map(inner.pairs))).filter(function (token) {
      return lists.has(token) && !lists.get(token).cut;
    });
    return Promise.all(tokens.map(function (token) {
      return lists.get(token).everything(token).then(function (units) {
        return new Set(units.concat(Array.from(lists.get(token).level.keys())));
      });
    })).then(function (sets) {
      return given[1].filter(function (unit) { return sets.every(function (set) { return set.has(unit); }); });
    });
  };
  answer.eachPhrase = function (units, keep) {
    var self = this;
    return this.phrases.reduce(function (before, phrase) {
      return before.then(function (left) { return keep.call(self, phrase, left); });
    }, Promise.resolve(units));
  };
  answer.byReading = function (units) {
    var self = this;
    return Promise.all(units.map(readUnit)).then(function (hits) {
      return hits.filter(function (hit) { return self.fits(hit); }).map(function (hit) { return hit.unit; });
    });
  };
  /* 短语的字组要首尾相接：隔一个取一组，看它们的位置。 */
  answer.byPlaces = function (phrase, units) {
    var signs = Array.from(phrase), steps = [];
    if (signs.length < 3) { return Promise.resolve(units); }
    if (signs.length > inner.MOST_GRAMS) { return this.byReading(units); }
    for (var at = 0; at < signs.length - 1; at += 2) { steps.push(at); }
    if (steps[steps.length - 1] !== signs.length - 2) { steps.push(signs.length - 2); }
    return this.inPlace(signs, steps, units);
  };
  /* 候选还多，先看手上不长的几个字组隔得对不对，省得一处处读。 */
  answer.nearby = function (phrase, units) {
    var signs = Array.from(phrase), lists = this.lists, steps = [];
    for (var at = 0; at < signs.length - 1; at++) {
      var list = lists.get(signs[at] + signs[at + 1]);
      if (list && list.full && list.count <= settings.perPlaces) { steps.push(at); }
    }
    return units.length > settings.few && steps.length > 1 ? this.inPlace(signs, steps, units) : Promise.resolve(units);
  };
  answer.inPlace = function (signs, steps, units) {
    var self = this;
    return Promise.all(steps.map(function (step) {
      return self.placesOf(signs[step] + signs[step + 1], units);
    })).then(function (found) {
      return units.filter(function (unit) {
        return found[0].get(unit).some(function (place) {
          return steps.every(function (step, number) {
            return found[number].get(unit).indexOf(place + step - steps[0]) >= 0;
          });
        });
      });
    });
  };
  answer.placesOf = function (token, units) {
    return this.lists.get(token).everything(token).then(function (all) {
      var index = new Map(), wanted = new Set(units), chunks = new Set(), places = new Map();
      all.forEach(function (unit, place) {
        if (wanted.has(unit)) { index.set(unit, place); chunks.add(Math.floor(place / settings.perPlaces)); }
      });
      return Promise.all(Array.from(chunks, function (chunk) {
        return look("o", token + "\n" + chunk).then(function (data) {
          var numbers = new Numbers(data), end = Math.min((chunk + 1) * settings.perPlaces, all.length);
          for (var place = chunk * settings.perPlaces; place < end; place++) {
            var value = numbers.next(), told = [value >> 1];
            for (var left = value % 2 ? numbers.next() : 0; left; left--) { told.push(told[told.length - 1] + numbers.next()); }
            if (index.has(all[place])) { places.set(all[place], told); }
          }
        });
      })).then(function () { return places; });
    });
  };

  /* --- 筛选和分面 --- */
  function lastBefore(begins, unit) {
    var low = 0, high = begins.length - 1;
    while (low < high) {
      var middle = (low + high + 1) >> 1;
      if (begins[middle] <= unit) { low = middle; } else { high = middle - 1; }
    }
    return low;
  }
  function readBlock(number) {
    return inner.load("c" + number).then(function (content) {
      if (!content.starts) {
        content.starts = starts(decode(content[0]), unitStarts[number]);
        content.facets = {};
        Object.keys(content[1]).forEach(function (key) {
          var values = content[1][key][0], numbers = new Numbers(content[1][key][1]), rows = [];
          while (numbers.more()) {
            for (var left = numbers.next(), row = []; left; left--) { row.push(values[numbers.next()]); }
            rows.push(row);
          }
          content.facets[key] = rows;
        });
      }
      return content;
    });
  }
  /* 命中所在的记录：每条的各分面值，和它的命中。 */
  function recordsOf(units) {
    var records = new Map(), blocks = unique(units.map(function (unit) { return lastBefore(unitStarts, unit); }));
    return Promise.all(blocks.map(readBlock)).then(function (read) {
      var loaded = new Map(blocks.map(function (number, place) { return [number, read[place]]; }));
      units.forEach(function (unit) {
        var number = lastBefore(unitStarts, unit), block = loaded.get(number), row = lastBefore(block.starts, unit);
        var name = number * settings.perBlock + row;
        if (!records.has(name)) { records.set(name, { facets: block.facets, row: row, units: [] }); }
        records.get(name).units.push(unit);
      });
      return records;
    });
  }
  function valuesOf(record, key) {
    return record.facets[key] ? record.facets[key][record.row] : [];
  }
  answer.passes = function (record, but) {
    var filters = this.filters;
    return Object.keys(filters).every(function (key) {
      if (key === but || !filters[key] || !filters[key].length) { return true; }
      return valuesOf(record, key).some(function (value) { return filters[key].indexOf(value) >= 0; });
    });
  };
  answer.narrow = function () {
    var self = this;
    return recordsOf(this.units).then(function (records) {
      var kept = new Set();
      records.forEach(function (record) { if (self.passes(record)) { record.units.forEach(function (unit) { kept.add(unit); }); } });
      self.units = self.units.filter(function (unit) { return kept.has(unit); });
      self.count = 0;
    });
  };
  /* 只有一部分时，常见的字组只看了最强的几百处：数出来的是至少。 */
  answer.isShort = function () {
    var lists = this.lists;
    return !this.whole && !this.number && !this.asked.exact.length && this.asked.ranking.some(function (token) {
      return lists.get(token).count > lists.get(token).level.size;
    });
  };
  /* 各分面每个值有几条记录：一个分面的数不受它自己的选择限制。 */
  answer.countFacets = function () {
    var self = this, counts = {};
    return recordsOf(this.unfiltered).then(function (records) {
      records.forEach(function (record) {
        Object.keys(record.facets).forEach(function (key) {
          if (!self.passes(record, key)) { return; }
          valuesOf(record, key).forEach(function (value) {
            var told = counts[key] = counts[key] || new Map();
            told.set(value, (told.get(value) || 0) + 1);
          });
        });
      });
      if (self.isShort()) { Object.defineProperty(counts, "atLeast", { value: true }); }
      Object.keys(counts).forEach(function (key) {
        counts[key] = Array.from(counts[key]).sort(function (a, b) { return b[1] - a[1] || (a[0] < b[0] ? -1 : 1); });
      });
      return counts;
    });
  };
});
