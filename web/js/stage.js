// @ts-check
// The stage: canvas size in device pixels, animation frames on demand, one timer, the GL context's loss, the cursor.
mergeInto(LibraryManager.library, {
  $Stage: {
    self: 0,
    /** @type {HTMLElement} */ element: null,
    /** @type {HTMLCanvasElement} */ canvas: null,
    scale: 1,
    dpr: 0,
    css: { width: 0, height: 0 },
    /** @type {{width: number, height: number} | null} */ box: null,
    largest: 4096,
    pending: false,
    /** @type {MessageChannel} */ channel: null,
    timer: 0,
    lost: 0,

    /** Sizes the backing store to whole device pixels; tells C++ when anything changed. */
    measure: function () {
      const dpr = window.devicePixelRatio || 1;
      const wanted = { width: Stage.css.width * dpr, height: Stage.css.height * dpr };
      // The exact box is CSS pixels under some emulations: believed only where it is about what it must be.
      const box = Stage.box;
      const exact = box && Math.abs(box.width - wanted.width) <= 1 && Math.abs(box.height - wanted.height) <= 1 ? box : wanted;
      const width = Math.max(1, Math.min(Stage.largest, Math.round(exact.width)));
      const height = Math.max(1, Math.min(Stage.largest, Math.round(exact.height)));
      if (width === Stage.canvas.width && height === Stage.canvas.height && dpr === Stage.dpr) return;
      Stage.dpr = dpr;
      Stage.scale = wanted.width > Stage.largest ? width / Stage.css.width : dpr;
      Stage.canvas.width = width;
      Stage.canvas.height = height;
      _cohoi_on_resize(Stage.self, width, height, Stage.scale);
    },

    observe: function () {
      const observer = new ResizeObserver(function (entries) {
        const entry = entries[entries.length - 1];
        Stage.css = { width: entry.contentRect.width, height: entry.contentRect.height };
        const box = entry.devicePixelContentBoxSize && entry.devicePixelContentBoxSize[0];
        Stage.box = box ? { width: box.inlineSize, height: box.blockSize } : null;
        Stage.measure();
      });
      try {
        observer.observe(Stage.canvas, { box: 'device-pixel-content-box' });
      } catch (_) {
        observer.observe(Stage.canvas);
      }
      const rect = Stage.canvas.getBoundingClientRect();
      Stage.css = { width: rect.width, height: rect.height };
      window.addEventListener('resize', Stage.measure);
    },

    tick: function () {
      if (!Stage.pending) return;
      Stage.pending = false;
      if (window.devicePixelRatio !== Stage.dpr) Stage.measure();
      _cohoi_on_frame(Stage.self);
    },

    request: function () {
      // A hidden tab gets no animation frames, yet work that is under way must go on.
      if (document.hidden) Stage.channel.port2.postMessage(0);
      else requestAnimationFrame(Stage.tick);
    },

    /**
     * Dear ImGui's renderer asks GL for its state before each frame, to put it back; every question waits for the graphics process. Nobody
     * else draws here, so the first answers stay true until the context is a new one.
     */
    remember: function (gl) {
      ['getParameter', 'isEnabled'].forEach(function (name) {
        const ask = gl[name].bind(gl);
        const known = new Map();
        gl[name] = function (what) {
          if (!known.has(what)) known.set(what, ask(what));
          return known.get(what);
        };
        Stage.canvas.addEventListener('webglcontextrestored', function () { known.clear(); });
      });
    },

    watchContext: function () {
      Stage.canvas.addEventListener('webglcontextlost', function (event) {
        event.preventDefault();
        _cohoi_on_context(Stage.self, 1);
        Stage.lost = setTimeout(function () { Module['onFailure']('context'); }, 5000);
      });
      Stage.canvas.addEventListener('webglcontextrestored', function () {
        clearTimeout(Stage.lost);
        _cohoi_on_context(Stage.self, 0);
        Module['onFailure']('');
      });
    },
  },

  cohoi_stage_attach__deps: ['$Stage', '$Pointer', '$Probe'],
  cohoi_stage_attach__sig: 'vi',
  cohoi_stage_attach: function (self) {
    Stage.self = self;
    Stage.element = document.getElementById('stage');
    Stage.canvas = Module['canvas'];
    Stage.channel = new MessageChannel();
    Stage.channel.port1.onmessage = Stage.tick;
    const gl = Stage.canvas.getContext('webgl2');
    if (gl) {
      Stage.largest = Math.min(gl.getParameter(gl.MAX_TEXTURE_SIZE), gl.getParameter(gl.MAX_RENDERBUFFER_SIZE));
      Stage.remember(gl);
    }
    Stage.observe();
    Stage.watchContext();
    Stage.measure();
    Pointer.attach();
    Probe.attach();
    document.addEventListener('visibilitychange', function () {
      if (Stage.pending) Stage.request();
    });
  },

  cohoi_stage_request_frame__deps: ['$Stage'],
  cohoi_stage_request_frame__sig: 'v',
  cohoi_stage_request_frame: function () {
    if (Stage.pending) return;
    Stage.pending = true;
    Stage.request();
  },

  cohoi_stage_wake__deps: ['$Stage'],
  cohoi_stage_wake__sig: 'vd',
  cohoi_stage_wake: function (milliseconds) {
    clearTimeout(Stage.timer);
    Stage.timer = milliseconds > 0 ? setTimeout(function () { _cohoi_on_wake(Stage.self); }, milliseconds) : 0;
  },

  cohoi_stage_cursor__deps: ['$Stage'],
  cohoi_stage_cursor__sig: 'vi',
  cohoi_stage_cursor: function (cursor) {
    const names = ['default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize', 'pointer', 'wait', 'progress', 'not-allowed'];
    Stage.element.style.cursor = cursor < 0 ? 'none' : names[cursor] || 'default';
  },

  cohoi_stage_fail__sig: 'vi',
  cohoi_stage_fail: function (kind) {
    Module['onFailure'](UTF8ToString(kind));
  },
});
