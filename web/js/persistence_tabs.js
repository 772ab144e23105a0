// @ts-check
// Which of the open pages writes. Where the browser has Web Locks the holder of 'cohoi-writer' does, and the browser hands it on;
// elsewhere (plain http) pages ask each other over a BroadcastChannel. Either only keeps pages from getting in each other's way:
// what guards the data is the epoch compared in every save.
mergeInto(LibraryManager.library, {
  $StoreTabs: {
    /** @type {BroadcastChannel | null} */ channel: null,
    id: '',
    role: '',
    /** Gives the lock up. @type {(() => void) | null} */ release: null,
    /** The request in the lock's queue. @type {AbortController | null} */ waiting: null,
    refused: false,
    /** Tells core of a change after the start. @type {(role: string) => void} */ onRole: function () {},
    /** @type {() => void} */ onSaved: function () {},
    /** @type {() => boolean} */ mayYield: function () { return false; },
    /** @type {(() => void) | null} */ settle: null,
    answerWithin: 200,
    lockWithin: 1500,
    yieldWithin: 2000,
    askEvery: 4000,
    askTimer: 0,

    /** The role of this page to begin with. */
    claim: function () {
      const random = crypto.getRandomValues(new Uint32Array(2));
      StoreTabs.id = random[0].toString(36) + random[1].toString(36);
      if (typeof BroadcastChannel === 'function') {
        StoreTabs.channel = new BroadcastChannel('cohoi-store');
        StoreTabs.channel.onmessage = function (event) { StoreTabs.hear(event.data); };
      }
      return new Promise(function (resolve) {
        StoreTabs.settle = function () { StoreTabs.settle = null; resolve(StoreTabs.role); };
        StoreTabs.post('who');
        if (navigator.locks) {
          StoreTabs.queueForLock(false);
          // A page just closed may hold the lock a moment longer, so this is patient unless somebody answers.
          setTimeout(function () { if (!StoreTabs.role) StoreTabs.become('reader'); }, StoreTabs.lockWithin);
        } else {
          setTimeout(function () { if (!StoreTabs.role) StoreTabs.become('writer'); }, StoreTabs.answerWithin);
        }
      });
    },

    /** @param {string} kind @param {string} [to] */
    post: function (kind, to) {
      if (StoreTabs.channel) StoreTabs.channel.postMessage({ kind: kind, from: StoreTabs.id, to: to });
    },

    /** @param {string} role */
    become: function (role) {
      if (StoreTabs.role === role) return;
      StoreTabs.role = role;
      if (role === 'writer') StoreTabs.post('writing');
      if (role === 'reader' && !navigator.locks) StoreTabs.handOn();
      if (StoreTabs.settle) StoreTabs.settle();
      else StoreTabs.onRole(role);
    },

    queueForLock: function (steal) {
      const held = function () {
        StoreTabs.waiting = null;
        StoreTabs.become('writer');
        return new Promise(function (resolve) { StoreTabs.release = function () { resolve(undefined); }; });
      };
      // A request left in the queue would be served right after the stolen lock is given up.
      if (StoreTabs.waiting) StoreTabs.waiting.abort();
      const waiting = StoreTabs.waiting = steal ? null : new AbortController();
      navigator.locks.request('cohoi-writer', waiting ? { signal: waiting.signal } : { steal: true }, held).catch(function (error) {
        if (waiting && waiting.signal.aborted) return;
        // A sandboxed frame shares nothing with any other page.
        if (error.name === 'SecurityError') return StoreTabs.become('writer');
        // Another page took it by force.
        StoreTabs.release = null;
        StoreTabs.become('reader');
        StoreTabs.queueForLock(false);
      });
    },

    hear: function (message) {
      if (message.kind === 'saved' && StoreTabs.role === 'reader') StoreTabs.onSaved();
      if (message.kind === 'who' && StoreTabs.role === 'writer') StoreTabs.post('writing');
      if (message.kind === 'writing') StoreTabs.hearWriter(message.from);
      if (message.kind === 'gone' && StoreTabs.role === 'reader' && !navigator.locks) StoreTabs.askNow();
      if (message.kind === 'yours' && message.to === StoreTabs.id) StoreTabs.become('writer');
      if (message.kind === 'busy') StoreTabs.refused = true;
      if (message.kind === 'yield' && StoreTabs.role === 'writer') {
        if (StoreTabs.mayYield()) StoreTabs.yieldTo(message.from);
        else StoreTabs.post('busy');
      }
    },

    hearWriter: function (from) {
      clearTimeout(StoreTabs.askTimer);
      if (!StoreTabs.role) return StoreTabs.become('reader');
      if (StoreTabs.role === 'reader' && !navigator.locks) {
        StoreTabs.askTimer = setTimeout(StoreTabs.askNow, StoreTabs.askEvery);
      }
      // Two pages opened in the same moment: the lower id goes on, unless there is something unsaved to decide it.
      if (StoreTabs.role === 'writer' && !navigator.locks) {
        if (from < StoreTabs.id && StoreTabs.mayYield()) StoreTabs.become('reader');
        else if (from > StoreTabs.id) StoreTabs.post('writing');
      }
    },

    /** Without locks a reader has to notice by itself that the writer is gone. */
    askNow: function () {
      clearTimeout(StoreTabs.askTimer);
      if (StoreTabs.role !== 'reader') return;
      StoreTabs.post('who');
      StoreTabs.askTimer = setTimeout(function () { StoreTabs.become('writer'); }, StoreTabs.answerWithin * 5);
    },

    yieldTo: function (page) {
      StoreTabs.become('reader');
      StoreTabs.handOn();
      if (!navigator.locks) StoreTabs.post('yours', page);
    },

    /** No writer any more: whoever waits for the lock gets it; without locks the others notice, this page last. */
    handOn: function () {
      if (StoreTabs.release) {
        StoreTabs.release();
        StoreTabs.release = null;
        StoreTabs.queueForLock(false);
      } else if (!navigator.locks) {
        clearTimeout(StoreTabs.askTimer);
        StoreTabs.askTimer = setTimeout(StoreTabs.askNow, StoreTabs.askEvery);
      }
    },

    /** From a reader: the writer is asked, and when it cannot answer (frozen by the browser) the lock is taken from it. */
    takeOver: function () {
      if (StoreTabs.role !== 'reader') return;
      StoreTabs.refused = false;
      StoreTabs.post('yield');
      if (!navigator.locks) return;
      setTimeout(function () {
        if (StoreTabs.role === 'reader' && !StoreTabs.refused) StoreTabs.queueForLock(true);
      }, StoreTabs.yieldWithin);
    },

    /** Why a save was refused: this page is no writer any more, whatever it thought. */
    overtaken: function () {
      if (StoreTabs.role !== 'writer') return;
      StoreTabs.role = 'reader';
      StoreTabs.handOn();
    },
  },
});
