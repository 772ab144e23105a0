// The data as a whole: backup and restore, files in and out, sample data. With COHOI_DATA, the published sets too.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { product, skip } from './support/app.mjs';
import { add } from './support/paths.mjs';

const { inApp } = product();
const data = process.env.COHOI_DATA;
const skipData = skip || (data ? false : 'no data sets: ./tools/test --data DIR');

async function choose(app, pressed, file) {
  const chooser = app.page.waitForEvent('filechooser');
  await pressed.click();
  await (await chooser).setFiles(file);
}

const csv = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

// From the chosen file to the preview; `answers` are choices of the Values step by label.
async function toPreview(app, file, answers = {}) {
  await app.go('#/import');
  await app.button('Choose file').or(app.button('Import another file')).waitFor();
  // The last import's result stays until the next file, so that it can still be undone there.
  if (await app.button('Import another file').count()) await app.button('Import another file').click();
  await choose(app, app.button('Choose file'), file);
  await app.choice('This file holds').waitFor();
  await app.button('Next').click();
  await app.heading('What each column means').waitFor({ state: 'detached' });
  for (const [label, option] of Object.entries(answers)) await app.choice(label).selectOption({ label: option });
  await app.button('Next').click();
  await app.button('Import').waitFor();
}

async function bringIn(app, file, answers) {
  await toPreview(app, file, answers);
  await app.button('Import').click();
  await app.button('Undo import').waitFor({ timeout: 120000 });
}

const rows = async (app, address, name) => {
  await app.go(address);
  await app.grid(name).waitFor();
  return Number(await app.grid(name).getAttribute('aria-rowcount')) - 1;
};

test('a backup comes out and goes in again; a damaged one is refused and changes nothing', { skip }, () => inApp(async (app) => {
  const { page } = app;
  await add(app, 'account', { Name: 'Thép Hòa Phú' });
  await app.go('#/settings/data');
  const download = page.waitForEvent('download');
  await app.button('Save backup').click();
  const file = readFileSync(await (await download).path());
  assert.equal(file.subarray(0, 15).toString(), 'SQLite format 3');
  await add(app, 'account', { Name: 'Sau khi sao lưu' });

  await app.go('#/settings/data');
  const damaged = Buffer.from(file);
  damaged.fill(0x5a, 4096, 12288);
  await choose(app, app.button('Restore backup'), { name: 'hỏng.sqlite', mimeType: 'application/vnd.sqlite3', buffer: damaged });
  await page.getByRole('alert').first().waitFor();
  await app.go('#/accounts');
  await app.row('Sau khi sao lưu').waitFor();

  await app.go('#/settings/data');
  await choose(app, app.button('Restore backup'), { name: 'tốt.sqlite', mimeType: 'application/vnd.sqlite3', buffer: file });
  const asked = page.getByRole('dialog', { name: 'Restore this backup?' });
  await asked.getByText('The backup holds 1 records; 0 of them are not here.').waitFor();
  await asked.getByRole('button', { name: 'Replace everything', exact: true }).click();
  await app.status(/The backup is in place/).waitFor();
  await app.go('#/accounts');
  await app.row('Thép Hòa Phú').waitFor();
  assert.equal(await app.row('Sau khi sao lưu').count(), 0);
  await app.saved();
  await app.reload();
  await app.row('Thép Hòa Phú').waitFor();
  assert.equal(await app.row('Sau khi sao lưu').count(), 0);
}));

