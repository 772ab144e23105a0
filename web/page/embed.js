// @ts-check
// Talks to the page around us, in the messages of cohoi-embed.js. Loaded only where our address has ?embed and we are in a frame.
// Heard is the page around us alone, and only where its origin is ours or stands in cohoi.config.json beside index.html.
const schema = 1;
const codes = ['invalid', 'refused', 'not_found', 'conflict', 'read_only', 'corrupt', 'io', 'internal'];
const lists = { lead: 'leads', opportunity: 'opportunities', account: 'accounts', contact: 'contacts', product: 'products' };

/** @type {Set<string>} */
const origins = new Set([location.origin]);
let ignored = 0;
// Until the first frame nothing else knows it.
document.documentElement.classList.toggle('railless', new URLSearchParams(location.search).get('rail') === '0');
/** Whom we talk to, once it has said hello. @type {string | null} */
let portal = null;
/** @type {((ask: number, text: string) => string) | null} */
let ask = null;
/** What it has to hear when it does. @type {Record<string, unknown>[]} */
const early = [];
/** Calls that came before the program could answer. @type {(() => void)[]} */
let waiting = [];

/** @param {Record<string, unknown>} message */
function post(message) {
  if (portal !== null) window.parent.postMessage({ cohoi: schema, ...message }, portal);
  else if (early.length < 100) early.push(message);
}

/** @param {object} table @param {unknown} key */
const has = (table, key) => typeof key === 'string' && Object.hasOwn(table, key);
/** @param {unknown} value @param {number} most */
const isText = (value, most) => typeof value === 'string' && value.length <= most;

/** @param {any} values */
const isValues = (values) => values !== null && typeof values === 'object' && !Array.isArray(values) && Object.keys(values).length <= 100 &&
  Object.entries(values).every(([key, value]) => key.length <= 100 && isText(value, 20000));

/** @param {Record<string, string>} values */
const queryOf = (values) => new URLSearchParams(Object.entries(values).map(([key, value]) => [key, value.normalize('NFC')]));

/** What C++ is asked for, and how its answer reads. @type {Record<string, (message: any) => [number, string, (answer: string) => unknown] | null>} */
const calls = {
  open: (message) => (isText(message.address, 4000) ? [0, message.address, (answer) => ({ address: answer })] : null),
  create: (message) => (has(lists, message.entity) && isValues(message.values)
    ? [1, `#/${lists[/** @type {'lead'} */ (message.entity)]}/new?${queryOf(message.values)}`, (answer) => records(answer)[0]] : null),
  find: (message) => (isText(message.query, 400) ? [2, message.query.normalize('NFC'), records] : null),
};

/** @param {string} text */
function records(text) {
  return text.split('\x1e').filter(Boolean).map((record) => {
    const [entity, address = '', title, second] = record.split('\x1f');
    return { entity, id: address.slice(address.lastIndexOf('/') + 1), address, ...(title === undefined ? {} : { title, second }) };
  });
}

/** @param {number} id @param {[number, string, (answer: string) => unknown]} asked */
function answer(id, [number, text, read]) {
  const said = /** @type {(ask: number, text: string) => string} */ (ask)(number, text);
  if (!said.startsWith('!')) return post({ answer: id, value: read(said) });
  const [code, message, detail] = said.slice(1).split('\x1f');
  return post({ answer: id, error: { code: codes[Number(code)], message, field: codes[Number(code)] === 'invalid' ? detail : '' } });
}

/** @param {MessageEvent} event */
function hear(event) {
  const message = event.source === window.parent && origins.has(event.origin) ? event.data : null;
  if (message !== null && typeof message === 'object' && message.cohoi === schema) {
    if (message.call === 'hello') {
      portal = event.origin;
      post({ event: 'welcome' });
      if (!early.length && ask) post({ event: 'ready' });  // it comes a second time
      early.splice(0).forEach(post);
      return;
    }
    const asked = Number.isSafeInteger(message.id) && has(calls, message.call) ? calls[message.call](message) : null;
    if (asked && portal === event.origin) {
      const go = () => answer(message.id, asked);
      if (ask) go();
      else waiting.push(go);
      return;
    }
  }
  ignored += 1;
}

/** How high the frame would have to be to show the whole page without scrolling. */
function watchHeight() {
  const mirror = /** @type {HTMLElement} */ (document.getElementById('mirror'));
  let last = 0;
  let measuring = false;
  const measure = () => {
    measuring = false;
    let height = 0;
    for (const area of mirror.querySelectorAll('.scroll')) {
      const content = /** @type {HTMLElement | null} */ (area.querySelector(':scope > .space'));
      if (content && area.closest('[role=main], main')) height = Math.max(height, innerHeight - area.clientHeight + content.offsetHeight);
    }
    height = Math.ceil(height);
    if (!height || height === last) return;
    last = height;
    post({ event: 'height', detail: { height } });
  };
  new MutationObserver(() => {
    if (!measuring) requestAnimationFrame(measure);
    measuring = true;
  }).observe(mirror, { subtree: true, childList: true, attributes: true, attributeFilter: ['style'] });
}

/** The origins that this deployment talks to besides its own. */
async function readConfig() {
  try {
    const file = await fetch(new URL('cohoi.config.json', document.baseURI), { cache: 'no-cache' });
    if (!file.ok) return;
    for (const origin of (await file.json()).embed.origins) if (new URL(origin).origin === origin) origins.add(origin);
  } catch (error) {
    console.warn('cohoi.config.json:', error);
  }
}

/** For C++ (web/js/portal.js). */
const program = {
  /** @param {(ask: number, text: string) => string} answering */
  attach(answering) {
    ask = answering;
    watchHeight();
    post({ event: 'ready' });
    waiting.splice(0).forEach((go) => go());
  },
  /** @param {string} event @param {string} text */
  tell(event, text) {
    const [first, second] = text.split('\x1f');
    const detail = event === 'navigated' ? { address: first, title: second } : event === 'error' ? { message: first } : { records: records(text) };
    post({ event, detail });
  },
};

export async function meetPortal() {
  addEventListener('message', hear);
  Object.assign(/** @type {any} */ (window).cohoi ??= {}, { ignored: () => ignored });
  await readConfig();
  // Holds nothing, so anybody may hear it: who is allowed answers it with hello.
  window.parent.postMessage({ cohoi: schema, event: 'here' }, '*');
  return program;
}
