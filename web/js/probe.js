// @ts-check
// What tests and measurements see: window.cohoi and the User Timing marks.
mergeInto(LibraryManager.library, {
  $Probe__deps: ['$Stage'],
  $Probe: {
    measured: 0,

    attach: function () {
      const probe = {
        version: Module['version'] || '',
        /** Frames the GPU got so far. */
        frames: function () { return _cohoi_frame_count(Stage.self); },
        /** Items on the canvas without an element in the mirror; empty is right. */
        unnamed: function () {
          const list = _cohoi_unnamed_items(Stage.self);
          const lines = UTF8ToString(list).split('\n').filter(Boolean);
          _cohoi_release(list);
          return lines;
        },
        /** Texts of the last frame that are wider than where they may be seen; none is right. */
        overflowing: function () {
          const list = _cohoi_overflowing_texts(Stage.self);
          const lines = UTF8ToString(list).split('\n').filter(Boolean);
          _cohoi_release(list);
          return lines;
        },
        heap: function () { return HEAPU8.length; },
      };
      window['cohoi'] = Object.assign(window['cohoi'] || {}, probe);
    },
  },

  cohoi_stage_mark__sig: 'vi',
  cohoi_stage_mark: function (name) {
    const mark = UTF8ToString(name);
    performance.mark(mark);
    if (mark === 'cohoi:first-frame') Module['onFirstFrame']();
  },

  cohoi_stage_measure__deps: ['$Probe'],
  cohoi_stage_measure__sig: 'vddii',
  cohoi_stage_measure: function (start, cpu, drawn, patchBytes) {
    // The browser keeps every entry for ever, a day's work would fill it.
    if (++Probe.measured % 512 === 0) performance.clearMeasures('cohoi:frame');
    performance.measure('cohoi:frame', { start: start, detail: { cpu: cpu, drawn: drawn, patch: patchBytes } });
  },
});
