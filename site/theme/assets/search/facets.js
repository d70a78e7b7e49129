/* 筛选：每一类一组复选框，旁边是当前查询下的件数；窄窗口里收在一个按钮下面。 */
(search => {
  "use strict";
  const { element, button } = search, FIRST = 6, MOST = 60;

  const valuesOf = (filters, key) => filters[key] || [];

  function without(filters, key, value) {
    const left = { ...filters, [key]: filters[key].filter(one => one !== value) };
    if (!left[key].length) { delete left[key]; }
    return left;
  }
  /* 年份新的在前，有等级的照等级，其余件数多的在前。 */
  function inOrder(key, ranks, rows) {
    const year = ([value]) => parseInt(value, 10) || 0;
    const place = ([value]) => ranks.includes(value) ? ranks.indexOf(value) : ranks.length;
    const compare = key === "year" ? (a, b) => year(b) - year(a) : (a, b) => place(a) - place(b) || b[1] - a[1];
    return [...rows].sort(compare);
  }

  class Facets {
    /* names：[[键, 名称, 值的等级], …]，按显示的次序；changed(filters) 在选择变动后调用。 */
    constructor(box, names, changed) {
      Object.assign(this, { names, changed, filters: {}, counts: {}, openGroups: names.length });
      this.open = new Set();
      this.unfolded = new Set();
      this.panel = element("div", "facet-panel");
      this.panel.id = "facet-panel";
      this.button = button("facet-button", "筛选", () => {
        const opened = this.button.getAttribute("aria-expanded") !== "true";
        this.button.setAttribute("aria-expanded", String(opened));
        box.classList.toggle("facets-open", opened);
      });
      this.button.setAttribute("aria-expanded", "false");
      this.button.setAttribute("aria-controls", "facet-panel");
      box.append(this.button, this.panel);
    }
    show(counts, filters, openGroups) {
      Object.assign(this, { counts, filters, openGroups });
      this.draw();
    }
    isChosen(key, value) { return valuesOf(this.filters, key).includes(value); }
    toggle(key, value) {
      const { filters } = this, added = [...valuesOf(filters, key), value];
      this.filters = this.isChosen(key, value) ? without(filters, key, value) : { ...filters, [key]: added };
      this.changed(this.filters);
    }
    rowsOf([key, , ranks]) {
      const rows = inOrder(key, ranks, this.counts[key] || []), known = rows.map(([value]) => value);
      const missing = valuesOf(this.filters, key).filter(value => !known.includes(value));
      return [...missing.map(value => [value, 0]), ...rows];
    }

    /* 重画以后，键盘的焦点还在原来那一项上。 */
    draw() {
      const { panel, filters } = this, held = document.activeElement;
      const at = panel.contains(held) ? { ...held.dataset, value: held.value } : null;
      panel.textContent = "";
      this.names.filter(facet => this.rowsOf(facet).length).forEach((facet, place) => {
        const isOpen = place < this.openGroups || this.unfolded.has(facet[0]) || filters[facet[0]];
        panel.append(isOpen ? this.group(facet) : this.folded(facet));
      });
      const number = Object.values(filters).flat().length;
      this.button.textContent = number ? `筛选（已选 ${number} 项）` : "筛选";
      if (at) { this.refocus(at); }
    }
    refocus(at) {
      const isSame = ({ dataset: { more, facet }, value }) => at.more
        ? more === at.more || `组 ${facet}` === at.more
        : facet === at.facet && value === at.value;
      const found = [...this.panel.querySelectorAll("input, button")].find(isSame);
      if (found) { found.focus({ preventScroll: true }); }
    }
    /* 没有查的时候，头几组以后的先折起，点名称展开。 */
    folded([key, name]) {
      const set = element("fieldset", "facet");
      const more = this.moreButton(`组 ${key}`, name, false, () => this.unfolded.add(key));
      more.classList.add("facet-unfold");
      set.append(more);
      return set;
    }
    group(facet) {
      const [key, name] = facet, rows = this.rowsOf(facet), isOpen = this.open.has(key);
      const set = element("fieldset", "facet"), list = element("ul", "facet-values");
      rows.slice(0, MOST).forEach(([value, count], place) => {
        if (isOpen || place < FIRST || this.isChosen(key, value)) { list.append(this.valueItem(key, value, count)); }
      });
      set.append(element("legend", "", name), list);
      if (rows.length > FIRST) {
        const all = rows.length > MOST ? `前 ${MOST} 项` : `全部 ${rows.length} 项`;
        const turn = () => { if (!this.open.delete(key)) { this.open.add(key); } };
        set.append(this.moreButton(key, isOpen ? "收起" : all, isOpen, turn));
      }
      return set;
    }
    moreButton(more, text, isOpen, act) {
      const made = button("facet-more", text, () => { act(); this.draw(); });
      made.dataset.more = more;
      made.setAttribute("aria-expanded", String(isOpen));
      return made;
    }
    valueItem(key, value, count) {
      const item = element("li"), label = element("label", count ? "" : "facet-none"), tick = element("input");
      Object.assign(tick, { type: "checkbox", checked: this.isChosen(key, value), value });
      tick.dataset.facet = key;
      tick.addEventListener("change", () => this.toggle(key, value));
      const least = this.counts.atLeast && count ? "至少 " : "";
      label.append(tick, element("span", "facet-value", value), element("span", "facet-count", least + count));
      item.append(label);
      return item;
    }
  }

  /* 已选的各项，一项一个按钮，按一下去掉。 */
  function chipsIn(box, names, filters, changed) {
    box.textContent = "";
    names.forEach(([key, name]) => valuesOf(filters, key).forEach(value => {
      const chip = button("chip", `${name}：${value}`, () => changed(without(filters, key, value)));
      chip.setAttribute("aria-label", `去掉筛选 ${name}：${value}`);
      box.append(chip);
    }));
    if (box.childNodes.length > 1) { box.append(button("chip-clear", "全部清除", () => changed({}))); }
  }

  search.facetsIn = (box, names, changed) => new Facets(box, names, changed);
  search.chipsIn = chipsIn;
})(gongwenSearch);
