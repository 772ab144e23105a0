// The main job, end to end: a contact becomes a lead, an opportunity, a sale and a customer, and stays. In the words of each language.
import assert from 'node:assert/strict';
import { tabTo as tabToThing } from './keys.mjs';

export const english = {
  add: 'New', newContact: 'New contact', firstName: 'First name', lastName: 'Last name', title: 'Title', mail: 'E-mail', phone: 'Phone', save: 'Save', saved: 'Saved',
  makeLead: 'Make lead', incomplete: /^Incomplete/, qualified: /^Qualified/, yes: 'Yes', evidence: (criterion) => `${criterion} evidence`,
  criteria: ['Need', 'Ability', 'Timeframe', 'Authority'], part: 'Part in the purchase', decisionMaker: 'Decision maker', logCall: 'Log call', subject: 'Subject',
  needs: 'Needs and requirements', convert: 'Convert', convertLead: 'Convert lead', opportunityName: 'Opportunity name',
  stages: ['Needs confirmed', 'Proposal', 'Negotiation', 'Contract'], moved: (stage) => new RegExp(`moved to ${stage}`), amount: 'Amount', written: '1,500,000,000', shown: '₫1,500,000,000',
  supplier: 'Present supplier', dropped: 'Present supplier dropped', isDropped: 'Yes', discussed: 'Payment terms under discussion', terms: 'Payment terms',
  close: 'Expected close date', closes: '31 Dec 2026', drafted: 'Contract drafted', signed: 'Contract signed', markWon: 'Mark as won', won: /^Won: Kho Hòa Bình/, reopen: 'Reopen',
  customer: 'Customer', sales: 'Sales',
};

export const vietnamese = {
  add: 'Thêm mới', newContact: 'Liên hệ mới', firstName: 'Tên đệm và tên', lastName: 'Họ', title: 'Chức danh', mail: 'Email', phone: 'Điện thoại', save: 'Lưu', saved: 'Đã lưu',
  makeLead: 'Tạo tiềm năng', incomplete: /^Chưa đủ thông tin/, qualified: /^Đủ điều kiện/, yes: 'Có', evidence: (criterion) => `Căn cứ: ${criterion}`,
  criteria: ['Nhu cầu', 'Khả năng chi trả', 'Thời gian mua', 'Quyền quyết định'], part: 'Vai trò khi mua', decisionMaker: 'Người quyết định', logCall: 'Ghi cuộc gọi', subject: 'Tiêu đề',
  needs: 'Nhu cầu và yêu cầu', convert: 'Chuyển đổi', convertLead: 'Chuyển đổi khách hàng tiềm năng', opportunityName: 'Tên cơ hội',
  stages: ['Xác nhận nhu cầu', 'Đề xuất', 'Thương lượng điều khoản', 'Ký hợp đồng'], moved: (stage) => new RegExp(`sang ${stage}`), amount: 'Giá trị', written: '1.500.000.000', shown: '1.500.000.000 ₫',
  supplier: 'Nhà cung cấp hiện tại', dropped: 'Đã bỏ nhà cung cấp hiện tại', isDropped: 'Đã bỏ', discussed: 'Đang bàn điều khoản thanh toán', terms: 'Điều khoản thanh toán',
  close: 'Ngày chốt dự kiến', closes: '31/12/2026', drafted: 'Hợp đồng đã soạn', signed: 'Hợp đồng đã ký', markWon: 'Đánh dấu thắng', won: /^Thắng: Kho Hòa Bình/, reopen: 'Mở lại',
  customer: 'Đã mua', sales: 'Đơn bán',
};

const evidence = ['Kho cũ không đủ chỗ', 'Ngân sách 2026 đã duyệt', 'Muốn chạy trước Tết', 'Chị ký hợp đồng'];

