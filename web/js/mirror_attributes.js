// @ts-check
// What an element says about itself, from its node; and the text of fields, which is the browser's while someone types.
mergeInto(LibraryManager.library, {
  $MirrorAttributes__deps: ['$MirrorElement', '$MirrorFocus'],
  $MirrorAttributes: {
    set: function (record) {
      const el = record.el;
      const node = record.node;
      const set = MirrorElement.attribute;
      set(el, 'aria-description', [node.hint, node.error].filter(Boolean).join('. '));
      set(el, 'aria-invalid', node.error ? 'true' : '');
      set(el, 'aria-required', node.required ? 'true' : '');
      set(el, 'aria-disabled', node.disabled ? 'true' : '');
      set(el, 'aria-checked', node.checked);
      set(el, 'aria-selected', node.selected);
      set(el, 'aria-expanded', node.expanded);
      set(el, 'aria-pressed', node.pressed);
      set(el, 'aria-sort', node.sort);
      set(el, 'aria-current', node.current ? 'page' : '');
      set(el, 'aria-rowcount', node.rows);
      set(el, 'aria-rowindex', node.row);
      set(el, 'aria-colcount', node.columns);
      set(el, 'aria-colindex', node.column);
      if (node.role === 'link') MirrorAttributes.link(el, node);
      if (node.role === 'progressbar' || node.role === 'separator') {
        set(el, 'aria-valuetext', node.value);
        set(el, 'aria-valuenow', isNaN(parseFloat(node.value)) ? '' : parseFloat(node.value));
      }
      if (node.role === 'select') MirrorElement.options(record);
      if (MirrorElement.isField(record)) MirrorAttributes.field(record);
      MirrorFocus.reach(record);
    },

    link: function (el, node) {
      MirrorElement.attribute(el, 'href', node.href || '#');
      // Neither a place in the product nor something for another program: a page, which must not take the product's place.
      const outside = /^https?:|^(?!#|[a-z]+:)./.test(node.href || '');
      MirrorElement.attribute(el, 'target', outside ? '_blank' : '');
      MirrorElement.attribute(el, 'rel', outside ? 'noopener noreferrer' : '');
    },

    field: function (record) {
      const el = /** @type {HTMLInputElement} */ (record.el);
      const node = record.node;
      const set = MirrorElement.attribute;
      const modes = { decimal: 'decimal', numeric: 'numeric', tel: 'tel', email: 'email', url: 'url' };
      set(el, 'inputmode', node.role === 'spinbutton' ? 'decimal' : modes[node.input]);
      set(el, 'placeholder', node.placeholder);
      set(el, 'maxlength', node.max);
      set(el, 'aria-valuetext', node.role === 'spinbutton' ? node.value : '');
      el.readOnly = !!node.readonly;
      MirrorAttributes.write(record);
    },

    /** C++'s value into the field, unless the browser is composing in it: then after that. */
    write: function (record) {
      const el = /** @type {HTMLInputElement} */ (record.el);
      const value = record.node.value || '';
      if (record.composing || el.value.normalize('NFC') === value) return;
      const focused = document.activeElement === el;
      const end = el.value.length - (focused && el.selectionEnd !== null ? el.selectionEnd : 0);
      el.value = value;
      record.unfinished = false;
      if (focused) el.setSelectionRange(Math.max(0, value.length - end), Math.max(0, value.length - end));
    },
  },
});
