/* 检索页：框、筛选、结果、地址合在一起。 */
(search => {
  "use strict";
  const { element } = search, BATCH = 10, RECORDS = 10, MOST_READ = 40;
  const LIST = { level: "h2", places: 3, limit: 110 };
  const OPEN_GROUPS = 3, NO_WORDS = "请输入要查的词语或文号";

  function attach(root) {
    const form = document.querySelector("form[data-search=page]"), input = form.querySelector("input");
    const names = JSON.parse(root.dataset.facets), keys = names.map(([key]) => key);
    const [offers, chips, state, results, aside] = ["offers", "chips", "state", "hits", "facets"]
      .map(part => root.querySelector(`.search-${part}`));
    const facets = search.facetsIn(aside, names, choose), stop = search.onTyping(input, type);
    let view = { query: "", filters: {}, read: 0 }, latest = 0, isTyping = false;
    root.hidden = false;
    history.scrollRestoration = "manual";

    /* --- 动作：接着打字只换地址，回车、筛选、选建议才在前进后退里留一步 --- */
    function type() {
      const first = !isTyping;
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
      view = { query, filters, read: 0 };
      run({});
    }

    /* --- 查：先显示最像的几处，再核清总数和各类的件数 --- */
    async function run(kept) {
      const turn = ++latest, isLate = () => turn !== latest, { query, filters } = view;
      search.chipsIn(chips, names, filters, choose);
      if (query && !search.isAskable(query)) { ask(NO_WORDS); return; }
      try {
        if (query || Object.keys(filters).length) { await show(await search.find(query, filters), kept, isLate); }
        else { browse(await search.load("f"), isLate); }
      } catch (error) {
        if (!isLate()) { ask(search.UNREADABLE); }
      }
    }
    function ask(words) {
      results.textContent = "";
      offers.textContent = "";
      state.textContent = words;
    }
    async function suggestFor(query, isLate) {
      const found = await search.suggest(query);
      if (isLate()) { return; }
      offers.textContent = "";
      if (found.length) { offers.append(search.offerList(found, "offers offers-row", chooseWords)); }
    }
    /* 还没有查：全库各类的件数，挑一项就列出来。 */
    function browse(totals, isLate) {
      if (isLate()) { return; }
      ask(`全库 ${totals.records} 件。输入词语或文号，也可以直接按类别、地区、年份挑选。`);
      facets.show(totals.facets, {}, OPEN_GROUPS);
    }
    async function show(found, kept, isLate) {
      if (isLate()) { return; }
      const fresh = element("div"), list = search.listIn(fresh, search.marksOf(found, view.query), LIST);
      await readOn(found, list, kept.shown || BATCH, isLate);
      if (isLate()) { return; }
      say(found);
      results.textContent = "";
      results.append(fresh);
      scrollBack(kept);
      suggestFor(view.query, isLate);
      await grow(found, list, isLate);
      await settle(await found.settle(), list, kept, isLate);
    }
    async function settle(found, list, kept, isLate) {
      if (isLate()) { return; }
      found.settled = true;
      say(found);
      await readOn(found, list, kept.shown || BATCH, isLate);
      await grow(found, list, isLate);
      if (isLate()) { return; }
      offerMore(found, list, isLate);
      if (view.query && !(found.whole && found.hits)) { offerInstead(found, isLate); }
      const counts = await found.facets();
      if (isLate()) { return; }
      facets.show(counts, view.filters, names.length);
      scrollBack(kept);
    }
    function say(found) {
      const narrowed = Object.keys(view.filters).length > 0;
      state.textContent = view.query ? search.stateText(found, view.query, narrowed) : `符合筛选的共 ${found.hits} 件`;
    }
    function scrollBack(kept) {
      if (kept.scroll) { window.scrollTo(0, kept.scroll); }
    }
    /* 读到第几处为止；回到看过的地方则一次读到那里。 */
    async function readOn(found, list, until, isLate) {
      const from = view.read, hits = from < until ? await found.read(from, until - from) : [];
      if (isLate()) { return; }
      list.add(hits);
      view.read = from + hits.length;
    }
    /* 头十处都在两三份文件里时再读一些，凑到十份。 */
    async function grow(found, list, isLate) {
      while (!isLate() && list.records() < RECORDS && view.read < MOST_READ && view.read % BATCH === 0) {
        const before = view.read;
        await readOn(found, list, before + BATCH, isLate);
        if (view.read === before) { return; }
      }
    }
    function offerMore(found, list, isLate) {
      if (view.read >= found.hits) { return; }
      const box = results.lastElementChild, more = element("button", "search-more", `再看（还有 ${found.hits - view.read} 处）`);
      more.type = "button";
      more.dataset.item = "";
      more.addEventListener("click", async () => {
        const place = box.querySelectorAll("[data-item]").length - 1;
        more.disabled = true;
        await readOn(found, list, view.read + BATCH * 2, isLate);
        if (isLate()) { return; }
        more.remove();
        offerMore(found, list, isLate);
        const next = box.querySelectorAll("[data-item]")[place];
        if (next) { next.focus({ preventScroll: true }); }
      });
      box.append(more);
    }
    async function offerInstead(found, isLate) {
      const box = element("div", "instead-list");
      results.prepend(box);
      await search.offerInstead(box, view.query, view.filters, found, chooseWords);
      if (!isLate()) { offers.textContent = ""; }
    }

    /* --- 地址 --- */
    function restore() {
      const given = search.address.read(keys);
      isTyping = false;
      input.value = given.query;
      view = { query: given.query.trim(), filters: given.filters, read: 0 };
      run(search.address.kept());
    }
    form.addEventListener("submit", event => {
      const query = input.value.trim();
      event.preventDefault();
      stop();
      if (!query && !view.query) { ask(NO_WORDS); return; }
      if (query !== view.query) { change(query, view.filters, !isTyping); }
      isTyping = false;
    });
    input.addEventListener("blur", () => { isTyping = false; });
    window.addEventListener("popstate", restore);
    window.addEventListener("pagehide", () => search.address.keep(view.read));
    document.addEventListener("click", event => {
      if (event.target.closest("a[href]")) { search.address.keep(view.read); }
    }, true);
    search.walk(input, root, () => {
      const shown = offers.childNodes.length > 0;
      offers.textContent = "";
      return shown;
    });
    restore();
  }

  document.querySelectorAll("[data-search-page]").forEach(attach);
})(gongwenSearch);
