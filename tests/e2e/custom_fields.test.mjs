// Fields of the user's own: made in the settings, filled in on a lead, a column and a filter of the list, gone when retired.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { product, skip } from './support/app.mjs';
import { add } from './support/paths.mjs';

const { inApp } = product();

async function addField(app, name, type, choices, press = (button) => button.click()) {
  const { page } = app;
  await press(app.button('Add Lead field'));
  const dialog = app.dialog('New field');
  await dialog.waitFor();
  await app.field('Name', dialog).fill(name);
  await app.choice('Type', dialog).selectOption({ label: type });
  await app.settled();
  if (choices) await app.field('Choices, one on a line', dialog).fill(choices.join('\n'));
  else assert.equal(await app.field('Choices, one on a line', dialog).count(), 0);
  await press(app.button('Save', dialog));
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('listitem', { name, exact: true }).waitFor();
}

test('a number, a choice and several choices are added, filled in, found in the list, and kept over a reload', { skip }, () => inApp(async (app) => {
  const { page } = app;
  await app.go('#/settings/custom-fields');
  await addField(app, 'Floor area', 'Number');
  await addField(app, 'District', 'One choice', ['Quận 1', 'Quận 3']);
  await addField(app, 'Interests', 'Several choices', ['Pumps', 'Pipes']);

  await app.go('#/leads');
  await add(app, 'lead', { 'First name': 'An', 'Last name': 'Nguyễn', 'Floor area': '1,250.5' });
  await app.go('#/leads');
  await app.row('Nguyễn An').press('Enter');
  await app.heading('Nguyễn An').waitFor();
  await app.choice('District').selectOption({ label: 'Quận 3' });
  await app.settled();
  await app.find('checkbox', 'Pumps').click();
  await app.find('checkbox', 'Pipes').click();
  await app.settled();
  await app.saved();
  await app.reload();
  await app.heading('Nguyễn An').waitFor();
  assert.equal(await app.field('Floor area').inputValue(), '1,250.5');
  assert.equal(await app.choice('District').evaluate((select) => select.selectedOptions[0].label), 'Quận 3');
  assert.ok(await app.find('checkbox', 'Pipes').isChecked());
  await app.fill('Floor area', 'large');
  await page.getByRole('alert').filter({ hasText: 'Enter a number' }).waitFor();
  await app.fill('Floor area', '99');
  await app.saved();
  await app.reload();
  await app.heading('Nguyễn An').waitFor();
  assert.equal(await app.field('Floor area').inputValue(), '99');
}));

test('a field is added by keys alone, and a retired one is asked no more', { skip }, () => inApp(async (app) => {
  const { page } = app;
  await app.go('#/settings/custom-fields');
  const press = async (button) => {
    await button.focus();
    await page.keyboard.press('Enter');
  };
  await addField(app, 'Since', 'Date', null, press);
  await press(app.button('New'));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await app.field('Since', dialog).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await press(app.button('More for Since'));
  await page.getByRole('menuitem', { name: 'Retire' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Retired', { exact: true }).waitFor();
  await press(app.button('New'));
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  assert.equal(await app.field('Since', dialog).count(), 0);
}));
