// @ts-check
// The browser's own Unicode tables, for core/base/unicode.h. Code points in and out; arrays of them lie in memory as uint32.
mergeInto(LibraryManager.library, {
  cohoi_unicode_kind__sig: 'ii',
  cohoi_unicode_kind: function (point) {
    const text = String.fromCodePoint(point);
    if (/^[\p{Mn}\p{Me}]$/u.test(text)) return 1;  // Kind::mark
    if (/^[\p{Zs}\p{Zl}\p{Zp}\p{Cc}]$/u.test(text)) return 2;  // Kind::space
    if (/^\p{Cf}$/u.test(text)) return 3;  // Kind::hidden
    return /^[\p{P}\p{S}]$/u.test(text) ? 4 : 0;  // Kind::other, Kind::word
  },

  cohoi_unicode_letter__sig: 'ii',
  cohoi_unicode_letter: function (point) {
    return /^\p{L}$/u.test(String.fromCodePoint(point)) ? 1 : 0;
  },

  cohoi_unicode_lower__sig: 'ii',
  cohoi_unicode_lower: function (point) {
    // The one letter that becomes two, the dotted I, loses its dot: a case changes no length.
    return String.fromCodePoint(point).toLowerCase().codePointAt(0);
  },

  cohoi_unicode_upper__sig: 'ii',
  cohoi_unicode_upper: function (point) {
    const large = Array.from(String.fromCodePoint(point).toUpperCase());
    return large.length === 1 ? large[0].codePointAt(0) : point;
  },

  cohoi_unicode_normal__sig: 'iiiii',
  cohoi_unicode_normal: function (from, size, into, composed) {
    let text = '';
    for (let at = from >> 2; at < (from >> 2) + size; ++at) text += String.fromCodePoint(HEAPU32[at]);
    let at = into >> 2;
    for (const one of text.normalize(composed ? 'NFC' : 'NFD')) HEAPU32[at++] = one.codePointAt(0);
    return at - (into >> 2);
  },
});
