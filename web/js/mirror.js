// @ts-check
// The mirror: applies C++'s patch to the real elements over the canvas.
mergeInto(LibraryManager.library, {
  $Mirror__deps: ['$Stage', '$MirrorElement', '$MirrorFocus', '$MirrorEvents', '$Keyboard'],
  $Mirror: {
    self: 0,
    emRatio: 1,
    scale: 0,
    applying: false,
    /** @type {HTMLElement} */ root: null,
    /** @type {Map<number, MirrorRecord>} */ records: null,

    recordOf: function (target) {
      const el = target instanceof Element ? target.closest('[data-node]') : null;
      return el ? Mirror.records.get(Number(el.getAttribute('data-node'))) || null : null;
    },

    put: function (node) {
      let record = Mirror.records.get(node.id);
      if (!record || record.role !== node.role || (record.role === 'heading' && record.node.level !== node.level)) {
        const made = MirrorElement.create(node);
        if (record) record.el.replaceWith(made.el);
        record = made;
        Mirror.records.set(node.id, record);
      }
      record.node = node;
      Mirror.attributes(record);
      MirrorElement.name(record);
      MirrorElement.place(record, node.box, Stage.scale);
    },

    attributes: function (record) {
      const el = record.el;
      const node = record.node;
      const set = MirrorElement.attribute;
      set(el, 'aria-description', [node.hint, node.error].filter(Boolean).join('. '));
      set(el, 'aria-invalid', node.error ? 'true' : '');
      set(el, 'aria-required', node.required ? 'true' : '');
      set(el, 'aria-disabled', node.disabled ? 'true' : '');
      set(el, 'aria-checked', node.checked);
      set(el, 'aria-selected', node.selected);
      set(el, 'aria-expanded', node.expanded);
      set(el, 'aria-pressed', node.pressed);
      set(el, 'aria-sort', node.sort);
      set(el, 'aria-current', node.current ? 'page' : '');
      set(el, 'aria-rowcount', node.rows);
      set(el, 'aria-rowindex', node.row);
      set(el, 'aria-colcount', node.columns);
      set(el, 'aria-colindex', node.column);
      if (node.role === 'link') Mirror.link(el, node);
      if (node.role === 'progressbar' || node.role === 'separator') {
        set(el, 'aria-valuetext', node.value);
        set(el, 'aria-valuenow', isNaN(parseFloat(node.value)) ? '' : parseFloat(node.value));
      }
      if (node.role === 'select') MirrorElement.options(record);
      if (MirrorElement.isField(record)) Mirror.field(record);
      MirrorFocus.reach(record);
    },

    link: function (el, node) {
      MirrorElement.attribute(el, 'href', node.href || '#');
      const outside = /^https?:/.test(node.href || '');
      MirrorElement.attribute(el, 'target', outside ? '_blank' : '');
      MirrorElement.attribute(el, 'rel', outside ? 'noopener noreferrer' : '');
    },

    field: function (record) {
      const el = /** @type {HTMLInputElement} */ (record.el);
      const node = record.node;
      const set = MirrorElement.attribute;
      const modes = { decimal: 'decimal', numeric: 'numeric', tel: 'tel', email: 'email', url: 'url' };
      set(el, 'inputmode', node.role === 'spinbutton' ? 'decimal' : modes[node.input]);
      set(el, 'placeholder', node.placeholder);
      set(el, 'maxlength', node.max);
      set(el, 'aria-valuetext', node.role === 'spinbutton' ? node.value : '');
      el.readOnly = !!node.readonly;
      Mirror.write(record);
    },

    /** C++'s value into the field, unless the browser is composing in it: then after that. */
    write: function (record) {
      const el = /** @type {HTMLInputElement} */ (record.el);
      const value = record.node.value || '';
      if (record.composing || el.value.normalize('NFC') === value) return;
      const focused = document.activeElement === el;
      const end = el.value.length - (focused && el.selectionEnd !== null ? el.selectionEnd : 0);
      el.value = value;
      record.sent = value;
      if (focused) el.setSelectionRange(Math.max(0, value.length - end), Math.max(0, value.length - end));
    },

    /** Puts children in order without ever moving the one that holds the focus. */
    order: function (parentId, ids) {
      const parent = parentId ? Mirror.records.get(parentId) : null;
      const home = parent ? parent.el : Mirror.root;
      const wanted = ids.map(function (id) { return Mirror.records.get(id).el; });
      if (parent) {
        parent.children = ids.length;
        MirrorElement.name(parent);
      }
      const active = document.activeElement;
      const anchor = active ? wanted.findIndex(function (el) { return el.parentNode === home && el.contains(active); }) : -1;
      let next = parent && parent.label ? parent.label.nextSibling : parent && parent.space ? parent.space.nextSibling : home.firstChild;
      wanted.forEach(function (el, i) {
        if (i === anchor || next === el) {
          next = el.nextSibling;
          return;
        }
        const moved = el.isConnected;
        home.insertBefore(el, next);
        // Taking an element out of the page forgets how far it was scrolled.
        if (moved) MirrorEvents.restoreScroll(el);
      });
    },

    rescale: function () {
      Mirror.scale = Stage.scale;
      Mirror.records.forEach(function (record) { MirrorElement.place(record, record.node.box, Stage.scale); });
    },

    apply: function (patch) {
      Mirror.applying = true;
      if (Mirror.scale !== Stage.scale) Mirror.rescale();
      MirrorFocus.before(patch);
      (patch.remove || []).forEach(function (id) {
        const record = Mirror.records.get(id);
        if (record) record.el.remove();
        Mirror.records.delete(id);
      });
      (patch.put || []).forEach(Mirror.put);
      const moves = patch.move || [];
      for (let i = 0; i < moves.length; i += 5) {
        const record = Mirror.records.get(moves[i]);
        record.node.box = moves.slice(i + 1, i + 5);
        MirrorElement.place(record, record.node.box, Stage.scale);
      }
      (patch.order || []).reverse().forEach(function (pair) { Mirror.order(pair[0], pair[1]); });
      (patch.scroll || []).forEach(function (wish) { MirrorEvents.scrollTo(wish[0], wish[1], wish[2]); });
      MirrorFocus.after(patch);
      Mirror.applying = false;
      (patch.say || []).forEach(function (line) { MirrorFocus.say(line[0], line[1]); });
    },
  },

  cohoi_mirror_attach__deps: ['$Mirror'],
  cohoi_mirror_attach: function (self, emRatio) {
    Mirror.self = self;
    Mirror.emRatio = emRatio;
    Mirror.records = new Map();
    Mirror.root = document.getElementById('mirror');
    MirrorEvents.attach();
    Keyboard.attach();
  },

  cohoi_mirror_apply__deps: ['$Mirror'],
  cohoi_mirror_apply: function (json) {
    Mirror.apply(JSON.parse(UTF8ToString(json)));
  },
});
