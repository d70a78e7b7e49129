/* 检索框：打字时下面列出建议和最像的几份；首页和每页页眉用的都是它。检索页的框见 page.js。 */
(search => {
  "use strict";
  const { element } = search, WAIT = 120, RECORDS = 6, READ = 12;
  const LIST = { level: "p", places: 1, limit: 70 };

  /* 打字停一停再查；拼音没有选定字以前不查。 */
  function onTyping(input, run) {
    let timer = 0;
    const stop = () => clearTimeout(timer);
    const later = () => { stop(); timer = setTimeout(run, WAIT); };
    input.addEventListener("input", event => { if (!event.isComposing) { later(); } });
    input.addEventListener("compositionend", later);
    return stop;
  }
  /* 找到多少：没有核清的是约数，核清了才说正好。 */
  function stateText(found, query, narrowed) {
    const words = search.wordsOf(query), alone = words.length === 1;
    const quoted = !isAskable(query.replace(/["“][^"“”]*["”]/g, " "));
    if (!found.hits) { return `${narrowed ? "在这些筛选条件下没有" : "没有找到"}“${query}”`; }
    if (found.number) { return numberText(found); }
    if (found.articles) { return articleText(found); }
    if (!found.whole) {
      const missing = alone ? `没有一处正好是“${words[0].text}”` : "没有一处含有全部词语";
      return (search.isNumber(query) ? `没有文号“${query}”` : missing) + "，以下含有其中一部分";
    }
    if (found.exact) { return `${alone ? "正好这些字" : quoted ? "这些话都有" : "这些词都有"}：${found.hits} 处`; }
    return `${found.settled ? "这些词都有：" : ""}约 ${found.hits} 处`;
  }
  /* 文号：数的是条款，整份的那一处不算。 */
  function numberText({ number, own, citing, kept, whole, words }) {
    const here = kept ? `本文件 ${own} 个条款，别处` : "本库没有收这一份，";
    const fitting = words.length ? "，合得上其余的话的" : "";
    const head = whole ? fitting : "：没有一条合得上其余的话，以下是全部";
    return `文号 ${number}${head}：${here}写出这个文号的条款 ${citing} 个`;
  }
  /* 题名和条次：那几条在前，写着这些字的随后。 */
  function articleText({ articles, hits }) {
    return `所查的这一条：${articles} 处${hits > articles ? `；另有 ${hits - articles} 处写着这些字` : ""}`;
  }
  /* 要标出的：查文号时是写全的文号和其余的词，不是打的那一串。 */
  function marksOf(found, query) {
    if (!found.number) { return search.wordsOf(query, !found.whole); }
    const words = [...found.words, search.fold(found.number)];
    return words.map(word => ({ text: word.replace(/\s/g, ""), exact: false }));
  }
  /* 有没有可查的字：只有标点、空格的不查，引号里的除外。 */
  function isAskable(query) { return search.wordsOf(query).length > 0; }

  class Panel {
    constructor(form) {
      this.form = form;
      this.input = form.querySelector("input");
      this.box = form.querySelector(".search-results");
      this.spoken = form.appendChild(element("span", "search-spoken"));
      this.spoken.setAttribute("role", "status");
      this.latest = 0;
      this.listen();
    }
    listen() {
      const { form, input, box } = this;
      onTyping(input, () => this.run());
      search.walk(input, box, () => this.close());
      input.addEventListener("focus", () => { if (input.value && !box.firstChild) { this.run(); } });
      document.addEventListener("click", event => { if (!form.contains(event.target)) { this.close(); } });
      form.addEventListener("focusout", event => {
        if (event.relatedTarget && !form.contains(event.relatedTarget)) { this.close(); }
      });
    }
    close() {
      const shown = this.box.childNodes.length > 0;
      this.latest += 1;
      this.box.textContent = "";
      return shown;
    }
    /* 读屏软件只念一直在页上的那一处，所以同一句话写两遍，一遍不显示。 */
    say(text) {
      const state = this.box.appendChild(element("p", "search-state", text));
      state.setAttribute("aria-hidden", "true");
      this.spoken.textContent = text;
      return state;
    }
    run() {
      const query = this.input.value.trim();
      if (isAskable(query)) { this.find(query); return; }
      this.close();
      if (this.input.value) { this.say("请输入要查的词语或文号"); }
    }
    async find(query) {
      const turn = ++this.latest, isLate = () => turn !== this.latest;
      try {
        const found = await search.find(query, {}), hits = await found.read(0, Math.min(READ, found.hits));
        if (isLate()) { return; }
        const state = this.show(query, found, hits), offers = await search.suggest(query);
        if (!isLate() && offers.length) { state.after(search.offerList(offers, "offers")); }
      } catch (unread) {
        if (!isLate()) { this.box.textContent = ""; this.say(search.UNREADABLE); }
      }
    }
    /* 先出结果；建议随后插在找到多少的下面。 */
    show(query, found, hits) {
      const seen = new Set(), kept = hits.filter(hit => seen.add(hit.url).size <= RECORDS);
      this.box.textContent = "";
      const state = this.say(stateText(found, query));
      if (kept.length) { search.listIn(this.box, marksOf(found, query), LIST).add(kept); }
      const words = found.hits ? "全部结果和筛选" : "到检索页换个查法";
      this.box.append(search.link("search-more", search.searchAddress(query), words));
      return state;
    }
  }

  search.UNREADABLE = "索引读不出来。请确认站点文件夹是完整的（其中有 index 文件夹）。";
  Object.assign(search, { onTyping, isAskable, stateText, marksOf });
  document.querySelectorAll("form[data-search]").forEach(form => { form.hidden = false; });
  document.querySelectorAll("form[data-search=panel]").forEach(form => new Panel(form));
})(gongwenSearch);
