// @ts-check
// Files in (chooser, drop) and out (download), and text into the clipboard.
mergeInto(LibraryManager.library, {
  $Files__deps: ['$MirrorEvents'],
  $Files: {
    self: 0,
    pieces: [],
    // Half of the largest heap; a bigger file could not be held beside what is made of it.
    largest: 512 * 1024 * 1024,

    give: function (request, file) {
      const name = function () { return MirrorEvents.text(file.name); };
      if (file.size > Files.largest) {
        _cohoi_on_file(Files.self, request, name(), 0, -2);
        return;
      }
      file.arrayBuffer().then(function (buffer) {
        const memory = _cohoi_allocate(Math.max(1, buffer.byteLength));
        HEAPU8.set(new Uint8Array(buffer), memory);
        _cohoi_on_file(Files.self, request, name(), memory, buffer.byteLength);
      }, function () {
        _cohoi_on_file(Files.self, request, name(), 0, -2);
      });
    },

    /** Asks before a file leaves, where there is a lock (lock.js). @type {(go: () => void) => void} */
    before: function (go) { go(); },

    /** Into the user's downloads. */
    keep: function (blob, name) {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = name;
      link.click();
      setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
    },

    /** Opened from outside while it is installed: with a file, or by a shortcut. The window that is there takes it, because only one may write. */
    launched: function (launch) {
      const file = launch.files && launch.files[0];
      if (file) file.getFile().then(function (content) { Files.give(0, content); });
      // The program's own icon has no place in its address, and then the user stays where they were.
      else if (launch.targetURL) location.hash = new URL(launch.targetURL).hash || location.hash;
    },

    carriesFiles: function (event) {
      return !!event.dataTransfer && Array.from(event.dataTransfer.types).indexOf('Files') >= 0;
    },
  },

  cohoi_files_attach__deps: ['$Files'],
  cohoi_files_attach__sig: 'vi',
  cohoi_files_attach: function (self) {
    Files.self = self;
    document.addEventListener('dragover', function (event) {
      if (Files.carriesFiles(event)) event.preventDefault();
    });
    document.addEventListener('drop', function (event) {
      if (!Files.carriesFiles(event)) return;
      event.preventDefault();
      const file = event.dataTransfer.files[0];
      if (file) Files.give(0, file);
    });
    const launches = /** @type {any} */ (window).launchQueue;
    if (launches) launches.setConsumer(Files.launched);
  },

  cohoi_files_choose__deps: ['$Files'],
  cohoi_files_choose__sig: 'vii',
  cohoi_files_choose: function (request, accept) {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = UTF8ToString(accept);
    input.addEventListener('change', function () {
      if (input.files[0]) Files.give(request, input.files[0]);
      else _cohoi_on_file(Files.self, request, 0, 0, -1);
    });
    input.addEventListener('cancel', function () { _cohoi_on_file(Files.self, request, 0, 0, -1); });
    input.click();
  },

  cohoi_files_piece__deps: ['$Files'],
  cohoi_files_piece__sig: 'vii',
  cohoi_files_piece: function (bytes, size) {
    Files.pieces.push(HEAPU8.slice(bytes, bytes + size));
    // Many small ones become a Blob now and then, which the browser may keep outside its memory.
    if (Files.pieces.length > 4096) Files.pieces = [new Blob(Files.pieces)];
  },

  cohoi_files_save__deps: ['$Files'],
  cohoi_files_save__sig: 'vii',
  cohoi_files_save: function (name, type) {
    const blob = new Blob(Files.pieces, { type: UTF8ToString(type) });
    const file = UTF8ToString(name);
    Files.pieces = [];
    Files.before(function () {
      Files.keep(blob, file);
      _cohoi_on_file_left(Files.self);
    });
  },

  cohoi_files_forget__deps: ['$Files'],
  cohoi_files_forget__sig: 'v',
  cohoi_files_forget: function () { Files.pieces = []; },

  cohoi_files_save_picture__deps: ['$Files', '$Stage'],
  cohoi_files_save_picture__sig: 'viiiii',
  cohoi_files_save_picture: function (name, x, y, width, height) {
    const file = UTF8ToString(name);
    // What this frame draws stands on the canvas until the browser has shown it; the frame is done when this runs.
    queueMicrotask(function () {
      const picture = document.createElement('canvas');
      picture.width = width;
      picture.height = height;
      picture.getContext('2d').drawImage(Stage.canvas, x, y, width, height, 0, 0, width, height);
      picture.toBlob(function (blob) {
        if (blob) Files.before(function () { Files.keep(blob, file); });
      }, 'image/png');
    });
  },

  cohoi_clipboard_write__sig: 'vi',
  cohoi_clipboard_write: function (text) {
    const copied = UTF8ToString(text);
    const old = function () {
      // Plain http has no navigator.clipboard; the copy event works everywhere.
      const fill = function (event) {
        event.clipboardData.setData('text/plain', copied);
        event.preventDefault();
      };
      document.addEventListener('copy', fill, { once: true });
      document.execCommand('copy');
      document.removeEventListener('copy', fill);
    };
    if (navigator.clipboard) navigator.clipboard.writeText(copied).catch(old);
    else old();
  },
});
