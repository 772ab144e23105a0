// The product as a user has it: everything is found by role and name, and nothing is waited for but what can be seen.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { launch, serve, skip } from './site.mjs';

export { skip };

// Long enough for a busy machine; nothing waits that long unless it fails.
const patience = Number(process.env.COHOI_PATIENCE ?? 30000);

export const usualContext = { viewport: { width: 1440, height: 900 }, locale: 'en-US', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' };

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** One page of the product. Names are whole names, unless they are regular expressions. */
export class App {
  constructor(page, context) {
    this.page = page;
    this.context = context;
  }

  find(role, name, within = this.page) { return within.getByRole(role, { name, exact: true }); }
  button(name, within) { return this.find('button', name, within); }
  link(name, within) { return this.find('link', name, within); }
  field(name, within) { return this.find('textbox', name, within); }
  choice(name, within) { return this.find('combobox', name, within); }
  heading(name) { return this.find('heading', name); }
  dialog(name) { return this.find('dialog', name); }
  grid(name) { return this.find('grid', name); }
  row(text) { return this.page.getByRole('row').filter({ hasText: text }); }
  radio(group, name, within) { return this.find('radio', name, this.find('radiogroup', group, within)); }
  status(text) { return this.page.getByRole('status').filter({ hasText: text }); }
  toast(text) { return this.page.getByRole('status').filter({ hasText: text }).or(this.page.getByRole('alert').filter({ hasText: text })); }

  /** Types into a field and leaves it, as a user goes on to the next one. */
  async fill(name, text, within) {
    const field = this.field(name, within);
    await field.fill(text);
    await field.press('Tab');
    await this.settled();
  }

  async saved(word = 'Saved') { await this.page.getByRole('status').filter({ hasText: new RegExp(`^${word}$`) }).waitFor(); }
  async reload() {
    await this.page.reload({ waitUntil: 'commit' });
    await drawn(this.page);
  }
  async go(address) {
    await this.page.evaluate((hash) => { location.hash = hash; }, address);
    await this.settled();
  }
  address() { return new URL(this.page.url()).hash; }

  /** Nothing is left to draw: no frame between two animation frames and a turn of the event loop. */
  async settled() {
    await this.page.evaluate(async () => {
      const turn = () => new Promise((next) => { requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(next))); });
      for (let still = 0, last = -1; still < 2;) {
        await turn();
        const now = window.cohoi.frames();
        still = now === last ? still + 1 : 0;
        last = now;
      }
    });
  }

  /** Presses a refused button: it is aria-disabled and still answers, so that the refusal can explain itself. */
  async insist(refused) {
    await this.settled();
    await refused.click({ force: true });
  }

  async open(dialogName, from) {
    if (await from.getAttribute('aria-disabled')) await this.insist(from);
    else await from.click();
    const dialog = this.dialog(dialogName);
    await dialog.waitFor();
    return dialog;
  }
}

async function drawn(page) {
  await page.waitForFunction(() => performance.getEntriesByName('cohoi:first-frame').length > 0, null, { timeout: 60000 });
}

/** The product in a new page; `page.complaints` gathers what the page complains of. */
export async function open(context, url) {
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security|violat/i.test(message.text())) page.complaints.push(message.text());
  });
  await page.goto(url, { waitUntil: 'commit', timeout: 60000 });
  await drawn(page);
  return new App(page, context);
}

/**
 * A browser for the tests of one file. `inApp` runs a test on a fresh profile; what the page complains of fails it.
 * @param {{locale?: string, viewport?: {width: number, height: number}, colorScheme?: string}} usual
 * @param {() => Promise<import('playwright-core').Browser>} start another browser than Chromium
 */
export function product(usual = {}, start = launch) {
  let site;
  let browser;
  before(async () => {
    if (skip) return;
    site = await serve();
    browser = await start();
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });

  const visit = (context, address = '') => open(context, site.address + address);

  async function inApp(work, options = {}) {
    const { address, now, ...more } = options;  // now: the clock stands there
    const context = await browser.newContext({ ...usualContext, ...usual, ...more });
    if (now) await context.addInitScript(stopClock, Date.parse(now));
    try {
      const app = await visit(context, address);
      await work(app, { another: (where) => visit(context, where) });
      assert.deepEqual(context.pages().flatMap((page) => page.complaints ?? []), []);
    } catch (error) {
      await tell(context, error);
      throw error;
    } finally {
      await context.close();
    }
  }

  return { inApp };
}

// Playwright's own clock takes frames and measures over as well.
function stopClock(moment) {
  globalThis.Date = class extends Date {
    constructor(...parts) {
      if (parts.length) super(...parts);
      else super(moment);
    }
    static now() { return moment; }
  };
}

/** What stood on the pages when a test failed, below its error. */
export async function tell(context, error) {
  for (const page of context.pages()) {
    const dialog = page.getByRole('dialog');
    const place = (await dialog.count()) ? dialog.last() : page.locator('body');
    const seen = await place.ariaSnapshot({ timeout: 2000 }).catch(() => 'nothing to be seen');
    // Reporters print the stack, which has the message as it was when the error came.
    error.stack += `\n${page.url()} ${(page.complaints ?? []).join('; ')}\n${seen}`;
  }
}

export const matching = (text) => new RegExp(escaped(text));
