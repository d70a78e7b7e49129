/* 读政策和公文：每条旁边的复制按钮、打印按钮、窄屏上的目录。没有脚本时，固定链接和“引用写法”一行照常可用。 */
(function () {
  "use strict";
  /* 纸上没有可点开的东西：打印前把对照页里收起的字句展开。 */
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("table.compare details").forEach(function (folded) { folded.open = true; });
  });

  var citation = document.getElementById("citation");
  if (!citation) { return; }
  var title = words(citation.querySelector(".cite-title"));
  var status = words(citation.querySelector(".cite-status"));
  var told = document.createElement("div");
  told.className = "copied";
  told.setAttribute("role", "status");
  told.setAttribute("aria-live", "polite");
  document.body.appendChild(told);
  var hiding = 0;

  function words(element) { return element ? element.textContent.trim() : ""; }

  function button(label, name, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = "copy";
    made.textContent = label;
    made.setAttribute("aria-label", name);
    made.addEventListener("click", act);
    return made;
  }

  /* 说出复制了什么；浏览器不许复制时，把文字选中，按 Ctrl+C 即可。 */
  function tell(sentence, field) {
    clearTimeout(hiding);
    told.textContent = "";
    told.appendChild(document.createTextNode(sentence));
    if (field) {
      told.appendChild(field);
      field.focus();
      field.select();
    } else {
      hiding = setTimeout(function () { told.textContent = ""; }, 6000);
    }
  }

  function textField(text) {
    var field = document.createElement("textarea");
    field.value = text;
    field.readOnly = true;
    field.rows = 2;
    field.setAttribute("aria-label", "引用");
    field.addEventListener("keydown", function (event) { if (event.key === "Escape") { told.textContent = ""; } });
    return field;
  }

  function copyByField(text, back) {
    var field = textField(text);
    tell("", field);
    var done = false;
    try { done = document.execCommand("copy"); } catch (refused) { done = false; }
    if (done) {
      tell("已复制：" + text);
      back.focus();
    } else {
      tell("浏览器不允许直接复制，文字已选中，请按 Ctrl+C。", field);
    }
  }

  function copy(text, back) {
    var byField = function () { copyByField(text, back); };
    if (!navigator.clipboard || !navigator.clipboard.writeText) { byField(); return; }
    navigator.clipboard.writeText(text).then(function () { tell("已复制：" + text); }, byField);
  }

  function copyButton(name) {
    var text = title + name + status;
    var made = button("复制引用", "复制引用：" + (name || "全文"), function () { copy(text, made); });
    return made;
  }

  document.querySelectorAll("[data-cite]").forEach(function (provision) {
    var next = provision.nextElementSibling;
    var place = provision.classList.contains("lead") && next ? next : provision;
    place.appendChild(copyButton(provision.getAttribute("data-cite")));
  });
  citation.appendChild(copyButton(""));
  citation.appendChild(button("打印", "打印本页", function () { window.print(); }));

  /* 窄屏没有旁边的目录，放一份在正文之前，点开才展开。 */
  function depthOf(link) {
    var depth = 0;
    for (var up = link.parentElement; up && !up.classList.contains("md-sidebar"); up = up.parentElement) {
      if (up.tagName === "UL") { depth += 1; }
    }
    return depth;
  }

  var links = document.querySelectorAll(".md-sidebar--secondary a.md-nav__link");
  var text = document.getElementById("text") || document.querySelector("p.addressees, p.text");
  if (links.length < 4 || !text) { return; }
  var outline = document.createElement("details");
  outline.className = "outline";
  outline.appendChild(document.createElement("summary")).textContent = "目录";
  var list = outline.appendChild(document.createElement("ul"));
  links.forEach(function (link) {
    var item = list.appendChild(document.createElement("li"));
    item.className = "depth-" + depthOf(link);
    var copied = item.appendChild(document.createElement("a"));
    copied.href = link.getAttribute("href");
    copied.textContent = words(link);
    copied.addEventListener("click", function () { outline.open = false; });
  });
  text.parentNode.insertBefore(outline, text);
}());
