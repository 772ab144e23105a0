// @ts-check
// The mirror: applies C++'s patch to the real elements over the canvas.
mergeInto(LibraryManager.library, {
  $Mirror__deps: ['$Stage', '$MirrorElement', '$MirrorAttributes', '$MirrorFocus', '$MirrorDialogs', '$MirrorEvents', '$Keyboard'],
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
        MirrorElement.fresh = true;
      }
      record.node = node;
      MirrorAttributes.set(record);
      MirrorElement.name(record);
      MirrorElement.fresh = false;
      MirrorElement.place(record, node.box, Stage.scale);
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
      (patch.say || []).forEach(function (line) { MirrorDialogs.say(line[0], line[1]); });
    },
  },

  cohoi_mirror_attach__deps: ['$Mirror'],
  cohoi_mirror_attach__sig: 'vif',
  cohoi_mirror_attach: function (self, emRatio) {
    Mirror.self = self;
    Mirror.emRatio = emRatio;
    Mirror.records = new Map();
    Mirror.root = document.getElementById('mirror');
    MirrorEvents.attach();
    Keyboard.attach();
  },

  cohoi_mirror_apply__deps: ['$Mirror'],
  cohoi_mirror_apply__sig: 'vi',
  cohoi_mirror_apply: function (json) {
    Mirror.apply(JSON.parse(UTF8ToString(json)));
  },
});
