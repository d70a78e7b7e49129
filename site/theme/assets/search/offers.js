/* 把建议排成一列链接：要查的话到检索页去查，题名直接打开那一页。 */
(function (search) {
  "use strict";
  var element = search.element;

  function searchAddress(query) {
    return (window.gongwenBase || ".") + "/search.html?q=" + encodeURIComponent(query);
  }
  /* choose 不写就照链接走；写了就由它接过要查的话。 */
  function offerList(offers, className, choose) {
    var list = element("ul", className);
    offers.forEach(function (offer) {
      var item = element("li", "offer-item"), link = element("a", "offer", offer.words);
      link.href = offer.url ? (window.gongwenBase || ".") + "/" + offer.url : searchAddress(offer.words);
      link.dataset.item = "";
      if (choose && !offer.url) {
        link.addEventListener("click", function (event) {
          if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
          event.preventDefault();
          choose(offer);
        });
      }
      item.appendChild(link);
      if (offer.why) { item.appendChild(element("span", "offer-why", offer.why)); }
      list.appendChild(item);
    });
    return list;
  }

  search.offerList = offerList;
  search.searchAddress = searchAddress;
})(gongwenSearch);
