// @ts-check
// Starts the program: fonts and WebAssembly side by side, then C++'s main. Until its first frame the skeleton stays.
import { language, showFailure, text } from './failure.js';

const root = document.documentElement;
root.lang = language;
// On somebody's page the wheel goes on there when ours ends.
const framed = window.parent !== window;
root.classList.toggle('framed', framed);
const startText = document.getElementById('start-text');
if (startText) startText.textContent = text('loading');

const steps = { done: 0, all: 4 };
function advanced() {
  steps.done += 1;
  root.style.setProperty('--loaded', String(steps.done / steps.all));
}

/** @param {string} url @returns {Promise<ArrayBuffer>} */
async function bytesOf(url) {
  const answer = await fetch(new URL(url, document.baseURI));
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  advanced();
  return bytes;
}

/** The browser draws the text of a focused field with the very file that the canvas uses. */
async function loadFonts() {
  const [regular, semibold, icons] = await Promise.all([
    bytesOf("fonts/be-vietnam-pro-400.ttf"),
    bytesOf("fonts/be-vietnam-pro-600.ttf"),
    bytesOf("fonts/lucide.ttf"),
  ]);
  for (const [bytes, weight] of /** @type {[ArrayBuffer, string][]} */ ([[regular, '400'], [semibold, '600']])) {
    document.fonts.add(await new FontFace('Be Vietnam Pro', bytes, { weight }).load());
  }
  return { regular, semibold, icons };
}

/** What lets the page around us ask and listen, where our address says that it may. */
async function meetPortal() {
  if (!framed || !new URLSearchParams(location.search).has('embed')) return null;
  return (await import('./embed.js')).meetPortal();
}

async function start() {
  if (typeof WebAssembly !== 'object') {
    showFailure('no-wasm');
    return;
  }
  const [fonts, program, portal] = await Promise.all([loadFonts(), import("../cohoi.js"), meetPortal()]);
  advanced();
  await program.default({
    canvas: document.getElementById('canvas'),
    version: root.dataset.version || '',
    fonts,
    portal,
    onFirstFrame: () => document.getElementById('start')?.remove(),
    onFailure: showFailure,
    onAbort: (/** @type {unknown} */ reason) => showFailure('stopped', reason),
  });
}

// A trap inside an event handler reaches nobody else.
addEventListener('error', (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) showFailure('stopped', event.error.message);
});

start().catch((error) => {
  console.error(error);
  showFailure('not-loaded', error);
});
