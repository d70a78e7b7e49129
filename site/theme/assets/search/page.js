/* 检索页：框、筛选、结果、地址合在一起。 */
(function (search) {
  "use strict";
  var element = search.element, BATCH = 10, RECORDS = 10, MOST_READ = 40;
  var LIST = { level: "h2", places: 3, limit: 110 };
  var OPEN_GROUPS = 3, NO_WORDS = "请输入要查的词语或文号";

  function attach(root) {
    var form = document.querySelector("form[data-search=page]"), input = form.querySelector("input");
    var names = JSON.parse(root.dataset.facets), keys = names.map(function (row) { return row[0]; });
    var offers = root.querySelector(".search-offers"), chips = root.querySelector(".search-chips");
    var state = root.querySelector(".search-state"), results = root.querySelector(".search-hits");
    var facets = search.facetsIn(root.querySelector(".search-facets"), names, choose);
    var view = { query: "", filters: {}, read: 0 }, latest = 0, isTyping = false;
    var stop = search.onTyping(input, type);
    root.hidden = false;
    history.scrollRestoration = "manual";

    /* --- 动作：接着打字只换地址，回车、筛选、选建议才在前进后退里留一步 --- */
    function type() {
      var first = !isTyping;
      isTyping = true;
      change(input.value.trim(), view.filters, first);
    }
    function choose(filters) {
      isTyping = false;
      change(view.query, filters, true);
    }
    function chooseWords(offer, plain) {
      isTyping = false;
      input.value = offer.words;
      input.focus();
      change(offer.words, plain ? {} : view.filters, true);
    }
    function change(query, filters, pushed) {
      search.address.keep(view.read);
      (pushed ? search.address.push : search.address.replace)(query, filters);
      view = { query: query, filters: filters, read: 0 };
      run({});
    }

    /* --- 查：先显示最像的几处，再核清总数和各类的件数 --- */
    function run(kept) {
      var turn = ++latest, query = view.query;
      function isLate() { return turn !== latest; }
      search.chipsIn(chips, names, view.filters, choose);
      if (query && !search.isAskable(query)) { ask(NO_WORDS); return; }
      if (!query && !Object.keys(view.filters).length) { browse(isLate); return; }
      search.find(query, view.filters).then(function (found) {
        return isLate() ? null : show(found, kept, isLate);
      }).catch(function () {
        if (!isLate()) { ask(search.UNREADABLE); }
      });
    }
    function ask(words) {
      results.textContent = "";
      offers.textContent = "";
      state.textContent = words;
    }
    function suggestFor(query, isLate) {
      search.suggest(query).then(function (found) {
        if (isLate()) { return; }
        offers.textContent = "";
        if (found.length) { offers.appendChild(search.offerList(found, "offers offers-row", chooseWords)); }
      });
    }
    /* 还没有查：全库各类的件数，挑一项就列出来。 */
    function browse(isLate) {
      search.load("f").then(function (totals) {
        if (isLate()) { return; }
        ask("全库 " + totals.records + " 件。输入词语或文号，也可以直接按类别、地区、年份挑选。");
        facets.show(totals.facets, {}, OPEN_GROUPS);
      }).catch(function () {
        if (!isLate()) { ask(search.UNREADABLE); }
      });
    }
    function show(found, kept, isLate) {
      var fresh = element("div"), list = search.listIn(fresh, search.marksOf(found, view.query), LIST);
      return readOn(found, list, kept.shown || BATCH, isLate).then(function () {
        if (isLate()) { return; }
        say(found);
        results.textContent = "";
        results.appendChild(fresh);
        scrollBack(kept);
        suggestFor(view.query, isLate);
        return grow(found, list, isLate).then(function () { return found.settle(); }).then(function (settled) {
          if (isLate()) { return; }
          settled.settled = true;
          say(settled);
          offerMore(settled, list, fresh, isLate);
          if (view.query && !(settled.whole && settled.hits)) { offerInstead(settled, isLate); }
          return narrow(settled, kept, isLate);
        });
      });
    }
    function say(found) {
      var narrowed = Object.keys(view.filters).length > 0;
      state.textContent = view.query ? search.stateText(found, view.query, narrowed) : "符合筛选的共 " + found.hits + " 件";
    }
    function narrow(found, kept, isLate) {
      return found.facets().then(function (counts) {
        if (isLate()) { return; }
        facets.show(counts, view.filters, names.length);
        scrollBack(kept);
      });
    }
    function scrollBack(kept) {
      if (kept.scroll) { window.scrollTo(0, kept.scroll); }
    }
    /* 读到第几处为止；回到看过的地方则一次读到那里。 */
    function readOn(found, list, until, isLate) {
      var from = view.read;
      return found.read(from, until - from).then(function (hits) {
        if (isLate()) { return; }
        list.add(hits);
        view.read = from + hits.length;
      });
    }
    /* 头十处都在两三份文件里时再读一些，凑到十份。 */
    function grow(found, list, isLate) {
      var before = view.read;
      if (isLate() || list.records() >= RECORDS || before >= MOST_READ || before % BATCH) { return Promise.resolve(); }
      return readOn(found, list, before + BATCH, isLate).then(function () {
        return view.read > before ? grow(found, list, isLate) : null;
      });
    }
    function offerMore(found, list, box, isLate) {
      if (view.read >= found.hits) { return; }
      var more = element("button", "search-more", "再看（还有 " + (found.hits - view.read) + " 处）");
      more.type = "button";
      more.dataset.item = "";
      more.addEventListener("click", function () {
        var place = box.querySelectorAll("[data-item]").length - 1;
        more.disabled = true;
        readOn(found, list, view.read + BATCH * 2, isLate).then(function () {
          if (isLate()) { return; }
          box.removeChild(more);
          offerMore(found, list, box, isLate);
          var next = box.querySelectorAll("[data-item]")[place];
          if (next) { next.focus({ preventScroll: true }); }
        });
      });
      box.appendChild(more);
    }
    function offerInstead(found, isLate) {
      var box = element("div", "instead-list");
      results.insertBefore(box, results.firstChild);
      search.offerInstead(box, view.query, view.filters, found, chooseWords).then(function () {
        if (!isLate()) { offers.textContent = ""; }
      });
    }

    /* --- 地址 --- */
    function restore() {
      var given = search.address.read(keys);
      isTyping = false;
      input.value = given.query;
      view = { query: given.query.trim(), filters: given.filters, read: 0 };
      run(search.address.kept());
    }
    form.addEventListener("submit", function (event) {
      var query = input.value.trim();
      event.preventDefault();
      stop();
      if (!query && !view.query) { ask(NO_WORDS); return; }
      if (query !== view.query) { change(query, view.filters, !isTyping); }
      isTyping = false;
    });
    input.addEventListener("blur", function () { isTyping = false; });
    window.addEventListener("popstate", restore);
    window.addEventListener("pagehide", function () { search.address.keep(view.read); });
    document.addEventListener("click", function (event) {
      if (event.target.closest("a[href]")) { search.address.keep(view.read); }
    }, true);
    search.walk(input, root, function () {
      var shown = offers.childNodes.length > 0;
      offers.textContent = "";
      return shown;
    });
    restore();
  }

  document.querySelectorAll("[data-search-page]").forEach(attach);
})(gongwenSearch);
