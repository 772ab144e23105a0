// Every screen and dialog as machines and eyes find it: all items named, axe content, no text outside its place; pictures of the main ones.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { product, skip } from './support/app.mjs';
import { add } from './support/paths.mjs';

const { inApp } = product();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = process.env.COHOI_SHOTS;
const snapshots = join(dirname(fileURLToPath(import.meta.url)), 'snapshots');

const words = {
  en: { locale: 'en-US', sample: 'Load sample data', day: 'My day', convert: 'Convert', dialog: 'Convert lead', won: 'Mark as won', accounts: 'Accounts' },
  vi: {
    locale: 'vi-VN', sample: 'Nạp dữ liệu mẫu', day: 'Việc hôm nay', convert: 'Chuyển đổi', dialog: 'Chuyển đổi khách hàng tiềm năng', won: 'Đánh dấu thắng',
    accounts: 'Khách hàng',
  },
};

// Addresses of a lead that is not ready, an open opportunity, and an account of the sample data.
async function samples(app, said) {
  const { page } = app;
  await app.button(said.sample).click();
  await app.heading(said.day).waitFor({ timeout: 60000 });
  const first = async (address, within) => {
    await app.go(address);
    await within().first().press('Enter');
    await page.waitForFunction((before) => location.hash !== before, address);
    return app.address();
  };
  const account = await first('#/accounts', () => page.getByRole('row').filter({ hasNot: page.getByRole('columnheader') }));
  const opportunity = await first('#/opportunities', () => page.getByRole('listitem'));
  await app.button(said.won).waitFor();
  await app.go('#/leads/new?last_name=Nguy%E1%BB%85n&first_name=Th%E1%BB%8B+Ph%C6%B0%C6%A1ng+Th%E1%BA%A3o&company=C%C3%B4ng+ty+TNHH+Qu%E1%BB%91c+t%E1%BA%BF');
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: said.locale === 'vi-VN' ? 'Lưu' : 'Save', exact: true }).click();
  await form.waitFor({ state: 'detached' });
  await page.waitForFunction(() => /^#\/leads\/[0-9a-f-]{36}$/.test(location.hash));
  return { account, opportunity, lead: app.address() };
}

for (const [language, said] of Object.entries(words)) {
  test(`no text is wider than its place on the main screens, ${language}`, { skip }, () => inApp(async (app) => {
    const { page } = app;
    if (shots) mkdirSync(shots, { recursive: true });
    const has = await page.evaluate(() => typeof window.cohoi.overflowing === 'function');
    const found = [];
    const look = async (name) => {
      await app.settled();
      if (has) found.push(...(await page.evaluate(() => window.cohoi.overflowing())).map((text) => `${name}: ${text}`));
      if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
    };
    const places = await samples(app, said);
    for (const [size, viewport] of [['wide', { width: 1440, height: 900 }], ['phone', { width: 390, height: 844 }]]) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        const named = (screen) => `${screen}-${language}-${size}-${colorScheme}`;
        for (const [screen, address] of Object.entries({
          home: '#/', leads: '#/leads', board: '#/opportunities?view=board', opportunity: places.opportunity, account: places.account, lead: places.lead,
        })) {
          await app.go(address);
          await look(named(screen));
        }
        const dialog = await app.open(said.dialog, app.button(said.convert));
        await look(named('convert'));
        await page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
      }
    }
    assert.deepEqual(found, []);
    assert.ok(has, 'window.cohoi.overflowing is not there');
  }, { locale: said.locale }));
}

