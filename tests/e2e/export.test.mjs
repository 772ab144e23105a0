// Files out: what a list shows as Excel, CSV and JSON, contacts as vCard, activities as iCalendar, whole lists from the Import & export screen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { product, skip } from './support/app.mjs';
import { add } from './support/paths.mjs';

const { inApp } = product();

async function saved(app, act) {
  const download = app.page.waitForEvent('download');
  await act();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

const fromMenu = (app, format) => saved(app, async () => {
  await app.button('More for this list').click();
  await app.page.getByRole('menuitem', { name: `Export as ${format}`, exact: true }).click();
});

test('what a list shows goes out as Excel, CSV and JSON: its columns, its filter, its order', { skip }, () => inApp(async (app) => {
  await add(app, 'lead', { 'Last name': 'Nguyễn', 'First name': 'Đức Ánh', Company: 'Gạch "Đồng" Nai' });
  await add(app, 'lead', { 'Last name': 'Trần', Company: 'Gỗ An Lạc' });
  await app.go('#/leads');
  await app.row('Gạch').waitFor();
  await app.page.getByRole('searchbox', { name: /^Find/ }).last().fill('gach');
  await app.row('Gỗ An Lạc').waitFor({ state: 'detached' });

  const csv = await fromMenu(app, 'CSV');
  assert.match(csv.name, /^cohoi-lead-\d{4}-\d\d-\d\d\.csv$/);
  const lines = csv.bytes.toString().split('\r\n');
  assert.equal(lines.length, 3);
  assert.match(lines[1], /"Gạch ""Đồng"" Nai"/);

  const json = await fromMenu(app, 'JSON');
  const rows = JSON.parse(json.bytes.toString());
  assert.equal(rows.length, 1);
  assert.ok(Object.values(rows[0]).includes('Gạch "Đồng" Nai'));

  const workbook = await fromMenu(app, 'Excel (XLSX)');
  assert.match(workbook.name, /\.xlsx$/);
  assert.equal(workbook.bytes.subarray(0, 4).toString('latin1'), 'PK\x03\x04');
  const inside = workbook.bytes.toString();
  assert.match(inside, /Gạch &quot;Đồng&quot; Nai/);
  assert.doesNotMatch(inside, /Gỗ An Lạc/);
  await app.status(/^Saved as cohoi-lead-.*xlsx$/).waitFor();
}));

test('contacts go out as cards and activities as a calendar, from the menus of their lists', { skip }, () => inApp(async (app) => {
  await add(app, 'contact', { 'Last name': 'Nguyễn', 'First name': 'Văn An', Email: 'an@gach.vn' });
  await app.go('#/contacts');
  await app.row('Nguyễn Văn An').waitFor();
  const cards = await fromMenu(app, 'vCard');
  assert.match(cards.name, /\.vcf$/);
  assert.match(cards.bytes.toString(), /\r\nFN:Nguyễn Văn An\r\n/);

  await app.go('#/activities?view=list');
  await app.button('More for this list').waitFor();
  const calendar = await fromMenu(app, 'calendar (iCalendar)');
  assert.match(calendar.name, /\.ics$/);
  assert.match(calendar.bytes.toString(), /^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
}));

test('the Import & export screen saves a whole list in the chosen format, by keys', { skip }, () => inApp(async (app) => {
  await add(app, 'account', { Name: 'Thép Hòa Phú' });
  await app.go('#/import');
  await app.choice('Format').selectOption({ label: 'CSV for spreadsheets, semicolons' });
  const csv = await saved(app, () => app.button('Accounts (1)').press('Enter'));
  const [head, row] = csv.bytes.toString().split('\r\n');
  assert.ok(head.startsWith('\ufeffName;'));
  assert.ok(row.startsWith('Thép Hòa Phú;'));
  await app.choice('Format').selectOption({ label: 'CSV for programs (no byte order mark)' });
  assert.ok((await saved(app, () => app.button('Accounts (1)').click())).bytes.toString().startsWith('Name,'));
}));
