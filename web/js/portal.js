// @ts-check
// The page around us, by way of web/page/embed.js, which is there only in a frame whose address asks for it.
mergeInto(LibraryManager.library, {
  cohoi_portal_options__deps: ['$MirrorEvents'],
  cohoi_portal_options__sig: 'i',
  cohoi_portal_options: function () {
    return MirrorEvents.text(location.search);
  },

  cohoi_portal_attach__deps: ['$MirrorEvents'],
  cohoi_portal_attach__sig: 'vi',
  cohoi_portal_attach: function (self) {
    if (!Module['portal']) return;
    Module['portal']['attach'](function (ask, text) {
      const answer = _cohoi_on_ask(self, ask, MirrorEvents.text(text));
      const words = UTF8ToString(answer);
      _cohoi_release(answer);
      return words;
    });
  },

  cohoi_portal_tell__sig: 'vii',
  cohoi_portal_tell: function (event, text) {
    if (Module['portal']) Module['portal']['tell'](UTF8ToString(event), UTF8ToString(text));
  },
});
