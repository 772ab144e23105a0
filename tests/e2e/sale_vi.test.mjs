// The main part in Vietnamese: the words, the dates and the money of people who sell in Vietnam.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { product, skip } from './support/app.mjs';
import { vietnamese, wholePath } from './support/whole_path.mjs';

const { inApp } = product({ locale: 'vi-VN' });

test('tiềm năng thành cơ hội, thành đơn bán, bằng tiếng Việt', { skip }, () => inApp(async (app) => {
  const { page } = app;
  assert.equal(await page.locator('html').getAttribute('lang'), 'vi');
  await app.button('Thêm khách hàng tiềm năng').click();
  const form = page.getByRole('dialog');
  await app.field('Họ', form).fill('Nguyễn');
  await app.field('Tên đệm và tên', form).fill('Thị Ánh Tuyết');
  await app.field('Công ty', form).fill('Công ty TNHH Đại Phước');
  await app.field('Ngân sách dự kiến', form).fill('1500000000');
  await app.button('Lưu', form).click();
  await app.status(/^Chưa đủ thông tin/).waitFor();
  for (const criterion of ['Nhu cầu', 'Khả năng chi trả', 'Thời gian mua']) {
    await app.radio(criterion, 'Có').click();
    await app.fill(`Căn cứ: ${criterion}`, 'Đã trao đổi trực tiếp');
  }
  await app.status(/^Đủ điều kiện/).waitFor();
  const call = await app.open('Ghi cuộc gọi', app.button('Ghi cuộc gọi'));
  await app.button('Lưu', call).click();
  await call.waitFor({ state: 'detached' });
  await app.fill('Nhu cầu và yêu cầu', 'Dây chuyền đóng gói');
  const dialog = await app.open('Chuyển đổi khách hàng tiềm năng', app.button('Chuyển đổi'));
  await app.field('Tên cơ hội', dialog).fill('Dây chuyền đóng gói Đại Phước');
  await app.button('Chuyển đổi', dialog).click();
  await dialog.waitFor({ state: 'detached' });
  await app.link('Dây chuyền đóng gói Đại Phước').click();
  await app.button('Đánh dấu thắng').waitFor();
  await page.getByText('1.500.000.000 ₫').first().waitFor();
  await app.fill('Ngày chốt dự kiến', '5/3/2027');
  assert.equal(await app.field('Ngày chốt dự kiến').inputValue(), '05/03/2027');
  await app.saved('Đã lưu');
  await app.reload();
  await page.getByText('1.500.000.000 ₫').first().waitFor();
  await app.insist(app.button('Đề xuất'));
  const gate = app.dialog('Chuyển sang Đề xuất');
  await gate.waitFor();
  await gate.getByText(/người mua|người quyết định/i).first().waitFor();
  await app.button('Hủy', gate).click();
}));

test('từ liên hệ đến đơn bán và khách hàng, bằng tiếng Việt', { skip }, () => inApp((app) => wholePath(app, vietnamese)));
