// @ts-check
// One element of the mirror: which tag a role becomes, and its attributes and look from a node of the patch.
/**
 * @typedef {{id: number, role: string, box: number[], name?: string, value?: string, hint?: string, error?: string, href?: string,
 *   input?: string, placeholder?: string, options?: string[][], level?: number, rows?: number, row?: number, columns?: number,
 *   column?: number, max?: number, checked?: string, selected?: string, expanded?: string, pressed?: string, sort?: string,
 *   disabled?: number, required?: number, readonly?: number, focusable?: number, untabbed?: number, current?: number, height?: number, width?: number,
 *   font?: number, ink?: string, pad?: number, pad_y?: number, line?: number}} MirrorNode
 * @typedef {{id: number, role: string, el: HTMLElement, node: MirrorNode, label: Text | null, space: HTMLElement | null,
 *   children: number, composing: boolean, unfinished: boolean, scroll: number[]}} MirrorRecord
 */
mergeInto(LibraryManager.library, {
  $MirrorElement: {
    tags: {
      navigation: 'nav', banner: 'header', main: 'main', complementary: 'aside', region: 'section', form: 'form', text: 'span', button: 'button', link: 'a',
      textbox: 'input', textarea: 'textarea', searchbox: 'input', spinbutton: 'input', select: 'select', combobox: 'input',
      checkbox: 'button', radio: 'button', tab: 'button', menuitem: 'button',
    },
    // The tag says these by itself.
    plain: ['scroll', 'text', 'heading', 'button', 'link', 'textbox', 'textarea', 'searchbox', 'select', 'navigation', 'banner', 'main', 'complementary', 'region', 'form'],
    // Their name is their text, unless they hold other elements.
    worded: ['text', 'heading', 'button', 'link', 'option', 'checkbox', 'radio', 'tab', 'menuitem', 'columnheader', 'gridcell', 'status', 'alert'],
    fields: ['textbox', 'textarea', 'searchbox', 'spinbutton', 'combobox'],
    // While a new element is dressed: it has no attribute to take away, which is most of the work in a list that scrolls.
    fresh: false,
    reachable: ['button', 'link', 'checkbox', 'radio', 'tab', 'menuitem', 'columnheader', 'select'],
    roving: ['radio', 'tab', 'menuitem', 'columnheader', 'row', 'listitem', 'gridcell', 'option'],

    /** @returns {MirrorRecord} */
    create: function (node) {
      const tag = node.role === 'heading' ? 'h' + Math.min(6, Math.max(1, node.level || 2)) : MirrorElement.tags[node.role] || 'div';
      const el = document.createElement(tag);
      if (tag === 'button') el.setAttribute('type', 'button');
      if (tag === 'form') el.setAttribute('novalidate', '');
      if (tag === 'a') el.setAttribute('draggable', 'false');
      el.className = 'm ' + node.role;
      el.id = 'n' + node.id;
      el.setAttribute('data-node', String(node.id));
      if (node.role !== 'group' && MirrorElement.plain.indexOf(node.role) < 0) el.setAttribute('role', node.role);
      if (node.role === 'form' || node.role === 'banner' || node.role === 'region') el.setAttribute('role', node.role);
      if (node.role === 'dialog') el.setAttribute('aria-modal', 'true');
      if (node.role === 'combobox') {
        el.setAttribute('aria-autocomplete', 'list');
        el.setAttribute('aria-haspopup', 'listbox');
      }
      const record = { id: node.id, role: node.role, el: el, node: null, label: null, space: null, children: 0, composing: false, unfinished: false, scroll: [0, 0] };
      if (node.role === 'scroll') {
        record.space = document.createElement('div');
        record.space.className = 'space';
        el.appendChild(record.space);
      }
      if (MirrorElement.isField(record)) MirrorElement.prepareField(el, node);
      return record;
    },

    isField: function (record) {
      return MirrorElement.fields.indexOf(record.role) >= 0;
    },

    prepareField: function (el, node) {
      const set = { autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' };
      for (const name of Object.keys(set)) el.setAttribute(name, set[name]);
      if (node.role === 'searchbox') el.setAttribute('type', 'search');
      else if (node.role !== 'textarea') el.setAttribute('type', node.input === 'password' ? 'password' : 'text');
    },

    attribute: function (el, name, value) {
      if (value === undefined || value === null || value === '') {
        if (!MirrorElement.fresh) el.removeAttribute(name);
        return;
      }
      if (MirrorElement.fresh) el.setAttribute(name, String(value));
      else if (el.getAttribute(name) !== String(value)) el.setAttribute(name, String(value));
    },

    place: function (record, box, scale) {
      const style = record.el.style;
      style.left = box[0] / scale + 'px';
      style.top = box[1] / scale + 'px';
      style.width = box[2] / scale + 'px';
      style.height = box[3] / scale + 'px';
      if (record.space) {
        record.space.style.width = (record.node.width || 1) / scale + 'px';
        record.space.style.height = (record.node.height || 1) / scale + 'px';
      }
      if (MirrorElement.isField(record) || record.role === 'select') MirrorElement.dress(record, scale);
    },

    /** The look of the text while the browser draws it: as the canvas does. */
    dress: function (record, scale) {
      const node = record.node;
      const style = record.el.style;
      if (node.font) style.fontSize = (node.font * Mirror.emRatio) / scale + 'px';
      style.setProperty('--ink', node.ink || 'inherit');
      style.paddingLeft = style.paddingRight = (node.pad || 0) / scale + 'px';
      if (record.role !== 'textarea') return;
      style.paddingTop = (node.pad_y || 0) / scale + 'px';
      if (node.line) style.lineHeight = node.line / scale + 'px';
    },

    name: function (record) {
      const node = record.node;
      const worded = MirrorElement.worded.indexOf(node.role) >= 0;
      // The pen in a cell is an icon: it must not be read as words of the cell.
      const pen = node.role === 'button' && node.untabbed && !node.expanded;
      const inside = worded && record.children === 0 && !pen ? node.name || '' : '';
      if (inside && !record.label) record.el.insertBefore((record.label = document.createTextNode('')), record.el.firstChild);
      if (record.label && record.label.data !== inside) record.label.data = inside;
      const live = node.role === 'status' || node.role === 'alert';
      const named = node.role !== 'text' && node.role !== 'scroll' && (!inside || live);
      MirrorElement.attribute(record.el, 'aria-label', named ? node.name : '');
      if (node.role === 'group') MirrorElement.attribute(record.el, 'role', node.name ? 'group' : '');
    },

    options: function (record) {
      const select = /** @type {HTMLSelectElement} */ (record.el);
      const wanted = JSON.stringify(record.node.options || []);
      if (select.dataset.options !== wanted) {
        select.dataset.options = wanted;
        select.textContent = '';
        for (const pair of record.node.options || []) select.appendChild(new Option(pair[1], pair[0]));
      }
      select.value = record.node.value || '';
    },
  },
});
