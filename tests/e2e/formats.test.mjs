// Files of every kind through the wizard: spreadsheets, address books, old encodings, a pasted table; and what is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { product, skip } from './support/app.mjs';
import { bringIn, openFile } from './support/paths.mjs';
import { workbook, zip } from './support/workbook.mjs';

const { inApp } = product();

const strings = ['Last name', 'E-mail', 'Created on', 'Nguyễn & con', 'an@example.com'];
const people = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'
  + '<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" t="s"><v>4</v></c><c r="C2" s="1"><v>46353</v></c></row>';
const products = '<row r="1"><c r="A1" t="inlineStr"><is><t>Product name</t></is></c><c r="B1" t="inlineStr"><is><t>Unit price</t></is></c></row>'
  + '<row r="2"><c r="A2" t="inlineStr"><is><t>Pump</t></is></c><c r="B2"><v>1250000</v></c></row>';

test('a spreadsheet comes in, whatever its name, from the sheet that is chosen', { skip }, () => inApp(async (app) => {
  await openFile(app, 'people.csv', workbook({ People: people, Goods: products }, strings));
  await app.choice('Sheet').waitFor();
  await app.page.getByText('For example: 2026-11-27').first().waitFor();
  await app.choice('Sheet').selectOption({ label: 'Goods' });
  await app.choice('Column “Unit price” becomes').waitFor();
  await app.choice('Sheet').selectOption({ label: 'People' });
  await app.choice('Column “Last name” becomes').waitFor();
  await bringIn(app);
  await app.go('#/leads');
  await app.page.getByText('Nguyễn & con').first().waitFor();
}));

test('what is packed but no spreadsheet is refused, and so is a browser that cannot unpack', { skip }, () => inApp(async (app) => {
  await openFile(app, 'letter.docx', zip({ 'word/document.xml': '<w/>' }));
  await app.page.getByText('holds no spreadsheet').first().waitFor();
  await app.page.evaluate(() => { delete window.DecompressionStream; });
  await openFile(app, 'people.xlsx', workbook({ People: people }, strings));
  await app.page.getByText('can\'t unpack spreadsheets').first().waitFor();
}));

test('an address book comes in as contacts, and what it leaves out is said', { skip }, () => inApp(async (app) => {
  const card = 'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Nguy=E1=BB=85n;V=C4=83n =\r\nAn;;;\r\nTEL;CELL:0903123456\r\n'
    + 'PHOTO;ENCODING=BASE64;JPEG:AAAA\r\n\r\nEND:VCARD\r\n';
  await openFile(app, 'phone.vcf', Buffer.from(card));
  await app.page.getByText('Not taken over: PHOTO (1)').first().waitFor();
  assert.equal(await app.choice('This file holds').inputValue(), 'contact');
  await bringIn(app);
  await app.go('#/contacts');
  await app.page.getByText('Nguyễn Văn An').first().waitFor();
}));

test('an old encoding is told by its letters and may be chosen', { skip }, () => inApp(async (app) => {
  await openFile(app, 'cu.csv', Buffer.from('H\xe4 t\xaan,T\xd8nh\nNguy\xd4n V\xa8n H\xb9nh,Ngh\xd6 An\n', 'latin1'));
  await app.choice('Column “Họ tên” becomes').waitFor();
  await app.choice('Character set').selectOption({ label: 'Windows-1252' });
  await app.choice('Column “Hä tªn” becomes').waitFor();
  await app.choice('Character set').selectOption({ label: 'TCVN3 (ABC)' });
  await app.choice('Column “Họ tên” becomes').waitFor();
}));

test('cells copied from a spreadsheet are pasted, a column becomes a field of its own', { skip }, () => inApp(async (app) => {
  await app.go('#/import');
  await app.page.getByRole('textbox', { name: 'Cells copied from a spreadsheet' }).fill('Last name\tShoe size\nAn\t42\nBình\t39\n');
  await app.button('Use these cells').click();
  await app.choice('Column “Shoe size” becomes').waitFor();
  await app.choice('Column “Shoe size” becomes').selectOption({ label: 'New field of your own' });
  await app.page.waitForFunction(() => [...document.querySelectorAll('select')].some((one) => one.selectedOptions[0]?.textContent === 'Shoe size'));
  await bringIn(app);
  await app.go('#/leads');
  await app.page.getByText('Bình').first().waitFor();
}));
