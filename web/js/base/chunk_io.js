// @ts-check
// The chunk files of core/store/chunk_io.h in MEMFS. A file has room for a whole chunk from the start, and zeroes behind its bytes.
mergeInto(LibraryManager.library, {
  $ChunkIo__deps: ['$FS', '$MEMFS'],
  $ChunkIo: {
    /** ChunkIo::chunk_bytes */ whole: 32768,
    /** The nodes of the folders that are open. */ folders: [],

    /** By its name, as chunk_name() makes it. */
    node: function (folder, index) {
      return ChunkIo.folders[folder].contents[String(index).padStart(6, '0')];
    },

    /** The file to be written, made when it is not there, with room. Nothing when the memory is full. */
    roomy: function (folder, index) {
      try {
        const node = ChunkIo.node(folder, index) || MEMFS.createNode(ChunkIo.folders[folder], String(index).padStart(6, '0'), 33206 /* a file, 0666 */, 0);
        if (!node.contents || node.contents.length < ChunkIo.whole) {
          const room = new Uint8Array(ChunkIo.whole);
          if (node.contents) room.set(node.contents.subarray(0, node.usedBytes));
          node.contents = room;
        }
        node.timestamp = Date.now();
        return node;
      } catch (error) {
        return null;
      }
    },
  },

  cohoi_chunks_open__deps: ['$ChunkIo'],
  cohoi_chunks_open__sig: 'ii',
  cohoi_chunks_open: function (folder) {
    return ChunkIo.folders.push(FS.lookupPath(UTF8ToString(folder)).node) - 1;
  },

  cohoi_chunks_close__deps: ['$ChunkIo'],
  cohoi_chunks_close__sig: 'vi',
  cohoi_chunks_close: function (folder) {
    delete ChunkIo.folders[folder];
  },

  cohoi_chunk_read__deps: ['$ChunkIo'],
  cohoi_chunk_read__sig: 'iiiiii',
  cohoi_chunk_read: function (folder, index, at, into, size) {
    const node = ChunkIo.node(folder, index);
    if (!node || at + size > node.usedBytes) return 0;
    HEAPU8.set(node.contents.subarray(at, at + size), into);
    return 1;
  },

  cohoi_chunk_write__deps: ['$ChunkIo'],
  cohoi_chunk_write__sig: 'iiiiii',
  cohoi_chunk_write: function (folder, index, at, from, size) {
    const node = ChunkIo.roomy(folder, index);
    if (!node) return 0;
    node.contents.set(HEAPU8.subarray(from, from + size), at);
    node.usedBytes = Math.max(node.usedBytes, at + size);
    return 1;
  },

  cohoi_chunk_resize__deps: ['$ChunkIo'],
  cohoi_chunk_resize__sig: 'iiii',
  cohoi_chunk_resize: function (folder, index, bytes) {
    const node = ChunkIo.roomy(folder, index);
    if (!node) return 0;
    node.contents.fill(0, bytes);
    node.usedBytes = bytes;
    return 1;
  },
});
