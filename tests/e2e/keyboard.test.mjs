// Everything by keys: the palette, the sheet of keys, pairs and letters, what stays the browser's, where Tab goes and where the focus is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { product, skip } from './support/app.mjs';
import { add } from './support/paths.mjs';

const { inApp } = product();

const focused = (page) => page.evaluate(() => {
  const at = document.activeElement;
  return at === document.body ? 'page' : at.getAttribute('aria-label') || at.textContent;
});
const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key); };

test('Ctrl+K finds commands and records in one box, by arrows and Enter', { skip }, () => inApp(async (app) => {
  const { page } = app;
  await add(app, 'account', { Name: 'Xi măng Hà Tiên' });
  await app.button('Dismiss').click();
  const open = async () => {
    await press(page, 'Control+k');
    await app.dialog('Find anything').waitFor();
    assert.equal(await focused(page), 'Find a record or a command');
  };
  const box = app.choice('Find a record or a command');
  const at = () => page.getByRole('option', { selected: true }).textContent();
  await app.button('Theme').focus();
  await open();
  assert.equal(await at(), 'Home');
  assert.equal(await page.getByRole('option', { name: 'Leads', exact: true }).getAttribute('aria-description'), 'G then L');
  await press(page, 'ArrowDown', 'ArrowDown');
  assert.equal(await at(), 'Opportunities');
  assert.equal(await box.getAttribute('aria-activedescendant'), await page.getByRole('option', { selected: true }).getAttribute('id'));
  await press(page, 'Escape');
  await app.dialog('Find anything').waitFor({ state: 'detached' });
  assert.equal(await focused(page), 'Theme', 'the focus does not come back');

  await open();
  await page.keyboard.type('xi mang ha');
  await page.getByRole('option', { name: /Xi măng Hà Tiên/ }).waitFor();
  await press(page, 'Enter');
  await app.heading('Xi măng Hà Tiên').waitFor();
  await open();
  await page.keyboard.type('sett');
  await page.getByRole('option', { name: /^Settings/ }).waitFor();
  await press(page, 'Enter');
  await app.heading('Settings').first().waitFor();
  await open();
  await page.keyboard.type('new con');
  await page.getByRole('option', { name: /^New contact/ }).waitFor();
  await press(page, 'Enter');
  await app.dialog('New contact').waitFor();
  await press(page, 'Control+k');
  await app.settled();
  assert.equal(await page.getByRole('dialog').count(), 1, 'the palette comes over a dialog');
  await press(page, 'Escape');
  await open();
  await page.keyboard.type('zzzz');
  await app.status('Nothing found for “zzzz”').waitFor();
  await press(page, 'Control+k');
  await app.dialog('Find anything').waitFor({ state: 'detached' });
}));

test('the palette takes a press of the mouse, and one beside it closes it', { skip }, () => inApp(async (app) => {
  const { page } = app;
  await press(page, 'Control+k');
  await app.dialog('Find anything').waitFor();
  await page.mouse.click(20, 700);
  await app.dialog('Find anything').waitFor({ state: 'detached' });
  await press(page, 'Control+k');
  await page.getByRole('option', { name: 'Guide', exact: true }).click();
  await app.dialog('Find anything').waitFor({ state: 'detached' });
  assert.equal(app.address(), '#/guide');
}));

test('G and a letter goes to every place; ? tells all keys; letters can be switched off', { skip }, () => inApp(async (app) => {
  const { page } = app;
  for (const [letter, address] of [['l', '#/leads'], ['o', '#/opportunities'], ['a', '#/accounts'], ['c', '#/contacts'], ['t', '#/activities'], ['i', '#/import'],
    ['s', '#/settings'], ['g', '#/guide'], ['h', '#/']]) {
    await press(page, 'g', letter);
    await page.waitForFunction((wanted) => location.hash.split('?')[0] === wanted, address);
  }
  await press(page, '?');
  const sheet = app.dialog('Keyboard shortcuts');
  await sheet.waitFor();
  for (const line of ['Leads: G then L', 'Find anything: Ctrl+K', 'Undo: Ctrl+Z']) await sheet.getByRole('listitem', { name: line, exact: true }).waitFor();
  await app.find('checkbox', 'Letters work as shortcuts', sheet).uncheck();
  await press(page, 'Escape');
  await sheet.waitFor({ state: 'detached' });
  await press(page, 'n', 'g', 'l', '?');
  await app.settled();
  assert.equal(await page.getByRole('dialog').count(), 0);
  assert.equal(app.address(), '#/');
  await app.reload();
  await press(page, 'n');
  await app.settled();
  assert.equal(await page.getByRole('dialog').count(), 0, 'switched off is forgotten');
  await press(page, 'Control+k');
  await page.keyboard.type('keyboard');
  await page.getByRole('option', { name: /^Keyboard shortcuts/ }).click();
  await app.find('checkbox', 'Letters work as shortcuts', sheet).check();
  await press(page, 'Escape', 'n');
  await app.dialog('New lead').waitFor();
}));

