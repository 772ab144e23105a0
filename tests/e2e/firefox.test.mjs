// The main job in Firefox, and what a browser could take differently: keys, typing, the worker that keeps the page, the second copy.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { open, product, skip as unbuilt, tell, usualContext } from './support/app.mjs';
import { deployment, packed } from './support/deployment.mjs';
import { keepChoosers, launchFirefox, launchFirefoxIn, skip as missing } from './support/firefox.mjs';
import { add, bringIn, choose, openFile } from './support/paths.mjs';
import { english, vietnamese, wholePath, wholePathByKeys } from './support/whole_path.mjs';

const skip = unbuilt || missing;
const inFirefox = product({}, skip ? undefined : launchFirefox).inApp;

test('Firefox: from a contact to a sale to a customer, with reloads in between', { skip }, () => inFirefox((app) => wholePath(app, english)));

test('Firefox: từ liên hệ đến đơn bán và khách hàng, bằng tiếng Việt', { skip }, () => inFirefox((app) => wholePath(app, vietnamese), { locale: 'vi-VN' }));

test('Firefox: the whole path by keys alone', { skip }, () => inFirefox(wholePathByKeys));

test('Firefox: arrows go through a list and a menu, Escape closes and gives the focus back', { skip }, () => inFirefox(async (app) => {
  const { page } = app;
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent);
  for (const name of ['Kho Hòa Bình', 'Kho Long An', 'Kho Tân Tạo']) await add(app, 'account', { Name: name });
  await app.go('#/accounts');
  const rows = page.getByRole('row').filter({ hasText: 'Kho' });
  const stands = (row) => row.evaluate((el) => el.contains(document.activeElement));
  await rows.nth(0).focus();
  await page.keyboard.press('ArrowDown');
  await app.settled();
  assert.ok(await stands(rows.nth(1)));
  await page.keyboard.press('ArrowUp');
  await app.settled();
  assert.ok(await stands(rows.nth(0)));

  await app.button('New', page.getByRole('banner')).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('ArrowDown');
  assert.match(await focused(), /^New /);
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  assert.equal(await focused(), 'New');

  await page.keyboard.press('Control+k');
  await app.dialog('Find anything').waitFor();
  await page.keyboard.type('tan tao');
  await page.getByRole('option', { name: /^Kho Tân Tạo, Account/ }).waitFor();
  await page.keyboard.press('Escape');
  await app.dialog('Find anything').waitFor({ state: 'detached' });
  assert.equal(await focused(), 'New');
}));

const every = 'Nguyễn Hoàng Ỷ Đặng Ưởng Thẳm Quýnh'; // every tone, and â ă ê ô ơ ư đ among them

test('Firefox: Vietnamese arrives whole by keys, by Backspace and new letters, as loose marks and by another program', { skip }, () => inFirefox(async (app) => {
  const { page } = app;
  await add(app, 'lead', { 'Last name': 'Đỗ Quỳnh' });
  const field = app.field('Company');
  const enter = async (how) => {
    await field.click();
    await page.keyboard.press('Control+a');
    await how();
    await app.heading(/^Đỗ Quỳnh/).waitFor();
    await page.keyboard.press('Tab');
    await app.saved();
    await app.reload();
    await app.heading(/^Đỗ Quỳnh/).waitFor();
    const kept = await field.inputValue();
    await app.fill('Company', 'Kho');
    return kept;
  };
  assert.equal(await enter(() => page.keyboard.type(every)), every);
  assert.equal(await enter(async () => {
    for (const word of every.split(/(?<= )/)) {
      const plain = word.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
      await page.keyboard.type(plain);
      for (let i = 0; i < plain.length; i++) await page.keyboard.press('Backspace');
      await page.keyboard.type(word);
    }
  }), every, 'as Unikey writes');
  assert.equal(await enter(() => page.keyboard.type(every.normalize('NFD'))), every, 'loose marks');
  // Dictation and other programs write the text and say so; the browser then sends no change event.
  assert.equal(await enter(() => field.fill(every)), every, 'by another program');
}));

test('Firefox: a file comes in through the chooser, a backup goes out and in again', { skip }, () => inFirefox(async (app) => {
  const { page } = app;
  await keepChoosers(page);
  await openFile(app, 'tiem-nang.csv', Buffer.from('First Name,Last Name,Company,Lead Source,Lead Status\nLan,Trần,Kho Hòa Bình,Cold Call,Contacted\nMinh,Lý,Thép Hòa Phát,Cold Call,Contacted\n'));
  await bringIn(app);
  await app.go('#/leads');
  await app.row('Thép Hòa Phát').waitFor();
  await app.go('#/settings/data');
  const download = page.waitForEvent('download');
  await app.button('Save backup').click();
  const backup = readFileSync(await (await download).path());
  assert.equal(backup.subarray(0, 15).toString(), 'SQLite format 3');
  await add(app, 'account', { Name: 'Sau khi sao lưu' });
  await app.go('#/settings/data');
  await choose(app, app.button('Restore backup'), 'tốt.sqlite', backup);
  await app.button('Replace everything', app.dialog('Restore this backup?')).click();
  await app.status(/The backup is in place/).waitFor();
  await app.go('#/leads');
  await app.row('Thép Hòa Phát').waitFor();
}));

test('Firefox: without a network the page starts and keeps what is entered', { skip: skip || (process.env.COHOI_URL ? 'its own server is needed' : false) }, async () => {
  const site = await deployment(packed());
  const profile = await mkdtemp(join(tmpdir(), 'cohoi-firefox-'));
  let context;
  const start = async () => {
    await context?.close();
    context = await launchFirefoxIn(profile, usualContext);
    return open(context, site.address);
  };
  try {
    let app = await start();
    await app.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await add(app, 'account', { Name: 'Kho Hòa Bình' });
    await app.saved();
    await site.cut();
    await app.reload();
    await add(app, 'account', { Name: 'Thép Hòa Phát' });
    await app.saved();
    app = await start();
    await app.go('#/accounts');
    await app.row('Kho Hòa Bình').waitFor();
    await app.row('Thép Hòa Phát').waitFor();
    assert.deepEqual(app.page.complaints, []);
  } catch (error) {
    await tell(context, error);
    throw error;
  } finally {
    await context?.close();
    await site.cut().catch(() => {});
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