test('every item of every screen and dialog has a role and a name, and axe finds nothing', { skip }, () => inApp(async (app) => {
  const { page } = app;
  const found = [];
  const look = async (name) => {
    await app.settled();
    found.push(...(await page.evaluate(() => window.cohoi.unnamed())).map((item) => `${name}: ${item}`));
    if (!(await page.evaluate(() => !!window.axe))) await page.evaluate(axe);
    found.push(...await page.evaluate(async (where) => (await window.axe.run(document)).violations.map(
      (violation) => `${where}: ${violation.id}: ${violation.nodes[0].html}`), name));
  };
  const look_at_dialog = async (name, from) => {
    await app.open(name, from);
    await look(name);
    await page.keyboard.press('Escape');
    await app.dialog(name).waitFor({ state: 'detached' });
  };
  await look('empty home');
  const places = await samples(app, words.en);
  for (const address of ['#/', '#/leads', '#/opportunities?view=board', '#/opportunities?view=list', '#/accounts', '#/contacts', '#/activities', '#/products',
    '#/import', '#/duplicates', '#/settings', '#/guide', '#/nowhere', places.account]) {
    await app.go(address);
    await look(address);
  }
  await app.go(places.lead);
  await app.heading(/Phương Thảo/).waitFor();
  await look('lead');
  for (const [name, button] of [['Convert lead', 'Convert'], ['Disqualify', 'Disqualify'], ['Log call', 'Log call'], ['Add task', 'Add task']])
    await look_at_dialog(name, app.button(button));
  await app.go(places.opportunity);
  await app.button('Mark as won').waitFor();
  await look('opportunity');
  for (const name of ['Mark as won', 'Mark as lost', 'Add role', 'Add product']) await look_at_dialog(name, app.button(name).first());
  for (const [name, key] of [['Find anything', 'Control+k'], ['Keyboard shortcuts', '?']]) {
    await page.keyboard.press(key);
    await app.dialog(name).waitFor();
    await look(name);
    await page.keyboard.press('Escape');
    await app.dialog(name).waitFor({ state: 'detached' });
  }
  for (const kind of ['lead', 'opportunity', 'account', 'contact', 'product']) {
    await app.button('New', page.getByRole('banner')).click();
    await page.getByRole('menuitem', { name: `New ${kind}`, exact: true }).press('Enter');
    await app.dialog(`New ${kind}`).waitFor();
    await look(`New ${kind}`);
    await page.keyboard.press('Escape');
    await app.dialog(`New ${kind}`).waitFor({ state: 'detached' });
  }
  assert.deepEqual(found, []);
}));

// What a screen reader finds, as it was looked at last, on one day of the calendar. COHOI_SNAPSHOTS=write writes them anew, to be read before they are kept.
const unwritten = !existsSync(snapshots) && process.env.COHOI_SNAPSHOTS !== 'write' ? 'no snapshots were written yet' : false;
test('every screen says the same to a screen reader as it did', { skip: skip || unwritten }, () => inApp(async (app) => {
  const { page } = app;
  const places = await samples(app, words.en);
  while (await app.button('Dismiss').count()) await app.button('Dismiss').first().click();
  const ids = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
  const changed = [];
  const compare = async (name) => {
    await app.settled();
    const file = join(snapshots, `${name}.yml`);
    const now = (await page.locator('#mirror').ariaSnapshot()).replace(ids, 'ID') + '\n';
    if (process.env.COHOI_SNAPSHOTS === 'write') {
      mkdirSync(snapshots, { recursive: true });
      writeFileSync(file, now);
      return;
    }
    const then = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    const other = now.split('\n').findIndex((line, i) => line !== then[i]);
    if (now !== then.join('\n')) changed.push(`${name}:${other + 1}\n  was ${then[other]}\n  is  ${now.split('\n')[other]}`);
  };
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const [name, address] of Object.entries({
    home: '#/', leads: '#/leads', lead: places.lead, board: '#/opportunities?view=board', opportunities: '#/opportunities?view=list', opportunity: places.opportunity,
    accounts: '#/accounts', account: places.account, contacts: '#/contacts', activities: '#/activities', products: '#/products', import: '#/import', settings: '#/settings',
    guide: '#/guide', nowhere: '#/nowhere',
  })) {
    await app.go(address);
    await compare(name);
  }
  for (const [key, name] of [['Control+k', 'palette'], ['?', 'keys']]) {
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
    await compare(name);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  assert.deepEqual(changed, []);
}, { now: '2026-11-26T09:00:00+07:00' }));
