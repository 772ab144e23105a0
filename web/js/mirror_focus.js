// @ts-check
// Where the focus may go and where it goes after a patch: tab stops, one per composite (roving), and the way back from popups.
mergeInto(LibraryManager.library, {
  $MirrorFocus__deps: ['$MirrorElement', '$MirrorDialogs'],
  $MirrorFocus: {
    composites: '[role=grid],[role=list],[role=listbox],[role=radiogroup],[role=tablist],[role=menu]',
    /** @type {number[]} */ history: [],
    popupLost: false,
    hadFocus: false,

    roves: function (record) {
      if (MirrorElement.roving.indexOf(record.role) < 0) return false;
      return MirrorElement.reachable.indexOf(record.role) >= 0 || !!record.node.focusable;
    },

    /** Tab stops of one element; the roving ones are settled by `rove`. */
    reach: function (record) {
      if (MirrorFocus.roves(record)) return;
      const el = record.el;
      if (record.role === 'dialog' || record.node.untabbed) el.tabIndex = -1;
      else if (record.node.focusable && !MirrorElement.isField(record) && MirrorElement.reachable.indexOf(record.role) < 0) el.tabIndex = 0;
      else if (record.role !== 'scroll') el.removeAttribute('tabindex');
    },

    /** @returns {Map<string, MirrorRecord[]>} items of a composite, in the order of the page */
    groups: function () {
      const groups = new Map();
      Mirror.records.forEach(function (record) {
        if (!MirrorFocus.roves(record)) return;
        const home = record.el.parentElement ? record.el.parentElement.closest(MirrorFocus.composites) : null;
        const key = home ? home.id + record.role : 'alone' + record.id;
        if (!groups.has(key)) groups.set(key, []);
        groups.get(key).push(record);
      });
      return groups;
    },

    rove: function () {
      const active = document.activeElement;
      MirrorFocus.groups().forEach(function (items) {
        const chosen = function (record) { return record.node.checked === 'true' || record.node.selected === 'true'; };
        const choice = items[0].role === 'radio' || items[0].role === 'tab';
        const stop = items.find(function (record) { return record.el.contains(active); }) || (choice && items.find(chosen)) ||
          items.find(function (record) { return record.el.tabIndex === 0 && record.el.hasAttribute('tabindex'); }) || items.find(chosen) || items[0];
        items.forEach(function (record) {
          MirrorElement.attribute(record.el, 'tabindex', record === stop ? 0 : -1);
          if (record.role === 'listitem') MirrorFocus.enclose(record.el, record === stop);
        });
      });
    },

    /** Tab goes into the one item it stops at, not into all of a list. */
    enclose: function (item, stops) {
      item.querySelectorAll('button,a').forEach(function (el) {
        MirrorElement.attribute(el, 'tabindex', stops && !Mirror.recordOf(el).node.untabbed ? '' : -1);
      });
    },

    /** The items of the composite that `record` is in, as they lie in the page. */
    siblings: function (record) {
      let found = [record];
      MirrorFocus.groups().forEach(function (items) { if (items.indexOf(record) >= 0) found = items; });
      return found.sort(function (a, b) { return a.el.compareDocumentPosition(b.el) & 4 ? -1 : 1; });
    },

    /** A scroll area nobody could reach by keyboard is a tab stop itself. */
    scrollers: function () {
      Mirror.records.forEach(function (record) {
        if (record.role !== 'scroll') return;
        const box = record.node.box;
        const longer = (record.node.height || 0) > box[3] + 1 || (record.node.width || 0) > box[2] + 1;
        const alone = longer && !record.el.querySelector('a,button,input,select,textarea,[tabindex="0"]');
        MirrorElement.attribute(record.el, 'tabindex', alone ? 0 : '');
        const named = alone ? record.node.name : '';
        MirrorElement.attribute(record.el, 'role', named ? 'group' : '');
        MirrorElement.attribute(record.el, 'aria-label', named);
      });
    },

    visit: function (id) {
      MirrorFocus.history = [id].concat(MirrorFocus.history.filter(function (other) { return other !== id; })).slice(0, 16);
    },

    focus: function (record, still) {
      record.el.focus({ preventScroll: !!still });
      return document.activeElement === record.el;
    },

    before: function (patch) {
      const active = document.activeElement;
      const gone = patch.remove || [];
      const popup = active ? active.closest('[role=menu],[role=listbox]') : null;
      MirrorFocus.popupLost = !!popup && gone.indexOf(Mirror.recordOf(popup).id) >= 0;
      MirrorFocus.hadFocus = !!active && Mirror.root.contains(active);
    },

    after: function (patch) {
      const changed = patch.put || patch.remove || patch.order;
      const turn = MirrorDialogs.follow(changed);
      const openers = turn.openers || (MirrorFocus.popupLost ? MirrorFocus.history : null);
      // What holds the focus is never hidden: into a new dialog first, then shut the rest; open the rest first, then back.
      if (changed && !turn.opened) MirrorDialogs.seal(turn.top);
      if (changed) {
        MirrorFocus.rove();
        MirrorFocus.scrollers();
      }
      const active = document.activeElement;
      const lost = !active || active === document.body || !!active.closest('[inert]');
      const wished = patch.focus ? Mirror.records.get(patch.focus) : null;
      const granted = !!wished && MirrorFocus.focus(wished, false);
      if (!granted && turn.opened && !turn.opened.el.contains(active)) MirrorDialogs.enter(turn.opened);
      else if (!granted && openers && lost) MirrorDialogs.back(openers);
      if (turn.opened) MirrorDialogs.seal(turn.top);
      if (MirrorFocus.hadFocus && document.activeElement === document.body) _cohoi_on_focus(Mirror.self, 0, 0);
      MirrorFocus.point();
    },

    /** A combobox names the list under it and the option it stands on. */
    point: function () {
      const record = Mirror.recordOf(document.activeElement);
      if (!record || record.role !== 'combobox') return;
      const open = record.node.expanded === 'true';
      const lists = open ? Mirror.root.querySelectorAll('[role=listbox]') : [];
      const list = lists.length ? lists[lists.length - 1] : null;
      const option = list ? list.querySelector('[aria-selected=true]') : null;
      MirrorElement.attribute(record.el, 'aria-controls', list ? list.id : '');
      MirrorElement.attribute(record.el, 'aria-activedescendant', option ? option.id : '');
    },
  },
});
