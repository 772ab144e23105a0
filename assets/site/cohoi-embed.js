// @ts-check
// <cohoi-crm>: Cohoi in a page of your own. See README, "Embedding", and cohoi-embed.d.ts beside this file.
// A plain script, so that a page of any origin may load it from where Cohoi is served.
(() => {
  const schema = 1;
  const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI;
  const options = ['screens', 'lang', 'theme', 'readonly', 'rail'];
  const events = ['ready', 'saved', 'converted', 'won', 'error', 'navigated', 'height'];
  const patience = 5000; // from the frame's first word to its welcome

  class CohoiError extends Error {
    /** @param {{code: string, message: string, field?: string}} what */
    constructor({ code, message, field = '' }) {
      super(message);
      this.name = 'CohoiError';
      this.code = code;
      this.field = field;
    }
  }

  class CohoiCrm extends HTMLElement {
    static observedAttributes = ['src', 'address', 'sandbox', 'title', ...options];

    #frame = document.createElement('iframe');
    #ready = false;
    #welcome = false;
    #timer = 0;
    #last = 0;
    /** Calls that wait for the frame, then for its answer. @type {Map<number, {message: object, resolve: (value: any) => void, reject: (error: Error) => void}>} */
    #calls = new Map();
    /** @type {Map<string, Set<(detail: any) => void>>} */
    #handlers = new Map(events.map((event) => [event, new Set()]));
    #hear = (/** @type {MessageEvent} */ event) => this.#heard(event);

    constructor() {
      super();
      this.attachShadow({ mode: 'open' });
    }

    connectedCallback() {
      if (!this.style.display) this.style.display = 'block';
      addEventListener('message', this.#hear);
      this.#load();
    }

    disconnectedCallback() {
      removeEventListener('message', this.#hear);
      this.#forget();
    }

    /** @param {string} name @param {string | null} before @param {string | null} now */
    attributeChangedCallback(name, before, now) {
      if (!this.isConnected || before === now) return;
      if (name === 'title') this.#frame.title = now || 'Cohoi';
      else if (name === 'address' && this.#ready) this.open(now || '#/').catch(() => {});  // the frame says on its page what is wrong
      else this.#load();
    }

    /** @param {string} address */
    open(address) { return this.#call({ call: 'open', address }); }
    /** @param {string} entity @param {Record<string, string>} values */
    create(entity, values) { return this.#call({ call: 'create', entity, values }); }
    /** @param {string} query */
    find(query) { return this.#call({ call: 'find', query }); }

    /** @param {string} event @param {(detail: any) => void} handler */
    on(event, handler) {
      const handlers = this.#handlers.get(event);
      if (!handlers) throw new TypeError(`<cohoi-crm> has no event ${event}`);
      handlers.add(handler);
      if (event === 'ready' && this.#ready) queueMicrotask(() => handlers.has(handler) && handler({}));
      return () => { handlers.delete(handler); };
    }

    get #address() { return new URL(this.getAttribute('src') || '.', this.hasAttribute('src') ? document.baseURI : script); }
    get #sandboxed() { return this.hasAttribute('sandbox') && !this.#frame.sandbox.contains('allow-same-origin'); }

    #load() {
      this.#forget();
      const address = this.#address;
      address.searchParams.set('embed', '1');
      for (const name of options) {
        const value = this.getAttribute(name);
        if (value !== null) address.searchParams.set(name, name === 'readonly' ? '1' : value);
      }
      address.hash = this.getAttribute('address') || '#/';
      // A new one each time: another address after "#" alone would not load the page anew.
      const frame = this.#frame = document.createElement('iframe');
      frame.style.cssText = 'display: block; width: 100%; height: 100%; border: 0';
      frame.allow = 'clipboard-read; clipboard-write; fullscreen';
      frame.title = this.title || 'Cohoi';
      frame.src = address.href;
      const sandbox = this.getAttribute('sandbox');
      if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
      this.shadowRoot?.replaceChildren(frame);
    }

    #forget() {
      clearTimeout(this.#timer);
      this.#ready = this.#welcome = false;
      this.#fail(new CohoiError({ code: 'gone', message: 'The frame was taken away or loaded anew' }));
    }

    /** @param {Error} error */
    #fail(error) {
      const calls = [...this.#calls.values()];
      this.#calls.clear();
      calls.forEach(({ reject }) => reject(error));
    }

    /** @param {object} message */
    #post(message) {
      // A frame without an origin of its own can be named by nobody.
      this.#frame.contentWindow?.postMessage({ cohoi: schema, ...message }, this.#sandboxed ? '*' : this.#address.origin);
    }

    /** @param {object} message @returns {Promise<any>} */
    #call(message) {
      const id = ++this.#last;
      return new Promise((resolve, reject) => {
        this.#calls.set(id, { message, resolve, reject });
        if (this.#welcome) this.#post({ id, ...message });
      });
    }

    /** @param {MessageEvent} event */
    #heard({ source, origin, data }) {
      if (source !== this.#frame.contentWindow || origin !== (this.#sandboxed ? 'null' : this.#address.origin)) return;
      if (data === null || typeof data !== 'object' || data.cohoi !== schema) return;
      if (data.event === 'here') {
        this.#ready = this.#welcome = false;  // loaded anew, perhaps
        this.#timer = setTimeout(() => this.#fail(new CohoiError({
          code: 'not_allowed', message: `${this.#address.origin} does not talk to ${location.origin}: is it listed in its cohoi.config.json?`,
        })), patience);
        this.#post({ call: 'hello' });
      } else if (data.event === 'welcome') {
        clearTimeout(this.#timer);
        this.#welcome = true;
        for (const [id, { message }] of this.#calls) this.#post({ id, ...message });
      } else if (this.#handlers.has(data.event)) {
        if (data.event === 'ready') this.#ready = true;
        this.#handlers.get(data.event)?.forEach((handler) => handler(data.detail ?? {}));
      } else if (this.#calls.has(data.answer)) {
        const call = this.#calls.get(data.answer);
        this.#calls.delete(data.answer);
        if (data.error) call?.reject(new CohoiError(data.error));
        else call?.resolve(data.value);
      }
    }
  }

  customElements.define('cohoi-crm', CohoiCrm);
})();
