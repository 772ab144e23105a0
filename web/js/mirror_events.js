// @ts-check
// What people do to the mirror's elements, told to C++.
mergeInto(LibraryManager.library, {
  $MirrorEvents__deps: ['$MirrorElement'],
  $MirrorEvents: {
    /** A copy of the text in C++'s memory; C++ frees it. */
    text: function (text) {
      const size = lengthBytesUTF8(text) + 1;
      const memory = _cohoi_allocate(size);
      stringToUTF8(text, memory, size);
      return memory;
    },

    /** The nearest element that does something: a text inside a row stands for the row. */
    acting: function (target) {
      let record = Mirror.recordOf(target);
      while (record) {
        const node = record.node;
        if (node.focusable || MirrorElement.isField(record) || MirrorElement.reachable.indexOf(node.role) >= 0 ||
          MirrorElement.roving.indexOf(node.role) >= 0) return record;
        record = Mirror.recordOf(record.el.parentElement);
      }
      return null;
    },

    flags: function (event, twice) {
      return (twice ? 1 : 0) | (event.ctrlKey || event.metaKey ? 2 : 0) | (event.shiftKey ? 4 : 0);
    },

    click: function (event) {
      // The finger that held something until its menu came is lifted: no press.
      if (MirrorEvents.held) {
        MirrorEvents.held = false;
        return;
      }
      const record = MirrorEvents.acting(event.target);
      if (!record) return;
      if (record.role === 'link') {
        const native = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
        if (record.node.disabled || !record.node.href) event.preventDefault();
        else if (native) return;
      }
      // Safari leaves the focus where it was when a button is clicked.
      const el = record.el;
      if (event.detail > 0 && el.tagName === 'BUTTON' && !el.contains(document.activeElement)) el.focus({ preventScroll: true });
      _cohoi_on_click(Mirror.self, record.id, MirrorEvents.flags(event, false));
    },

    twice: function (event) {
      const record = MirrorEvents.acting(event.target);
      if (record) _cohoi_on_click(Mirror.self, record.id, MirrorEvents.flags(event, true));
    },

    send: function (record, committed) {
      const value = /** @type {HTMLInputElement} */ (record.el).value.normalize('NFC');
      record.unfinished = !committed;
      _cohoi_on_text(Mirror.self, record.id, MirrorEvents.text(value), committed ? 1 : 0);
    },

    input: function (event) {
      const record = Mirror.recordOf(event.target);
      if (record && MirrorElement.isField(record)) MirrorEvents.send(record, false);
    },

    change: function (event) {
      const record = Mirror.recordOf(event.target);
      if (!record) return;
      const el = /** @type {HTMLInputElement} */ (record.el);
      if (record.role === 'select') _cohoi_on_choice(Mirror.self, record.id, MirrorEvents.text(el.value));
      else if (MirrorElement.isField(record)) MirrorEvents.commit(record);
    },

    commit: function (record) {
      const el = /** @type {HTMLInputElement} */ (record.el);
      const normal = el.value.normalize('NFC');
      if (!record.composing && el.value !== normal) el.value = normal;
      MirrorEvents.send(record, true);
    },

    /** The page is being left, no blur will come: what stands in the field counts as entered. */
    leave: function () {
      const record = Mirror.recordOf(document.activeElement);
      if (record && MirrorElement.isField(record)) MirrorEvents.commit(record);
    },

    compose: function (event) {
      const record = Mirror.recordOf(event.target);
      if (!record) return;
      record.composing = event.type === 'compositionstart';
      if (!record.composing && MirrorElement.isField(record)) MirrorEvents.send(record, false);
    },

    focused: function (event) {
      const record = Mirror.recordOf(event.target);
      if (!record) return;
      MirrorFocus.visit(record.id);
      if (MirrorFocus.roves(record) || record.el.closest('[role=listitem]')) MirrorFocus.rove();
      _cohoi_on_focus(Mirror.self, record.id, record.el.matches(':focus-visible') ? 1 : 0);
    },

    blurred: function (event) {
      // Another window came to the front: the focus is still here.
      if (document.activeElement === event.target) return;
      // What a program wrote in a person's place (dictation, a password manager) comes without a change event.
      const record = Mirror.recordOf(event.target);
      if (record && record.unfinished && !Mirror.applying) MirrorEvents.commit(record);
      if (event.relatedTarget && Mirror.root.contains(event.relatedTarget)) return;
      _cohoi_on_focus(Mirror.self, 0, 0);
    },

    scrolled: function (event) {
      const record = Mirror.recordOf(event.target);
      if (record && record.el === event.target && record.role === 'scroll') MirrorEvents.report(record);
    },

    report: function (record) {
      record.scroll = [record.el.scrollLeft, record.el.scrollTop];
      _cohoi_on_scroll(Mirror.self, record.id, record.scroll[0] * Stage.scale, record.scroll[1] * Stage.scale);
    },

    scrollTo: function (id, x, y) {
      const record = Mirror.records.get(id);
      if (!record) return;
      record.el.scrollLeft = x / Stage.scale;
      record.el.scrollTop = y / Stage.scale;
      MirrorEvents.report(record);
    },

    restoreScroll: function (el) {
      const inside = [el].concat(Array.from(el.querySelectorAll('.scroll')));
      inside.forEach(function (one) {
        const record = Mirror.recordOf(one);
        if (!record || record.role !== 'scroll') return;
        one.scrollLeft = record.scroll[0];
        one.scrollTop = record.scroll[1];
      });
    },

    /** A right click, the menu key, Shift+F10 or a long press: the key "ContextMenu" for what has a menu; the browser's own menu for the rest. */
    menu: function (event) {
      const record = MirrorEvents.acting(event.target);
      if (!record || MirrorElement.isField(record)) return;
      clearTimeout(MirrorEvents.hold);
      const keyboard = event.button === -1 || record.el.matches(':focus-visible');
      if (!keyboard && record.node.focusable) record.el.focus({ preventScroll: true });
      if (_cohoi_on_key(Mirror.self, MirrorEvents.text('ContextMenu'), record.id, 0)) event.preventDefault();
    },

    /** @type {any} */ hold: 0,
    held: false,

    /** Safari on touch screens has no contextmenu event. */
    touched: function (event) {
      MirrorEvents.held = false;
      clearTimeout(MirrorEvents.hold);
      if (event.pointerType !== 'touch' || !event.isPrimary) return;
      const record = MirrorEvents.acting(event.target);
      if (!record || !record.node.focusable) return;
      const x = event.clientX, y = event.clientY;
      const let_go = function (later) {
        if (later.type === 'pointermove' && Math.hypot(later.clientX - x, later.clientY - y) < 8) return;
        clearTimeout(MirrorEvents.hold);
        ['pointermove', 'pointerup', 'pointercancel'].forEach(function (kind) { document.removeEventListener(kind, let_go); });
      };
      ['pointermove', 'pointerup', 'pointercancel'].forEach(function (kind) { document.addEventListener(kind, let_go); });
      MirrorEvents.hold = setTimeout(function () {
        MirrorEvents.held = !!_cohoi_on_key(Mirror.self, MirrorEvents.text('ContextMenu'), record.id, 0);
      }, 550);
    },

    pressed: function (event) {
      // Choosing from a list under a field must leave the focus in the field.
      const record = MirrorEvents.acting(event.target);
      if (record && record.role === 'option' && !record.node.focusable) event.preventDefault();
    },

    attach: function () {
      const root = Mirror.root;
      root.addEventListener('click', MirrorEvents.click);
      root.addEventListener('dblclick', MirrorEvents.twice);
      root.addEventListener('mousedown', MirrorEvents.pressed);
      root.addEventListener('contextmenu', MirrorEvents.menu);
      root.addEventListener('pointerdown', MirrorEvents.touched);
      root.addEventListener('input', MirrorEvents.input);
      root.addEventListener('change', MirrorEvents.change);
      root.addEventListener('compositionstart', MirrorEvents.compose);
      root.addEventListener('compositionend', MirrorEvents.compose);
      root.addEventListener('focusin', MirrorEvents.focused);
      root.addEventListener('focusout', MirrorEvents.blurred);
      root.addEventListener('scroll', MirrorEvents.scrolled, { capture: true, passive: true });
      // Captured, so that they come before those that save.
      window.addEventListener('beforeunload', MirrorEvents.leave, true);
      window.addEventListener('pagehide', MirrorEvents.leave, true);
      root.addEventListener('submit', function (event) { event.preventDefault(); });
    },
  },
});
