/* 把建议排成一列链接：要查的话到检索页去查，题名直接打开那一页。 */
(search => {
  "use strict";
  const { element } = search;

  const searchAddress = query => `${search.base}/search.html?q=${encodeURIComponent(query)}`;

  /* 接过点击；要在新标签页里打开的不接。 */
  function onPlainClick(link, act) {
    link.addEventListener("click", event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
      event.preventDefault();
      act();
    });
  }
  /* choose 不写就照链接走；写了就由它接过要查的话。 */
  function offerList(offers, className, choose) {
    const list = element("ul", className);
    offers.forEach(offer => {
      const { words, why, url } = offer, item = list.appendChild(element("li", "offer-item"));
      const link = item.appendChild(search.link("offer", url ? `${search.base}/${url}` : searchAddress(words), words));
      if (choose && !url) { onPlainClick(link, () => choose(offer)); }
      if (why) { item.append(element("span", "offer-why", why)); }
    });
    return list;
  }

  Object.assign(search, { offerList, searchAddress });
})(gongwenSearch);
