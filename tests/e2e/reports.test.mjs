// Reports as a manager walks them on a Monday: by mouse, by keyboard only, into files; and as machines find them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { product, skip } from './support/app.mjs';

const { inApp } = product();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const kinds = ['Funnel', 'Forecast', 'Won and lost', 'Time and cycle', 'Trend', 'Exceptions'];

async function withSamples(app) {
  await app.button('Load sample data').click();
  await app.heading('My day').waitFor({ timeout: 60000 });
}

test('every report has its picture, its table and its address; axe finds nothing', { skip }, () => inApp(async (app) => {
  const { page } = app;
  await withSamples(app);
  await app.link('Reports').click();
  await app.find('img', /^Funnel/).first().waitFor();
  await page.evaluate(axe);
  for (const kind of kinds) {
    await app.find('tab', kind).click();
    await page.locator('[role=tab][aria-selected=true]').filter({ hasText: kind }).or(app.find('tab', kind)).first().waitFor();
    await app.settled();
    assert.ok((await page.getByRole('grid').count()) > 0, kind);
    assert.ok((await page.getByRole('main').getByRole('img').count()) > 0, kind);
    assert.deepEqual(await page.evaluate(() => window.cohoi.unnamed()), []);
    assert.deepEqual(await page.evaluate(() => window.cohoi.overflowing()), []);
    assert.deepEqual(await page.evaluate(async () => (await window.axe.run(document)).violations.map((found) => `${found.id}: ${found.nodes[0].html}`)), [], kind);
  }
  assert.equal(app.address(), '#/reports?report=exceptions');
  await page.goBack();
  await app.find('grid', 'Month by month, as a table').waitFor();
}));

test('a report is chosen by keys, kept over a reload, and saved as CSV and PNG', { skip }, () => inApp(async (app) => {
  const { page } = app;
  await withSamples(app);
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await app.find('tab', 'Funnel').waitFor();
  await app.choice('Counted').focus();
  await app.choice('Counted').selectOption({ label: 'Period: what happened in it' });
  await page.waitForFunction(() => location.hash.includes('basis=period'));
  await app.reload();
  await app.find('grid', 'From lead to sale, as a table').waitFor();
  assert.match(app.address(), /basis=period/);
  const saved = async (name) => {
    const download = page.waitForEvent('download');
    await app.button(name).press('Enter');
    return readFileSync(await (await download).path());
  };
  assert.match((await saved('Save “From lead to sale” as CSV')).toString(), /Step,Reached it/);
  const png = await saved('Save “From lead to sale” as PNG');
  assert.equal(png.subarray(1, 4).toString(), 'PNG');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  assert.ok(width > 800 && height > 200, `${width} × ${height}`);
}));
