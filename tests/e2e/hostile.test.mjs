// Files and pages that mean harm: nothing of theirs runs, nothing goes out, nothing of ours is lost.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { matching, product, skip } from './support/app.mjs';
import { add, bringIn, choose, openFile } from './support/paths.mjs';

const { inApp } = product();
const home = mkdtempSync(join(tmpdir(), 'cohoi-hostile-'));
after(() => rmSync(home, { recursive: true }));

const markup = '<img src="https://elsewhere.test/x" onerror="window.harmed = true">';
const formula = '=HYPERLINK("https://elsewhere.test")';
const script = 'javascript://x%0awindow.harmed=true';

/** The product with an ear at everything that a file could set off: requests, dialogs, scripts of its own. */
const listening = (work) => inApp(async (app) => {
  const heard = [];
  const own = new URL(app.page.url()).origin;
  app.context.on('request', (request) => { if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== own) heard.push(request.url()); });
  app.page.on('dialog', (dialog) => {
    heard.push(dialog.message());
    return dialog.dismiss();
  });
  await work(app);
  assert.deepEqual(heard, []);
  assert.equal(await app.page.evaluate(() => window.harmed), undefined);
});

/** The backup of what is here, changed as by somebody who knows SQLite. */
async function backup(app, ...statements) {
  await app.go('#/settings/data');
  const download = app.page.waitForEvent('download');
  await app.button('Save backup').click();
  const path = join(home, 'backup.sqlite');
  writeFileSync(path, readFileSync(await (await download).path()));
  const change = `import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
for statement in sys.argv[2:]: db.execute(statement)
db.commit()`;
  const done = spawnSync('python3', ['-c', change, path, ...statements], { encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
  return readFileSync(path);
}

test('a file of records full of markup, scripts and formulas is text, and goes out as text', { skip }, () => listening(async (app) => {
  await openFile(app, 'hostile.csv',
    Buffer.from(`Last name,Company,Notes\n"${markup.replaceAll('"', '""')}","${formula.replaceAll('"', '""')}","${script}"\n`));
  await app.choice('This file holds').selectOption({ label: 'Leads' });
  await bringIn(app);
  await app.go('#/leads');
  await app.row(markup).waitFor();
  assert.equal(await app.page.locator('#mirror img').count(), 0);
  await app.find('gridcell', `${markup} – ${formula}`).click();
  await app.page.getByRole('heading', { name: matching(markup) }).waitFor();
  await app.saved();
  await app.go('#/import');
  await app.reload();  // the result of the last import stands there until then
  await app.choice('Format').selectOption({ label: 'CSV for spreadsheets, commas' });
  const download = app.page.waitForEvent('download');
  await app.button('Leads (1)').click();
  const file = readFileSync(await (await download).path(), 'utf8');
  assert.doesNotMatch(file, /(^|[,;"])=HYPERLINK/m);
}));

test('a backup whose links are scripts runs none of them', { skip }, () => listening(async (app) => {
  await add(app, 'account', { Name: 'Thép Hòa Phát', 'Web site': 'hoaphat.vn' });
  const file = await backup(app, `UPDATE account SET website = '${script}', name = '${markup}'`);
  await choose(app, app.button('Restore backup'), 'links.sqlite', file);
  await app.button('Replace everything', app.dialog('Restore this backup?')).click();
  await app.go('#/accounts');
  await app.find('gridcell', markup).dblclick();
  const link = app.page.getByRole('link', { name: script });
  await link.first().waitFor();
  assert.match(await link.first().getAttribute('href'), /^https:/);
}));

test('a backup with a trigger of its own is refused, and what is here stays', { skip }, () => listening(async (app) => {
  await add(app, 'account', { Name: 'Thép Hòa Phát' });
  const file = await backup(app, 'CREATE TRIGGER later AFTER INSERT ON lead BEGIN DELETE FROM account; END');
  await choose(app, app.button('Restore backup'), 'trigger.sqlite', file);
  await app.page.getByRole('alert').filter({ hasText: 'not made by Cohoi' }).waitFor();
  await app.go('#/accounts');
  await app.row('Thép Hòa Phát').waitFor();
}));

test('a card full of markup is text', { skip }, () => listening(async (app) => {
  await openFile(app, 'card.vcf',
    Buffer.from(`BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${markup}\r\nN:${markup};;;;\r\nPHOTO;VALUE=URI:https://elsewhere.test/photo.jpg\r\nEND:VCARD\r\n`));
  await app.page.getByText(/Not taken over: PHOTO/).first().waitFor();
  await bringIn(app);
  await app.go('#/contacts');
  await app.row('<img').waitFor();
  assert.equal(await app.page.locator('#mirror img').count(), 0);
}));