test('letters are text while somebody types, and an input method keeps its keys', { skip }, () => inApp(async (app) => {
  const { page, context } = app;
  const search = app.find('searchbox', 'Search');
  await press(page, '/');
  assert.equal(await focused(page), 'Search');
  await page.keyboard.type('gn?/x');
  assert.equal(await search.inputValue(), 'gn?/x');
  assert.equal(await page.getByRole('dialog').count(), 0);
  await search.fill('');
  await app.heading('Home').waitFor();
  await page.evaluate(() => document.activeElement.blur());
  const keys = await context.newCDPSession(page);
  // Windows tells of a key an input method is at work on by 229, whatever stands on it.
  for (const key of ['n', 'g', '?']) await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, windowsVirtualKeyCode: 229 });
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', isComposing: true, bubbles: true, cancelable: true })));
  await app.settled();
  assert.equal(await page.getByRole('dialog').count(), 0);
  await press(page, 'Control+k');
  await app.dialog('Find anything').waitFor();
  for (const text of ['h', 'hà', 'hà ', 'hà t']) await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await keys.send('Input.insertText', { text: 'hà tiên' });
  await app.status(/Nothing found for “hà tiên”/).waitFor();
}));

test('the browser keeps its keys', { skip }, () => inApp(async (app) => {
  const taken = () => app.page.evaluate(() => {
    const at = document.activeElement;
    return [['F5'], ['F11'], ['F12'], ['l', 1], ['r', 1], ['t', 1], ['w', 1], ['n', 1], ['f', 1], ['p', 1], ['+', 1], ['-', 1], ['0', 1], ['Tab', 1], ['ArrowLeft', 0, 1],
      ['d', 1], ['j', 1], ['h', 1]].filter(([key, ctrlKey, altKey]) => {
      const event = new KeyboardEvent('keydown', { key, ctrlKey: !!ctrlKey, altKey: !!altKey, bubbles: true, cancelable: true });
      at.dispatchEvent(event);
      return event.defaultPrevented;
    }).map(([key]) => key);
  });
  assert.deepEqual(await taken(), []);
  await app.find('searchbox', 'Search').focus();
  assert.deepEqual(await taken(), []);
  await app.go('#/leads');
  await app.link('Leads').focus();
  assert.deepEqual(await taken(), []);
  const wheel = await app.page.evaluate(() => {
    const event = new WheelEvent('wheel', { deltaY: 100, ctrlKey: true, bubbles: true, cancelable: true });
    document.getElementById('stage').dispatchEvent(event);
    return event.defaultPrevented;
  });
  assert.equal(wheel, false, 'Ctrl and wheel is the browser’s zoom');
}));

// Where Tab goes between something before the page and something behind it: names in order. What has the focus must be seen.
// (Without them a browser that has no frame of its own begins again at once, or not, as it has the time.)
async function walk(page, key) {
  const [from, to] = key === 'Tab' ? ['before', 'behind'] : ['behind', 'before'];
  await page.locator(`#${from}`).focus();
  const names = [];
  for (let i = 0; i < 160; i++) {
    await page.keyboard.press(key);
    const at = await page.evaluate(() => {
      const el = document.activeElement;
      const box = el.getBoundingClientRect();
      const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 2);
      const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 1), innerHeight - 2);
      const hit = document.elementFromPoint(x, y);
      const seen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      return { id: el.id, name: el.getAttribute('aria-label') || el.textContent, ring: el.matches(':focus-visible'), seen: seen && !!hit && (el.contains(hit) || hit.contains(el)) };
    });
    if (at.id === to) return names;
    assert.ok(at.ring, `${at.name} shows no focus`);
    assert.ok(at.seen, `${at.name} has the focus out of sight`);
    names.push(at.name);
  }
  return assert.fail(`${key} does not come out: ${names.join(', ')}`);
}

