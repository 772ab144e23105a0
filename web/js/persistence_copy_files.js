// @ts-check
// The files of the second copy (persistence_copy.js): writing one whole or not at all, and telling which of them belong together.
mergeInto(LibraryManager.library, {
  $StoreCopyFiles: {
    /** The browser writes beside the file (name.crswap) and puts it in place when closed: it is whole or of length 0. @returns {Promise<number>} its size */
    write: async function (folder, name, from, to, /** @type {Map<string, Uint8Array>} */ contents, removed, lock) {
      const entries = Array.from(contents, function (entry) { return [entry[0], entry[1].length]; });
      const header = new TextEncoder().encode(JSON.stringify({ from: from, to: to, entries: entries, removed: removed, lock: lock }));
      const whole = new Blob([new Uint32Array([header.length]), header].concat(Array.from(contents.values())));
      const handle = await folder.getFileHandle(name, { create: true });
      const writable = await handle.createWritable();
      await writable.write(whole);
      await writable.close();
      return whole.size;
    },

    /** Nothing when it is not one of ours or not whole. */
    read: async function (handle) {
      const file = await handle.getFile();
      if (file.size < 4) return null;
      const length = new Uint32Array(await file.slice(0, 4).arrayBuffer())[0];
      let header;
      try { header = JSON.parse(await file.slice(4, 4 + length).text()); } catch (error) { return null; }
      const size = header.entries.reduce(function (sum, entry) { return sum + entry[1]; }, 4 + length);
      return size === file.size ? { name: handle.name, size: size, start: 4 + length, file: file, header: header } : null;
    },

    /** The latest whole state, the changes that follow it without a gap, and what is of no use beside them. */
    plan: async function (folder) {
      const found = [];
      const names = [];
      for await (const handle of folder.values()) {
        names.push(handle.name);
        const part = handle.kind === 'file' && /^(base-\d+|more-\d+-\d+)$/.test(handle.name) ? await StoreCopyFiles.read(handle) : null;
        if (part) found.push(part);
      }
      let base = null;
      found.forEach(function (part) {
        if (part.name.startsWith('base-') && (!base || part.header.to > base.header.to)) base = part;
      });
      const parts = [];
      let head = base ? base.header.to : 0;
      found.sort(function (a, b) { return a.header.from - b.header.from; }).forEach(function (part) {
        if (!base || part.name.startsWith('base-') || part.header.from > head + 1 || part.header.to <= head) return;
        parts.push(part);
        head = part.header.to;
      });
      const useful = [base].concat(parts);
      const useless = names.filter(function (name) { return !useful.some(function (part) { return part && part.name === name; }); });
      return { base: base, parts: parts, head: head, useless: useless, names: names };
    },

    apply: async function (part, contents) {
      let at = part.start;
      // emcc 3.1.6 drops a destructuring in a loop's head.
      for (const entry of part.header.entries) {
        contents.set(entry[0], new Uint8Array(await part.file.slice(at, at + entry[1]).arrayBuffer()));
        at += entry[1];
      }
      part.header.removed.forEach(function (path) { contents.delete(path); });
    },
  },
});
