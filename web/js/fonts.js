// @ts-check
// The font files the page fetched, for ImGui's atlas.
mergeInto(LibraryManager.library, {
  cohoi_font_size__sig: 'ii',
  cohoi_font_size: function (name) {
    const font = Module['fonts'][UTF8ToString(name)];
    return font ? font.byteLength : 0;
  },

  cohoi_font_read__sig: 'vii',
  cohoi_font_read: function (name, into) {
    HEAPU8.set(new Uint8Array(Module['fonts'][UTF8ToString(name)]), into);
  },
});
