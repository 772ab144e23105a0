// What holds around every screen: language, theme, addresses, two tabs, quiet.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { product, skip } from './support/app.mjs';
import { add } from './support/paths.mjs';

const { inApp } = product();

test('language and theme change at once and are remembered', { skip }, () => inApp(async (app) => {
  const { page } = app;
  const look = () => page.evaluate(() => [document.documentElement.lang, getComputedStyle(document.documentElement).colorScheme, getComputedStyle(document.documentElement).backgroundColor]);
  const [, , light] = await look();
  await app.button('Theme').click();
  await page.getByRole('menuitem', { name: 'Dark', exact: true }).or(page.getByRole('menuitemradio', { name: 'Dark', exact: true })).click();
  await page.waitForFunction((before) => getComputedStyle(document.documentElement).backgroundColor !== before, light);
  await app.button('Language').click();
  await page.getByRole('menuitem', { name: 'Tiếng Việt', exact: true }).or(page.getByRole('menuitemradio', { name: 'Tiếng Việt', exact: true })).click();
  await app.heading('Trang chủ').waitFor();
  const changed = await look();
  assert.equal(changed[0], 'vi');
  await app.reload();
  await app.heading('Trang chủ').waitFor();
  assert.deepEqual(await look(), changed);
  await app.button('Ngôn ngữ').click();
  await page.getByRole('menuitem', { name: 'English', exact: true }).or(page.getByRole('menuitemradio', { name: 'English', exact: true })).click();
  await app.heading('Home').waitFor();
}));

test('back, forward, reload and a bookmark keep the place; the title follows', { skip }, () => inApp(async (app, { another }) => {
  const { page } = app;
  const titled = (title) => page.waitForFunction((wanted) => document.title.startsWith(wanted), title);
  await add(app, 'account', { Name: 'Xi măng Hà Tiên' });
  await titled('Xi măng Hà Tiên');
  const bookmark = app.address();
  await app.link('Leads', page.getByRole('navigation')).click();
  await titled('Leads');
  await app.link('Settings', page.getByRole('navigation')).click();
  await titled('Settings');
  await page.goBack();
  await titled('Leads');
  await page.goBack();
  await app.heading('Xi măng Hà Tiên').waitFor();
  await page.goForward();
  await app.heading('Leads').waitFor();
  await app.reload();
  await app.heading('Leads').waitFor();
  await app.saved();
  await page.close();
  const later = await another(bookmark);
  await later.heading('Xi măng Hà Tiên').waitFor();
  await later.go('#/accounts/01a20aa4-c239-773f-999b-c00fb964f9f9');
  await later.heading('This page is not there').waitFor();
}));

test('a second tab says that another one writes, shows its changes, and changes nothing', { skip }, () => inApp(async (app, { another }) => {
  await add(app, 'account', { Name: 'Cà phê Buôn Mê' });
  await app.saved();
  const second = await another('#/accounts');
  await second.status(/Another tab is writing/).first().waitFor();
  await second.row('Cà phê Buôn Mê').waitFor();
  await second.button('New', second.page.getByRole('banner')).click();
  await second.page.getByRole('menuitem', { name: 'New account', exact: true }).click();
  const form = second.dialog('New account');
  await second.field('Name', form).fill('Không được ghi');
  await second.insist(second.button('Save', form));
  await form.getByText(/Another tab is writing/).first().waitFor();
  await second.button('Cancel', form).click();
  await add(app, 'account', { Name: 'Hạt điều Bình Phước' });
  await app.saved();
  await second.row('Hạt điều Bình Phước').waitFor();
  assert.equal(await second.row('Không được ghi').count(), 0);
}));

test('idle for five seconds draws no frame', { skip }, () => inApp(async (app) => {
  const { page } = app;
  await add(app, 'lead', { 'Last name': 'Mai Lan' });
  await app.button('Dismiss').click();
  await app.saved();
  await app.settled();
  await app.field('Need evidence').focus();
  await app.settled();
  const before = await page.evaluate(() => window.cohoi.frames());
  // Waits for time to pass: that is what is measured.
  await page.waitForTimeout(5000);
  assert.equal(await page.evaluate(() => window.cohoi.frames()), before);
}));
