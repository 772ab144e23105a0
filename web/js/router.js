// @ts-check
// The address bar (the part after #) and the title.
mergeInto(LibraryManager.library, {
  $Router__deps: ['$MirrorEvents'],
  $Router: {
    self: 0,
    tell: function () {
      _cohoi_on_address(Router.self, MirrorEvents.text(location.hash));
    },
  },

  cohoi_router_attach__deps: ['$Router'],
  cohoi_router_attach__sig: 'vi',
  cohoi_router_attach: function (self) {
    Router.self = self;
    // popstate comes for back and forward and for links alike, hashchange also where a page set the hash.
    window.addEventListener('popstate', Router.tell);
    window.addEventListener('hashchange', Router.tell);
    Router.tell();
  },

  cohoi_router_go__sig: 'vii',
  cohoi_router_go: function (address, replace) {
    const url = UTF8ToString(address);
    // Neither fires an event, so C++ is not told what it said itself.
    if (url === location.hash) return;
    if (replace) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
  },

  cohoi_router_title__sig: 'vi',
  cohoi_router_title: function (title) {
    document.title = UTF8ToString(title);
  },
});
