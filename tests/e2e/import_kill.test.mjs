// An import that dies: the browser is killed, the disk is full or gone, or it is cancelled. All of it is there afterwards, or nothing.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { App, skip } from './support/app.mjs';
import { backup } from './support/backup.mjs';
import { end, kill, launch as launchWhole } from './support/browser_process.mjs';
import { launch, serve } from './support/site.mjs';

const rows = 6000;
const patience = Number(process.env.COHOI_PATIENCE ?? 60000);
const flags = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--lang=en-US', '--accept-lang=en-US', '--window-size=1200,800'];

let site;
before(async () => { if (!skip) site = await serve(); });
after(() => site?.close());

// Leads whose names begin with `mark`.
function file(mark) {
  let text = 'Last Name,First Name,Company,Email,Phone\n';
  for (let i = 0; i < rows; ++i) text += `${mark}${i},Văn An,Công ty ${mark} ${i % 500},${mark}${i}@hoasen${i % 300}.vn,09${mark.charCodeAt(0) % 10}${1000000 + i}\n`;
  return { name: `${mark}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) };
}

async function ready(page) {
  page.setDefaultTimeout(patience);
  await page.waitForFunction(() => performance.getEntriesByName('cohoi:ready').length > 0);
  return new App(page, page.context());
}

async function toPreview(app, mark) {
  await app.go('#/import');
  const chooser = app.page.waitForEvent('filechooser');
  await app.button('Choose file').click();
  await (await chooser).setFiles(file(mark));
  await app.choice('This file holds').selectOption({ label: 'Leads' });
  await app.button('Next').click();
  await app.heading('What each column means').waitFor({ state: 'detached' });
  await app.button('Next').click();
  await app.button('Import').waitFor();
}

// Presses Import and returns when so much of it is applied; false when it was done before that was seen.
async function applied(app, share) {
  await app.button('Import').click();
  const seen = await app.page.waitForFunction((least) => {
    const bar = document.querySelector('[role=progressbar]');
    const done = Number((bar?.getAttribute('aria-valuetext') ?? '').match(/^([\d,]+) of/)?.[1].replaceAll(',', '') ?? -1);
    if (done >= least) return 'applying';
    return [...document.querySelectorAll('[role=button], button')].some((one) => one.textContent === 'Undo import' || one.getAttribute('aria-label') === 'Undo import') ? 'done' : '';
  }, Math.floor(rows * share));
  return (await seen.jsonValue()) === 'applying';
}

const slowly = async (page, rate) => (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate });

const count = (leads, mark) => Object.keys(leads).filter((name) => name.startsWith(mark)).length;

test('the browser killed at several moments of an import: all of it is there or nothing, at two starts each', { skip }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cohoi-import-'));
  const profile = join(folder, 'profile');
  let now;
  const start = async () => {
    now = await launchWhole(profile, flags);
    now.page = await now.context.newPage();
    await now.page.goto(`${site.address}#/leads`);
    now.app = await ready(now.page);
  };
  // What each moment must leave: nothing before the import has committed, all of it once it was told as saved.
  const moments = [
    { mark: 'A', at: async (app) => { assert.ok(await applied(app, 0.05)); }, leaves: [0] },
    { mark: 'B', at: async (app) => { assert.ok(await applied(app, 0.6)); }, leaves: [0] },
    { mark: 'C', at: async (app) => { await app.button('Import').click(); await app.button('Undo import').waitFor(); }, leaves: [0, rows] },
    { mark: 'D', at: async (app) => { await app.button('Import').click(); await app.button('Undo import').waitFor(); await app.saved(); }, leaves: [rows] },
  ];
  const expected = {};
  try {
    await start();
    await now.page.goto(`${site.address}#/leads/new?last_name=Z0`);
    await now.page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
    await now.page.getByRole('heading', { level: 1, name: 'Z0' }).waitFor();
    await now.app.saved();
    for (const { mark, at, leaves } of moments) {
      await toPreview(now.app, mark);
      // So slow that the kill comes while the import is still at work.
      if (leaves.length === 1 && leaves[0] === 0) await slowly(now.page, 10);
      await at(now.app);
      await kill(now);
      for (const which of ['first', 'second']) {
        await start();
        const found = await backup(now, folder);
        const where = `${mark}, ${which} start`;
        assert.deepEqual(found.check, ['ok'], where);
        assert.equal(count(found.leads, 'Z'), 1, where);
        expected[mark] ??= count(found.leads, mark);
        assert.ok(leaves.includes(expected[mark]), `${where}: ${expected[mark]} of ${rows}`);
        for (const [known, wanted] of Object.entries(expected)) assert.equal(count(found.leads, known), wanted, `${known} after ${where}`);
        if (which === 'first') await end(now);
      }
    }
    await end(now);
  } finally {
    if (now && now.process.exitCode === null && now.process.signalCode === null) await kill(now);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

// A page of its own in a browser of its own; `first` sees it before the product is there.
async function inPage(first, work) {
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US', reducedMotion: 'reduce', acceptDownloads: true });
  try {
    const page = await context.newPage();
    await page.goto(`${site.address}sw.js`);
    const more = await first(page);
    await page.goto(site.address);
    await work(await ready(page), more);
  } finally {
    await browser.close();
  }
}

async function leadsAfterReopening(app) {
  await app.page.close({ runBeforeUnload: false });
  const page = await app.context.newPage();
  await page.goto(`${site.address}#/leads`);
  const again = await ready(page);
  await again.grid('Leads').waitFor();
  return { app: again, leads: Number(await again.grid('Leads').getAttribute('aria-rowcount')) - 1 };
}

async function addLead(app, name) {
  await app.go(`#/leads/new?last_name=${name}`);
  await app.page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await app.page.getByRole('heading', { level: 1, name }).waitFor();
  await app.saved();
}

async function bringIn(app, mark) {
  await toPreview(app, mark);
  await app.button('Import').click();
  await app.button('Undo import').waitFor();
}

const notSaved = (app, why) => app.page.getByText(why).first().waitFor();

test('a store that is full takes nothing of an import, and all of it once there is room', { skip }, () => inPage(async (page) => {
  // Of a page that stays: the limit ends with the page it came from.
  const session = await page.context().newCDPSession(await page.context().newPage());
  const quota = (bytes) => session.send('Storage.overrideQuotaForOrigin', { origin: site.address.slice(0, -1), ...(bytes ? { quotaSize: bytes } : {}) });
  await quota(5 << 20);
  return quota;
}, async (first, quota) => {
  await addLead(first, 'Z0');
  await bringIn(first, 'A');
  await notSaved(first, /Not saved.*full/);
  const { app, leads } = await leadsAfterReopening(first);
  assert.equal(leads, 1);
  // The same again; this time room is made while the page stands.
  await bringIn(app, 'A');
  await notSaved(app, /Not saved.*full/);
  await quota(0);
  await app.saved();
  assert.equal((await leadsAfterReopening(app)).leads, 1 + rows);
}));

test('a disk that goes in the middle of saving an import keeps nothing of it', { skip }, () => inPage(async () => {}, async (first) => {
  await addLead(first, 'Z0');
  await toPreview(first, 'A');
  // The disk takes the first pieces of the import, and then no more.
  await first.page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    window.puts = 0;
    IDBObjectStore.prototype.put = function (...what) {
      const request = put.apply(this, what);
      if (++window.puts % 20 === 0) this.transaction.abort();
      return request;
    };
  });
  await first.button('Import').click();
  await first.button('Undo import').waitFor();
  await notSaved(first, /Not saved/);
  assert.ok(await first.page.evaluate(() => window.puts) >= 20);
  assert.equal((await leadsAfterReopening(first)).leads, 1);
}));

test('an import cancelled half way leaves every record as it was', { skip }, () => inPage(async () => {}, async (app) => {
  const records = async () => {
    await app.go('#/settings/data');
    const download = app.page.waitForEvent('download');
    await app.button('Save as JSON').click();
    return createHash('sha256').update(readFileSync(await (await download).path())).digest('hex');
  };
  await addLead(app, 'Z0');
  const as = await records();
  await toPreview(app, 'A');
  await slowly(app.page, 6);
  assert.ok(await applied(app, 0.3));
  await app.button('Cancel').click();
  await slowly(app.page, 1);
  await app.button('Import').waitFor();
  assert.equal(await records(), as);
  // And it may be brought in after all.
  await app.go('#/import');
  await app.button('Import').click();
  await app.button('Undo import').waitFor();
  assert.notEqual(await records(), as);
}));
