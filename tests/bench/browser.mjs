// How the product feels with 100,000 leads and 20,000 opportunities: opens it with a file of big_data.cpp, visits every screen and prints
// a table. Times are the product's own measures (User Timing "cohoi:frame": CPU of a frame without the GPU), in milliseconds. Judges
// nothing: a busy machine makes every figure larger.
//   node tests/bench/browser.mjs FILE [--json] [--shots=FOLDER] [--only=key]        COHOI_DIST: the packed folder, as for the browser tests
//   --only: the screens and typings whose name, or what is said of it, has this in it
import { mkdirSync } from 'node:fs';
import { launch, serve } from '../e2e/support/site.mjs';

const [file, ...options] = process.argv.slice(2);
if (!file) {
  console.error('node tests/bench/browser.mjs FILE [--json] [--shots=FOLDER] [--only=TEXT]');
  process.exit(2);
}
const only = options.find((one) => one.startsWith('--only='))?.slice(7).toLowerCase() ?? '';
const wanted = (name) => name.toLowerCase().includes(only);
const shots = options.find((one) => one.startsWith('--shots='))?.slice(8);
if (shots) mkdirSync(shots, { recursive: true });

const site = await serve();
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' });
const page = await context.newPage();
page.setDefaultTimeout(300000);
page.on('pageerror', (error) => console.error('page:', error.message));

const drawn = () => page.waitForFunction(() => performance.getEntriesByName('cohoi:first-frame').length > 0);
const settled = () => page.evaluate(async () => {
  const turn = () => new Promise((next) => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(next))); });
  for (let still = 0, last = -1; still < 2;) {
    await turn();
    const now = performance.getEntriesByName('cohoi:frame').length;
    still = now === last ? still + 1 : 0;
    last = now;
  }
});
const forget = () => page.evaluate(() => performance.clearMeasures('cohoi:frame'));
const frames = () => page.evaluate(() => performance.getEntriesByName('cohoi:frame').map((entry) => entry.detail.cpu));
const sorted = (list) => [...list].sort((a, b) => a - b);
const share = (list, part) => (list.length ? sorted(list)[Math.min(list.length - 1, Math.floor(list.length * part))] : NaN);
const ms = (value) => (Number.isNaN(value) ? '–' : value.toFixed(2));
const table = [];
const note = (what, list, more = '') => table.push({
  what, frames: list.length, median: ms(share(list, 0.5)), p95: ms(share(list, 0.95)), worst: ms(share(list, 1)), more,
});

await page.goto(site.address, { waitUntil: 'commit' });
await drawn();
await page.evaluate(() => { location.hash = '#/settings'; });
await settled();
const data = page.getByRole('tab', { name: 'Data', exact: true }).or(page.getByRole('link', { name: 'Data', exact: true }));
if (await data.count()) await data.first().click();
const chosen = page.waitForEvent('filechooser');
await page.getByRole('button', { name: 'Restore backup', exact: true }).click();
const loading = Date.now();
await (await chosen).setFiles(file);
await page.getByRole('status').filter({ hasText: 'The backup is in place.' }).first().waitFor();
await page.getByRole('status').filter({ hasText: /^Saved$/ }).waitFor();
console.error(`restored and saved in ${((Date.now() - loading) / 1000).toFixed(1)} s`);
await page.reload({ waitUntil: 'commit' });
await drawn();
const warm = await page.evaluate(() => performance.getEntriesByName('cohoi:first-frame')[0].startTime);

// The pointer wanders over the middle of the page and the wheel turns: what people do while they look.
async function look(name, address) {
  if (!wanted(name)) return;
  await forget();
  await page.evaluate((hash) => { location.hash = hash; }, address);
  await settled();
  const arrival = await frames();
  await page.mouse.move(700, 300);
  await forget();
  for (let i = 0; i < 40; ++i) await page.mouse.move(500 + (i % 20) * 30, 250 + (i % 10) * 40);
  for (let i = 0; i < 20; ++i) await page.mouse.wheel(0, i < 10 ? 400 : -400);
  await settled();
  note(name, await frames(), `first ${ms(Math.max(...arrival, 0))}`);
  if (shots) await page.screenshot({ path: `${shots}/${name.replaceAll(/\W+/g, '-')}.png` });
}

const first = async (address, role) => {
  await page.evaluate((hash) => { location.hash = hash; }, address);
  await settled();
  await page.getByRole(role).filter({ hasNot: page.getByRole('columnheader') }).first().press('Enter');
  await page.waitForFunction((before) => location.hash !== before, address);
  await settled();
  return new URL(page.url()).hash;
};

await look('Home', '#/');
await look('Leads', '#/leads');
await look('Board', '#/opportunities?view=board');
await look('Opportunities, list', '#/opportunities?view=list');
for (const name of ['Accounts', 'Contacts', 'Activities', 'Products', 'Reports', 'Settings', 'Import', 'Guide']) await look(name, `#/${name.toLowerCase()}`);
if (wanted('Lead')) await look('Lead', await first('#/leads', 'row'));
if (wanted('Opportunity')) await look('Opportunity', await first('#/opportunities?view=board', 'listitem'));
if (wanted('Account')) await look('Account', await first('#/accounts', 'row'));

// Each key stroke: the dearest frame until nothing is left to draw.
async function type(name, address, field, words) {
  if (!wanted(`${name}, a key stroke`)) return;
  await page.evaluate((hash) => { location.hash = hash; }, address);
  await settled();
  const box = page.getByRole('searchbox', { name: field }).last();
  const strokes = [];
  for (const word of words) {
    await box.focus();
    for (const key of word) {
      await forget();
      await page.keyboard.type(key);
      await settled();
      strokes.push(Math.max(...await frames(), 0));
    }
    await box.fill('');
    await settled();
  }
  note(name, strokes, 'per key stroke');
}
const words = ['nguyen an', 'sao mai', 'hoa binh 12', '0910', 'trần thị', 'may dong goi', 'congty12', 'phạm minh'];
await type('Search everything', '#/leads', 'Search', words);
await type('Find in leads', '#/leads', /^Find/, words);
await type('Find on the board', '#/opportunities?view=board', /^Find/, ['may dong', 'sao mai', 'hoa binh', 'nguyễn', 'tan tien', 'cong ty 12']);

// A card over the whole board, to its edges, along a column's bottom, and back to where it came from.
if (wanted('Board, carrying a card')) {
  await page.evaluate(() => { location.hash = '#/opportunities?view=board'; });
  await settled();
  const card = await page.getByRole('listitem').first().boundingBox();
  await page.mouse.move(card.x + 60, card.y + 20);
  await page.mouse.down();
  await forget();
  for (let i = 0; i <= 60; ++i) await page.mouse.move(card.x + 60 + i * 16, card.y + 20 + (i % 30) * 15);
  for (let i = 0; i < 30; ++i) await page.mouse.move(700 + (i % 2), 820);
  for (let i = 0; i <= 30; ++i) await page.mouse.move(1400 - i * 40, 500);
  note('Board, carrying a card', await frames());
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await settled();
  await forget();
  await page.getByRole('listitem').first().focus();
  await page.keyboard.press('Shift+ArrowRight');
  await settled();
  note('Board, a move', await frames());
  await page.keyboard.press('Escape');
}

const heap = await page.evaluate(() => window.cohoi.heap());
if (options.includes('--json')) console.log(JSON.stringify({ warm, heap, table }));
else {
  console.table(table);
  console.log(`first frame, warm: ${ms(warm)} ms; memory of the program: ${(heap / 1e6).toFixed(0)} MB`);
}
await browser.close();
site.close();
