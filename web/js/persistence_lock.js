// @ts-check
// The lock: with a passphrase the chunks are encrypted (AES-GCM) before they leave memory, in the store and in its second copy. Their key is
// random; it lies beside them in the record '#lock', wrapped by another that PBKDF2 makes of the passphrase. Both keys are the browser's
// objects: script can use them and not read them.
mergeInto(LibraryManager.library, {
  $StoreLock__deps: ['$IDBFS', '$StoreTabs', '$StoreIdb', '$StoreCopy'],
  $StoreLock: {
    /** Of the chunks; without one they are kept as they are. @type {CryptoKey | null} */ key: null,
    /** '#lock' as it is stored: {salt, iv, key, rounds}, the bytes as arrays. @type {any} */ record: undefined,
    /** What the next save shall bring: all chunks come with it. @type {any} */ next: null,
    /** The save that brings it is under way. */ changing: false,
    /** Data were shown: another lock means starting anew. */ running: false,
    rounds: 600000,
    /** Chunks being decrypted. @type {Promise<any>[]} */ reading: [],
    /** Asks the user for the key of this record. @type {(record: any) => Promise<CryptoKey>} */
    ask: function () { return Promise.reject(new DOMException('locked', 'NotAllowedError')); },

    gcm: function (iv, path) { return { name: 'AES-GCM', iv: new Uint8Array(iv), additionalData: new TextEncoder().encode(path || '') }; },
    random: function (size) { return Array.from(crypto.getRandomValues(new Uint8Array(size))); },

    /** The key that wraps. Input methods compose differently: NFC makes one passphrase of them. */
    derive: async function (record, passphrase) {
      const secret = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase.normalize()), 'PBKDF2', false, ['deriveKey']);
      return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(record.salt), iterations: record.rounds }, secret,
        { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);
    },

    /** The chunks' key; fails when the passphrase is another one. */
    unlock: async function (record, passphrase, wrapping) {
      return crypto.subtle.unwrapKey('raw', new Uint8Array(record.key), wrapping || await StoreLock.derive(record, passphrase), StoreLock.gcm(record.iv),
        'AES-GCM', false, ['encrypt', 'decrypt']);
    },

    /** A new key behind this passphrase. */
    make: async function (passphrase) {
      const record = { salt: StoreLock.random(16), iv: StoreLock.random(12), rounds: StoreLock.rounds };
      const wrapping = await StoreLock.derive(record, passphrase);
      const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt']);
      record.key = Array.from(new Uint8Array(await crypto.subtle.wrapKey('raw', key, wrapping, StoreLock.gcm(record.iv))));
      return { record: record, key: await StoreLock.unlock(record, '', wrapping) };
    },

    /** Each chunk is bound to its path and begins with the number that it was encrypted with, which is never used again. */
    seal: async function (entry, key) {
      const iv = StoreLock.random(12);
      const sealed = new Uint8Array(await crypto.subtle.encrypt(StoreLock.gcm(iv, entry.path), key, entry.contents));
      const contents = new Uint8Array(12 + sealed.length);
      contents.set(iv);
      contents.set(sealed, 12);
      return { path: entry.path, contents: contents, sealed: 1 };
    },

    open: async function (path, contents) {
      return new Uint8Array(await crypto.subtle.decrypt(StoreLock.gcm(contents.subarray(0, 12), path), StoreLock.key, contents.subarray(12)));
    },

    /** IDBFS hands over what it has read; what is encrypted gets into its file a moment later. */
    listen: function () {
      const put = IDBFS.storeLocalEntry;
      IDBFS.storeLocalEntry = function (path, entry, done) {
        if (!entry.sealed) return put(path, entry, done);
        StoreLock.reading.push(StoreLock.open(path, entry.contents).then(function (contents) {
          entry.contents = contents;
          put(path, entry, function (error) { if (error) throw error; });
        }));
      };
    },

    /** Before chunks are read: the key of what is stored. Set, changed or taken off by another page, it is asked for as at the start. */
    meet: async function (record) {
      if (JSON.stringify(record) === JSON.stringify(StoreLock.record)) return;
      if (record && StoreLock.running) {
        location.reload();
        return new Promise(function () {});
      }
      if (record) {
        // Nobody at the keys here: the right to write goes to whoever is.
        StoreTabs.mayYield = function () { return true; };
        StoreTabs.onRole = function (role) { if (role === 'writer') StoreIdb.beginWriting(); };
      }
      StoreLock.key = record ? await StoreLock.ask(record) : null;
      StoreLock.record = record;
    },

    /**
     * Another passphrase, a first one or none ({}): the key is new, so every chunk is written anew in one transaction with it, then the
     * second copy. What the former chunks were on the disk is the browser's to overwrite (web/SECURITY.md).
     * @param {() => void} saveAll
     */
    change: async function (to, saveAll) {
      if (StoreTabs.role !== 'writer') throw new Error('another page writes');
      await new Promise(function (resolve, reject) {
        StoreLock.next = { key: to.key || null, record: to.record, resolve: resolve, reject: reject };
        saveAll();
      });
      await StoreCopy.pump();
    },
  },
});
