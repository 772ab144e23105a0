// @ts-check
// Keeps the site for offline use and offers a new version when there is one; it never changes under the user's hands.
import { language } from './failure.js';

const hour = 3600000;

const texts = {
  vi: { ready: 'Đã có phiên bản mới.', reload: 'Tải lại', later: 'Để sau' },
  en: { ready: 'A new version is ready.', reload: 'Reload', later: 'Later' },
}[language];

/** @param {string} label @param {() => void} pressed */
function button(label, pressed) {
  const element = document.createElement('button');
  element.textContent = label;
  element.addEventListener('click', pressed);
  return element;
}

/** @param {ServiceWorkerRegistration} registration */
function offer(registration) {
  if (document.getElementById('update')) return;
  const bar = document.createElement('div');
  bar.id = 'update';
  bar.setAttribute('role', 'status');
  const reload = button(texts.reload, () => {
    // Every edit is durable within milliseconds, so there is nothing to save first.
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting?.postMessage('take-over');
  });
  bar.append(texts.ready, ' ', reload, button(texts.later, () => bar.remove()));
  document.body.append(bar);
}

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  const settled = () => {
    // Without a controller this is the first visit, and the page already is the newest.
    if (registration.waiting && navigator.serviceWorker.controller) offer(registration);
  };
  settled();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', settled));
  const look = () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => {});  // offline, or half deployed: next time
  };
  document.addEventListener('visibilitychange', look);
  addEventListener('online', look);
  setInterval(look, hour);
}

// A sandboxed frame has the property and throws on reading it; plain http has no service worker at all.
try {
  if (isSecureContext && navigator.serviceWorker) {
    addEventListener('load', () => {
      navigator.serviceWorker.register('sw.js').then((made) => made && watch(made)).catch((error) => console.info('Not kept for offline use:', error));
    });
  }
} catch {
  // Cohoi then runs online only.
}
