/* 结果：同一份文件的几处放在一起，先出最像的，其余折起来，免得一份占满一页。 */
(search => {
  "use strict";
  const { element } = search, NAMED = 10;

  const badge = (text, tone) => element("span", tone ? `badge badge-${tone}` : "badge", text);

  function headOf({ url, title, number }, words, level) {
    const head = element(level, "hit-head"), link = search.link("hit-title", `${search.base}/${url}`);
    head.append(search.marked(link, title, words));
    if (number) { head.append(search.marked(element("span", "hit-number"), `（${number}）`, words)); }
    return head;
  }
  function aboutOf({ kind, status, tone, chain }) {
    const about = element("p", "hit-about");
    about.append(badge(kind));
    if (status) { about.append(" ", badge(status, tone)); }
    if (chain) { about.append(" ", element("span", "hit-chain", chain)); }
    return about;
  }
  function placeOf(hit, words, limit) {
    const { url, anchor, path } = hit, place = anchor ? `#${encodeURIComponent(anchor)}` : "";
    const item = element("li"), link = search.link("hit-place", `${search.base}/${url}${place}`);
    if (path.length) { link.append(search.marked(element("span", "hit-heading"), path.join(" › "), words)); }
    search.snippet(link.appendChild(element("span", "hit-text")), textLines(hit), words, limit);
    item.append(link);
    return item;
  }
  /* 题名和文号已经写在上面，整份一处的文字里就不再重复。 */
  function textLines({ anchor, lines, title, number }) {
    const isTitle = line => line.includes(title) && line.length < title.length + number.length + NAMED;
    return anchor ? lines : lines.filter(line => line && !isTitle(line) && line !== number);
  }

  class HitList {
    /* options：level 标题的级，places 每份先出几处，limit 摘多少字 */
    constructor(box, words, options) {
      Object.assign(this, { words, options, groups: new Map() });
      this.list = box.appendChild(element("ol", "hits"));
    }
    records() { return this.groups.size; }
    add(hits) {
      hits.forEach(hit => {
        const group = this.groupOf(hit);
        if (!hit.anchor && !textLines(hit).length) { return; }
        if (group.places.childNodes.length < this.options.places) { this.show(group, hit); }
        else { this.fold(group, hit); }
      });
    }
    groupOf(hit) {
      if (!this.groups.has(hit.url)) {
        const item = this.list.appendChild(element("li", "hit")), places = element("ol", "hit-places");
        item.append(headOf(hit, this.words, this.options.level), aboutOf(hit), places);
        this.groups.set(hit.url, { item, places, kept: [], more: null });
      }
      return this.groups.get(hit.url);
    }
    show(group, hit) { return group.places.appendChild(placeOf(hit, this.words, this.options.limit)); }
    fold(group, hit) {
      group.kept.push(hit);
      if (!group.more) {
        group.more = group.item.appendChild(search.button("hit-more", "", () => this.unfold(group)));
        group.more.dataset.item = "";
      }
      group.more.textContent = `本件另有 ${group.kept.length} 处`;
    }
    unfold(group) {
      const [first] = group.kept.map(hit => this.show(group, hit));
      group.more.remove();
      Object.assign(group, { kept: [], more: null });
      first.firstChild.focus();
    }
  }

  search.listIn = (box, words, options) => new HitList(box, words, options);
})(gongwenSearch);
