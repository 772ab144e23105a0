// @ts-check
// Keeps one whole version of the site for offline use. A page always gets all its files from one version: a new one waits
// until the user agrees (page/offline.js), because JavaScript and WebAssembly of different builds do not fit together.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = worker.registration.scope;
const version = '__COHOI_VERSION__';
// Another Cohoi of the same origin keeps its own.
const prefix = `cohoi ${scope} `;
const cacheName = prefix + version;
/** @type {string[]} */
const files = __COHOI_FILES__;

// Servers that hide file names redirect index.html, and a redirected answer cannot be given to a navigation.
/** @param {string} file */
const addressOf = (file) => new URL(file === 'index.html' ? './' : file, scope).href;
const kept = new Set(files.map(addressOf));

/**
 * Whether the answer is this file of this version: deployments are copied file by file, and some servers answer everything with a page.
 * @param {string} file @param {Response} response
 */
async function isOurs(file, response) {
  if (!response.ok) return false;
  if (file === 'index.html') return (await response.text()).includes(`data-version="${version}"`);
  const hash = hashIn(file);
  if (!hash) return true;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('').startsWith(hash);
}

/** @param {string} file */
const hashIn = (file) => file.match(/\.([0-9a-f]{10})\./)?.[1];

/** @param {string} file @param {RequestCache} [cache] a fixed name could come stale from the browser's own */
async function fetched(file, cache = hashIn(file) ? 'default' : 'reload') {
  const response = await fetch(addressOf(file), { cache });
  if (await isOurs(file, response.clone())) return response;
  if (cache === 'reload') throw new Error(`${file} is not that of version ${version}`);
  return fetched(file, 'reload');  // what the browser had kept was wrong
}

async function keep() {
  const cache = await caches.open(cacheName);
  try {
    await Promise.all(files.map(async (file) => cache.put(addressOf(file), await fetched(file))));
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

worker.addEventListener('install', (event) => event.waitUntil(keep()));

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys().then((names) =>
      Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)))),
  );
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') worker.skipWaiting();
});

/** @param {string} address @param {Request} request */
async function answer(address, request) {
  return (await (await caches.open(cacheName)).match(address)) || fetch(request);
}

worker.addEventListener('fetch', (event) => {
  const request = event.request;
  const page = request.url.replace(/[?#].*$/, '');
  // Only our own page: beside it, or below it, somebody else's may stand.
  const home = request.mode === 'navigate' && (page === scope || page === scope + 'index.html');
  const address = home ? scope : request.url;
  if (request.method === 'GET' && kept.has(address)) event.respondWith(answer(address, request));
});
