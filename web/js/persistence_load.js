// @ts-check
// From the browser's store into the chunk files: read by IDBFS itself, at the start and whenever another page has saved.
mergeInto(LibraryManager.library, {
  $StoreLoad__deps: ['$FS', '$IDBFS', '$StoreIdb', '$StoreSave', '$StoreTabs', '$StoreCopy', '$StoreLock'],
  $StoreLoad: {
    /** The chunk files here may differ from saved ones without IDBFS seeing it: this page has written. */ wrote: false,

    /** Reads the store into the files, by IDBFS. Saves of another page between its two transactions would give a mixture. */
    populate: function () {
      return StoreIdb.open().then(function (db) {
        if (StoreLoad.wrote) StoreLoad.dropFiles();
        let rounds = 0;
        const round = function (before) {
          let failed = null;
          return StoreLock.meet(before.lock).then(function () { return StoreLoad.readByIdbfs(db); }).catch(function (error) { failed = error; }).then(StoreIdb.head).then(function (after) {
            if (after.epoch !== before.epoch && ++rounds < 20) return round(after);
            if (failed) throw failed;
            StoreSave.epoch = after.epoch;
            StoreSave.stamp = after.stamp;
            StoreLoad.wrote = StoreTabs.role === 'writer';
            if (StoreTabs.role === 'writer') StoreCopy.follow(after.epoch).catch(function () { /* no copy then */ });
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
          else Promise.all(StoreLock.reading).then(resolve, reject);
        };
        StoreLock.reading = [];
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

    /** An empty store beside a copy is one that the browser has dropped: clearing the site's data takes both. */
    restoreEmpty: function () {
      return StoreIdb.head().then(function (head) {
        return head.epoch === 0 ? StoreCopy.restore(Store.folder).catch(function () { return false; }) : false;
      });
    },
  },
});
