/* 结果：同一份文件的几处放在一起，先出最像的，其余折起来，免得一份占满一页。 */
(function (search) {
  "use strict";
  var element = search.element, NAMED = 10;

  function addressOf(hit, anchor) {
    return (window.gongwenBase || ".") + "/" + hit.url + (anchor ? "#" + encodeURIComponent(anchor) : "");
  }
  function badge(text, tone) {
    return element("span", "badge" + (tone ? " badge-" + tone : ""), text);
  }
  function headOf(hit, words, level) {
    var head = element(level, "hit-head"), link = element("a", "hit-title");
    link.href = addressOf(hit, "");
    link.dataset.item = "";
    search.marked(link, hit.title, words);
    head.appendChild(link);
    if (hit.number) { head.appendChild(search.marked(element("span", "hit-number"), "（" + hit.number + "）", words)); }
    return head;
  }
  function aboutOf(hit) {
    var about = element("p", "hit-about");
    about.appendChild(badge(hit.kind, ""));
    if (hit.status) {
      about.appendChild(document.createTextNode(" "));
      about.appendChild(badge(hit.status, hit.tone));
    }
    if (hit.chain) {
      about.appendChild(document.createTextNode(" "));
      about.appendChild(element("span", "hit-chain", hit.chain));
    }
    return about;
  }
  function placeOf(hit, words, limit) {
    var item = element("li"), link = element("a", "hit-place");
    link.href = addressOf(hit, hit.anchor);
    link.dataset.item = "";
    if (hit.path.length) { link.appendChild(search.marked(element("span", "hit-heading"), hit.path.join(" › "), words)); }
    var text = element("span", "hit-text");
    search.snippet(text, textLines(hit), words, limit);
    link.appendChild(text);
    item.appendChild(link);
    return item;
  }
  /* 题名和文号已经写在上面，整份一处的文字里就不再重复。 */
  function textLines(hit) {
    if (hit.anchor) { return hit.lines; }
    return hit.lines.filter(function (line) {
      var isTitle = line.indexOf(hit.title) >= 0 && line.length < hit.title.length + hit.number.length + NAMED;
      return line && !isTitle && line !== hit.number;
    });
  }

  /* options：level 标题的级，places 每份先出几处，limit 摘多少字 */
  function listIn(box, words, options) {
    var groups = new Map(), list = element("ol", "hits");
    box.appendChild(list);
    function groupOf(hit) {
      var group = groups.get(hit.url);
      if (!group) {
        group = { item: element("li", "hit"), places: element("ol", "hit-places"), shown: 0, kept: [], button: null };
        group.item.appendChild(headOf(hit, words, options.level));
        group.item.appendChild(aboutOf(hit));
        group.item.appendChild(group.places);
        list.appendChild(group.item);
        groups.set(hit.url, group);
      }
      return group;
    }
    function add(hits) {
      hits.forEach(function (hit) {
        var group = groupOf(hit);
        if (!hit.anchor && !textLines(hit).length) { return; }
        if (group.shown < options.places) {
          group.places.appendChild(placeOf(hit, words, options.limit));
          group.shown += 1;
        } else {
          group.kept.push(hit);
          offerKept(group);
        }
      });
    }
    function offerKept(group) {
      if (!group.button) {
        group.button = element("button", "hit-more");
        group.button.type = "button";
        group.button.dataset.item = "";
        group.button.addEventListener("click", function () { unfold(group); });
        group.item.appendChild(group.button);
      }
      group.button.textContent = "本件另有 " + group.kept.length + " 处";
    }
    function unfold(group) {
      var first = null;
      group.kept.forEach(function (hit) {
        var place = placeOf(hit, words, options.limit);
        group.places.appendChild(place);
        first = first || place.firstChild;
      });
      group.shown += group.kept.length;
      group.kept = [];
      group.item.removeChild(group.button);
      group.button = null;
      first.focus();
    }
    return { add: add, records: function () { return groups.size; } };
  }

  search.listIn = listIn;
})(gongwenSearch);
