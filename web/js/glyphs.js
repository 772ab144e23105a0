// @ts-check
// One glyph at a time from the browser's own fonts, for letters and emoji that our files lack.
mergeInto(LibraryManager.library, {
  $Glyphs: {
    /** @type {CanvasRenderingContext2D} */ pen: null,
    trusted: true,
    text: '',
    font: '',

    prepare: function () {
      if (Glyphs.pen) return;
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 8;
      Glyphs.pen = canvas.getContext('2d', { willReadFrequently: true });
      // Some browsers add noise to what is read back, against fingerprinting: letters would come out dirty.
      Glyphs.pen.fillStyle = '#ffffff';
      Glyphs.pen.fillRect(0, 0, 4, 8);
      const read = Glyphs.pen.getImageData(0, 0, 8, 8).data;
      for (let i = 0; i < read.length; i += 4) {
        const inside = (i / 4) % 8 < 4;
        if (read[i + 3] !== (inside ? 255 : 0) || (inside && read[i] !== 255)) Glyphs.trusted = false;
      }
    },
  },

  cohoi_glyph_measure__sig: 'iifii',
  cohoi_glyph_measure__deps: ['$Glyphs'],
  cohoi_glyph_measure: function (codepoint, size, weight, measures) {
    Glyphs.prepare();
    if (!Glyphs.trusted) return 0;
    Glyphs.text = String.fromCodePoint(codepoint);
    Glyphs.font = weight + ' ' + size + 'px "Be Vietnam Pro", system-ui, sans-serif';
    Glyphs.pen.font = Glyphs.font;
    const seen = Glyphs.pen.measureText(Glyphs.text);
    HEAPF32.set([seen.width, seen.actualBoundingBoxLeft, seen.actualBoundingBoxAscent, seen.actualBoundingBoxRight, seen.actualBoundingBoxDescent], measures >> 2);
    return 1;
  },

  cohoi_glyph_draw__sig: 'iiiiff',
  cohoi_glyph_draw__deps: ['$Glyphs'],
  cohoi_glyph_draw: function (rgba, width, height, x, y) {
    const pen = Glyphs.pen;
    pen.canvas.width = width;
    pen.canvas.height = height;
    pen.font = Glyphs.font;
    pen.fillStyle = '#ffffff';
    pen.fillText(Glyphs.text, x, y);
    const read = pen.getImageData(0, 0, width, height).data;
    HEAPU8.set(read, rgba);
    for (let i = 0; i < read.length; i += 4) {
      // A white glyph takes the colour of the text; anything else is an emoji with its own.
      if (read[i + 3] > 128 && (read[i] < 240 || read[i + 1] < 240 || read[i + 2] < 240)) return 1;
    }
    for (let i = 0; i < read.length; i += 4) HEAPU8[rgba + i] = HEAPU8[rgba + i + 1] = HEAPU8[rgba + i + 2] = 255;
    return 0;
  },
});
