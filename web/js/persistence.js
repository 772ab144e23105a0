// @ts-check
// What core calls and hears of the browser's store: start, save, reload, and the page's coming and going. The flow and every
// decision is core's (core/store/saving.cpp).
mergeInto(LibraryManager.library, {
  $Store__deps: ['$FS', '$IDBFS', '$StoreIdb', '$StoreSave', '$StoreTabs'],
  $Store: {
    self: 0,
    folder: '',
    detail: 0,
    detailSize: 0,
    /** The chunk files here may differ from saved ones without IDBFS seeing it: this page has written. */ wrote: false,
    askedToStay: false,

    /** Puts an error's words where core reads them. */
    tell: function (error) {
      const text = error ? (error.name || 'Error') + ': ' + (error.message || '') : '';
      stringToUTF8(text, Store.detail, Store.detailSize);
    },

    path: function (index) { return Store.folder + '/' + String(index).padStart(6, '0'); },

    paths: function (pointer, count) {
      return Array.from(HEAPU32.subarray(pointer >> 2, (pointer >> 2) + count), Store.path);
    },

    /** Reads the store into the files, by IDBFS. Saves of another page between its two transactions would give a mixture. */
    populate: function () {
      return StoreIdb.open().then(function (db) {
        if (Store.wrote) Store.dropFiles();
        let rounds = 0;
        const round = function (before) {
          return Store.readByIdbfs(db).then(StoreIdb.head).then(function (after) {
            if (after.epoch !== before.epoch && ++rounds < 20) return round(after);
            StoreSave.epoch = after.epoch;
            StoreSave.stamp = after.stamp;
            Store.wrote = StoreTabs.role === 'writer';
          });
        };
        return StoreIdb.head().then(round);
      });
    },

    readByIdbfs: function (db) {
      return new Promise(function (resolve, reject) {
        // IDBFS 3.1.6 forgets its callback when its transaction aborts; the event passes through the connection.
        const aborted = function (event) { done(event.target.error || new DOMException('aborted', 'AbortError')); };
        const done = function (error) {
          db.removeEventListener('abort', aborted);
          if (error) reject(error);
          else resolve(undefined);
        };
        db.addEventListener('abort', aborted);
        FS.syncfs(true, done);
      });
    },

    dropFiles: function () {
      if (!FS.analyzePath(Store.folder).exists) return;
      FS.readdir(Store.folder).forEach(function (name) {
        if (name !== '.' && name !== '..') FS.unlink(Store.folder + '/' + name);
      });
    },

    askToStay: function () {
      if (Store.askedToStay || !navigator.storage || !navigator.storage.persist) return;
      Store.askedToStay = true;
      navigator.storage.persist().catch(function () { /* asked is all we can do */ });
    },

    listen: function () {
      StoreTabs.onSaved = function () { _cohoi_on_store_changed(Store.self); };
      StoreTabs.mayYield = function () { return _cohoi_store_may_yield(Store.self) !== 0; };
      StoreTabs.onRole = function (role) {
        const tell = function () { _cohoi_on_store_role(Store.self, role === 'writer' ? 1 : 0); };
        if (role === 'writer') StoreIdb.beginWriting().then(tell, tell);
        else tell();
      };
      document.addEventListener('visibilitychange', function () {
        if (document.visibilityState === 'hidden') _cohoi_on_store_hiding(Store.self, 0);
      });
      window.addEventListener('pagehide', function () {
        _cohoi_on_store_hiding(Store.self, 1);
        if (StoreTabs.role !== 'writer') return;
        StoreIdb.endWriting();
        StoreTabs.post('gone');
      });
      // Back from the browser's page cache, the claim and the mark are gone: start anew.
      window.addEventListener('pageshow', function (event) { if (event.persisted) location.reload(); });
      window.addEventListener('beforeunload', function (event) {
        if (_cohoi_store_all_saved(Store.self)) return;
        event.preventDefault();
        event.returnValue = '';
      });
    },
  },

  cohoi_store_start__sig: 'viiiii',
  cohoi_store_start__deps: ['$Store'],
  cohoi_store_start: function (self, mount, folder, detail, detailSize) {
    Store.self = self;
    Store.folder = UTF8ToString(folder);
    Store.detail = detail;
    Store.detailSize = detailSize;
    StoreIdb.mount = UTF8ToString(mount);
    FS.mkdirTree(StoreIdb.mount);
    FS.mount(IDBFS, {}, StoreIdb.mount);
    let healed = false;
    const started = function (error) {
      Store.tell(error);
      Store.listen();
      const flags = (StoreTabs.role === 'writer' ? 1 : 0) | (healed ? 2 : 0) | (StoreIdb.wiped ? 4 : 0) | (error ? 8 : 0);
      _cohoi_on_store_started(Store.self, flags);
    };
    StoreTabs.claim().then(function () {
      // Only the writer's log can be torn, and a reader's writer has healed it.
      return StoreTabs.role === 'writer' ? StoreIdb.beginWriting() : false;
    }).then(function (did) {
      healed = did;
      return Store.populate();
    }).then(function () { started(null); }, started);
  },

  cohoi_store_save__sig: 'viiiiii',
  cohoi_store_save__deps: ['$Store'],
  cohoi_store_save: function (ticket, written, writtenCount, removed, removedCount, last) {
    const done = function (outcome, error) {
      Store.tell(error);
      if (outcome === StoreSave.OTHER_PAGE) StoreTabs.overtaken();
      if (outcome === StoreSave.EMPTIED) {
        StoreSave.epoch = 0;
        StoreIdb.beginWriting().catch(function () { /* the save after it says what is wrong */ });
      }
      if (outcome === StoreSave.SAVED) {
        StoreTabs.post('saved');
        Store.askToStay();
      }
      _cohoi_on_store_saved(Store.self, ticket, outcome);
    };
    Store.wrote = true;
    StoreSave.save(Store.folder, Store.paths(written, writtenCount), Store.paths(removed, removedCount), last !== 0, done);
  },

  cohoi_store_reload__sig: 'v',
  cohoi_store_reload__deps: ['$Store'],
  cohoi_store_reload: function () {
    const done = function (error) {
      Store.tell(error);
      _cohoi_on_store_reloaded(Store.self, error ? 0 : 1);
    };
    Store.populate().then(function () { done(null); }, done);
  },

  cohoi_store_take_over__sig: 'v',
  cohoi_store_take_over__deps: ['$Store'],
  cohoi_store_take_over: function () { StoreTabs.takeOver(); },

  cohoi_store_call_after__sig: 'vii',
  cohoi_store_call_after__deps: ['$Store'],
  cohoi_store_call_after: function (milliseconds, ticket) {
    setTimeout(function () { _cohoi_on_store_timer(Store.self, ticket); }, milliseconds);
  },
});
