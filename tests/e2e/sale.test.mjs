// The main job, end to end: a contact becomes a lead, an opportunity, a sale and a customer, and stays.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { product, skip } from './support/app.mjs';
import { tabTo as tabToThing } from './support/keys.mjs';
import { add, answer, log } from './support/paths.mjs';

const { inApp } = product();

test('from a contact to a sale to a customer, with a reload in between', { skip }, () => inApp(async (app) => {
  const { page } = app;
  await add(app, 'contact', { 'First name': 'Lan', 'Last name': 'Trần Thị', Title: 'Giám đốc kho', 'E-mail': 'lan@hoabinh.vn', Phone: '0903 123 456' });
  await app.button('Make lead').click();
  await app.status(/^Incomplete/).waitFor();
  for (const criterion of ['Need', 'Ability', 'Timeframe', 'Authority']) await answer(app, criterion, 'Yes');
  await app.status(/^Qualified/).waitFor();
  await app.choice('Part in the purchase').selectOption({ label: 'Decision maker' });
  await app.settled();
  await log(app, 'Log call', 'Gọi giới thiệu');
  await app.fill('Needs and requirements', 'Kho 3.000 m² và phần mềm quản lý');
  await app.saved();
  await app.reload();
  await app.status(/^Qualified/).waitFor();
  assert.equal(await app.field('Need evidence').inputValue(), 'Kho cũ không đủ chỗ');
  assert.equal(await app.field('Needs and requirements').inputValue(), 'Kho 3.000 m² và phần mềm quản lý');

  const dialog = await app.open('Convert lead', app.button('Convert'));
  await app.field('Opportunity name', dialog).fill('Kho Hòa Bình');
  await app.button('Convert', dialog).click();
  await dialog.waitFor({ state: 'detached' });
  await app.link('Kho Hòa Bình').click();
  await app.heading('Kho Hòa Bình').waitFor();
  assert.equal(await app.button('Needs confirmed').getAttribute('aria-pressed'), 'true');

  await app.fill('Amount', '1500000000');
  // The person's part became a role on the opportunity.
  await page.getByText('Decision maker', { exact: true }).first().waitFor();
  await app.button('Proposal').click();
  await app.toast(/moved to Proposal/).waitFor();

  await app.fill('Present supplier', 'Kho Tân Tạo');
  await app.choice('Present supplier dropped').selectOption({ label: 'Yes' });
  await app.find('checkbox', 'Payment terms under discussion').check();
  await app.fill('Expected close date', '31/12/2026');
  await app.button('Negotiation').click();
  await app.toast(/moved to Negotiation/).waitFor();

  await app.fill('Payment terms', '30 % khi ký, 70 % khi giao');
  await app.find('checkbox', 'Contract drafted').check();
  await app.button('Contract').click();
  await app.toast(/moved to Contract/).waitFor();
  await app.saved();
  await app.reload();
  await app.heading('Kho Hòa Bình').waitFor();
  assert.equal(await app.field('Amount').inputValue(), '1,500,000,000');
  assert.equal(await app.field('Expected close date').inputValue(), '31 Dec 2026');

  await app.find('checkbox', 'Contract signed').check();
  const won = await app.open('Mark as won', app.button('Mark as won'));
  await app.button('Mark as won', won).click();
  await app.toast(/^Won: Kho Hòa Bình/).waitFor();
  await app.button('Reopen').waitFor();

  // The account of a buyer without a company has the person's name; its link stands in the head, the role's link to the person below.
  await page.getByRole('main').getByRole('link', { name: 'Trần Thị' }).first().click();
  await page.getByText('Customer', { exact: true }).first().waitFor();  // the head's chip; its story and its field say so too
  await app.link('Kho Hòa Bình').first().waitFor();
  await page.getByText('₫1,500,000,000').first().waitFor();
  await app.saved();
  await app.reload();
  await page.getByText('Customer', { exact: true }).first().waitFor();
  await app.heading('Sales').waitFor();
}));

test('the whole path by keys alone', { skip }, () => inApp(async (app) => {
  const { page } = app;
  const press = (key) => page.keyboard.press(key);
  const type = async (label, text) => {
    await tabTo(label);
    await page.keyboard.type(text);
  };
  const tabTo = (name, group) => tabToThing(app, name, group);
  const answerYes = async (criterion, why) => {
    await tabTo('Unknown', criterion);
    await press('Home');
    await type(`${criterion} evidence`, why);
  };
  await press('g');
  await press('c');
  await app.heading('Contacts').waitFor();
  await press('n');
  await app.dialog('New contact').waitFor();
  await type('First name', 'Khánh');
  await type('Last name', 'Tô');
  await tabTo('Save');
  await press('Enter');
  await app.heading(/Khánh|Tô/).waitFor();
  await tabTo('Make lead');
  await press('Enter');
  await app.status(/^Incomplete/).waitFor();
  for (const criterion of ['Need', 'Ability', 'Timeframe']) await answerYes(criterion, 'Nói qua điện thoại');
  await type('Needs and requirements', 'Mười máy in');
  await tabTo('Log call');
  await press('Enter');
  await app.dialog('Log call').waitFor();
  await tabTo('Save');
  await press('Enter');
  await app.status(/^Qualified/).waitFor();
  // As quickly from the palette as with Tab.
  await press('Control+k');
  await app.dialog('Find anything').waitFor();
  await page.keyboard.type('convert');
  await page.getByRole('option', { name: /^Convert/, selected: true }).waitFor();
  await press('Enter');
  await app.dialog('Convert lead').waitFor();
  await type('Opportunity name', 'Máy in cho ba cửa hàng');
  await tabTo('Convert');
  await press('Enter');
  await app.button('Revert conversion').waitFor();
  await tabTo('Máy in cho ba cửa hàng');
  await press('Enter');
  await app.button('Mark as won').waitFor();
  await tabTo('Mark as won');
  await press('Enter');
  const won = app.dialog('Mark as won');
  await won.waitFor();
  await tabTo('Go on all the same');
  await press('Space');
  await type('Reason for the override', 'Mua ngay tại quầy');
  await tabTo('Mark as won');
  await press('Enter');
  await app.button('Reopen').waitFor();
  await won.waitFor({ state: 'detached' });
  // Back and forth: undone and done again, found again from another place.
  await app.settled();
  await press('Control+z');
  await app.button('Mark as won').waitFor();
  await press('Control+Shift+z');
  await app.button('Reopen').waitFor();
  await press('g');
  await press('h');
  await app.heading('Home').waitFor();
  await press('Control+k');
  await page.keyboard.type('may in cho ba');
  await page.getByRole('option', { name: /^Máy in cho ba cửa hàng, Opportunity/ }).waitFor();
  await press('Enter');
  await app.button('Reopen').waitFor();
}));
