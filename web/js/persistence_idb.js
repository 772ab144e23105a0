// @ts-check
// The connection to the IndexedDB database that IDBFS reads, its records that IDBFS does not see, and the healing start.
//
// Records without `timestamp` are outside IDBFS's index, so they ride in the same store and the same transactions:
//   '#epoch'     {epoch, stamp}: number of the last save and the time written into its records
//   '#epoch/<n>' left by save n: `add` of one that is there fails, which guards a save that cannot wait for a comparison
//   '#closed'    the last writer ended cleanly
//   '#lock'      the chunks are encrypted (persistence_lock.js)
mergeInto(LibraryManager.library, {
  $StoreIdb__deps: ['$IDBFS'],
  $StoreIdb: {
    /** @type {IDBDatabase | null} */ db: null,
    mount: '',
    /** The browser said that it dropped damaged data. */ wiped: false,
    /** The database was made just now. */ fresh: false,
    /** The mark of a clean end was set: a save after it takes it back. */ ended: false,

    /** The open connection; IDBFS uses the same one. @returns {Promise<IDBDatabase>} */
    open: function () {
      if (StoreIdb.db) return Promise.resolve(StoreIdb.db);
      return new Promise(function (resolve, reject) {
        const request = indexedDB.open(StoreIdb.mount, IDBFS.DB_VERSION);
        request.onupgradeneeded = function (event) {
          // The same shape IDBFS itself would make. dataLoss is Chromium's word for "there was more".
          if (/** @type {any} */ (event).dataLoss === 'total') StoreIdb.wiped = true;
          StoreIdb.fresh = true;
          const db = request.result;
          const store = db.objectStoreNames.contains(IDBFS.DB_STORE_NAME)
            ? /** @type {IDBTransaction} */ (request.transaction).objectStore(IDBFS.DB_STORE_NAME)
            : db.createObjectStore(IDBFS.DB_STORE_NAME);
          if (!store.indexNames.contains('timestamp')) store.createIndex('timestamp', 'timestamp', { unique: false });
        };
        request.onerror = function () { reject(request.error); };
        request.onblocked = function () { reject(new DOMException('another page holds the store', 'InvalidStateError')); };
        request.onsuccess = function () {
          const db = request.result;
          // Data deleted in the browser's settings, or a page of another version: let it happen, connect anew at the next use.
          db.onversionchange = function () { db.close(); StoreIdb.forget(db); };
          db.onclose = function () { StoreIdb.forget(db); };
          StoreIdb.db = IDBFS.dbs[StoreIdb.mount] = db;
          resolve(db);
        };
      });
    },

    /** @param {IDBDatabase} db */
    forget: function (db) {
      if (StoreIdb.db !== db) return;
      StoreIdb.db = null;
      delete IDBFS.dbs[StoreIdb.mount];
    },

    /** @param {IDBTransactionMode} mode @returns {IDBTransaction} */
    begin: function (db, mode) {
      return db.transaction([IDBFS.DB_STORE_NAME], mode, { durability: 'strict' });
    },

    /** Runs requests in one transaction; the value of the last returned request once it is durable. */
    run: function (db, mode, /** @type {(store: IDBObjectStore) => IDBRequest | void} */ requests) {
      return new Promise(function (resolve, reject) {
        const tx = StoreIdb.begin(db, mode);
        const request = requests(tx.objectStore(IDBFS.DB_STORE_NAME));
        tx.oncomplete = function () { resolve(request ? request.result : undefined); };
        tx.onabort = function () { reject(tx.error || new DOMException('aborted', 'AbortError')); };
      });
    },

    /** @returns {Promise<{epoch: number, stamp: number, lock: any}>} */
    head: function () {
      let lock;
      return StoreIdb.open().then(function (db) {
        return StoreIdb.run(db, 'readonly', function (store) {
          lock = store.get('#lock');
          return store.get('#epoch');
        });
      }).then(function (head) { return Object.assign({ epoch: 0, stamp: 0, lock: lock.result }, head); });
    },

    /**
     * To be done before the first save. A browser killed inside a write leaves LevelDB's log torn; read once more it is taken for
     * corrupt and every database of the origin is dropped (STORE.md §4). So unless the last writer ended cleanly the log is turned
     * over. The mark lies in that log itself and is gone durably before anything else is written: localStorage would reach the
     * disk seconds later.
     * @returns {Promise<boolean>} whether it healed
     */
    beginWriting: function () {
      return StoreIdb.open().then(function (db) {
        return StoreIdb.run(db, 'readonly', function (store) { return store.getKey('#closed'); }).then(function (closed) {
          if (closed === undefined) return StoreIdb.alone().then(function (alone) { return alone ? false : StoreIdb.heal().then(function () { return true; }); });
          return StoreIdb.run(db, 'readwrite', function (store) { store.delete('#closed'); }).then(function () { return false; });
        });
      });
    },

    /** Nothing of this origin was stored before, so there is no log to heal. @returns {Promise<boolean>} */
    alone: function () {
      if (!StoreIdb.fresh || StoreIdb.wiped || !indexedDB.databases) return Promise.resolve(false);
      return indexedDB.databases().then(function (all) { return all.length <= 1; });
    },

    /** From pagehide: nothing may be awaited. */
    endWriting: function () {
      if (!StoreIdb.db) return;
      try {
        const tx = StoreIdb.begin(StoreIdb.db, 'readwrite');
        tx.objectStore(IDBFS.DB_STORE_NAME).put(1, '#closed');
        tx.commit();
        StoreIdb.ended = true;
      } catch (error) {
        // The connection went first: the next start heals, that is all.
      }
    },

    /** Fills LevelDB's log so that it begins a new one and deletes the old: over 4 MiB of values under 64 KiB, then away with them. */
    heal: function () {
      const pieces = 84;
      const piece = crypto.getRandomValues(new Uint8Array(60 * 1024));
      return new Promise(function (resolve, reject) {
        const request = indexedDB.open('cohoi-heal', 1);
        request.onupgradeneeded = function () { request.result.createObjectStore('s'); };
        request.onerror = function () { reject(request.error); };
        request.onsuccess = function () {
          const db = request.result;
          const fill = db.transaction(['s'], 'readwrite', { durability: 'strict' });
          for (let i = 0; i < pieces; i++) fill.objectStore('s').put(piece, i);
          // Without room for it the start goes on: it is a precaution, and saving will say that there is no room.
          fill.onabort = function () { db.close(); resolve(undefined); };
          fill.oncomplete = function () {
            const clear = db.transaction(['s'], 'readwrite', { durability: 'strict' });
            clear.objectStore('s').clear();
            clear.oncomplete = clear.onabort = function () { db.close(); resolve(undefined); };
          };
        };
      });
    },
  },
});
