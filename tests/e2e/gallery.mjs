// Pictures of every screen for people to look at: 12 screens, each light and dark, languages and sizes mixed. By hand: node tests/e2e/gallery.mjs FOLDER
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { App } from './support/app.mjs';
import { launch, serve } from './support/site.mjs';

const folder = process.argv[2] ?? 'build/gallery';
const wide = { width: 1440, height: 900 }, phone = { width: 390, height: 844 };
const screens = [
  ['home', '#/'], ['leads', '#/leads'], ['lead', 'lead'], ['board', '#/opportunities?view=board'], ['opportunities', '#/opportunities?view=list'],
  ['opportunity', 'opportunity'], ['accounts', '#/accounts'], ['account', 'account'], ['activities', '#/activities'], ['contacts', '#/contacts'], ['reports', '#/reports'],
  ['settings', '#/settings'], ['guide', '#/guide'],
];
const words = { vi: 'Nạp dữ liệu mẫu', en: 'Load sample data' };

// The first record of a list, as a user opens it.
async function first(app, address, role) {
  await app.go(address);
  const item = app.page.getByRole(role).filter({ hasNot: app.page.getByRole('columnheader') }).first();
  await item.press('Enter');
  await app.page.waitForFunction(() => /[0-9a-f-]{36}$/.test(location.hash));
  return app.address();
}

mkdirSync(folder, { recursive: true });
const site = await serve();
const browser = await launch();
for (const [language, viewport] of [['vi', wide], ['en', wide], ['vi', phone], ['en', phone]]) {
  const context = await browser.newContext({ viewport, locale: language === 'vi' ? 'vi-VN' : 'en-US', timezoneId: 'Asia/Ho_Chi_Minh' });
  const page = await context.newPage();
  const app = new App(page, context);
  await page.goto(site.address);
  await app.button(words[language]).click();
  await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor();
  await page.setViewportSize(wide);
  const places = {
    lead: await first(app, '#/leads', 'row'),
    opportunity: await first(app, '#/opportunities?view=board', 'listitem'),
    account: await first(app, '#/accounts', 'row'),
  };
  await page.setViewportSize(viewport);
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    for (const [name, address] of screens) {
      await app.go(places[address] ?? address);
      await page.screenshot({ path: join(folder, `${name}-${language}-${viewport === wide ? 'wide' : 'phone'}-${colorScheme}.png`) });
    }
  }
  await context.close();
}
await browser.close();
site.close();
