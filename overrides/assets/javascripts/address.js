// What a reader set on a page stands in its address, so that it can be shared: `window.handbook.address`.
(function () {
  "use strict";

  function carry() {
    // The same page in another language keeps it.
    Array.prototype.forEach.call(document.querySelectorAll("a.md-select__link[hreflang]"), function (link) {
      link.search = location.search;
    });
  }

  window.handbook = window.handbook || {};
  window.handbook.address = {
    get: function (name) {
      return new URLSearchParams(location.search).get(name) || "";
    },
    /** Set values by name; an empty one is taken out. What it does not name stays, and so does the anchor. */
    set: function (values) {
      var parameters = new URLSearchParams(location.search);
      Object.keys(values).forEach(function (name) {
        if (values[name]) parameters.set(name, values[name]);
        else parameters.delete(name);
      });
      var query = parameters.toString().replace(/%2C/g, ",").replace(/%2F/g, "/");
      history.replaceState(history.state, "", location.pathname + (query ? "?" + query : "") + location.hash);
      carry();
    }
  };
  carry();
})();
