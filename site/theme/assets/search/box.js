/* 检索框：打字时下面列出建议和最像的几份；首页和每页页眉用的都是它。检索页的框见 page.js。 */
(function (search) {
  "use strict";
  var element = search.element, WAIT = 120, RECORDS = 6, READ = 12;
  var LIST = { level: "p", places: 1, limit: 70 };

  /* 打字停一停再查；拼音没有选定字以前不查。 */
  function onTyping(input, run) {
    var timer = 0;
    function later() { clearTimeout(timer); timer = setTimeout(run, WAIT); }
    input.addEventListener("input", function (event) { if (!event.isComposing) { later(); } });
    input.addEventListener("compositionend", later);
    return function () { clearTimeout(timer); };
  }
  /* 找到多少：没有核清的是约数，核清了才说正好。 */
  function stateText(found, query, narrowed) {
    var words = search.wordsOf(query), alone = words.length === 1;
    var quoted = !search.wordsOf(query.replace(/["“][^"“”]*["”]/g, " ")).length;
    if (!found.hits) { return (narrowed ? "在这些筛选条件下没有“" : "没有找到“") + query + "”"; }
    if (found.number) { return numberText(found); }
    if (!found.whole && search.isNumber(query)) { return "没有文号“" + query + "”，以下含有其中一部分"; }
    if (!found.whole) {
      return (alone ? "没有一处正好是“" + words[0].text + "”" : "没有一处含有全部词语") + "，以下含有其中一部分";
    }
    if (found.exact) { return (alone ? "正好这些字：" : quoted ? "这些话都有：" : "这些词都有：") + found.hits + " 处"; }
    return (found.settled ? "这些词都有：约 " : "约 ") + found.hits + " 处";
  }
  /* 文号：数的是条款，整份的那一处不算。 */
  function numberText(found) {
    var asked = found.words.length > 0, cited = "写出这个文号的条款 " + found.citing + " 个";
    var told = (found.kept ? "本文件 " + found.own + " 个条款，别处" : "本库没有收这一份，") + cited;
    if (!found.whole) { return "文号 " + found.number + "：没有一条合得上其余的话，以下是全部：" + told; }
    return "文号 " + found.number + (asked ? "，合得上其余的话的：" : "：") + told;
  }
  /* 要标出的：查文号时是写全的文号和其余的词，不是打的那一串。 */
  function marksOf(found, query) {
    if (!found.number) { return search.wordsOf(query, !found.whole); }
    return found.words.concat(search.fold(found.number)).map(function (word) {
      return { text: word.replace(/\s/g, ""), exact: false };
    });
  }
  /* 有没有可查的字：只有标点、空格的不查，引号里的除外。 */
  function isAskable(query) { return search.wordsOf(query).length > 0; }

  function attach(form) {
    var input = form.querySelector("input"), box = form.querySelector(".search-results"), latest = 0;
    var spoken = element("span", "search-spoken");
    spoken.setAttribute("role", "status");
    form.appendChild(spoken);
    function close() {
      var shown = box.childNodes.length > 0;
      latest += 1;
      box.textContent = "";
      return shown;
    }
    /* 读屏软件只念一直在页上的那一处，所以同一句话写两遍，一遍不显示。 */
    function say(text) {
      var state = element("p", "search-state", text);
      state.setAttribute("aria-hidden", "true");
      box.appendChild(state);
      spoken.textContent = text;
      return state;
    }
    function run() {
      var query = input.value.trim(), turn = ++latest;
      if (!isAskable(query)) {
        close();
        if (input.value) { say("请输入要查的词语或文号"); }
        return;
      }
      function isLate() { return turn !== latest; }
      search.find(query, {}).then(function (found) {
        return found.read(0, Math.min(READ, found.hits)).then(function (hits) {
          return isLate() ? null : show(query, found, hits);
        });
      }).then(function (state) {
        return state ? search.suggest(query).then(function (offers) {
          if (!isLate() && offers.length) { state.after(search.offerList(offers, "offers")); }
        }) : null;
      }).catch(function () {
        if (!isLate()) { box.textContent = ""; say(search.UNREADABLE); }
      });
    }
    /* 先出结果；建议随后插在找到多少的下面。 */
    function show(query, found, hits) {
      var seen = {}, kept = hits.filter(function (hit) {
        seen[hit.url] = true;
        return Object.keys(seen).length <= RECORDS;
      });
      box.textContent = "";
      var state = say(stateText(found, query));
      if (kept.length) { search.listIn(box, marksOf(found, query), LIST).add(kept); }
      var all = element("a", "search-more", found.hits ? "全部结果和筛选" : "到检索页换个查法");
      all.href = search.searchAddress(query);
      all.dataset.item = "";
      box.appendChild(all);
      return state;
    }
    onTyping(input, run);
    search.walk(input, box, close);
    input.addEventListener("focus", function () { if (input.value && !box.firstChild) { run(); } });
    document.addEventListener("click", function (event) { if (!form.contains(event.target)) { close(); } });
    form.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !form.contains(event.relatedTarget)) { close(); }
    });
  }

  search.UNREADABLE = "索引读不出来。请确认站点文件夹是完整的（其中有 index 文件夹）。";
  search.onTyping = onTyping;
  search.isAskable = isAskable;
  search.stateText = stateText;
  search.marksOf = marksOf;
  document.querySelectorAll("form[data-search]").forEach(function (form) { form.hidden = false; });
  document.querySelectorAll("form[data-search=panel]").forEach(attach);
})(gongwenSearch);
