// The product's canvas in all kinds of browsers: sharp at every scale, glyphs of other fonts, lost and missing WebGL, forced colours, frames, fingers.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { App, product, skip } from './support/app.mjs';
import { launch, serve } from './support/site.mjs';
import { add } from './support/paths.mjs';

const { inApp } = product();

const started = (page) => page.waitForFunction(() => performance.getEntriesByName('cohoi:first-frame').length > 0, null, { timeout: 60000 });

/** The product in a browser started with these arguments; what the console says is given back. */
async function inBrowser(args, options, work) {
  const site = await serve();
  const browser = await launch(args);
  const said = [];
  try {
    const context = await browser.newContext({ locale: 'en-US', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.on('console', (message) => { if (message.type() === 'error') said.push(message.text()); });
    page.on('pageerror', (error) => said.push(error.message));
    await work(page, context, site.address);
  } finally {
    await browser.close();
    site.close();
  }
  return said;
}

/** Pixels of a screenshot's part, read in the page: one row from left to right. */
const rowOf = async (page, x, y, width) => page.evaluate(async ([data, w]) => {
  const picture = new Image();
  picture.src = `data:image/png;base64,${data}`;
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const pen = canvas.getContext('2d');
  pen.drawImage(picture, 0, 0);
  const bytes = pen.getImageData(0, 0, w, 1).data;
  return Array.from({ length: Math.min(w, picture.width) }, (_, i) => `${bytes[i * 4]},${bytes[i * 4 + 1]},${bytes[i * 4 + 2]}`);
}, [(await page.screenshot({ clip: { x, y, width, height: 2 } })).toString('base64'), Math.round(width)]);

for (const scale of [1.25, 1.5, 1.75]) {
  test(`the canvas has the screen's own pixels at ${scale}, and hairlines stay hairlines`, { skip }, async () => {
    const said = await inBrowser([`--force-device-scale-factor=${scale}`, '--window-size=1300,800'], { viewport: null }, async (page, context, address) => {
      await page.goto(address, { waitUntil: 'commit' });
      await started(page);
      const size = await page.evaluate(() => {
        const canvas = document.getElementById('canvas');
        return { dpr: devicePixelRatio, width: canvas.width, height: canvas.height, css: [innerWidth, innerHeight] };
      });
      assert.equal(size.dpr, scale);
      assert.ok(Math.abs(size.width - size.css[0] * scale) <= 1 && Math.abs(size.height - size.css[1] * scale) <= 1, JSON.stringify(size));
      // Nothing between the rail and the page but the line itself: a blurred one would show shades of both.
      const rail = await page.getByRole('navigation').boundingBox();
      const row = await rowOf(page, rail.width - 8, 600, 24);
      assert.ok(new Set(row).size <= 4, `shades at the edge of the rail: ${[...new Set(row)].join(' ')}`);
    });
    assert.deepEqual(said, []);
  });
}

test('letters that our fonts lack are drawn with the browser’s, each its own', { skip }, () => inApp(async (app) => {
  const { page } = app;
  const drawn = [];
  for (const name of ['Ж', 'Щ', 'A']) {
    await add(app, 'account', { Name: name });
    const title = app.heading(name);
    await title.waitFor();
    await app.settled();
    drawn.push((await page.screenshot({ clip: await title.boundingBox() })).toString('base64'));
  }
  assert.equal(new Set(drawn).size, 3, 'two letters have the same picture');
}));

test('twenty lost contexts leave the same picture and the same data', { skip }, () => inApp(async (app) => {
  const { page } = app;
  await add(app, 'account', { Name: 'Thép Hòa Phát' });
  await app.button('Dismiss').click();
  await app.saved();
  await app.button('New', page.getByRole('banner')).focus();
  await page.mouse.move(700, 880);
  await app.settled();
  const before = await page.screenshot();
  for (let i = 0; i < 20; i++) {
    await page.evaluate(() => {
      window.loss ??= document.querySelector('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
      window.loss.loseContext();
    });
    await page.waitForFunction(() => document.querySelector('canvas').getContext('webgl2').isContextLost());
    await page.evaluate(() => window.loss.restoreContext());
    await page.waitForFunction(() => !document.querySelector('canvas').getContext('webgl2').isContextLost());
    await app.settled();
  }
  assert.ok(before.equals(await page.screenshot()), 'the picture is another one');
  await app.heading('Thép Hòa Phát').waitFor();
}));

test('without WebGL the page says so, and the data can be saved from it', { skip }, async () => {
  await inBrowser(['--disable-3d-apis'], { viewport: { width: 1200, height: 900 } }, async (page, context, address) => {
    await page.goto(`${address}#/settings/data`, { waitUntil: 'commit' });
    await page.getByRole('alert').filter({ hasText: /can’t|cannot|could not|WebGL|screen/i }).first().waitFor();
    await page.getByRole('link', { name: 'Data', exact: true }).click();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save backup', exact: true }).click();
    assert.match((await coming).suggestedFilename(), /^cohoi-.*\.sqlite$/);
  });
});

test('the system’s colours are drawn with where it forces them, and more contrast where it is asked for', { skip }, () => inApp(async (app) => {
  const { page } = app;
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const drawnGround = async () => (await rowOf(page, 700, 700, 4))[0].split(',').map(Number);
  await app.button('Load sample data').waitFor();
  await page.emulateMedia({ contrast: 'more' });
  await page.waitForFunction(() => getComputedStyle(document.documentElement).backgroundColor === 'rgb(255, 255, 255)');
  await page.emulateMedia({ contrast: 'no-preference', forcedColors: 'active', colorScheme: 'dark' });
  await page.waitForFunction(() => matchMedia('(forced-colors: active)').matches);
  await app.settled();
  const canvas = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    probe.style.color = 'Canvas';
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  });
  assert.deepEqual(await drawnGround(), canvas.match(/\d+/g).map(Number));
  assert.equal(await ground(), canvas);
  const unseen = await page.getByRole('button', { name: 'Load sample data' }).evaluate((el) => getComputedStyle(el).color);
  assert.match(unseen, /, 0\)$/, 'the elements’ own text lies over the picture of it');
  await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
  await app.button('Theme').click();
  await page.getByRole('menuitem', { name: 'High contrast', exact: true }).click();
  await page.waitForFunction(() => getComputedStyle(document.documentElement).backgroundColor === 'rgb(255, 255, 255)');
  await app.reload();
  assert.equal(await ground(), 'rgb(255, 255, 255)');
}));

