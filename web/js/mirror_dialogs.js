// @ts-check
// Dialogs: the rest of the page is inert under the one on top, focus goes in and comes back. And the live regions.
mergeInto(LibraryManager.library, {
  $MirrorDialogs__deps: ['$MirrorElement'],
  $MirrorDialogs: {
    /** @type {{id: number, openers: number[]}[]} */ open: [],
    /** @type {HTMLElement[]} */ inert: [],

    /** @returns {MirrorRecord | null} the dialog on top */
    top: function () {
      const all = Mirror.root.querySelectorAll('[role=dialog]');
      return all.length ? Mirror.recordOf(all[all.length - 1]) : null;
    },

    /** Which dialog came, and whom to give the focus back to where one went. */
    follow: function (changed) {
      const turn = { top: /** @type {MirrorRecord | null} */ (null), opened: /** @type {MirrorRecord | null} */ (null), openers: /** @type {number[] | null} */ (null) };
      if (!changed) return turn;
      const dialog = MirrorDialogs.top();
      turn.top = dialog;
      const gone = MirrorDialogs.open.filter(function (one) { return !Mirror.records.has(one.id); });
      if (gone.length) turn.openers = gone[0].openers;
      MirrorDialogs.open = MirrorDialogs.open.filter(function (one) { return Mirror.records.has(one.id); });
      if (dialog && !MirrorDialogs.open.some(function (one) { return one.id === dialog.id; })) {
        MirrorDialogs.open.push({ id: dialog.id, openers: turn.openers || MirrorFocus.history });
        turn.opened = dialog;
      }
      return turn;
    },

    /** inert is for people; tools that read roles know aria-hidden better. */
    shut: function (el, shut) {
      el.inert = shut;
      MirrorElement.attribute(el, 'aria-hidden', shut ? 'true' : '');
    },

    seal: function (dialog) {
      const wanted = [];
      for (let el = dialog ? dialog.el : Mirror.root; el !== Mirror.root; el = el.parentElement) {
        for (const other of Array.from(el.parentElement.children)) {
          if (other !== el && !other.matches('.space, .region')) wanted.push(other);
        }
      }
      MirrorDialogs.inert.forEach(function (el) { if (wanted.indexOf(el) < 0) MirrorDialogs.shut(el, false); });
      wanted.forEach(function (el) { if (!el.inert) MirrorDialogs.shut(el, true); });
      MirrorDialogs.inert = wanted;
    },

    enter: function (dialog) {
      const first = dialog.el.querySelector('input,textarea,select,a[href],button,[tabindex="0"]');
      const record = Mirror.recordOf(first) || dialog;
      MirrorFocus.focus(record, true);
    },

    /** To the last place that still exists; if none does, a new screen has come: to its beginning. */
    back: function (openers) {
      const found = openers.some(function (id) {
        const record = Mirror.records.get(id);
        return !!record && !record.el.closest('[inert]') && MirrorFocus.focus(record, true);
      });
      const main = found ? null : Mirror.recordOf(Mirror.root.querySelector('.main'));
      if (!main) return;
      main.el.tabIndex = -1;
      MirrorFocus.focus(main, true);
    },

    say: function (text, assertive) {
      const line = document.createElement('p');
      line.textContent = text;
      document.getElementById(assertive ? 'say-now' : 'say').appendChild(line);
      setTimeout(function () { line.remove(); }, 5000);
    },
  },
});
