// @ts-check
// The second copy, in OPFS: another store on the disk, which survives what makes Chromium drop IndexedDB (STORE.md §4). Each save is
// added as a file of its own; when those outgrow it the whole state is written anew. It follows a moment behind "Saved" and never
// holds it up. Where there is no OPFS (plain http) there is no copy.
//
// Files: 'base-<epoch>' a whole state; 'more-<from>-<to>' what the saves from … to changed. Each: u32 length of a JSON header
// {from, to, entries: [[path, bytes] …], removed: [path …], lock: of a base, what '#lock' was}, the header, the contents one after another.
mergeInto(LibraryManager.library, {
  $StoreCopy__deps: ['$StoreIdb', '$StoreCopyFiles'],
  $StoreCopy: {
    /** @type {FileSystemDirectoryHandle | null} */ folder: null,
    prefix: '',
    /** @type {{from: number, to: number, contents: Map<string, Uint8Array>, removed: Set<string>} | null} */ pending: null,
    wantBase: false,
    /** @type {Promise<void> | null} */ busy: null,
    /** The lock has become another: what lies here is of the former one. */ former: false,
    /** The last save queued or written. */ head: -1,
    parts: 0,
    partBytes: 0,
    baseBytes: 0,
    mostParts: 200,
    freeBytes: 4 << 20,
    retryAfter: 20000,

    /** @param {string} prefix of the chunk files' keys @returns {Promise<boolean>} whether there can be a copy here */
    open: async function (prefix) {
      StoreCopy.prefix = prefix;
      const writes = typeof FileSystemFileHandle === 'function' && 'createWritable' in FileSystemFileHandle.prototype;
      if (!writes || !navigator.storage || !navigator.storage.getDirectory) return false;
      try {
        const root = await navigator.storage.getDirectory();
        StoreCopy.folder = await root.getDirectoryHandle('cohoi-copy', { create: true });
        return true;
      } catch (error) {
        return false;
      }
    },

    /** From the page that writes, once its state is that of save `epoch`: takes the copy up, or makes it anew. */
    follow: async function (epoch) {
      if (!StoreCopy.folder) return;
      const plan = await StoreCopyFiles.plan(StoreCopy.folder);
      StoreCopy.head = plan.head;
      StoreCopy.parts = plan.parts.length;
      StoreCopy.partBytes = plan.parts.reduce(function (sum, part) { return sum + part.size; }, 0);
      StoreCopy.baseBytes = plan.base ? plan.base.size : 0;
      if (plan.head !== epoch) StoreCopy.wantBase = epoch > 0;
      StoreCopy.pump();
    },

    /** A save has completed. Saves that come faster than they are written go together. */
    add: function (epoch, entries, removed, change) {
      if (!StoreCopy.folder) return;
      if (change) {
        StoreCopy.pending = null;
        StoreCopy.wantBase = StoreCopy.former = true;
        StoreCopy.head = epoch;
        return StoreCopy.pump();
      }
      if (StoreCopy.head < 0) return;
      if (epoch !== StoreCopy.head + 1 || StoreCopy.baseBytes === 0) StoreCopy.wantBase = true;
      StoreCopy.head = epoch;
      const pending = StoreCopy.pending || (StoreCopy.pending = { from: epoch, to: epoch, contents: new Map(), removed: new Set() });
      pending.to = epoch;
      entries.forEach(function (entry) { pending.contents.set(entry.path, entry.contents); pending.removed.delete(entry.path); });
      removed.forEach(function (path) { pending.removed.add(path); pending.contents.delete(path); });
      StoreCopy.pump();
    },

    pump: function () {
      if (!StoreCopy.busy) StoreCopy.busy = StoreCopy.work().then(function () { StoreCopy.busy = null; });
      return StoreCopy.busy;
    },

    work: async function () {
      try {
        while (StoreCopy.wantBase || StoreCopy.pending) {
          if (StoreCopy.wantBase) await StoreCopy.writeBase();
          else await StoreCopy.writePart();
        }
      } catch (error) {
        // A full disk, most likely; saving itself says so. What is missing now would leave a gap: the copy is made anew later, whole.
        console.warn('second copy:', error);
        StoreCopy.pending = null;
        StoreCopy.head = -1;
        setTimeout(StoreCopy.again, StoreCopy.retryAfter);
        // Better none for a while than one that anybody can read.
        if (StoreCopy.former) await StoreCopy.remove((await StoreCopyFiles.plan(StoreCopy.folder)).names);
      }
    },

    /** The folder may be another one by now: clearing the site's data took it. */
    again: async function () {
      await StoreCopy.open(StoreCopy.prefix);
      StoreCopy.wantBase = true;
      await StoreCopy.pump();
    },

    writePart: async function () {
      const batch = StoreCopy.pending;
      StoreCopy.pending = null;
      if (!batch || !StoreCopy.folder) return;
      const name = 'more-' + batch.from + '-' + batch.to;
      const size = await StoreCopyFiles.write(StoreCopy.folder, name, batch.from, batch.to, batch.contents, Array.from(batch.removed));
      StoreCopy.parts++;
      StoreCopy.partBytes += size;
      StoreCopy.mark(batch.to);
      if (StoreCopy.parts > StoreCopy.mostParts || StoreCopy.partBytes > StoreCopy.baseBytes + StoreCopy.freeBytes) StoreCopy.wantBase = true;
    },

    /** For measurements and tests; one is enough. */
    mark: function (epoch) {
      performance.clearMarks('cohoi:copied');
      performance.mark('cohoi:copied', { detail: { epoch: epoch } });
    },

    /** Reads the state from IndexedDB itself: one transaction, so one epoch, whatever the page is doing. */
    writeBase: async function () {
      StoreCopy.wantBase = false;
      if (!StoreCopy.folder) return;
      const state = await StoreCopy.readState();
      if (state.epoch === 0) return;
      if (StoreCopy.pending && StoreCopy.pending.to <= state.epoch) StoreCopy.pending = null;
      StoreCopy.baseBytes = await StoreCopyFiles.write(StoreCopy.folder, 'base-' + state.epoch, 0, state.epoch, state.contents, [], state.lock);
      StoreCopy.head = Math.max(StoreCopy.head, state.epoch);
      StoreCopy.parts = StoreCopy.partBytes = 0;
      StoreCopy.mark(state.epoch);
      await StoreCopy.remove((await StoreCopyFiles.plan(StoreCopy.folder)).useless);
      StoreCopy.former = false;
    },

    /** What cannot be removed now is at the next time, and does no harm until then. */
    remove: async function (names) {
      for (const name of names) await StoreCopy.folder.removeEntry(name).catch(function () {});
    },

    readState: async function () {
      const db = await StoreIdb.open();
      const range = IDBKeyRange.bound(StoreCopy.prefix, StoreCopy.prefix + '\uffff');
      const requests = [];
      await StoreIdb.run(db, 'readonly', function (store) {
        requests.push(store.get('#epoch'), store.getAllKeys(range), store.getAll(range), store.get('#lock'));
      });
      const found = requests.map(function (request) { return request.result; });
      const contents = new Map();
      found[1].forEach(function (key, i) { contents.set(key, found[2][i].contents); });
      return { epoch: found[0] ? found[0].epoch : 0, contents: contents, lock: found[3] };
    },

    /** Puts the copy into IndexedDB in one transaction, instead of what is there. @returns {Promise<boolean>} false: there is no copy */
    restore: async function (folderKey) {
      if (!StoreCopy.folder) return false;
      const plan = await StoreCopyFiles.plan(StoreCopy.folder);
      if (!plan.base) return false;
      const contents = new Map();
      for (const part of [plan.base].concat(plan.parts)) await StoreCopyFiles.apply(part, contents);
      const lock = plan.base.header.lock;
      const db = await StoreIdb.open();
      const head = await StoreIdb.head();
      const stamp = Math.max(Date.now(), head.stamp + 1);
      await StoreIdb.run(db, 'readwrite', function (store) {
        store.delete(IDBKeyRange.bound(StoreCopy.prefix, StoreCopy.prefix + '\uffff'));
        store.put({ timestamp: new Date(stamp), mode: 16895 }, folderKey);
        contents.forEach(function (bytes, path) { store.put({ timestamp: new Date(stamp), mode: 33206, contents: bytes, sealed: lock && 1 }, path); });
        store.put({ epoch: Math.max(plan.head, head.epoch) + 1, stamp: stamp }, '#epoch');
        if (lock) store.put(lock, '#lock');
        else store.delete('#lock');
      });
      return true;
    },
  },
});