async function fromContactToLead(app, words) {
  await app.button(words.add, app.page.getByRole('banner')).click();
  await app.find('menuitem', words.newContact).click();
  const form = app.dialog(words.newContact);
  await form.waitFor();
  const person = { firstName: 'Lan', lastName: 'Trần Thị', title: 'Giám đốc kho', mail: 'lan@hoabinh.vn', phone: '0903 123 456' };
  for (const [field, text] of Object.entries(person)) await app.field(words[field], form).fill(text);
  await app.button(words.save, form).click();
  await form.waitFor({ state: 'detached' });
  await app.button(words.makeLead).click();
  await app.status(words.incomplete).waitFor();
}

async function qualify(app, words) {
  for (const [i, criterion] of words.criteria.entries()) {
    await app.radio(criterion, words.yes).click();
    await app.fill(words.evidence(criterion), evidence[i]);
  }
  await app.status(words.qualified).waitFor();
  await app.choice(words.part).selectOption({ label: words.decisionMaker });
  await app.settled();
  const call = await app.open(words.logCall, app.button(words.logCall));
  await app.field(words.subject, call).fill('Gọi giới thiệu');
  await app.button(words.save, call).click();
  await call.waitFor({ state: 'detached' });
  await app.fill(words.needs, 'Kho 3.000 m² và phần mềm quản lý');
}

async function convert(app, words) {
  const dialog = await app.open(words.convertLead, app.button(words.convert));
  await app.field(words.opportunityName, dialog).fill('Kho Hòa Bình');
  await app.button(words.convert, dialog).click();
  await dialog.waitFor({ state: 'detached' });
  await app.link('Kho Hòa Bình').click();
  await app.heading('Kho Hòa Bình').waitFor();
  assert.equal(await app.button(words.stages[0]).getAttribute('aria-pressed'), 'true');
}

async function toContract(app, words) {
  const move = async (stage) => {
    await app.button(stage).click();
    await app.toast(words.moved(stage)).waitFor();
  };
  const [, proposal, negotiation, contract] = words.stages;
  await app.fill(words.amount, '1500000000');
  // The person's part became a role on the opportunity.
  await app.page.getByText(words.decisionMaker, { exact: true }).first().waitFor();
  await move(proposal);
  await app.fill(words.supplier, 'Kho Tân Tạo');
  await app.choice(words.dropped).selectOption({ label: words.isDropped });
  await app.find('checkbox', words.discussed).check();
  await app.fill(words.close, '31/12/2026');
  await move(negotiation);
  await app.fill(words.terms, '30 % khi ký, 70 % khi giao');
  await app.find('checkbox', words.drafted).check();
  await move(contract);
}

/** By role and name, with a reload after each stretch. */
export async function wholePath(app, words) {
  const { page } = app;
  const again = async () => {
    await app.saved(words.saved);
    await app.reload();
  };
  await fromContactToLead(app, words);
  await qualify(app, words);
  await again();
  await app.status(words.qualified).waitFor();
  assert.equal(await app.field(words.evidence(words.criteria[0])).inputValue(), evidence[0]);
  assert.equal(await app.field(words.needs).inputValue(), 'Kho 3.000 m² và phần mềm quản lý');

  await convert(app, words);
  await toContract(app, words);
  await again();
  await app.heading('Kho Hòa Bình').waitFor();
  assert.equal(await app.field(words.amount).inputValue(), words.written);
  assert.equal(await app.field(words.close).inputValue(), words.closes);

  await app.find('checkbox', words.signed).check();
  const won = await app.open(words.markWon, app.button(words.markWon));
  await app.button(words.markWon, won).click();
  await app.toast(words.won).waitFor();
  await app.button(words.reopen).waitFor();

  // The account of a buyer without a company has the person's name; its link stands in the head, the role's link to the person below.
  await page.getByRole('main').getByRole('link', { name: 'Trần Thị' }).first().click();
  await page.getByText(words.customer, { exact: true }).first().waitFor();  // the head's chip; its story and its field say so too
  await app.link('Kho Hòa Bình').first().waitFor();
  await page.getByText(words.shown).first().waitFor();
  await again();
  await page.getByText(words.customer, { exact: true }).first().waitFor();
  await app.heading(words.sales).waitFor();
}

/** By keys alone: Tab, letters, the palette. English words. */
export async function wholePathByKeys(app) {
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
}
