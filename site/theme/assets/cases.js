/* 案例比较：在案例页和列表上选，在比较页并排看。只用本站的小脚本取资料，一切文字都按文字写进页面。 */
(() => {
  "use strict";
  const MOST = 6, FEWEST = 2, STORE = "gongwen-compare", PARAMETER = "compare", PAGE = "compare-cases.html";
  const KEY = /^[A-Za-z0-9\u4e00-\u9fff]+(-[A-Za-z0-9\u4e00-\u9fff]+)*-?$/;
  const UNSAID = ["原文未写", "待补", "未写合同或项目总额"];
  const base = `${String(window.gongwenBase || ".").replace(/\/$/, "")}/`;
  const root = new URL(base, window.location.href).href;
  const comparison = document.getElementById("case-comparison");
  const buttons = [], loaded = new Map();
  let kept = true; /* 浏览器许不许存；不许就记在地址里 */
  let chosen = read(), tray = null, lost = [], onlyDifferent = false;

  /* --- 选了哪些 ----------------------------------------------------------------------------- */

  function read() {
    let words = null;
    try {
      words = window.localStorage.getItem(STORE);
      window.localStorage.setItem(STORE, words || "[]");
    } catch (refused) {
      kept = false;
    }
    return kept ? parsed(words) : parameter(PARAMETER).map(key => ({ key, name: key }));
  }

  function parsed(words) {
    let found = null;
    try { found = JSON.parse(words || "[]"); } catch (broken) { /* 当作没有选过 */ }
    if (!Array.isArray(found)) return [];
    return found.filter(item => item && KEY.test(item.key) && typeof item.name === "string").slice(0, MOST);
  }

  function parameter(name) {
    const words = new URLSearchParams(window.location.search).get(name) || "";
    return [...new Set(words.split(",").map(key => key.trim()).filter(key => KEY.test(key)))];
  }

  function keep() {
    if (kept) {
      try { window.localStorage.setItem(STORE, JSON.stringify(chosen)); } catch (refused) { kept = false; }
    }
    if (!kept) tellAddress(PARAMETER);
  }

  /* 地址带着所选的案例：比较页的可以收藏、发给别人 */
  function tellAddress(name) {
    try {
      window.history.replaceState(null, "", withChosen(window.location.href, name));
    } catch (refused) { /* 地址改不了就不改，页面上照样能用 */ }
  }

  function withChosen(address, name) {
    const url = new URL(address, root);
    const parts = url.search.slice(1).split("&").filter(part => part && part.split("=")[0] !== name);
    if (chosen.length) parts.push(`${name}=${chosen.map(({ key }) => encodeURIComponent(key)).join(",")}`);
    url.search = parts.join("&");
    return url.href;
  }

  function has(key) { return chosen.some(item => item.key === key); }

  function toggle(key, name) {
    if (has(key)) chosen = chosen.filter(item => item.key !== key);
    else if (chosen.length < MOST) chosen = [...chosen, { key, name }];
    keep();
    refresh();
  }

  /* --- 页面上的小件 ------------------------------------------------------------------------- */

  function make(name, words, kind) {
    const element = document.createElement(name);
    if (words) element.textContent = words;
    if (kind) element.className = kind;
    return element;
  }

  function button(words, kind, act) {
    const made = make("button", words, kind);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  function link(words, address) {
    const made = make("a", words);
    made.href = base + address;
    return made;
  }

  /* 一个小按钮去掉一个案例：读屏软件要听到是哪一个 */
  function awayButton(words, name, act, said = words) {
    const made = button(words, "away", act);
    made.setAttribute("aria-label", `${said}：${name}`);
    return made;
  }

  function chooser(key, name) {
    const element = button("", "choose", () => toggle(key, name));
    buttons.push({ element, key, name });
    return element;
  }

  function refresh() {
    buttons.forEach(({ element, key, name }) => {
      const on = has(key), full = !on && chosen.length >= MOST;
      element.textContent = on ? "已加入比较" : full ? `最多比较 ${MOST} 个` : "加入比较";
      element.setAttribute("aria-pressed", String(on));
      element.setAttribute("aria-label", `${element.textContent}：${name}`);
      element.disabled = full;
    });
    if (!comparison) showTray();
  }

  function addChoosers() {
    document.querySelectorAll(".case-tools[data-case]").forEach(place => {
      const { case: key, name } = place.dataset;
      if (KEY.test(key)) place.prepend(chooser(key, name || key));
    });
    document.querySelectorAll("ul.entries > li > a:first-child, #field-table td:first-child > a").forEach(entry => {
      const key = keyOf(entry);
      if (key) entry.after(chooser(key, entry.textContent));
    });
  }

  function keyOf(entry) {
    const [address] = entry.href.split(/[?#]/), folder = `${root}cases/`;
    if (!address.startsWith(folder) || !address.endsWith(".html")) return "";
    let key = "";
    try { key = decodeURIComponent(address.slice(folder.length, -".html".length)); } catch (broken) { /* 不是案例 */ }
    return KEY.test(key) ? key : "";
  }

  /* --- 页脚的比较栏 ------------------------------------------------------------------------- */

  function showTray() {
    if (!tray) {
      tray = document.body.appendChild(make("section", "", "compare-tray"));
      tray.setAttribute("aria-label", "案例比较");
    }
    const inside = tray.contains(document.activeElement);
    tray.textContent = "";
    tray.hidden = chosen.length === 0;
    document.body.classList.toggle("has-tray", chosen.length > 0);
    if (!chosen.length) return;
    const clear = button("清空", "clear", () => { chosen = []; keep(); refresh(); });
    tray.append(make("strong", `比较 ${chosen.length} 个案例`), chosenList(), comparingLink(), clear);
    /* 只用键盘的人刚按了移出，焦点留在栏里 */
    if (inside) tray.querySelector("button").focus();
  }

  function chosenList() {
    const list = make("ul");
    chosen.forEach(({ key, name }) => {
      const line = list.appendChild(make("li"));
      line.append(make("span", name), awayButton("×", name, () => toggle(key, name), "移出比较"));
    });
    return list;
  }

  function comparingLink() {
    const enough = chosen.length >= FEWEST, made = make("a", enough ? "打开比较表" : "再选 1 个就能比较", "go");
    if (enough) made.href = withChosen(PAGE, "cases");
    return made;
  }

  /* 浏览器不许存的时候，站内的链接都带上所选的案例 */
  document.addEventListener("click", event => {
    const followed = event.target.closest ? event.target.closest("a[href]") : null;
    if (kept || !followed || followed.target || followed.getAttribute("href").startsWith("#")) return;
    if (followed.href.startsWith(root)) followed.href = withChosen(followed.href, PARAMETER);
  }, true);

  /* --- 比较页 ------------------------------------------------------------------------------- */

  window.gongwenCase = facts => loaded.set(facts.key, facts);

  function load(key) {
    return new Promise(done => {
      const script = document.createElement("script");
      script.src = `${base}cases/${encodeURIComponent(key)}.js`;
      script.onload = script.onerror = done;
      document.head.append(script);
    });
  }

  async function openComparison() {
    const asked = parameter("cases"), all = asked.length ? asked : chosen.map(({ key }) => key);
    const keys = all.slice(0, MOST);
    comparison.textContent = "";
    comparison.append(make("p", "正在取案例的要素……", "note"));
    await Promise.all(keys.map(load));
    lost = keys.filter(key => !loaded.has(key));
    const cases = keys.filter(key => loaded.has(key)).map(key => loaded.get(key));
    if (keys.length) choose(cases);
    showComparison(cases, all.length);
  }

  function choose(cases) {
    chosen = cases.map(({ key, name }) => ({ key, name }));
    keep();
    tellAddress("cases");
  }

  function remove(key, cases) {
    const left = cases.filter(one => one.key !== key);
    lost = [];
    choose(left);
    showComparison(left, left.length);
    const next = comparison.querySelector(".away") || comparison.querySelector("a");
    if (next) next.focus();
  }

  function showComparison(cases, asked) {
    const notices = lost.map(key => `没有找到案例“${key}”，可能已改编号，或不在公开范围。`);
    if (asked > MOST) notices.push(`一次最多比较 ${MOST} 个，这里只列前 ${MOST} 个。`);
    comparison.textContent = "";
    comparison.append(...notices.map(words => make("p", words, "notice")));
    if (cases.length < FEWEST) { comparison.append(hint(cases)); return; }
    const rows = rowsOf(cases), wide = make("div", "", "wide");
    wide.tabIndex = 0;
    wide.setAttribute("role", "region");
    wide.setAttribute("aria-label", "案例比较表");
    wide.append(table(cases, rows));
    comparison.append(toolbar(cases, rows), make("p", "表比屏幕宽，可左右滑动。", "slide-hint"), wide);
    showSlideHint();
  }

  /* 表比屏幕宽时才提示左右滑动 */
  function showSlideHint() {
    const told = comparison.querySelector(".slide-hint"), wide = comparison.querySelector(".wide");
    if (told && wide) told.hidden = wide.scrollWidth <= wide.clientWidth;
  }

  function hint(cases) {
    const made = make("p", "", "notice");
    cases.forEach(({ key, name, page }) => {
      const away = button("移出", "away", () => remove(key, cases));
      made.append(make("span", "只选了 1 个案例，再选 1 个才好比较："), link(name, page), away);
    });
    made.append(make("span", cases.length ? "。在" : "还没有选案例。在"), link("案例列表", "browse/cases/all/1.html"));
    made.append(make("span", "或案例页上点“加入比较”，选 2 到 6 个，再回到这里。"));
    return made;
  }

  function toolbar(cases, rows) {
    const made = make("p", "", "comparison-tools"), state = make("span", "", "copy-state");
    const copying = button("复制表格", "tool", () => {
      state.textContent = copyTable(cases, shownRows(rows)) ? "已复制，可粘贴到 WPS、Word 或表格里" : selectTable();
    });
    state.setAttribute("role", "status");
    made.append(copying, button("打印", "tool", () => window.print()), differenceBox(cases), state);
    return made;
  }

  function differenceBox(cases) {
    const label = make("label"), box = make("input");
    box.type = "checkbox";
    box.checked = onlyDifferent;
    box.addEventListener("change", () => {
      onlyDifferent = box.checked;
      showComparison(cases, cases.length);
      comparison.querySelector("input").focus(); /* 重画以后还能接着用键盘 */
    });
    label.append(box, " 只看不同的项");
    return label;
  }

  /* 每一行：名称、各案例的内容、异同 */
  function rowsOf(cases) {
    const rows = cases[0].rows.map(([name], place) => {
      const cells = cases.map(one => one.rows[place] ? one.rows[place][1] : []);
      return { name, cells, mark: markOf(cells) };
    });
    return rows.filter(({ cells }) => cells.some(lines => lines.length));
  }

  function markOf(cells) {
    const isWritten = lines => lines.some(line => !UNSAID.includes(line));
    if (!cells.some(isWritten)) return "都没有写";
    return new Set(cells.map(lines => lines.join("\n"))).size === 1 ? "相同" : "不同";
  }

  function shownRows(rows) { return rows.filter(({ mark }) => !onlyDifferent || mark === "不同"); }

  function table(cases, rows) {
    const made = make("table", "", `data comparison columns-${cases.length}`);
    const head = make("thead"), top = make("tr"), body = make("tbody");
    top.append(headCell("要素", "col"), ...cases.map(one => caseHead(one, cases)));
    head.append(top);
    body.append(...shownRows(rows).map(bodyRow));
    made.append(make("caption", "案例比较"), head, body);
    return made;
  }

  function headCell(words, scope) {
    const made = make("th", words);
    made.scope = scope;
    return made;
  }

  function caseHead({ key, name, page }, cases) {
    const made = headCell("", "col");
    made.append(link(name, page), awayButton("移出", name, () => remove(key, cases)));
    return made;
  }

  function bodyRow({ name, cells, mark }) {
    const made = make("tr", "", mark === "不同" ? "different" : "same"), head = headCell(name, "row");
    head.append(make("span", mark, "mark"));
    made.append(head, ...cells.map(bodyCell));
    return made;
  }

  function bodyCell(lines) {
    const cell = make("td");
    cell.append(...lines.map(line => make("p", line)));
    if (!lines.length) cell.append(make("span", "没有填", "empty"));
    return cell;
  }

  /* --- 复制 --------------------------------------------------------------------------------- */

  function linesOf(cases, rows) {
    const head = ["要素", ...cases.map(({ name }) => name), "异同"];
    return [head, ...rows.map(({ name, cells, mark }) => [name, ...cells.map(cell => cell.join("\n")), mark])];
  }

  /* 贴到文档里的表：样子写在各格上，到了别处还在 */
  function plainTable(lines) {
    const made = make("table");
    made.setAttribute("border", "1");
    made.setAttribute("style", "border-collapse:collapse");
    lines.forEach((cells, place) => {
      const row = made.appendChild(make("tr"));
      row.append(...cells.map(words => plainCell(place ? "td" : "th", words)));
    });
    return made;
  }

  function plainCell(name, words) {
    const cell = make(name);
    cell.setAttribute("style", "border:1px solid #000;padding:2px 6px;vertical-align:top");
    words.split("\n").forEach((part, number) => {
      if (number) cell.append(make("br"));
      cell.append(part);
    });
    return cell;
  }

  /* 表格软件里一格一行：格里的换行换成分号，制表符换成空格 */
  function plainText(lines) {
    const cellText = words => words.replace(/\n/g, "；").replace(/\t/g, " ");
    return lines.map(cells => cells.map(cellText).join("\t")).join("\r\n");
  }

  function copyTable(cases, rows) {
    const lines = linesOf(cases, rows);
    let given = false, done = false;
    const give = event => {
      event.clipboardData.setData("text/html", plainTable(lines).outerHTML);
      event.clipboardData.setData("text/plain", plainText(lines));
      event.preventDefault();
      given = true;
    };
    document.addEventListener("copy", give);
    try { done = document.execCommand("copy"); } catch (refused) { /* 下面请读者自己按 */ }
    document.removeEventListener("copy", give);
    return done && given;
  }

  function selectTable() {
    const range = document.createRange(), selection = window.getSelection();
    range.selectNode(comparison.querySelector("table"));
    selection.removeAllRanges();
    selection.addRange(range);
    return "浏览器不让网页复制；表格已选中，请按 Ctrl+C";
  }

  /* --- 开始 --------------------------------------------------------------------------------- */

  function readAgain() { chosen = read(); refresh(); }

  addChoosers();
  refresh();
  if (comparison) {
    document.body.classList.add("comparing");
    openComparison();
    window.addEventListener("resize", showSlideHint);
  }
  window.addEventListener("pageshow", event => { if (event.persisted && kept) readAgain(); });
  window.addEventListener("storage", event => { if (event.key === STORE && !comparison) readAgain(); });
})();
