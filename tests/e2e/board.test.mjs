// The board beyond its gates: menus, lanes, closed columns, carrying and giving up; Home's tasks; the guide.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { product, skip } from './support/app.mjs';

const { inApp } = product();

async function samples(app) {
  await app.button('Load sample data').click();
  await app.heading('My day').waitFor({ timeout: 60000 });
}
async function board(app) {
  await samples(app);
  await app.go('#/opportunities?view=board');
  await app.page.getByRole('listitem').first().waitFor();
}
const cards = (app, stage) => app.find('list', stage).getByRole('listitem');
const names = (app, stage) => cards(app, stage).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));

async function carry(app, card, to) {
  const from = await card.boundingBox();
  await app.page.mouse.move(from.x + 60, from.y + 20);
  await app.page.mouse.down();
  await app.page.mouse.move(to.x, to.y, { steps: 10 });
  await app.settled();
}

test('a card goes back a stage by its menu, by mouse, and Undo brings it again', { skip }, () => inApp(async (app) => {
  await board(app);
  const [name] = await names(app, 'Proposal');
  await app.find('listitem', name, app.find('list', 'Proposal')).click({ button: 'right' });
  await app.find('menuitem', 'Move to Needs confirmed').click();
  await app.find('listitem', name, app.find('list', 'Needs confirmed')).waitFor();
  await app.button('Undo', app.page.getByRole('status')).or(app.button('Undo')).first().click();
  await app.find('listitem', name, app.find('list', 'Proposal')).waitFor();
}));

test('by keyboard only: arrows walk, the menu key opens the menu, Escape gives it up, Log call opens its dialog, Enter the page', { skip }, () => inApp(async (app) => {
  await board(app);
  const { page } = app;
  const [first, second] = await names(app, 'Needs confirmed');
  await app.find('listitem', first).first().focus();
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction((name) => document.activeElement?.getAttribute('aria-label') === name, second);
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.activeElement?.closest('[role=list]')?.getAttribute('aria-label') === 'Proposal');
  await page.keyboard.press('ContextMenu');
  await page.getByRole('menuitem', { name: 'Open', exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement?.closest('[role=list]')?.getAttribute('aria-label') === 'Proposal');
  await page.keyboard.press('ContextMenu');
  await app.find('menuitem', 'Log call').press('Enter');
  await app.dialog('Log call').waitFor();
  await page.keyboard.press('Escape');
  await app.dialog('Log call').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await app.button('Mark as won').waitFor();
}));

test('the card that Shift+ArrowLeft moves keeps the focus', { skip }, () => inApp(async (app) => {
  await board(app);
  const [name] = await names(app, 'Negotiation');
  await app.find('listitem', name, app.find('list', 'Negotiation')).focus();
  await app.page.keyboard.press('Shift+ArrowLeft');
  await app.page.waitForFunction((wanted) => document.activeElement?.getAttribute('aria-label') === wanted &&
    document.activeElement.closest('[role=list]')?.getAttribute('aria-label') === 'Proposal', name);
}));

test('Escape gives a carried card back, a zone asks its questions', { skip }, () => inApp(async (app) => {
  await board(app);
  const { page } = app;
  const before = await names(app, 'Proposal');
  const target = await app.find('list', 'Needs confirmed').boundingBox();
  await carry(app, cards(app, 'Proposal').first(), { x: target.x + 80, y: target.y + 80 });
  await page.keyboard.press('Escape');
  await app.settled();
  await page.mouse.up();
  await app.settled();
  assert.deepEqual(await names(app, 'Proposal'), before);
  assert.match(app.address(), /^#\/opportunities\?/);
  await carry(app, cards(app, 'Proposal').first(), { x: 500, y: 500 });
  const zone = await page.getByText('Closed lost', { exact: true }).last().boundingBox();
  await page.mouse.move(zone.x + zone.width / 2, zone.y + zone.height / 2, { steps: 5 });
  await app.settled();
  await page.mouse.up();
  await page.getByRole('dialog').waitFor();
  await app.choice('Reason', page.getByRole('dialog')).or(page.getByRole('dialog').getByRole('combobox').first()).first().waitFor();
}));

test('lanes by owner and the columns of won and lost come on demand, and the device remembers them', { skip }, () => inApp(async (app) => {
  await board(app);
  const { page } = app;
  await app.button('Won and lost').click();
  await app.find('list', 'Closed won').waitFor();
  await app.button('Lanes by owner').click();
  const lane = page.getByRole('button', { name: /^Fold the lane of / }).first();
  await lane.waitFor();
  assert.ok(await page.getByRole('button', { name: /^Fold the lane of / }).count() > 1, 'one lane only');
  // Lanes far out of sight are not on the page, so it is this lane's own lists that count.
  const lists = app.find('group', (await lane.textContent()).replace('Fold the lane of ', '')).getByRole('list');
  assert.ok(await lists.count() > 1);
  await lane.click();
  await page.getByRole('button', { name: /^Unfold the lane of / }).waitFor();
  assert.equal(await lists.count(), 0);
  await app.saved();
  await app.reload();
  await page.getByRole('button', { name: /^Unfold the lane of / }).waitFor();
  await app.find('list', 'Closed lost').first().waitFor();
}));

test('search narrows the board, and what finds nothing says how to go on', { skip }, () => inApp(async (app) => {
  await board(app);
  const [name] = await names(app, 'Proposal');
  await app.page.getByRole('searchbox').last().fill(name);
  await app.page.waitForFunction(() => document.querySelectorAll('[role=listitem]').length < 4);
  assert.ok((await names(app, 'Proposal')).includes(name));
  await app.page.getByRole('searchbox').last().fill('zzzzzz');
  await app.button('Clear search and filters').click();
  await cards(app, 'Proposal').nth(1).waitFor();
}));

test('a long press opens the menu on a touch screen, and a tap the page', { skip }, () => inApp(async (app) => {
  await board(app);
  const { page, context } = app;
  const touch = await context.newCDPSession(page);
  const box = await cards(app, 'Needs confirmed').first().boundingBox();
  const at = [{ x: box.x + 60, y: box.y + 20 }];
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at });
  await page.getByRole('menuitem', { name: 'Open', exact: true }).waitFor();
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  assert.match(app.address(), /^#\/opportunities\?/);
  await page.touchscreen.tap(at[0].x, at[0].y);
  await app.button('Mark as won').waitFor();
}, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } }));

test('a task of the day is done in place on Home, with Undo; Mine leaves out what others own', { skip }, () => inApp(async (app) => {
  await samples(app);
  const done = app.page.getByRole('button', { name: /^Done: / });
  const before = await done.count();
  assert.ok(before > 0, 'sample data has nothing due');
  await done.first().press('Enter');
  await app.page.getByRole('status').filter({ hasText: /./ }).first().waitFor();
  await app.radio('Whose', 'Mine').or(app.find('tab', 'Mine')).first().click();
  await app.settled();
  await app.heading('From lead to sale').waitFor();
}));

test('the guide sets lead and opportunity side by side and draws the journey', { skip }, () => inApp(async (app) => {
  await app.heading('Lead').waitFor();
  await app.heading('Opportunity').waitFor();
  await app.find('img', 'Contact, Lead, Opportunity, Sale, Customer').waitFor();
  await app.heading('The words').waitFor();
}, { address: '#/guide' }));
