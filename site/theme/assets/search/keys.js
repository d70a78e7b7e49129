/* 键盘：/ 到检索框，↓↑ 在建议和结果间走，Enter 打开（链接自己会），Esc 收起。 */
(search => {
  "use strict";
  const isSeen = one => one.offsetParent !== null;
  const isHeld = event => event.ctrlKey || event.metaKey || event.altKey;
  const isTyping = ({ tagName, isContentEditable }) => /^(INPUT|TEXTAREA|SELECT)$/.test(tagName) || isContentEditable;

  document.addEventListener("keydown", event => {
    if (event.key !== "/" || isHeld(event) || isTyping(event.target)) { return; }
    const input = [...document.querySelectorAll("form[data-search] input[type=search]")].find(isSeen);
    if (input) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });

  /* 在 input 和 box 里带 data-item 的各项之间走；close 收起，有可收的就答 true，这一次 Esc 不清空检索框。 */
  function walk(input, box, close) {
    function step(event, by) {
      const all = [...box.querySelectorAll("[data-item]")].filter(isSeen);
      const at = all.indexOf(document.activeElement), next = at + by;
      if ((event.target !== input && at < 0) || next >= all.length) { return; }
      event.preventDefault();
      (next < 0 ? input : all[next]).focus();
    }
    function leave(event) {
      if (event.target !== input) { event.preventDefault(); input.focus(); }
      if (close()) { event.preventDefault(); }
    }
    function handle(event) {
      if (event.isComposing || isHeld(event)) { return; }
      if (event.key === "ArrowDown") { step(event, 1); }
      if (event.key === "ArrowUp" && event.target !== input) { step(event, -1); }
      if (event.key === "Escape") { leave(event); }
    }
    input.addEventListener("keydown", handle);
    box.addEventListener("keydown", handle);
  }

  search.walk = walk;
})(gongwenSearch);
