// @ts-check
// Keeps one whole version of the site for offline use. A page always gets all its files from one version: a new one waits
// until the user agrees (page/offline.js), because JavaScript and WebAssembly of different builds do not fit together.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const prefix = 'cohoi-site-';
const cacheName = prefix + '__COHOI_VERSION__';
/** @type {string[]} */
const files = __COHOI_FILES__;

/** @param {string} file */
const addressOf = (file) => new URL(file, worker.registration.scope).href;

worker.addEventListener('install', (event) => {
  // Fixed names could come stale from the browser's cache; hashed ones never are.
  const requests = files.map((file) => new Request(addressOf(file), { cache: /\.[0-9a-f]{10}\./.test(file) ? 'default' : 'reload' }));
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(requests)));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys().then((names) =>
      Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)))),
  );
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') worker.skipWaiting();
});

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(cacheName);
  const address = new URL(request.url);
  const home = request.mode === 'navigate' && address.href.startsWith(worker.registration.scope);
  const kept = await cache.match(home ? addressOf('index.html') : request.url);
  return kept || fetch(request);
}

worker.addEventListener('fetch', (event) => {
  const request = event.request;
  if (request.method === 'GET' && new URL(request.url).origin === worker.location.origin) event.respondWith(answer(request));
});
