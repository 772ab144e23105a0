// Kills the whole browser at random points while leads are added and edited in the product, and starts it twice after each kill: what the
// page had shown as Saved must be in the backup it then gives out, and that file must be sound. By hand: node tests/e2e/kill_product.mjs 20 [seed]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from './support/app.mjs';
import { backup } from './support/backup.mjs';
import { end, kill, launch, numbers } from './support/browser_process.mjs';
import { serve } from './support/site.mjs';

const flags = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--lang=en-US', '--accept-lang=en-US', '--window-size=1200,800'];

async function start(profile, address) {
  const started = await launch(profile, flags);
  const page = await started.context.newPage();
  page.setDefaultTimeout(60000);
  await page.goto(`${address}#/leads`);
  await page.waitForFunction(() => performance.getEntriesByName('cohoi:ready').length > 0);
  return { ...started, page, app: new App(page, started.context) };
}

// Adds leads and edits each, until the browser is gone; `saved` takes what the page has shown as Saved.
async function work({ page, app }, address, saved) {
  for (;;) {
    const name = `K${String(saved.size).padStart(5, '0')}`;
    await page.goto(`${address}#/leads/new?last_name=${name}`);
    await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await app.saved();
    saved.set(name, '');
    await app.fill('Title', `T${name}`);
    await app.saved();
    saved.set(name, `T${name}`);
  }
}

const [trials, seed] = [Number(process.argv[2] ?? 20), Number(process.argv[3] ?? Date.now() % 1e6)];
const random = numbers(seed);
const site = await serve();
const folder = await mkdtemp(join(tmpdir(), 'cohoi-kill-'));
const profile = join(folder, 'profile');
const saved = new Map();
let lost = 0, damaged = 0;
for (let trial = 1; trial <= trials; trial++) {
  let now = await start(profile, site.address);
  const working = work(now, site.address, saved).catch((error) => error);
  const pause = 1500 + random() * 12000;
  await new Promise((passed) => { setTimeout(passed, pause); });
  await kill(now);
  const why = await working;
  if (!/closed|disconnected|Target/.test(why.message)) throw why;
  for (const which of ['first', 'second']) {
    now = await start(profile, site.address);
    const found = await backup(now, folder);
    if (found.check.join() !== 'ok') damaged++;
    // The edit under way when the browser died may be there or not: only what was said to be saved counts.
    const gone = [...saved].filter(([name, title]) => !(name in found.leads) || (title && found.leads[name] !== title));
    lost += gone.length;
    console.log(`trial ${trial}, ${which} start: killed after ${pause.toFixed()} ms; saved ${saved.size}, found ${Object.keys(found.leads).length}, ${found.check}${gone.length ? `, lost ${gone.join(' ')}` : ''}`);
    // A lead not told as saved may have come through: its name is taken.
    for (const [name, title] of Object.entries(found.leads)) if (!saved.has(name)) saved.set(name, title ?? '');
    if (which === 'first') await end(now);
    else await kill(now);
  }
}
site.close();
await rm(folder, { recursive: true, force: true, maxRetries: 5 });
console.log({ seed, trials, saved: saved.size, lost, damaged });
process.exit(lost || damaged ? 1 : 0);
