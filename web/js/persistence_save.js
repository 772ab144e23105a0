// @ts-check
// One save: the dirty chunks of a committed state, in IDBFS's own record format, in one durable transaction that fails when
// another page has saved since.
mergeInto(LibraryManager.library, {
  $StoreSave__deps: ['$FS', '$StoreIdb', '$StoreCopy', '$StoreLock'],
  $StoreSave: {
    // What a save can end with; core's names for them are in browser_persistence.cpp.
    SAVED: 0, OTHER_PAGE: 1, EMPTIED: 2, QUOTA: 3, FAILED: 4, NO_STORAGE: 5,
    /** Number of the last save this page made or read. */ epoch: 0,
    /** Milliseconds written into its records; rises strictly, because IDBFS compares only this. */ stamp: 0,
    /** @type {IDBTransaction | null} */ flight: null,
    kept: 64,
    bytesInOneTick: 8 << 20,
    patience: 60000,

    /** A copy of exactly the file's bytes: MEMFS keeps slack behind them that a stored view would carry along. */
    contents: function (node) { return node.contents.slice(0, node.usedBytes); },

    /**
     * @param {string} folder @param {string[]} written @param {string[]} removed
     * @param {boolean} last nothing asynchronous is waited for; a save under way is given up
     * @param {(outcome: number, error?: any) => void} done called once, later
     */
    save: function (folder, written, removed, last, done) {
      // Half of a change of the lock must not be followed by chunks of the other half; the user was warned of leaving now.
      if (last && StoreLock.changing) return;
      const change = StoreLock.next;
      const key = (change || StoreLock).key;
      if (change) {
        StoreLock.changing = true;
        StoreLock.next = null;
        const tell = done;
        done = function (outcome, error) {
          StoreLock.changing = false;
          if (outcome) {
            change.reject(error);
          } else {
            StoreLock.key = change.key;
            StoreLock.record = change.record;
          }
          tell(outcome, error);
          change.resolve();
        };
      }
      // One look for the folder, and none for each of the thousands of chunks that a large import writes.
      const nodes = FS.lookupPath(folder).node.contents;
      let entries = written.map(function (path) { return { path: path, contents: StoreSave.contents(nodes[path.slice(folder.length + 1)]) }; });
      const put = function (db) { StoreSave.transact(db, folder, entries, removed, last, done, change); };
      const send = function () {
        if (StoreIdb.db) {
          try { return put(StoreIdb.db); } catch (error) { StoreIdb.forget(StoreIdb.db); }
        }
        StoreIdb.open().then(put).catch(function (error) { done(StoreSave.NO_STORAGE, error); });
      };
      if (!key) return send();
      Promise.all(entries.map(function (entry) { return StoreLock.seal(entry, key); })).then(function (sealed) {
        entries = sealed;
        send();
      }, function (error) { done(StoreSave.FAILED, error); });
    },

    /** Gives up the save under way. False when it is past that and will be durable. */
    giveUp: function () {
      if (!StoreSave.flight) return true;
      try { StoreSave.flight.abort(); return true; } catch (error) { return false; }
    },

    transact: function (db, folder, entries, removed, last, done, change) {
      const started = performance.now();
      // What is encrypted takes its time: where the page does go, the save under way may be the one that arrives.
      const known = StoreSave.epoch + (last && (StoreLock.key ? StoreSave.flight : !StoreSave.giveUp()) ? 1 : 0);
      const next = known + 1;
      const stamp = Math.max(Date.now(), StoreSave.stamp + 1);
      const tx = StoreIdb.begin(db, 'readwrite');
      const store = tx.objectStore('FILE_DATA');
      let outcome = StoreSave.FAILED;
      let bytes = 0;

      const head = store.get('#epoch');
      head.onsuccess = function () {
        const found = head.result ? head.result.epoch : 0;
        if (found === known) return;
        outcome = found === 0 ? StoreSave.EMPTIED : StoreSave.OTHER_PAGE;
        tx.abort();
      };
      if (change) store.clear();
      const lock = (change || StoreLock).record;
      if (lock) store.put(lock, '#lock');
      store.add(1, '#epoch/' + next);
      store.delete('#epoch/' + (next - StoreSave.kept));
      store.put({ epoch: next, stamp: stamp }, '#epoch');
      store.put({ timestamp: new Date(stamp), mode: 16895 /* a directory, 0777 */ }, folder);
      if (StoreIdb.ended) store.delete('#closed');
      removed.forEach(function (path) { store.delete(path); });

      let at = 0;
      const putSome = function () {
        let request = null;
        for (let tick = 0; at < entries.length && (last || tick < StoreSave.bytesInOneTick); at++) {
          const contents = entries[at].contents;
          request = store.put({ timestamp: new Date(stamp), mode: 33206 /* a file, 0666 */, contents: contents, sealed: entries[at].sealed }, entries[at].path);
          tick += contents.length;
          bytes += contents.length;
        }
        // A whole import would hold the page for long; the contents are copies, so the rest may follow between frames.
        if (at < entries.length && request) request.onsuccess = putSome;
      };
      putSome();

      const patience = setTimeout(function () { try { tx.abort(); } catch (error) { /* it is ending by itself */ } }, StoreSave.patience);
      const end = function (result, error) {
        clearTimeout(patience);
        if (StoreSave.flight === tx) StoreSave.flight = null;
        done(result, error);
      };
      tx.oncomplete = function () {
        StoreSave.epoch = Math.max(StoreSave.epoch, next);
        StoreSave.stamp = stamp;
        performance.measure('cohoi:persist', { start: started, detail: { chunks: entries.length, bytes: bytes, epoch: next } });
        end(StoreSave.SAVED);
        StoreCopy.add(next, entries, removed, change);
      };
      tx.onabort = function () {
        const error = tx.error;
        if (outcome === StoreSave.FAILED && error && error.name === 'ConstraintError') outcome = StoreSave.OTHER_PAGE;
        if (outcome === StoreSave.FAILED && error && error.name === 'QuotaExceededError') outcome = StoreSave.QUOTA;
        end(outcome, error);
      };
      StoreSave.flight = tx;
      if (last) tx.commit();
    },
  },
});