test('Tab enters at the beginning, leaves at the end, both ways, and what has the focus is seen', { skip }, () => inApp(async (app) => {
  const { page } = app;
  await app.button('Load sample data').click();
  await app.heading('My day').waitFor({ timeout: 60000 });
  await app.button('Dismiss').click();
  await page.evaluate(() => {
    for (const [id, where] of [['before', 'prepend'], ['behind', 'append']]) document.body[where](Object.assign(document.createElement('button'), { id }));
  });
  for (const address of ['#/', '#/leads', '#/opportunities?view=board', '#/contacts', '#/activities', '#/import', '#/settings', '#/guide']) {
    await app.go(address);
    const there = await walk(page, 'Tab');
    assert.equal(there[0], 'Home', `${address} begins with ${there[0]}`);
    assert.ok(there.includes('Search') && there.includes('New'), `${address}: ${there.join(', ')}`);
    const back = await walk(page, 'Shift+Tab');
    assert.equal(back.at(-1), 'Home');
    assert.equal(back.length, there.length, `${address}: ${there.join(', ')} and back ${back.join(', ')}`);
  }
}, { viewport: { width: 1100, height: 640 } }));

test('the tasks of a group are one stop: arrows go between them, Enter opens one', { skip }, () => inApp(async (app) => {
  const { page } = app;
  for (const task of ['Gửi báo giá', 'Hẹn khảo sát']) {
    await press(page, 't');
    await app.dialog('New task').waitFor();
    await page.keyboard.type(task);
    await press(page, 'Enter');
    await app.dialog('New task').waitFor({ state: 'detached' });
  }
  await app.go('#/activities');
  const items = page.getByRole('main').getByRole('listitem');
  await items.nth(1).waitFor();
  await items.first().focus();
  await press(page, 'ArrowDown');
  assert.equal(await focused(page), await items.nth(1).getAttribute('aria-label'));
  await press(page, 'Tab');
  assert.equal(await focused(page), `Done: ${await items.nth(1).getAttribute('aria-label')}`);
  assert.equal(await items.first().getByRole('button').first().getAttribute('tabindex'), '-1');
  await press(page, 'Shift+Tab', 'Enter');
  await app.dialog('Edit task').waitFor();
}));

test('a dialog keeps Tab, lets it out to the browser only, and gives the focus back', { skip }, () => inApp(async (app) => {
  const { page } = app;
  await app.button('New').click();
  await page.getByRole('menuitem', { name: 'New lead', exact: true }).press('Enter');
  const dialog = app.dialog('New lead');
  await dialog.waitFor();
  const inside = await dialog.evaluate((el) => el.contains(document.activeElement));
  assert.ok(inside, 'the focus does not go in');
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement === document.body || !!document.activeElement.closest('[role=dialog]')), 'Tab leaves the dialog for the page');
  }
  await press(page, 'Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.equal(await focused(page), 'New');
}));

test('what happens while a dialog is open is told in a live region, and can be pressed', { skip }, () => inApp(async (app) => {
  const { page } = app;
  await add(app, 'account', { Name: 'Gỗ An Cường' });
  await app.button('Dismiss').click();
  await press(page, 'n');
  const dialog = app.dialog('New account');
  await dialog.waitFor();
  await app.button('Cancel', dialog).focus();
  await press(page, 'Control+z');
  const told = app.status(/^Undone/);
  await told.waitFor();
  assert.equal(await told.evaluate((el) => !!el.closest('[inert], [aria-hidden=true]')), false, 'the toast is shut away');
  await page.locator('#say').filter({ hasText: /Undone/ }).waitFor({ state: 'attached' });
  assert.equal(await page.locator('#say').evaluate((el) => !!el.closest('[inert]')), false);
  await app.button('Dismiss').click();
  await told.waitFor({ state: 'detached' });
  await dialog.waitFor();
}));