for (const [where, host] of [['a trustworthy page', '127.0.0.1'], ['plain http', 'crm.test']]) {
  test(`cut, copy, paste and undo are the browser's in a field, on ${where}`, { skip: skip || (process.env.COHOI_URL ? 'its own server is needed' : false) }, async () => {
    const said = await inBrowser(['--host-resolver-rules=MAP crm.test 127.0.0.1'], {}, async (page, context, address) => {
      await page.goto(address.replace('127.0.0.1', host), { waitUntil: 'commit' });
      await started(page);
      const app = new App(page, context);
      const field = app.find('searchbox', 'Search');
      await field.click();
      await page.keyboard.type('Đà Nẵng');
      const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
      await press('Control+a', 'Control+c', 'End', 'Control+v');
      assert.equal(await field.inputValue(), 'Đà NẵngĐà Nẵng');
      await press('Control+z');
      assert.equal(await field.inputValue(), 'Đà Nẵng');
      await press('Control+a', 'Control+x');
      assert.equal(await field.inputValue(), '');
      await press('Control+v');
      assert.equal(await field.inputValue(), 'Đà Nẵng');
    });
    assert.deepEqual(said, []);
  });
}

test('in a frame it takes no focus, lets the wheel through at its ends, works by keys after a click, and hears no foreign messages', { skip }, () => inApp(async (app) => {
  const inside = new URL(app.page.url()).origin;
  const host = createServer((request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(
    `<!doctype html><title>host</title><body style="margin:0;height:3000px"><input autofocus aria-label="Host"><iframe src="${inside}/#/guide" style="width:900px;height:600px;border:0" title="Cohoi"></iframe>`));
  await new Promise((listening) => { host.listen(0, '127.0.0.1', listening); });
  try {
    const page = await app.context.newPage();
    await page.goto(`http://127.0.0.1:${host.address().port}/`);
    const framed = page.frames()[1];
    await framed.getByRole('heading', { level: 1 }).waitFor({ timeout: 60000 });
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Host', 'the frame took the focus');
    await page.keyboard.type('text of the host');
    assert.equal(await page.getByRole('textbox', { name: 'Host' }).inputValue(), 'text of the host');
    await page.evaluate(() => frames[0].postMessage({ type: 'cohoi', address: '#/leads' }, '*'));
    await page.mouse.move(500, 300);
    for (let i = 0; i < 12 && !(await page.evaluate(() => scrollY)); i++) {
      await page.mouse.wheel(0, 800);
      await page.waitForFunction(() => scrollY > 0, null, { timeout: 1000 }).catch(() => {});
    }
    assert.ok(await page.evaluate(() => scrollY) > 0, 'the wheel ends in the frame');
    await page.evaluate(() => scrollTo(0, 0));
    assert.match(framed.url(), /#\/guide$/);
    await framed.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await framed.getByRole('heading', { name: 'Leads', exact: true }).waitFor();
  } finally {
    host.close();
  }
}));

test('under a finger: lists scroll, a tap leaves no hover, targets are large, everything is within 320 pixels', { skip }, () => inApp(async (app) => {
  const { page, context } = app;
  await app.button('Load sample data').tap();
  await app.heading('My day').waitFor({ timeout: 60000 });
  await app.button('Dismiss').tap();
  const small = [];
  for (const address of ['#/', '#/leads', '#/opportunities?view=board', '#/accounts', '#/activities', '#/import', '#/settings', '#/guide']) {
    await app.go(address);
    small.push(...await page.evaluate((where) => {
      const found = [];
      if (document.scrollingElement.scrollWidth > innerWidth) found.push(`${where}: the page scrolls sideways`);
      for (const el of document.querySelectorAll('#mirror :is(button, input, select, textarea, [role=row], [role=tab], nav a)')) {
        const box = el.getBoundingClientRect();
        if (!box.width || el.closest('[inert]')) continue;
        const name = `${where}: ${el.getAttribute('aria-label') || el.textContent}`;
        if (Math.max(box.height, 0) < 43.5 && !el.matches('[role=columnheader]')) found.push(`${name} is ${Math.round(box.width)}×${Math.round(box.height)}`);
        const sideways = [...document.querySelectorAll('.scroll')].some((area) => area.contains(el) && area.scrollWidth > area.clientWidth + 1);
        if (!sideways && (box.left < -1 || box.right > innerWidth + 1)) found.push(`${name} is outside: ${Math.round(box.left)}…${Math.round(box.right)}`);
      }
      return found;
    }, address));
  }
  assert.deepEqual(small, []);
  await app.go('#/accounts');
  const list = await page.getByRole('grid').boundingBox();
  const finger = await context.newCDPSession(page);
  const x = 160;
  const y = Math.round(list.y + list.height - 20);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  for (let i = 1; i <= 10; i++) await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x, y: y - i * 14 }] });
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await app.settled();
  assert.ok(await page.getByRole('grid').evaluate((el) => el.querySelector('.scroll').scrollTop) > 40, 'the list did not move');
  await app.button('More places').tap();
  for (const place of ['Activities', 'Import & export', 'Settings', 'Guide']) await page.getByRole('menuitem', { name: place, exact: true }).waitFor();
  await page.getByRole('menuitem', { name: 'Guide', exact: true }).tap();
  await app.heading(/Lead or opportunity/).waitFor();
  await app.find('searchbox', 'Search').tap();
  await page.keyboard.type('lan');
  await app.heading('Search results').waitFor();
  await app.button('Cancel').tap();
  await app.heading(/Lead or opportunity/).waitFor();
}, { hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } }));
