/* 查询和筛选写在地址里：?q=续签&kind=政策&kind=案例；前进、后退照地址重查，回到原来的位置。
   Chromium 在 file:// 下也许改地址里问号后面的部分。 */
(search => {
  "use strict";

  function read(keys) {
    const given = new URLSearchParams(location.search), filters = {};
    keys.forEach(key => {
      const values = given.getAll(key).filter(Boolean);
      if (values.length) { filters[key] = [...new Set(values)]; }
    });
    return { query: given.get("q") || "", filters };
  }
  function text(query, filters) {
    const given = new URLSearchParams(query ? { q: query } : "");
    Object.keys(filters).forEach(key => filters[key].forEach(value => given.append(key, value)));
    const asked = given.toString();
    return location.pathname + (asked ? `?${asked}` : "");
  }
  function change(method, view, address) {
    try {
      history[method](view, "", address);
    } catch (refused) { /* 有的浏览器不许双击打开的页面改地址，检索照常 */ }
  }
  function push(query, filters) {
    const address = text(query, filters);
    change(address === location.pathname + location.search ? "replaceState" : "pushState", {}, address);
  }

  search.address = {
    read,
    push,
    replace: (query, filters) => change("replaceState", {}, text(query, filters)),
    /* 离开之前记下看到了哪里。 */
    keep: shown => change("replaceState", { shown, scroll: window.scrollY }, location.href),
    kept: () => history.state || {}
  };
})(gongwenSearch);
