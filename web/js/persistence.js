// @ts-check
// What core calls of the browser's store: start, save, reload, restore. The flow and every decision is core's (core/store/saving.cpp).
mergeInto(LibraryManager.library, {
  $Store__deps: ['$FS', '$IDBFS', '$StoreIdb', '$StoreSave', '$StoreTabs', '$StoreCopy', '$StoreLoad', '$StoreLock', '$StoreLife'],
  $Store: {
    self: 0,
    folder: '',
    detail: 0,
    detailSize: 0,
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

    askToStay: function () {
      if (Store.askedToStay || !navigator.storage || !navigator.storage.persist) return;
      Store.askedToStay = true;
      navigator.storage.persist().catch(function () { /* asked is all we can do */ });
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
    StoreLock.listen();
    let healed = false;
    let restored = false;
    const started = function (error) {
      Store.tell(error);
      StoreLock.running = true;
      StoreLife.listen();
      const flags = (StoreTabs.role === 'writer' ? 1 : 0) | (healed ? 2 : 0) | (StoreIdb.wiped ? 4 : 0) | (error ? 8 : 0) |
        (restored ? 16 : 0) | (StoreCopy.folder ? 32 : 0);
      _cohoi_on_store_started(Store.self, flags);
    };
    StoreTabs.claim().then(function () {
      // Only the writer's log can be torn, and a reader's writer has healed it.
      return StoreTabs.role === 'writer' ? StoreIdb.beginWriting() : false;
    }).then(function (did) {
      healed = did;
      return StoreCopy.open(Store.folder + '/');
    }).then(function (copied) {
      return copied && StoreTabs.role === 'writer' ? StoreLoad.restoreEmpty() : false;
    }).then(function (did) {
      restored = did;
      return StoreLoad.populate();
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
    StoreLoad.wrote = true;
    StoreSave.save(Store.folder, Store.paths(written, writtenCount), Store.paths(removed, removedCount), last !== 0, done);
  },

  cohoi_store_reload__sig: 'v',
  cohoi_store_reload__deps: ['$Store'],
  cohoi_store_reload: function () {
    const done = function (error) {
      Store.tell(error);
      _cohoi_on_store_reloaded(Store.self, error ? 0 : 1);
    };
    StoreLoad.populate().then(function () { done(null); }, done);
  },

  cohoi_store_restore__sig: 'v',
  cohoi_store_restore__deps: ['$Store'],
  cohoi_store_restore: function () {
    const done = function (error) {
      Store.tell(error);
      _cohoi_on_store_reloaded(Store.self, error ? 0 : 1);
    };
    StoreCopy.restore(Store.folder).then(function (restored) {
      if (!restored) throw new DOMException('there is no second copy', 'NotFoundError');
      return StoreLoad.populate();
    }).then(function () { done(null); }, done);
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
