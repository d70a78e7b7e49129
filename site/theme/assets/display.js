/* 字号和深浅色。在页面显示以前就定好；记在本机浏览器里，浏览器不许记的时候只管这一页。 */
(() => {
  "use strict";
  const STORE = "gongwen-display", USUAL = { size: "medium", scheme: "auto" };
  const CHOICES = { size: ["small", "medium", "large", "larger"], scheme: ["auto", "light", "dark"] };
  const html = document.documentElement, dark = window.matchMedia("(prefers-color-scheme: dark)");
  let chosen = read();

  window.gongwenBase = document.currentScript.dataset.base;
  html.classList.remove("no-js");
  html.classList.add("js");
  apply();
  dark.addEventListener("change", apply);
  window.addEventListener("storage", event => {
    if (event.key === STORE) { chosen = read(); apply(); tick(); }
  });
  document.addEventListener("DOMContentLoaded", attach);

  function read() {
    let kept = null;
    try { kept = JSON.parse(window.localStorage.getItem(STORE)); } catch (refused) { /* 当作没有记过 */ }
    const known = key => kept && CHOICES[key].includes(kept[key]) ? kept[key] : USUAL[key];
    return { size: known("size"), scheme: known("scheme") };
  }
  function keep() {
    try { window.localStorage.setItem(STORE, JSON.stringify(chosen)); } catch (refused) { /* 不许记就不记 */ }
  }
  function apply() {
    const isDark = chosen.scheme === "dark" || (chosen.scheme === "auto" && dark.matches);
    html.dataset.size = chosen.size;
    document.body.setAttribute("data-md-color-scheme", isDark ? "slate" : "default");
  }

  /* --- 页眉里的选择 --- */
  function inputs() { return [...document.querySelectorAll(".display input")]; }
  function tick() { inputs().forEach(input => { input.checked = chosen[input.name] === input.value; }); }
  function attach() {
    inputs().forEach(input => input.addEventListener("change", () => {
      chosen[input.name] = input.value;
      keep();
      apply();
    }));
    attachClosing(document.querySelector(".display"));
    tick();
  }
  /* Esc 收起并回到按钮；焦点或点击到了别处也收起。 */
  function attachClosing(panel) {
    const close = () => { panel.open = false; };
    panel.addEventListener("keydown", event => {
      if (event.key === "Escape" && panel.open) { close(); panel.querySelector("summary").focus(); }
    });
    panel.addEventListener("focusout", event => {
      if (event.relatedTarget && !panel.contains(event.relatedTarget)) { close(); }
    });
    document.addEventListener("click", event => { if (!panel.contains(event.target)) { close(); } });
  }
})();
