// Stretches of the way that many tests walk: records made by hand, a lead made ready, an opportunity led on. English words.

/** Adds a record through the New menu; `values` by the labels of the fields. Ends on its page. */
export async function add(app, kind, values) {
  await app.button('New', app.page.getByRole('banner')).click();
  await app.page.getByRole('menuitem', { name: `New ${kind}`, exact: true }).click();
  const dialog = app.dialog(`New ${kind}`);
  await dialog.waitFor();
  for (const [label, value] of Object.entries(values)) await enter(app, label, value, dialog);
  await app.button('Save', dialog).click();
  await dialog.waitFor({ state: 'detached' });
  await app.page.getByRole('heading', { level: 1 }).waitFor();
}

/** A value into a field of whatever kind it is: text, a choice, a record to be found, a check. */
export async function enter(app, label, value, within) {
  if (typeof value === 'boolean') return app.find('checkbox', label, within).setChecked(value);
  if (typeof value === 'string') return app.field(label, within).fill(value);
  if (value.choose) return app.choice(label, within).selectOption({ label: value.choose });
  await app.choice(label, within).fill(value.record);
  return app.page.getByRole('option', { name: value.record }).first().click();
}

export const evidence = { Need: 'Kho cũ không đủ chỗ', Ability: 'Ngân sách 2026 đã duyệt', Timeframe: 'Muốn chạy trước Tết', Authority: 'Chị ký hợp đồng' };

export async function answer(app, criterion, choice, why = evidence[criterion], within = undefined) {
  await app.radio(criterion, choice, within).click();
  await app.field(`${criterion} evidence`, within).fill(why);
  await app.field(`${criterion} evidence`, within).press('Tab');
  await app.settled();
}

export async function log(app, what, subject, within = undefined) {
  const dialog = await app.open(what, app.button(what, within));
  await app.field('Subject', dialog).fill(subject);
  await app.button('Save', dialog).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Everything C-0 asks of the lead on screen; Authority stays Unknown. */
export async function qualify(app) {
  for (const criterion of ['Need', 'Ability', 'Timeframe']) await answer(app, criterion, 'Yes');
  await log(app, 'Log call', 'Gọi lần đầu');
  await app.fill('Needs and requirements', 'Kho 3.000 m² và phần mềm quản lý');
  await app.status(/^Qualified/).waitFor();
}

/** From a qualified lead's page to its opportunity's, which may be given a name. */
export async function convert(app, name = undefined) {
  const dialog = await app.open('Convert lead', app.button('Convert'));
  if (name) await app.field('Opportunity name', dialog).fill(name);
  await app.button('Convert', dialog).click();
  await dialog.waitFor({ state: 'detached' });
  await toOpportunity(app, name);
}

/** From a converted lead's page. */
export async function toOpportunity(app, name = /–/) {
  await app.button('Revert conversion').waitFor();
  await app.page.getByRole('link', { name }).last().click();
  await app.button('Mark as won').waitFor();
}

/** From an opportunity's page in its first stage, every gate on the way, to the sale. */
export async function win(app) {
  const move = async (stage) => {
    await app.button(stage).click();
    await app.toast(new RegExp(`moved to ${stage}`)).waitFor();
  };
  await app.fill('Amount', '1500000000');
  await move('Proposal');
  await app.fill('Present supplier', 'Kho Tân Tạo');
  await app.choice('Present supplier dropped').selectOption({ label: 'Yes' });
  await app.find('checkbox', 'Payment terms under discussion').check();
  await app.fill('Expected close date', '31/12/2026');
  await move('Negotiation');
  await app.fill('Payment terms', '30 % khi ký, 70 % khi giao');
  await app.find('checkbox', 'Contract drafted').check();
  await move('Contract');
  await app.find('checkbox', 'Contract signed').check();
  const won = await app.open('Mark as won', app.button('Mark as won'));
  await app.button('Mark as won', won).click();
  await app.button('Reopen').waitFor();
}

export async function qualifiedLead(app, values) {
  await add(app, 'lead', values);
  await qualify(app);
}

/** The whole way in its shortest form, from a person to a sale; ends on the page of the won opportunity. */
export async function sale(app, person) {
  await add(app, 'contact', person);
  await app.button('Make lead').click();
  await app.status(/^Incomplete/).waitFor();
  await qualify(app);
  await convert(app, 'Kho Hòa Bình');
  const won = await app.open('Mark as won', app.button('Mark as won'));
  await app.find('checkbox', 'Go on all the same', won).check();
  await app.field('Reason for the override', won).fill('Mua ngay tại quầy');
  await app.button('Mark as won', won).click();
  await won.waitFor({ state: 'detached' });
  await app.button('Reopen').waitFor();
}

/** A file into the wizard. */
export async function openFile(app, name, buffer) {
  await app.go('#/import');
  await app.button('Choose file').waitFor();
  await choose(app, app.button('Choose file'), name, buffer);
}

/** Answers the file chooser that a button opens. */
export async function choose(app, pressed, name, buffer) {
  const chooser = app.page.waitForEvent('filechooser');
  await pressed.click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** From the file's columns to what was imported, with what the wizard proposes. */
export async function bringIn(app) {
  await app.button('Next').click();
  await app.heading('What each column means').waitFor({ state: 'detached' });
  await app.button('Next').click();
  await app.button('Import').waitFor();
  await app.button('Import').click();
  await app.button('Undo import').waitFor();
}
