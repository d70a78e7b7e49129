/* 查询和筛选写在地址里：?q=续签&kind=政策&kind=案例；前进、后退照地址重查，回到原来的位置。
   Chromium 在 file:// 下也许改地址里问号后面的部分。 */
(function (search) {
  "use strict";

  function read(keys) {
    var given = new URLSearchParams(location.search), filters = {};
    keys.forEach(function (key) {
      var values = given.getAll(key).filter(Boolean);
      if (values.length) { filters[key] = Array.from(new Set(values)); }
    });
    return { query: given.get("q") || "", asked: given.has("q"), filters: filters };
  }
  function text(query, filters) {
    var given = new URLSearchParams();
    if (query) { given.append("q", query); }
    Object.keys(filters).forEach(function (key) {
      filters[key].forEach(function (value) { given.append(key, value); });
    });
    return location.pathname + (given.toString() ? "?" + given.toString() : "");
  }
  function change(method, view, address) {
    try {
      history[method](view, "", address);
    } catch (refused) { /* 有的浏览器不许双击打开的页面改地址，检索照常 */ }
  }

  search.address = {
    read: read,
    push: function (query, filters) {
      var address = text(query, filters);
      change(address === location.pathname + location.search ? "replaceState" : "pushState", {}, address);
    },
    replace: function (query, filters) { change("replaceState", {}, text(query, filters)); },
    /* 离开之前记下看到了哪里。 */
    keep: function (shown) { change("replaceState", { shown: shown, scroll: window.scrollY }, location.href); },
    kept: function () { return history.state || {}; }
  };
})(gongwenSearch);
