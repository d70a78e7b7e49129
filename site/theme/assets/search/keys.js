/* 键盘：/ 到检索框，↓↑ 在建议和结果间走，Enter 打开（链接自己会），Esc 收起。 */
(function (search) {
  "use strict";

  function isTyping(target) {
    return /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable;
  }
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) { return; }
    var inputs = Array.from(document.querySelectorAll("form[data-search] input[type=search]"));
    var input = inputs.filter(function (one) { return one.offsetParent !== null; })[0];
    if (input) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });

  /* 在 input 和 box 里带 data-item 的各项之间走；close 收起，有可收的就答 true，这一次 Esc 不清空检索框。 */
  function walk(input, box, close) {
    function items() {
      return Array.from(box.querySelectorAll("[data-item]")).filter(function (one) { return one.offsetParent !== null; });
    }
    function step(event, by) {
      var all = items(), at = all.indexOf(document.activeElement);
      if (event.target !== input && at < 0) { return; }
      var next = at + by;
      if (!all.length || next >= all.length) { return; }
      event.preventDefault();
      (next < 0 ? input : all[next]).focus();
    }
    function handle(event) {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) { return; }
      if (event.key === "ArrowDown") { step(event, 1); }
      if (event.key === "ArrowUp" && event.target !== input) { step(event, -1); }
      if (event.key === "Escape") {
        if (event.target !== input) { event.preventDefault(); input.focus(); }
        if (close()) { event.preventDefault(); }
      }
    }
    input.addEventListener("keydown", handle);
    box.addEventListener("keydown", handle);
  }

  search.walk = walk;
})(gongwenSearch);
