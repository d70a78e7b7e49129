/* 字号和深浅色。在页面显示以前就定好；记在本机浏览器里，浏览器不许记的时候只管这一页。 */
(function () {
  "use strict";
  var STORE = "gongwen-display", USUAL = { size: "medium", scheme: "auto" };
  var CHOICES = { size: ["small", "medium", "large", "larger"], scheme: ["auto", "light", "dark"] };
  var html = document.documentElement, dark = window.matchMedia("(prefers-color-scheme: dark)");
  var chosen = read();

  window.gongwenBase = document.currentScript.dataset.base;
  html.classList.remove("no-js");
  html.classList.add("js");
  apply();
  dark.addEventListener("change", apply);
  window.addEventListener("storage", function (event) {
    if (event.key === STORE) { chosen = read(); apply(); tick(); }
  });
  document.addEventListener("DOMContentLoaded", attach);

  function read() {
    var kept = null;
    try { kept = JSON.parse(window.localStorage.getItem(STORE)); } catch (refused) { kept = null; }
    return { size: known("size", kept), scheme: known("scheme", kept) };
  }
  function known(key, kept) {
    return kept && CHOICES[key].indexOf(kept[key]) >= 0 ? kept[key] : USUAL[key];
  }
  function keep() {
    try { window.localStorage.setItem(STORE, JSON.stringify(chosen)); } catch (refused) { /* 不许记就不记 */ }
  }
  function apply() {
    var isDark = chosen.scheme === "dark" || (chosen.scheme === "auto" && dark.matches);
    html.dataset.size = chosen.size;
    document.body.setAttribute("data-md-color-scheme", isDark ? "slate" : "default");
  }

  /* --- 页眉里的选择 --- */
  function inputs() { return Array.from(document.querySelectorAll(".display input")); }
  function tick() {
    inputs().forEach(function (input) { input.checked = chosen[input.name] === input.value; });
  }
  function attach() {
    var panel = document.querySelector(".display");
    inputs().forEach(function (input) {
      input.addEventListener("change", function () {
        chosen[input.name] = input.value;
        keep();
        apply();
      });
    });
    panel.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && panel.open) {
        panel.open = false;
        panel.querySelector("summary").focus();
      }
    });
    panel.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !panel.contains(event.relatedTarget)) { panel.open = false; }
    });
    document.addEventListener("click", function (event) {
      if (!panel.contains(event.target)) { panel.open = false; }
    });
    tick();
  }
}());