test('everything as JSON is added beside what is here, by keys, and goes again as one step', { skip }, () => inApp(async (app) => {
  const { page } = app;
  await add(app, 'account', { Name: 'Thép Hòa Phú' });
  await app.go('#/settings/data');
  const download = page.waitForEvent('download');
  await app.button('Save as JSON').click();
  const file = readFileSync(await (await download).path());
  assert.match(file.toString(), /^\{"format":"cohoi","version":1,"records":\[\n/);
  assert.equal(JSON.parse(file.toString()).records.filter((record) => record.kind === 'account')[0].values.name, 'Thép Hòa Phú');

  await app.go('#/accounts');
  await app.row('Thép Hòa Phú').waitFor();
  await page.keyboard.press('Control+z');
  await app.row('Thép Hòa Phú').waitFor({ state: 'detached' });
  await add(app, 'account', { Name: 'Gỗ An Lạc' });
  await app.go('#/settings/data');
  const cut = file.subarray(0, file.length - 40);
  await choose(app, app.button('Restore backup'), { name: 'cụt.json', mimeType: 'application/json', buffer: cut });
  await page.getByRole('alert').filter({ hasText: /of this file/ }).waitFor();
  await choose(app, app.button('Restore backup'), { name: 'tất cả.json', mimeType: 'application/json', buffer: file });
  const asked = page.getByRole('dialog', { name: 'Restore this backup?' });
  await asked.getByRole('button', { name: 'Add what is missing', exact: true }).press('Enter');
  await app.status('Records added from the backup: 1').waitFor();
  await app.go('#/accounts');
  await app.row('Thép Hòa Phú').waitFor();
  await app.row('Gỗ An Lạc').waitFor();
  await page.keyboard.press('Control+z');
  await app.row('Thép Hòa Phú').waitFor({ state: 'detached' });
  await app.row('Gỗ An Lạc').waitFor();
}));

test('a file of leads is mapped, looked at, brought in without its bad lines, and taken out again', { skip }, () => inApp(async (app) => {
  const { page } = app;
  const file = csv('khach.csv', '\ufeffHọ;Tên;Công ty;Email;Ghi chú riêng\r\nNguyễn;Đức Ánh;Gạch Đồng Nai;anh@gachdongnai.vn;x\r\nTrần;Bảo;Gỗ An Lạc;khong-phai-email;y\r\nLê;Chi;;chi@example.com;z\r\n');
  await app.go('#/import');
  await choose(app, app.button('Choose file'), file);
  await app.choice('This file holds').selectOption({ label: 'Leads' });
  await app.choice('Column “Họ” becomes').selectOption({ label: 'Last name' });
  await app.choice('Column “Tên” becomes').selectOption({ label: 'First name' });
  await app.choice('Column “Ghi chú riêng” becomes').selectOption({ label: 'Not imported' });
  await app.button('Next').click();
  await app.heading('What each column means').waitFor({ state: 'detached' });
  await app.button('Next').click();
  await app.button('Import').waitFor();
  await page.getByText('Line 3').first().waitFor();
  await page.getByText(/khong-phai-email/).first().waitFor();
  await app.button('Import').click();
  await app.button('Undo import').click();
  await page.getByText(/The import was undone/).first().waitFor();
  await app.go('#/leads');
  await page.getByText('Nothing here yet').first().waitFor();
  await app.button('Redo', page.getByRole('banner')).click();
  assert.equal(await rows(app, '#/leads', 'Leads'), 2);
  await app.row('Gạch Đồng Nai').waitFor();
}));

test('an earlier import is undone after a new start: what was edited since is listed and asked', { skip }, () => inApp(async (app) => {
  const { page } = app;
  await add(app, 'account', { Name: 'Gỗ An Lạc' });
  await bringIn(app, csv('cong-ty.csv', 'Account Name,City\nThép Hòa Phú,Huế\nGạch Đồng Nai,Vinh\n'));
  await app.saved();
  await app.go('#/accounts');
  await app.row('Thép Hòa Phú').click();
  await app.field('Web site').waitFor();
  await app.fill('Web site', 'hoaphu.vn');
  await app.saved();
  await app.reload();

  await app.go('#/import');
  await app.heading('Earlier imports').waitFor();
  await app.button('Undo import: Imported cong-ty.csv').click();
  const asked = app.dialog('Changed since');
  await asked.getByText('Thép Hòa Phú').first().waitFor();
  assert.equal(await asked.getByText('Gạch Đồng Nai').count(), 0);
  await page.keyboard.press('Escape');
  await asked.waitFor({ state: 'detached' });
  assert.equal(await rows(app, '#/accounts', 'Accounts'), 3);

  await app.go('#/import');
  await app.button('Undo import: Imported cong-ty.csv').click();
  await app.button('Undo all the same', asked).click();
  await app.heading('Earlier imports').waitFor({ state: 'detached' });
  assert.equal(await rows(app, '#/accounts', 'Accounts'), 1);
  await app.row('Gỗ An Lạc').waitFor();
}));

test('sample data is one click away and one click gone', { skip }, () => inApp(async (app) => {
  await app.button('Load sample data').click();
  await app.heading('My day').waitFor({ timeout: 60000 });
  assert.ok(await rows(app, '#/leads', 'Leads') >= 150);
  assert.ok(await rows(app, '#/accounts', 'Accounts') >= 40);
  assert.ok(await rows(app, '#/opportunities?view=list', 'Opportunities') >= 60);
  await app.go('#/settings/data');
  await app.button('Remove sample data').click();
  await app.go('#/');
  await app.button('Load sample data').waitFor();
}));

test('data: Maven’s three files come in with their counts', { skip: skipData }, () => inApp(async (app) => {
  const file = (name) => csv(name, readFileSync(join(data, 'maven_crm_sales_opportunities', name)));
  await bringIn(app, file('products.csv'));
  assert.equal(await rows(app, '#/products', 'Products'), 7);
  await bringIn(app, file('accounts.csv'));
  assert.equal(await rows(app, '#/accounts', 'Accounts'), 85);
  await bringIn(app, file('sales_pipeline.csv'), { '“GTXPro” means': 'GTX Pro' });
  assert.equal(await rows(app, '#/opportunities?view=list', 'Opportunities'), 8800);
  let view = 'All opportunities';
  for (const [next, count] of [['Won', 4238], ['Lost', 2473]]) {
    await app.button(view).click();
    await app.find('menuitem', next).click();
    view = next;
    await app.page.locator(`[role=grid][aria-rowcount="${count + 1}"]`).waitFor();
  }
}));

test('data: Zoho’s leads come in, converted ones marked, contradictions listed', { skip: skipData }, () => inApp(async (app) => {
  const { page } = app;
  await toPreview(app, csv('Leads.csv', readFileSync(join(data, 'zoho_crm', 'Leads.csv'))));
  await page.getByText(/Lines to look at/).first().waitFor();
  await page.getByText('3,632').first().waitFor();
  await app.button('Import').click();
  await app.button('Undo import').waitFor({ timeout: 120000 });
  assert.equal(await rows(app, '#/leads', 'Leads'), 3900);
}));
