// The example portal (tests/e2e/portal) on a site of its own, with Cohoi in a frame from another one.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { App } from './app.mjs';
import { launch, serve } from './site.mjs';

const types = { html: 'text/html', css: 'text/css', js: 'text/javascript' };
const text = (name) => readFileSync(new URL(`../portal/${name}`, import.meta.url), 'utf8');

/** Attributes of the element, as they would be written: {lang: 'vi', readonly: ''}. */
const attributes = (options) => Object.entries({ address: '#/leads', ...options }).map(([name, value]) => `${name}="${value}"`).join(' ');

/** @param {string} cohoi the address of the product, with its last slash */
export async function servePortal(cohoi, options, host) {
  const server = createServer((request, response) => {
    const name = new URL(request.url, 'http://x').pathname.slice(1) || 'index.html';
    const type = types[name.split('.').pop()];
    if (!type || name.includes('/')) return response.writeHead(204).end();
    return response.writeHead(200, { 'content-type': type }).end(text(name).replaceAll('__COHOI__', cohoi).replace('__OPTIONS__', attributes(options)));
  });
  await new Promise((listening) => { server.listen(0, host, listening); });
  return { address: `http://${host}:${server.address().port}/`, origin: `http://${host}:${server.address().port}`, close: () => server.close() };
}

/** The portal's page and, once it is there, what is inside its frame. */
export class Portal {
  constructor(page) {
    this.page = page;
  }

  async framed() {
    const frame = await (await this.page.locator('cohoi-crm iframe').elementHandle()).contentFrame();
    await frame.waitForFunction(() => performance.getEntriesByName('cohoi:first-frame').length > 0, null, { timeout: 60000 });
    return new App(frame, this.page.context());
  }

  /** A call of the element: what it answers, or {failed} with the error. */
  call(name, ...rest) {
    return this.page.locator('cohoi-crm').evaluate((crm, [method, values]) => crm[method](...values).catch((error) => (
      { failed: { name: error.name, code: error.code, message: error.message, field: error.field } })), [name, rest]);
  }

  /** Waits for an event that the portal was told of, and gives what came with it. */
  async told(event, holds = () => true) {
    const lines = this.page.getByRole('list', { name: 'What happened' }).getByRole('listitem').filter({ hasText: new RegExp(`^${event} `) });
    for (;;) {
      const known = await lines.allTextContents();
      const details = known.map((line) => JSON.parse(line.slice(event.length + 1)));
      const found = details.findLast((detail) => holds(detail));
      if (found) return found;
      await lines.nth(known.length).waitFor({ state: 'attached' });
    }
  }

  /** Messages that the frame heard and did not take. */
  ignored(app) { return app.page.evaluate(() => window.cohoi.ignored()); }
}

/**
 * @param {Record<string, string>} options of the element
 * @param {(portal: Portal, app: App) => Promise<void>} work
 * @param {{listed?: 'yes' | 'no' | 'nobody', host?: string}} how listed: whether the portal stands in cohoi.config.json (nobody: there is no such
 *   file); host: 127.0.0.1 is the frame's own site at another port; localhost another site, from which this browser keeps all storage
 */
export async function inPortal(options, work, { listed = 'yes', host: name = '127.0.0.1' } = {}) {
  const own = {};
  const site = await serve(own);
  const host = await servePortal(site.address, options, name);
  if (listed !== 'nobody') own['cohoi.config.json'] = JSON.stringify({ embed: { origins: [listed === 'yes' ? new URL(host.address).origin : 'https://portal.example'] } });
  const browser = await launch();
  const complaints = [];
  let page;
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' });
    page = await context.newPage();
    page.setDefaultTimeout(Number(process.env.COHOI_PATIENCE ?? 30000));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      const noConfig = listed === 'nobody' && message.location().url.endsWith('cohoi.config.json');
      if (message.type() === 'error' && !noConfig) complaints.push(message.text());
    });
    await page.goto(host.address);
    const portal = new Portal(page);
    await work(portal, await portal.framed(), site.address);
    assert.deepEqual(complaints, []);
  } catch (error) {
    // What stood there, the frame's part included.
    const seen = await page?.locator('body').ariaSnapshot({ timeout: 2000 }).catch(() => '');
    const inside = await page?.frames()[1]?.locator('body').ariaSnapshot({ timeout: 2000 }).catch(() => '');
    error.stack += `\n${complaints.join('; ')}\n${seen}\n${inside}`;
    throw error;
  } finally {
    await browser.close();
    host.close();
    site.close();
  }
}
