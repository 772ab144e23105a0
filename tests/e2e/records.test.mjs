// A record beside its list and on its page: edited where it stands, its story told, the next step in sight. By mouse, and by keys alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { product, skip } from './support/app.mjs';
import { add, log } from './support/paths.mjs';

const { inApp } = product();

test('a record opens beside its list with an address of its own, and closes by Escape, by its button and by Back', { skip }, () => inApp(async (app) => {
  const { page } = app;
  await add(app, 'lead', { 'Last name': 'Hồ Sơn', Company: 'Phú Hải' });
  await app.go('#/leads');
  const panel = page.getByRole('complementary', { name: /Hồ Sơn/ });
  await app.row('Hồ Sơn').click();
  await panel.waitFor();
  assert.match(app.address(), /^#\/leads\?beside=/);
  await app.reload();
  await panel.waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  assert.equal(app.address(), '#/leads');
  await app.row('Hồ Sơn').click();
  await panel.waitFor();
  await page.goBack();
  await panel.waitFor({ state: 'detached' });
  await app.row('Hồ Sơn').click();
  await app.button('Close', panel).click();
  await panel.waitFor({ state: 'detached' });
  await app.row('Hồ Sơn').click();
  await app.link(/Hồ Sơn/, panel).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /Hồ Sơn/ }).waitFor();
}));

test('a field is edited where it stands: kept as it is left, refused at the field, taken back by Escape and by Undo', { skip }, () => inApp(async (app) => {
  const { page } = app;
  await add(app, 'account', { Name: 'Gốm Chu Đậu' });
  await app.fill('E-mail', 'not an address');
  await page.waitForFunction((field) => field.getAttribute('aria-invalid') === 'true', await app.field('E-mail').elementHandle());
  await app.field('E-mail').focus();
  await page.keyboard.press('Escape');
  await app.settled();
  assert.equal(await app.field('E-mail').inputValue(), '');
  await app.fill('E-mail', 'lienhe@chudau.vn');
  await app.link('lienhe@chudau.vn').waitFor();
  await app.button('Undo', page.getByRole('banner')).click();
  await app.link('lienhe@chudau.vn').waitFor({ state: 'detached' });
  await page.getByText('Undone', { exact: true }).waitFor();
}));

test('by keys alone: E edits the first field, and the story shows the change', { skip }, () => inApp(async (app) => {
  const { page } = app;
  await add(app, 'account', { Name: 'Gốm Chu Đậu' });
  await app.link('Accounts', page.getByRole('main')).focus();
  await page.keyboard.press('e');
  await page.waitForFunction((field) => document.activeElement === field, await app.field('Name').elementHandle());
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Gốm Bát Tràng');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Gốm Bát Tràng' }).waitFor();
  await app.choice('Show').selectOption({ label: 'Changed fields' });
  await page.getByText('Gốm Chu Đậu', { exact: true }).waitFor();
}));

test('the next step stands on top; what was done goes to the story and can be deleted, with Undo', { skip }, () => inApp(async (app) => {
  const { page } = app;
  await add(app, 'account', { Name: 'Gốm Chu Đậu' });
  await page.getByText('No next step is planned').waitFor();
  await log(app, 'Add task', 'Gửi mẫu men');
  await app.button('Done', page.getByRole('main')).click();
  await page.getByText('No next step is planned').waitFor();
  await app.button('More for Gửi mẫu men').click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await app.button('More for Gửi mẫu men').waitFor({ state: 'detached' });
  await app.button('Undo', page.getByRole('banner')).click();
  await app.button('More for Gửi mẫu men').waitFor();
}));
