/* 读政策和公文：每条旁边的复制按钮、打印按钮、窄屏上的目录。没有脚本时，固定链接和“引用写法”一行照常可用。 */
(() => {
  "use strict";
  /* 纸上没有可点开的东西：打印前把对照页里收起的字句展开。 */
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("table.compare details").forEach(folded => { folded.open = true; });
  });

  const citation = document.getElementById("citation");
  if (!citation) { return; }
  const title = words(citation.querySelector(".cite-title")), status = words(citation.querySelector(".cite-status"));
  const told = document.body.appendChild(make("div", "copied", { role: "status", "aria-live": "polite" }));
  let hiding = 0;
  addButtons();
  addOutline();

  function words(element) { return element ? element.textContent.trim() : ""; }
  function make(name, className, attributes = {}) {
    const made = document.createElement(name);
    if (className) { made.className = className; }
    Object.keys(attributes).forEach(key => made.setAttribute(key, attributes[key]));
    return made;
  }
  function button(label, name, act) {
    const made = make("button", "copy", { type: "button", "aria-label": name });
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  }

  /* 说出复制了什么；浏览器不许复制时，把文字选中，按 Ctrl+C 即可。 */
  function tell(sentence, field) {
    clearTimeout(hiding);
    told.textContent = sentence;
    if (field) {
      told.append(field);
      field.focus();
      field.select();
    } else {
      hiding = setTimeout(() => { told.textContent = ""; }, 6000);
    }
  }
  function textField(text) {
    const field = make("textarea", "", { rows: "2", "aria-label": "引用" });
    field.value = text;
    field.readOnly = true;
    field.addEventListener("keydown", event => { if (event.key === "Escape") { told.textContent = ""; } });
    return field;
  }
  function copyByField(text, back) {
    const field = textField(text);
    let done = false;
    tell("", field);
    try { done = document.execCommand("copy"); } catch (refused) { /* 下面请读者自己按 */ }
    if (done) {
      tell(`已复制：${text}`);
      back.focus();
    } else {
      tell("浏览器不允许直接复制，文字已选中，请按 Ctrl+C。", field);
    }
  }
  function copy(text, back) {
    const byField = () => copyByField(text, back);
    if (!navigator.clipboard || !navigator.clipboard.writeText) { byField(); return; }
    navigator.clipboard.writeText(text).then(() => tell(`已复制：${text}`), byField);
  }
  function copyButton(name) {
    const made = button("复制引用", `复制引用：${name || "全文"}`, () => copy(title + name + status, made));
    return made;
  }
  function addButtons() {
    document.querySelectorAll("[data-cite]").forEach(provision => {
      const next = provision.classList.contains("lead") && provision.nextElementSibling;
      (next || provision).append(copyButton(provision.dataset.cite));
    });
    citation.append(copyButton(""), button("打印", "打印本页", () => window.print()));
  }

  /* 窄屏没有旁边的目录，放一份在正文之前，点开才展开。 */
  function addOutline() {
    const links = document.querySelectorAll(".md-sidebar--secondary a.md-nav__link");
    const text = document.getElementById("text") || document.querySelector("p.addressees, p.text");
    if (links.length < 4 || !text) { return; }
    const outline = make("details", "outline"), list = make("ul");
    outline.append(make("summary"), list);
    outline.firstChild.textContent = "目录";
    links.forEach(link => {
      const copied = list.appendChild(make("li", `depth-${depthOf(link)}`)).appendChild(make("a"));
      copied.href = link.getAttribute("href");
      copied.textContent = words(link);
      copied.addEventListener("click", () => { outline.open = false; });
    });
    text.parentNode.insertBefore(outline, text);
  }
  function depthOf(link) {
    let depth = 0;
    for (let up = link.parentElement; up && !up.classList.contains("md-sidebar"); up = up.parentElement) {
      if (up.tagName === "UL") { depth += 1; }
    }
    return depth;
  }
})();
