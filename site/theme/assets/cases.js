/* 案例比较：在案例页和列表上选，在比较页并排看。只用本站的小脚本取资料，一切文字都按文字写进页面。 */
(function () {
  "use strict";
  var MOST = 6, FEWEST = 2, STORE = "gongwen-compare", PARAMETER = "compare", PAGE = "compare-cases.html";
  var KEY = /^[A-Za-z0-9\u4e00-\u9fff]+(-[A-Za-z0-9\u4e00-\u9fff]+)*-?$/;
  var base = String(window.gongwenBase || ".").replace(/\/$/, "") + "/";
  var kept = true; /* 浏览器许不许存；不许就记在地址里 */
  var chosen = read();

  /* --- 选了哪些 ----------------------------------------------------------------------------- */

  function read() {
    var words = null;
    try {
      words = window.localStorage.getItem(STORE);
      window.localStorage.setItem(STORE, words || "[]");
    } catch (error) {
      kept = false;
    }
    if (!kept) return parameter(PARAMETER).map(function (key) { return { key: key, name: key }; });
    return parsed(words);
  }

  function parsed(words) {
    var found = null;
    try { found = JSON.parse(words || "[]"); } catch (error) { found = []; }
    if (!Array.isArray(found)) return [];
    return found.filter(function (item) {
      return item && KEY.test(item.key) && typeof item.name === "string";
    }).slice(0, MOST);
  }

  function parameter(name) {
    var words = "";
    try { words = new URLSearchParams(window.location.search).get(name) || ""; } catch (error) { words = ""; }
    return unique(words.split(",").map(function (key) { return key.trim(); }).filter(function (key) { return KEY.test(key); }));
  }

  function unique(keys) {
    return keys.filter(function (key, place) { return keys.indexOf(key) === place; });
  }

  function keep() {
    if (kept) {
      try { window.localStorage.setItem(STORE, JSON.stringify(chosen)); } catch (error) { kept = false; }
    }
    if (!kept) setParameter(PARAMETER, chosen.map(function (item) { return item.key; }));
  }

  function setParameter(name, keys) {
    try {
      var url = new URL(window.location.href);
      url.search = withParameter(url.search, name, keys);
      window.history.replaceState(null, "", url.href);
    } catch (error) { /* 地址改不了就不改，页面上照样能用 */ }
  }

  function withParameter(search, name, keys) {
    var others = search.replace(/^\?/, "").split("&").filter(function (part) {
      return part && part.split("=")[0] !== name;
    });
    if (keys.length) others.push(name + "=" + keys.map(encodeURIComponent).join(","));
    return others.length ? "?" + others.join("&") : "";
  }

  function has(key) {
    return chosen.some(function (item) { return item.key === key; });
  }

  function toggle(key, name) {
    if (has(key)) chosen = chosen.filter(function (item) { return item.key !== key; });
    else if (chosen.length < MOST) chosen = chosen.concat([{ key: key, name: name }]);
    keep();
    refresh();
  }

  /* --- 页面上的小件 ------------------------------------------------------------------------- */

  function make(name, words, kind) {
    var element = document.createElement(name);
    if (words) element.textContent = words;
    if (kind) element.className = kind;
    return element;
  }

  function button(words, kind, act) {
    var made = make("button", words, kind);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  function comparingAddress() {
    return base + PAGE + withParameter("", "cases", chosen.map(function (item) { return item.key; }));
  }

  var buttons = [], UNSAID = ["原文未写", "待补", "未写合同或项目总额"];

  function chooser(key, name) {
    var made = button("", "choose", function () { toggle(key, name); });
    buttons.push({ element: made, key: key, name: name });
    return made;
  }

  function refresh() {
    buttons.forEach(function (item) {
      var on = has(item.key), full = !on && chosen.length >= MOST;
      item.element.textContent = on ? "已加入比较" : full ? "最多比较 " + MOST + " 个" : "加入比较";
      item.element.setAttribute("aria-pressed", on ? "true" : "false");
      item.element.setAttribute("aria-label", item.element.textContent + "：" + item.name);
      item.element.disabled = full;
    });
    showTray();
  }

  function addChoosers() {
    var places = document.querySelectorAll(".case-tools[data-case]");
    Array.prototype.forEach.call(places, function (place) {
      if (KEY.test(place.dataset.case)) {
        place.insertBefore(chooser(place.dataset.case, place.dataset.name || place.dataset.case), place.firstChild);
      }
    });
    var links = document.querySelectorAll("ul.entries > li > a:first-child, #field-table td:first-child > a");
    Array.prototype.forEach.call(links, function (link) {
      var key = keyOf(link);
      if (key) link.parentNode.insertBefore(chooser(key, link.textContent), link.nextSibling);
    });
  }

  function keyOf(link) {
    var root = new URL(base, window.location.href).href, address = link.href.split(/[?#]/)[0];
    if (address.indexOf(root + "cases/") !== 0 || !/\.html$/.test(address)) return "";
    var key = "";
    try { key = decodeURIComponent(address.slice((root + "cases/").length, -5)); } catch (error) { key = ""; }
    return KEY.test(key) ? key : "";
  }

  /* --- 页脚的比较栏 ------------------------------------------------------------------------- */

  var tray = null;

  function showTray() {
    if (comparison) return;
    if (!tray) {
      tray = make("section", "", "compare-tray");
      tray.setAttribute("aria-label", "案例比较");
      document.body.appendChild(tray);
    }
    tray.textContent = "";
    tray.hidden = chosen.length === 0;
    document.body.classList.toggle("has-tray", chosen.length > 0);
    if (!chosen.length) return;
    tray.appendChild(make("strong", "比较 " + chosen.length + " 个案例"));
    var list = make("ul");
    chosen.forEach(function (item) {
      var line = make("li"), away = button("×", "away", function () { toggle(item.key, item.name); });
      away.setAttribute("aria-label", "移出比较：" + item.name);
      line.appendChild(make("span", item.name));
      line.appendChild(away);
      list.appendChild(line);
    });
    tray.appendChild(list);
    var go = make("a", chosen.length < FEWEST ? "再选 1 个就能比较" : "打开比较表", "go");
    if (chosen.length >= FEWEST) go.href = comparingAddress();
    tray.appendChild(go);
    tray.appendChild(button("清空", "clear", function () { chosen = []; keep(); refresh(); }));
  }

  /* 浏览器不许存的时候，站内的链接都带上所选的案例 */
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a[href]") : null;
    if (kept || !link || link.target || link.getAttribute("href").charAt(0) === "#") return;
    var root = new URL(base, window.location.href).href;
    if (link.href.indexOf(root) !== 0) return;
    var url = new URL(link.href);
    url.search = withParameter(url.search, PARAMETER, chosen.map(function (item) { return item.key; }));
    link.href = url.href;
  }, true);

  /* --- 比较页 ------------------------------------------------------------------------------- */

  var comparison = document.getElementById("case-comparison");
  var loaded = {}, lost = [], onlyDifferent = false;

  window.gongwenCase = function (facts) { loaded[facts.key] = facts; };

  function load(key, done) {
    if (loaded[key]) { done(); return; }
    var script = document.createElement("script");
    script.src = base + "cases/" + encodeURIComponent(key) + ".js";
    script.onload = done;
    script.onerror = done;
    document.head.appendChild(script);
  }

  function openComparison() {
    var asked = parameter("cases"), keys = asked.length ? asked : chosen.map(function (item) { return item.key; });
    var waiting = keys.slice(0, MOST).length;
    comparison.textContent = "";
    comparison.appendChild(make("p", "正在取案例的要素……", "note"));
    if (!waiting) { showComparison([], keys.length); return; }
    keys.slice(0, MOST).forEach(function (key) {
      load(key, function () {
        waiting -= 1;
        if (waiting === 0) showLoaded(keys);
      });
    });
  }

  /* 地址总带着正在比较的案例，可以收藏、发给别人 */
  function tellAddress() {
    setParameter("cases", chosen.map(function (item) { return item.key; }));
  }

  function showLoaded(keys) {
    lost = keys.slice(0, MOST).filter(function (key) { return !loaded[key]; });
    var found = keys.slice(0, MOST).filter(function (key) { return loaded[key]; });
    chosen = found.map(function (key) { return { key: key, name: loaded[key].name }; });
    keep();
    tellAddress();
    showComparison(found.map(function (key) { return loaded[key]; }), keys.length);
  }

  function showComparison(cases, asked) {
    comparison.textContent = "";
    lost.forEach(function (key) {
      comparison.appendChild(make("p", "没有找到案例“" + key + "”，可能已改编号，或不在公开范围。", "notice"));
    });
    if (asked > MOST) {
      comparison.appendChild(make("p", "一次最多比较 " + MOST + " 个，这里只列前 " + MOST + " 个。", "notice"));
    }
    if (cases.length < FEWEST) {
      comparison.appendChild(hint(cases));
      return;
    }
    var rows = rowsOf(cases);
    comparison.appendChild(toolbar(cases, rows));
    comparison.appendChild(make("p", "表比屏幕宽，可左右滑动。", "slide-hint"));
    var wide = make("div", "", "wide");
    wide.tabIndex = 0;
    wide.setAttribute("role", "region");
    wide.setAttribute("aria-label", "案例比较表");
    wide.appendChild(table(cases, rows));
    comparison.appendChild(wide);
    showSlideHint();
  }

  /* 表比屏幕宽时才提示左右滑动 */
  function showSlideHint() {
    var told = comparison.querySelector(".slide-hint"), wide = comparison.querySelector(".wide");
    if (told && wide) told.hidden = wide.scrollWidth <= wide.clientWidth;
  }

  function hint(cases) {
    var made = make("p", "", "notice");
    if (cases.length) {
      made.appendChild(make("span", "只选了 1 个案例，再选 1 个才好比较："));
      var chosenOne = make("a", cases[0].name);
      chosenOne.href = base + cases[0].page;
      made.appendChild(chosenOne);
      made.appendChild(button("移出", "away", function () { remove(cases[0].key, cases); }));
    }
    made.appendChild(make("span", cases.length ? "。在" : "还没有选案例。在"));
    var link = make("a", "案例列表");
    link.href = base + "browse/cases/all/1.html";
    made.appendChild(link);
    made.appendChild(make("span", "或案例页上点“加入比较”，选 2 到 6 个，再回到这里。"));
    return made;
  }

  function toolbar(cases, rows) {
    var made = make("p", "", "comparison-tools"), state = make("span", "", "copy-state");
    state.setAttribute("role", "status");
    made.appendChild(button("复制表格", "tool", function () {
      state.textContent = copyTable(cases, shownRows(rows)) ? "已复制，可粘贴到 WPS、Word 或表格里" : selectTable();
    }));
    made.appendChild(button("打印", "tool", function () { window.print(); }));
    var label = make("label"), box = document.createElement("input");
    box.type = "checkbox";
    box.checked = onlyDifferent;
    box.addEventListener("change", function () { onlyDifferent = box.checked; showComparison(cases, cases.length); });
    label.appendChild(box);
    label.appendChild(document.createTextNode(" 只看不同的项"));
    made.appendChild(label);
    made.appendChild(state);
    return made;
  }

  /* 每一行：名称、各案例的内容、异同 */
  function rowsOf(cases) {
    return cases[0].rows.map(function (row, place) {
      var cells = cases.map(function (one) { return one.rows[place] ? one.rows[place][1] : []; });
      return { name: row[0], cells: cells, mark: markOf(cells) };
    }).filter(function (row) {
      return row.cells.some(function (lines) { return lines.length; });
    });
  }

  function markOf(cells) {
    if (cells.length < FEWEST) return "";
    if (!cells.some(isWritten)) return "都没有写";
    var first = cells[0].join("\n");
    return cells.every(function (lines) { return lines.join("\n") === first; }) ? "相同" : "不同";
  }

  function isWritten(lines) {
    return lines.some(function (line) { return UNSAID.indexOf(line) < 0; });
  }

  function shownRows(rows) {
    return rows.filter(function (row) { return !onlyDifferent || row.mark === "不同"; });
  }

  function table(cases, rows) {
    var made = make("table", "", "data comparison columns-" + cases.length), head = make("thead"), top = make("tr");
    made.appendChild(make("caption", "案例比较"));
    top.appendChild(headCell("要素", "col"));
    cases.forEach(function (one) { top.appendChild(caseHead(one, cases)); });
    head.appendChild(top);
    made.appendChild(head);
    var body = make("tbody");
    shownRows(rows).forEach(function (row) { body.appendChild(bodyRow(row)); });
    made.appendChild(body);
    return made;
  }

  function headCell(words, scope) {
    var made = make("th", words);
    made.scope = scope;
    return made;
  }

  function caseHead(one, cases) {
    var made = headCell("", "col"), link = make("a", one.name);
    link.href = base + one.page;
    made.appendChild(link);
    var away = button("移出", "away", function () { remove(one.key, cases); });
    away.setAttribute("aria-label", "移出：" + one.name);
    made.appendChild(away);
    return made;
  }

  function bodyRow(row) {
    var made = make("tr", "", row.mark === "不同" ? "different" : "same"), name = headCell(row.name, "row");
    if (row.mark) name.appendChild(make("span", row.mark, "mark"));
    made.appendChild(name);
    row.cells.forEach(function (lines) {
      var cell = make("td");
      if (!lines.length) cell.appendChild(make("span", "没有填", "empty"));
      lines.forEach(function (line) { cell.appendChild(make("p", line)); });
      made.appendChild(cell);
    });
    return made;
  }

  function remove(key, cases) {
    var left = cases.filter(function (one) { return one.key !== key; });
    chosen = left.map(function (one) { return { key: one.key, name: one.name }; });
    lost = [];
    keep();
    tellAddress();
    showComparison(left, left.length);
    var next = comparison.querySelector(".away") || comparison.querySelector("a");
    if (next) next.focus();
  }

  /* --- 复制 --------------------------------------------------------------------------------- */

  function plainTable(cases, rows) {
    var made = document.createElement("table");
    made.setAttribute("border", "1");
    made.setAttribute("style", "border-collapse:collapse");
    var lines = [["要素"].concat(cases.map(function (one) { return one.name; }), ["异同"])];
    rows.forEach(function (row) {
      lines.push([row.name].concat(row.cells.map(function (cell) { return cell.join("\n"); }), [row.mark]));
    });
    lines.forEach(function (cells, place) {
      var line = make("tr");
      cells.forEach(function (words) {
        var cell = make(place ? "td" : "th");
        cell.setAttribute("style", "border:1px solid #000;padding:2px 6px;vertical-align:top");
        words.split("\n").forEach(function (part, number) {
          if (number) cell.appendChild(document.createElement("br"));
          cell.appendChild(document.createTextNode(part));
        });
        line.appendChild(cell);
      });
      made.appendChild(line);
    });
    return { element: made, lines: lines };
  }

  /* 表格软件里一格一行：格里的换行换成分号，制表符换成空格 */
  function plainText(lines) {
    return lines.map(function (cells) {
      return cells.map(function (words) { return words.replace(/\n/g, "；").replace(/\t/g, " "); }).join("\t");
    }).join("\r\n");
  }

  function copyTable(cases, rows) {
    var made = plainTable(cases, rows), done = false;
    function give(event) {
      event.clipboardData.setData("text/html", made.element.outerHTML);
      event.clipboardData.setData("text/plain", plainText(made.lines));
      event.preventDefault();
      done = true;
    }
    document.addEventListener("copy", give);
    try { done = document.execCommand("copy") && done; } catch (error) { done = false; }
    document.removeEventListener("copy", give);
    return done;
  }

  function selectTable() {
    var range = document.createRange(), selection = window.getSelection();
    range.selectNode(comparison.querySelector("table"));
    selection.removeAllRanges();
    selection.addRange(range);
    return "浏览器不让网页复制；表格已选中，请按 Ctrl+C";
  }

  /* --- 开始 --------------------------------------------------------------------------------- */

  addChoosers();
  refresh();
  if (comparison) {
    document.body.classList.add("comparing");
    openComparison();
    window.addEventListener("resize", showSlideHint);
  }
  window.addEventListener("pageshow", function (event) {
    if (event.persisted && kept) { chosen = read(); refresh(); }
  });
  window.addEventListener("storage", function (event) {
    if (event.key === STORE && !comparison) { chosen = read(); refresh(); }
  });
})();
