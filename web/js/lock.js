// @ts-check
// The lock's questions, which the page asks itself: a passphrase stands in a password field of the browser's and is told to nobody, not even
// to C++. And locking: what is saved is saved, then the page starts anew and knows nothing any more.
mergeInto(LibraryManager.library, {
  $Lock__deps: ['$Files', '$Store', '$StoreLock', '$MirrorEvents'],
  $Lock: {
    self: 0,
    /** When somebody last did something here. */ last: 0,
    leaving: false,

    /**
     * One question of views::LockStep; its words are in views::lock_words.
     * @param {number} question @param {any} record the lock that an asked passphrase must open
     * @param {(key: CryptoKey | null, fresh: string) => any} answered what it is for; while it lasts the question stands
     */
    ask: function (question, record, answered) {
      const pointer = _cohoi_lock_words(Lock.self, question);
      const words = UTF8ToString(pointer).split('|');
      _cohoi_release(pointer);
      const add = function (tag, into, text) {
        const element = document.createElement(tag);
        element.textContent = text || '';
        return into.appendChild(element);
      };
      const box = add('dialog', document.body);
      box.className = 'failure';
      const form = add('form', box);
      box.setAttribute('aria-label', add('h1', form, words[0]).textContent);
      box.setAttribute('aria-description', add('p', form, words[1]).textContent);
      const field = function (label, kind) {
        const input = add('input', add('label', form, label));
        input.type = 'password';
        input.autocomplete = kind;
        return input;
      };
      const asked = question !== 1 && question < 4 ? field(words[4], 'current-password') : null;
      const fresh = question === 1 || question === 2 ? [field(words[5], 'new-password'), field(words[6], 'new-password')] : [];
      const error = add('p', form);
      error.setAttribute('role', 'alert');
      const refuse = function (input, text) {
        form.inert = false;
        error.textContent = text;
        if (!input) return;
        input.focus();
        input.select();
      };
      add('button', form, words[2]);
      if (question) {
        const cancel = add('button', form, words[3]);
        cancel.type = 'button';
        cancel.onclick = function () { box.close(); };
      }
      form.onsubmit = async function (event) {
        event.preventDefault();
        error.textContent = '';
        const wanted = fresh.length ? fresh[0].value : '';
        if (fresh.length && Array.from(wanted).length < 8) return refuse(fresh[0], words[8]);
        if (fresh.length && wanted !== fresh[1].value) return refuse(fresh[1], words[9]);
        form.inert = true;
        let key = null;
        if (asked) {
          try { key = await StoreLock.unlock(record, asked.value); } catch (wrong) { return refuse(asked, words[7]); }
        }
        try {
          await answered(key, wanted);
          box.close();
        } catch (failure) {
          refuse(null, words[10]);
        }
      };
      box.onclose = function () { box.remove(); };
      if (question) box.showModal();
      else box.show();
    },

    /** Any sign of somebody puts it off, unless it is due. */
    beat: function (event) {
      const now = Date.now();
      const minutes = StoreLock.key && Number(localStorage.getItem('cohoi.lock_idle') || 15);
      if (minutes && now - Lock.last > minutes * 60000) Lock.now();
      else if (event) Lock.last = now;
    },

    now: function () {
      if (Lock.leaving) return;
      Lock.leaving = true;
      MirrorEvents.leave();
      const leave = function () {
        if (_cohoi_store_all_saved(Store.self)) location.reload();
        else setTimeout(leave, 50);
      };
      leave();
    },
  },

  cohoi_lock_attach__sig: 'vi',
  cohoi_lock_attach__deps: ['$Lock'],
  cohoi_lock_attach: function (self) {
    Lock.self = self;
    StoreLock.ask = function (record) {
      return new Promise(function (resolve) { Lock.ask(0, record, resolve); }).finally(function () { Lock.last = Date.now(); });
    };
    Files.before = function (go) {
      if (StoreLock.key) Lock.ask(4, null, go);
      else go();
    };
    ['pointermove', 'pointerdown', 'keydown', 'wheel'].forEach(function (kind) { document.addEventListener(kind, Lock.beat, true); });
    document.addEventListener('visibilitychange', function () { Lock.beat(null); });
    setInterval(Lock.beat, 5000, null);
  },

  cohoi_lock_state__sig: 'i',
  cohoi_lock_state__deps: ['$StoreLock'],
  cohoi_lock_state: function () { return (crypto.subtle ? 1 : 0) | (StoreLock.key ? 2 : 0); },

  cohoi_lock_use__sig: 'vi',
  cohoi_lock_use__deps: ['$Lock'],
  cohoi_lock_use: function (step) {
    if (step === 5) return Lock.now();
    Lock.ask(step, StoreLock.record, async function (key, fresh) {
      await StoreLock.change(fresh ? await StoreLock.make(fresh) : {}, function () { _cohoi_on_lock_change(Lock.self); });
    });
  },
});
