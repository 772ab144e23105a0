// @ts-check
// Which keys C++ is asked about, and what composites do with arrows. Text fields keep their editing keys, the browser its own.
mergeInto(LibraryManager.library, {
  $Keyboard__deps: ['$MirrorEvents', '$MirrorFocus', '$MirrorElement'],
  $Keyboard: {
    apple: false,
    // Nothing of these with Ctrl belongs to a browser that could not be given up, unlike L, R, T, N, W, F, P, +, -, 0.
    withCtrl: ['k', 'z', 'y', 'a', 'c', 's', 'e', 'Enter', 'Backspace', 'Delete', 'Home', 'End', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', ' ', '/', '.'],
    withCtrlInText: ['k', 's', 'Enter', '/', '.'],
    inText: ['Escape', 'Enter', 'Tab', 'F2', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'],
    inArea: ['Escape', 'Tab', 'F2'],
    inSelect: ['Escape', 'Tab', 'F2'],
    plain: ['Escape', 'Enter', 'Tab', 'F2', 'Backspace', 'Delete', 'Home', 'End', 'PageUp', 'PageDown', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],

    /** Whether C++ may have this key at all. */
    offered: function (event, record) {
      const key = event.key;
      const field = record && MirrorElement.isField(record);
      const ctrl = Keyboard.apple ? event.metaKey : event.ctrlKey;
      // AltGr types letters; Alt and the Windows key belong to the browser and the system.
      if (event.altKey || (Keyboard.apple ? event.ctrlKey : event.metaKey)) return false;
      if (ctrl) return (field ? Keyboard.withCtrlInText : Keyboard.withCtrl).indexOf(key.length === 1 ? key.toLowerCase() : key) >= 0;
      if (field) return (record.role === 'textarea' ? Keyboard.inArea : Keyboard.inText).indexOf(key) >= 0;
      if (record && record.role === 'select') return Keyboard.inSelect.indexOf(key) >= 0;
      const native = record && (record.el.tagName === 'BUTTON' || record.el.tagName === 'A');
      if (native && (key === 'Enter' || (key === ' ' && record.el.tagName === 'BUTTON'))) return false;
      return key.length === 1 || Keyboard.plain.indexOf(key) >= 0;
    },

    ask: function (event, record) {
      const field = !!record && MirrorElement.isField(record);
      if (field && event.key === 'Enter' && record.role !== 'textarea') MirrorEvents.commit(record);
      const ctrl = Keyboard.apple ? event.metaKey : event.ctrlKey;
      const flags = (field ? 1 : 0) | (ctrl ? 2 : 0) | (event.shiftKey ? 4 : 0) | (event.altKey ? 8 : 0);
      const key = ctrl && event.key.length === 1 ? event.key.toLowerCase() : event.key;
      return _cohoi_on_key(Mirror.self, MirrorEvents.text(key), record ? record.id : 0, flags) !== 0;
    },

    /** Arrows inside radios, tabs and menus are theirs before anyone is asked. */
    own: function (event, record) {
      if (!record || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false;
      if (record.role === 'radio' || record.role === 'tab') return Keyboard.step(event.key, record, true);
      if (record.role === 'menuitem') return Keyboard.step(event.key, record, false);
      return false;
    },

    step: function (key, record, choose) {
      const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity }[key];
      if (by === undefined) return false;
      const items = MirrorFocus.siblings(record);
      const at = items.indexOf(record);
      const to = Math.abs(by) === 1 ? (at + by + items.length) % items.length : by > 0 ? items.length - 1 : 0;
      MirrorFocus.focus(items[to], false);
      if (choose) items[to].el.click();
      return true;
    },

    /** Nobody wanted the key: rows and cells still move and open. */
    fallback: function (event, record) {
      if (!record || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return false;
      if (MirrorElement.roving.indexOf(record.role) < 0) return false;
      const presses = event.key === 'Enter' || (event.key === ' ' && record.role === 'columnheader');
      if (presses && record.el.tagName !== 'BUTTON') {
        record.el.click();
        return true;
      }
      const across = record.role === 'columnheader' || record.role === 'gridcell';
      const wanted = across ? ['ArrowLeft', 'ArrowRight', 'Home', 'End'] : ['ArrowUp', 'ArrowDown', 'Home', 'End'];
      if (wanted.indexOf(event.key) < 0) return false;
      const items = MirrorFocus.siblings(record);
      const at = items.indexOf(record) + ({ ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key] || 0);
      const to = event.key === 'Home' ? 0 : event.key === 'End' ? items.length - 1 : at;
      if (items[to]) MirrorFocus.focus(items[to], false);
      return true;
    },

    down: function (event) {
      // 229: an input method is at work; Safari says so after the composition's end as well.
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
      const target = event.target;
      const record = Mirror.recordOf(target);
      if (!record && target !== document.body && target !== document.documentElement) return;
      if (Keyboard.own(event, record) || (Keyboard.offered(event, record) && Keyboard.ask(event, record)) || Keyboard.fallback(event, record)) {
        event.preventDefault();
      }
    },

    attach: function () {
      Keyboard.apple = /Mac|iPhone|iPad/.test(navigator.platform || '');
      document.addEventListener('keydown', Keyboard.down);
    },
  },
});
