// @ts-check
// Spreadsheets (XLSX): unpacked by the browser, one sheet made CSV in UTF-8 for core/app/import. Reads what is needed for the values:
// shared and inline strings, numbers, dates of both systems, booleans. The XML is scanned, not parsed: a document of a million nodes
// would take many times the memory of the sheet.
mergeInto(LibraryManager.library, {
  $Workbook__deps: ['$MirrorEvents'],
  $Workbook: {
    // Of one unpacked part; a small file may claim to hold anything.
    largest: 512 * 1024 * 1024,

    /** Names and places of the parts, from the directory at the end; nothing when it is no ZIP. */
    parts: function (bytes) {
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      let end = bytes.length - 22;
      while (end >= 0 && end > bytes.length - 66000 && view.getUint32(end, true) !== 0x06054b50) --end;
      if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return null;
      const parts = new Map();
      let at = view.getUint32(end + 16, true);
      for (let left = view.getUint16(end + 10, true); left > 0 && at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50; --left) {
        const length = view.getUint16(at + 28, true);
        const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)).replace(/\\/g, '/');
        parts.set(name.toLowerCase(), { method: view.getUint16(at + 10, true), size: view.getUint32(at + 20, true), local: view.getUint32(at + 42, true) });
        at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
      }
      return parts;
    },

    /** The text of a part; empty when there is none. */
    text: async function (bytes, parts, name) {
      const part = parts.get(name.toLowerCase());
      if (!part) return '';
      if (part.local + 30 > bytes.length) throw new Error('cut off');
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const from = part.local + 30 + view.getUint16(part.local + 26, true) + view.getUint16(part.local + 28, true);
      const packed = bytes.slice(from, from + part.size);
      if (part.method === 0) return new TextDecoder().decode(packed);
      const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
      const decoder = new TextDecoder();
      let text = '';
      for (let total = 0; ;) {
        const { done, value } = await reader.read();
        if (done) return text + decoder.decode();
        total += value.length;
        if (total > Workbook.largest) throw new Error('too large');
        text += decoder.decode(value, { stream: true });
      }
    },

    attribute: function (tag, name) {
      const found = new RegExp('(?:^|\\s)(?:\\w+:)?' + name + '\\s*=\\s*(?:"([^"]*)"|\'([^\']*)\')').exec(tag);
      return found ? Workbook.plain(found[1] === undefined ? found[2] : found[1]) : '';
    },

    plain: function (text) {
      const named = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
      const point = function (code, base) {
        const number = parseInt(code, base);
        return number > 0 && number < 0x110000 ? String.fromCodePoint(number) : '';
      };
      if (text.indexOf('&') >= 0)
        text = text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|quot|apos|amp));/gi, function (all, hex, decimal, name) {
          return hex ? point(hex, 16) : decimal ? point(decimal, 10) : named[name.toLowerCase()];
        });
      return text.indexOf('_x') < 0 ? text : text.replace(/_x([0-9a-f]{4})_/gi, function (all, hex) { return hex === '000D' ? '' : point(hex, 16); });
    },

    strings: function (xml) {
      const strings = [];
      const tag = /<(\/?)(?:\w+:)?(si|t|rPh)(?=[\s>/])([^>]*?)(\/?)>([^<]*)/g;
      let reading = false;  // how East Asian words are read aloud is no part of them
      for (let found; (found = tag.exec(xml));) {
        if (found[2] === 'si' && !found[1]) strings.push('');
        else if (found[2] === 'rPh') reading = !found[1] && !found[4];
        else if (found[2] === 't' && !found[1] && !found[4] && !reading && strings.length) strings[strings.length - 1] += Workbook.plain(found[5]);
      }
      return strings;
    },

    /** For every style of a cell: 'date', 'percent' or ''. */
    styles: function (xml) {
      const codes = {};
      for (const found of xml.matchAll(/<(?:\w+:)?numFmt\s([^>]*)>/g)) codes[Workbook.attribute(found[1], 'numFmtId')] = Workbook.attribute(found[1], 'formatCode');
      const cells = /<(?:\w+:)?cellXfs[\s>][\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml);
      const styles = [];
      for (const found of (cells ? cells[0] : '').matchAll(/<(?:\w+:)?xf\s([^>]*)>/g)) {
        const id = Number(Workbook.attribute(found[1], 'numFmtId'));
        const code = (codes[id] || '').replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
        const date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58) || /[ymdhs]/i.test(code.replace(/general/i, ''));
        styles.push(date ? 'date' : id === 9 || id === 10 || code.indexOf('%') >= 0 ? 'percent' : '');
      }
      return styles;
    },

    number: function (text, style, since1904) {
      const value = Number(text);
      if (text === '' || !isFinite(value)) return text;
      if (style === 'date' && value >= 0 && value < 2958466) {
        // 1900 is a leap year to Excel, which puts every day before March of it one off.
        const day = since1904 ? value + 1462 : value < 60 ? value + 1 : value;
        const iso = new Date(Date.UTC(1899, 11, 30) + Math.round(day * 86400) * 1000).toISOString();
        if (value < 1 && !since1904) return iso.substr(11, 8);
        return iso.substr(11, 8) === '00:00:00' ? iso.substr(0, 10) : iso.substr(0, 10) + ' ' + iso.substr(11, 8);
      }
      if (style === 'percent') return String(Number((value * 100).toPrecision(12))) + '%';
      const plain = String(value);
      // Three digits behind the point would look like a group of thousands.
      return /^-?\d+\.\d{3}$/.test(plain) ? plain + '0' : plain;
    },

    cell: function (text) { return /[",\r\n]|^\s|\s$/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text; },

    csv: function (xml, strings, styles, since1904) {
      const tag = /<(\/?)(?:\w+:)?(row|c|v|t|rPh)(?=[\s>/])([^>]*?)(\/?)>([^<]*)/g;
      const lines = [];
      let number = 0, row = [], at = -1, type = '', style = '', text = '', reading = false;
      const settle = function () {
        if (at < 0) return;
        let value = text;
        if (type === 's') value = strings[Number(text)] || '';
        else if (type === 'b') value = text === '1' ? 'TRUE' : text === '0' ? 'FALSE' : text;
        else if (type === 'e') value = '';
        else if (type === '' || type === 'n') value = Workbook.number(text, style, since1904);
        if (value !== '') row[at] = Workbook.cell(value);
        text = '';
      };
      for (let found; (found = tag.exec(xml));) {
        const closing = found[1] === '/', name = found[2], empty = found[4] === '/';
        if (name === 'row') {
          if (!closing) {
            number = Number(Workbook.attribute(found[3], 'r')) || number + 1;
            row = [];
            at = -1;
          }
          // Also of a row without cells, which ends itself; rows without values leave no line but the gap.
          if ((closing || empty) && row.length && number <= 1048576) {
            while (lines.length < number - 1) lines.push('');
            lines[number - 1] = Array.from(row, function (cell) { return cell || ''; }).join(',');
          }
        } else if (name === 'c') {
          if (closing) {
            settle();
            continue;
          }
          const letters = /^[A-Z]{1,3}/.exec(Workbook.attribute(found[3], 'r'));
          let column = -1;
          if (letters) {
            column = 0;
            for (const letter of letters[0]) column = column * 26 + letter.charCodeAt(0) - 64;
            --column;
          }
          at = column >= 0 ? column : at + 1;
          type = Workbook.attribute(found[3], 't');
          style = styles[Number(Workbook.attribute(found[3], 's'))] || '';
          text = '';
        } else if (name === 'rPh') {
          reading = !closing && !empty;
        } else if (!closing && !empty && !reading) {
          text += Workbook.plain(found[5]);
        }
      }
      return lines.join('\n');
    },

    /** @returns {Promise<{names: string[], csv: string, failure: number}>} failure: 1 no workbook, 2 this browser can't unpack */
    read: async function (bytes, sheet) {
      const failed = function (failure) { return { names: [], csv: '', failure: failure }; };
      const parts = Workbook.parts(bytes);
      if (!parts) return failed(1);
      const book = Array.from(parts.keys()).find(function (name) { return /(^|\/)workbook\.xml$/.test(name); });
      if (!book) return failed(1);
      try {
        new DecompressionStream('deflate-raw');
      } catch (refused) {
        return failed(2);
      }
      const folder = book.slice(0, book.lastIndexOf('/') + 1);
      const xml = await Workbook.text(bytes, parts, book);
      const targets = {};
      for (const found of (await Workbook.text(bytes, parts, folder + '_rels/workbook.xml.rels')).matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)) {
        const target = Workbook.attribute(found[1], 'Target');
        targets[Workbook.attribute(found[1], 'Id')] = target.charAt(0) === '/' ? target.slice(1) : folder + target;
      }
      const all = Array.from(xml.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g), function (found) {
        return { name: Workbook.attribute(found[1], 'name'), hidden: Workbook.attribute(found[1], 'state') !== '' && Workbook.attribute(found[1], 'state') !== 'visible',
                 target: targets[(/\s\w+:id\s*=\s*["']([^"']*)/.exec(' ' + found[1]) || ['', ''])[1]] || '' };
      }).filter(function (one) { return parts.has(one.target.toLowerCase()); });
      const shown = all.filter(function (one) { return !one.hidden; });
      const sheets = shown.length ? shown : all;
      const chosen = sheets[sheet] || sheets[0];
      if (!chosen) return failed(1);
      const since1904 = /<(?:\w+:)?workbookPr\s[^>]*date1904\s*=\s*["'](1|true)/.test(xml);
      const strings = Workbook.strings(await Workbook.text(bytes, parts, folder + 'sharedstrings.xml'));
      const styles = Workbook.styles(await Workbook.text(bytes, parts, folder + 'styles.xml'));
      const csv = Workbook.csv(await Workbook.text(bytes, parts, chosen.target), strings, styles, since1904);
      return { names: sheets.map(function (one) { return one.name; }), csv: csv, failure: 0 };
    },
  },

  cohoi_workbook_read__deps: ['$Workbook'],
  cohoi_workbook_read__sig: 'viiiii',
  cohoi_workbook_read: function (self, request, bytes, size, sheet) {
    const give = function (read) {
      const text = new TextEncoder().encode(read.csv);
      const memory = _cohoi_allocate(Math.max(1, text.length));
      HEAPU8.set(text, memory);
      _cohoi_on_sheet(self, request, MirrorEvents.text(read.names.join('\n')), memory, text.length, read.failure);
    };
    Workbook.read(HEAPU8.slice(bytes, bytes + size), sheet).then(give, function () { give({ names: [], csv: '', failure: 1 }); });
  },
});
