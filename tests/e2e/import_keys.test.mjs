// The import wizard without a mouse, found by role and name, in both languages: from the file to the result, and all of it taken back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { product, skip } from './support/app.mjs';
import { activate, pick, tabTo } from './support/keys.mjs';

const { inApp } = product();

const text = '\ufeffHọ;Tên;Công ty;Email;Ghi chú riêng\r\nNguyễn;Đức Ánh;Gạch Đồng Nai;anh@gachdongnai.vn;x\r\n'
  + 'Trần;Bảo;Gỗ An Lạc;khong-phai-email;y\r\nLê;Chi;;chi@example.com;z\r\n';
const file = { name: 'khach.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };

const languages = [
  {
    locale: 'en-US', rail: 'Import & export', choose: 'Choose file', next: 'Next', back: 'Back', start: 'Import', undo: 'Undo import', another: 'Import another file',
    kind: 'This file holds', accounts: 'Accounts', leads: 'Leads', becomes: (column) => `Column “${column}” becomes`, last: 'Last name', first: 'First name', out: 'Not imported',
    columns: 'What each column means', preview: 'Preview', bad: 'Line 3', done: 'Imported: khach.csv', undone: 'The import was undone. Nothing of it is left.',
    list: 'Show the list', grid: 'Leads', nothing: 'Nothing here yet',
  },
  {
    locale: 'vi-VN', rail: 'Nhập & xuất', choose: 'Chọn tệp', next: 'Tiếp tục', back: 'Quay lại', start: 'Nhập', undo: 'Hoàn tác lần nhập', another: 'Nhập tệp khác',
    kind: 'Tệp này chứa', accounts: 'Khách hàng', leads: 'Khách hàng tiềm năng', becomes: (column) => `Cột “${column}” nhập vào`, last: 'Họ', first: 'Tên đệm và tên', out: 'Không nhập',
    columns: 'Ý nghĩa của từng cột', preview: 'Xem trước', bad: 'Dòng 3', done: 'Đã nhập: khach.csv', undone: 'Đã hoàn tác lần nhập, không còn lại gì.',
    list: 'Xem danh sách', grid: 'Tiềm năng', nothing: 'Chưa có gì ở đây',
  },
];

for (const say of languages) {
  test(`a file comes in and goes out again by keys alone (${say.locale})`, { skip }, () => inApp(async (app) => {
    const { page } = app;
    await activate(app, say.rail);
    await app.button(say.choose).waitFor();
    const chooser = page.waitForEvent('filechooser');
    await activate(app, say.choose);
    await (await chooser).setFiles(file);

    // Mapping: what the file holds is tried as something else and put right; a guess is changed, a column is left out.
    await app.heading(say.columns).waitFor();
    await pick(app, say.kind, say.accounts);
    await pick(app, say.kind, say.leads);
    await pick(app, say.becomes('Họ'), say.last);
    await pick(app, say.becomes('Tên'), say.first);
    await pick(app, say.becomes('Ghi chú riêng'), say.out);
    await activate(app, say.next);
    await app.heading(say.columns).waitFor({ state: 'detached' });

    // The dry run, back once, and there again.
    await activate(app, say.next);
    await app.heading(say.preview).waitFor();
    await activate(app, say.back);
    await app.heading(say.preview).waitFor({ state: 'detached' });
    await activate(app, say.next);
    await app.heading(say.preview).waitFor();
    await page.getByText(say.bad, { exact: true }).first().waitFor();
    assert.equal(await app.choice(say.kind).count(), 0);

    await activate(app, say.start);
    await app.status(say.done).waitFor();
    await activate(app, say.list);
    await app.grid(say.grid).waitFor();
    assert.equal(Number(await app.grid(say.grid).getAttribute('aria-rowcount')) - 1, 2);
    await app.row('Gạch Đồng Nai').waitFor();

    // The result is still there to be taken back.
    await activate(app, say.rail);
    await activate(app, say.undo);
    await app.status(say.undone).waitFor();
    assert.equal(await app.button(say.undo).count(), 0);
    await tabTo(app, say.another);
    await activate(app, say.list);
    await page.getByText(say.nothing).first().waitFor();
    assert.equal(await app.row('Gạch Đồng Nai').count(), 0);
  }, { locale: say.locale }));
}
