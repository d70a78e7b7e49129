/* 筛选：每一类一组复选框，旁边是当前查询下的件数；窄窗口里收在一个按钮下面。 */
(function (search) {
  "use strict";
  var element = search.element, FIRST = 6, MOST = 60;

  /* names：[[键, 名称, 值的等级], …]，按显示的次序；changed(filters) 在选择变动后调用。 */
  function facetsIn(box, names, changed) {
    var filters = {}, open = {}, counts = {}, openGroups = names.length, unfolded = {};
    var button = element("button", "facet-button", "筛选"), panel = element("div", "facet-panel");
    button.type = "button";
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", "facet-panel");
    panel.id = "facet-panel";
    button.addEventListener("click", function () {
      var opened = button.getAttribute("aria-expanded") !== "true";
      button.setAttribute("aria-expanded", String(opened));
      box.classList.toggle("facets-open", opened);
    });
    box.appendChild(button);
    box.appendChild(panel);

    function chosen(key, value) { return (filters[key] || []).indexOf(value) >= 0; }
    function toggle(key, value) {
      var values = (filters[key] || []).filter(function (one) { return one !== value; });
      if (!chosen(key, value)) { values = values.concat(value); }
      filters = Object.assign({}, filters);
      if (values.length) { filters[key] = values; } else { delete filters[key]; }
      changed(filters);
    }
    function valueItem(key, value, count) {
      var item = element("li"), label = element("label", count ? "" : "facet-none"), tick = element("input");
      tick.type = "checkbox";
      tick.checked = chosen(key, value);
      tick.dataset.facet = key;
      tick.value = value;
      tick.addEventListener("change", function () { toggle(key, value); });
      label.appendChild(tick);
      label.appendChild(element("span", "facet-value", value));
      label.appendChild(element("span", "facet-count", (counts.atLeast && count ? "至少 " : "") + count));
      item.appendChild(label);
      return item;
    }
    function rowsOf(key) {
      var rows = inOrder(key, counts[key] || []), known = rows.map(function (row) { return row[0]; });
      var missing = (filters[key] || []).filter(function (value) { return known.indexOf(value) < 0; });
      return missing.map(function (value) { return [value, 0]; }).concat(rows);
    }
    /* 没有查的时候，头几组以后的先折起，点名称展开。 */
    function folded(key, name) {
      var set = element("fieldset", "facet"), more = element("button", "facet-more facet-unfold", name);
      more.type = "button";
      more.dataset.more = "组 " + key;
      more.setAttribute("aria-expanded", "false");
      more.addEventListener("click", function () { unfolded[key] = true; draw(); });
      set.appendChild(more);
      return set;
    }
    function group(key, name) {
      var rows = rowsOf(key), set = element("fieldset", "facet"), list = element("ul", "facet-values");
      set.appendChild(element("legend", "", name));
      rows.slice(0, MOST).forEach(function (row, place) {
        if (open[key] || place < FIRST || chosen(key, row[0])) { list.appendChild(valueItem(key, row[0], row[1])); }
      });
      set.appendChild(list);
      if (rows.length > FIRST) { set.appendChild(moreButton(key, rows.length)); }
      return set;
    }
    function moreButton(key, total) {
      var more = element("button", "facet-more", open[key] ? "收起" : total > MOST ? "前 " + MOST + " 项" : "全部 " + total + " 项");
      more.type = "button";
      more.dataset.more = key;
      more.setAttribute("aria-expanded", String(!!open[key]));
      more.addEventListener("click", function () { open[key] = !open[key]; draw(); });
      return more;
    }
    /* 重画以后，键盘的焦点还在原来那一项上。 */
    function draw() {
      var held = document.activeElement, at = panel.contains(held) ? Object.assign({}, held.dataset, { value: held.value }) : null;
      panel.textContent = "";
      names.filter(function (pair) { return rowsOf(pair[0]).length; }).forEach(function (pair, place) {
        var isOpen = place < openGroups || unfolded[pair[0]] || filters[pair[0]];
        panel.appendChild((isOpen ? group : folded)(pair[0], pair[1]));
      });
      var number = Object.keys(filters).reduce(function (all, key) { return all + filters[key].length; }, 0);
      button.textContent = number ? "筛选（已选 " + number + " 项）" : "筛选";
      if (at) { refocus(at); }
    }
    function refocus(at) {
      Array.from(panel.querySelectorAll("input, button")).some(function (one) {
        var same = at.more ? one.dataset.more === at.more || "组 " + one.dataset.facet === at.more : one.dataset.facet === at.facet && one.value === at.value;
        if (same) { one.focus({ preventScroll: true }); }
        return same;
      });
    }
    /* 年份新的在前，有等级的照等级，其余件数多的在前。 */
    function inOrder(key, rows) {
      var ranks = (names.filter(function (row) { return row[0] === key; })[0] || [])[2] || [];
      return rows.slice().sort(function (a, b) {
        if (key === "year") { return (parseInt(b[0], 10) || 0) - (parseInt(a[0], 10) || 0); }
        return place(ranks, a[0]) - place(ranks, b[0]) || b[1] - a[1];
      });
    }
    function place(ranks, value) { return ranks.indexOf(value) < 0 ? ranks.length : ranks.indexOf(value); }
    return {
      show: function (found, given, opened) { counts = found; filters = given; openGroups = opened; draw(); }
    };
  }

  /* 已选的各项，一项一个按钮，按一下去掉。 */
  function chipsIn(box, names, filters, changed) {
    box.textContent = "";
    names.forEach(function (pair) {
      (filters[pair[0]] || []).forEach(function (value) {
        var chip = element("button", "chip", pair[1] + "：" + value);
        chip.type = "button";
        chip.setAttribute("aria-label", "去掉筛选 " + pair[1] + "：" + value);
        chip.addEventListener("click", function () { changed(without(filters, pair[0], value)); });
        box.appendChild(chip);
      });
    });
    if (box.childNodes.length > 1) {
      var all = element("button", "chip-clear", "全部清除");
      all.type = "button";
      all.addEventListener("click", function () { changed({}); });
      box.appendChild(all);
    }
  }
  function without(filters, key, value) {
    var left = Object.assign({}, filters);
    left[key] = filters[key].filter(function (one) { return one !== value; });
    if (!left[key].length) { delete left[key]; }
    return left;
  }

  search.facetsIn = facetsIn;
  search.chipsIn = chipsIn;
})(gongwenSearch);
