// Cohoi in a frame of another page: what the page may ask, what it is told, and what nobody may do to it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { skip as unbuilt } from './support/app.mjs';
import { convert, qualifiedLead, win } from './support/paths.mjs';
import { inPortal } from './support/portal.mjs';

const skip = unbuilt || (process.env.COHOI_URL ? 'its own servers are needed' : false);

const inFrame = (page, work, given) => page.locator('cohoi-crm').evaluate(work, given);

test('a portal of another origin makes, finds and opens records, and hears of it', { skip }, () => inPortal({ lang: 'en' }, async (portal, app) => {
  const { page } = portal;
  const found = page.getByRole('list', { name: 'Found' }).getByRole('listitem');
  const look = async (words) => {
    await page.getByRole('textbox', { name: 'Look for' }).fill(words);
    await page.getByRole('button', { name: 'Look up' }).click();
  };
  await portal.told('ready');
  await page.getByRole('textbox', { name: 'Name' }).fill('Đặng Mai');
  await page.getByRole('textbox', { name: 'Mail' }).fill('mai@hoasen.vn');
  await page.getByRole('button', { name: 'Send to sales' }).click();
  await app.heading('Đặng Mai').waitFor();
  await app.toast('Đặng Mai').waitFor();
  assert.equal(await app.field('E-mail').first().inputValue(), 'mai@hoasen.vn');
  const [lead] = (await portal.told('saved', ({ records }) => records.length > 0)).records;
  assert.equal(lead.entity, 'lead');
  assert.equal(lead.address, `#/leads/${lead.id}`);
  assert.deepEqual(await portal.told('navigated', ({ address }) => address === lead.address), { address: lead.address, title: 'Đặng Mai' });
  await look('dang mai');
  await found.filter({ hasText: 'lead: Đặng Mai' }).waitFor();

  await app.button('Undo', app.page.getByRole('banner')).click();
  await portal.told('saved', ({ records }) => records.some(({ id }) => id === lead.id));
  await look('dang mai');
  await found.first().waitFor({ state: 'detached' });

  const account = await portal.call('create', 'account', { name: 'Thép Hòa Phát', city: 'Hà Nội' });
  assert.deepEqual(account, { entity: 'account', id: account.id, address: `#/accounts/${account.id}` });
  assert.deepEqual(await portal.call('open', '#/accounts'), { address: '#/accounts' });
  await app.row('Thép Hòa Phát').waitFor();
  assert.deepEqual(await portal.call('find', 'hoa phat'), [{ ...account, title: 'Thép Hòa Phát', second: (await portal.call('find', 'hoa phat'))[0].second }]);
  assert.ok((await portal.told('height')).height > 100);

  await inFrame(page, (crm) => crm.setAttribute('address', '#/contacts'));
  await app.heading('Contacts').waitFor();
  await inFrame(page, (crm) => crm.setAttribute('lang', 'vi'));
  await (await portal.framed()).heading('Liên hệ').waitFor();
}));

test('what a portal asks wrongly is refused in the user’s language, and nothing is kept of it', { skip }, () => inPortal({ lang: 'vi' }, async (portal, app) => {
  const failed = async (...call) => (await portal.call(...call)).failed;
  assert.deepEqual(await failed('create', 'lead', { last_name: 'Minh', email: 'ở nhà' }), { name: 'CohoiError', code: 'invalid', field: 'email', message: 'Hãy nhập địa chỉ email, ví dụ an@example.com' });
  assert.deepEqual(await failed('create', 'lead', { last_name: 'Minh', shoe_size: '42' }), { name: 'CohoiError', code: 'invalid', field: 'shoe_size', message: 'Không có trường shoe_size' });
  assert.equal((await failed('create', 'lead', { last_name: 'Minh', status: 'converted' })).field, 'status');
  assert.equal((await failed('create', 'account', { city: 'Hà Nội' })).code, 'invalid');
  assert.equal((await failed('create', 'opportunity', { name: 'Kho Hòa Bình' })).code, 'refused');
  assert.equal((await failed('open', '#/nowhere')).message, 'Khung này không có trang đó.');
  await app.go('#/');
  await app.button('Nạp dữ liệu mẫu').waitFor();  // offered while there is no record at all
}));

const places = [
  ['a frame of another origin', {}, '127.0.0.1'],
  ['a frame of another site, which may store nothing', {}, 'localhost'],
  ['a sandboxed frame, which may store nothing', { sandbox: 'allow-scripts' }, '127.0.0.1'],
];
for (const [where, options, host] of places) {
  const bare = where.includes('nothing');
  test(`the whole path from a lead to a sale by role and name in ${where}`, { skip }, () => inPortal({ lang: 'en', ...options }, async (portal, app) => {
    const unsaved = 'Not saved: this browser lets the page store nothing here; export the data before you close it';
    if (bare) {
      await app.page.getByText(unsaved).first().waitFor();
      assert.equal((await portal.told('error')).message, unsaved);
    }
    await qualifiedLead(app, { 'First name': 'Lan', 'Last name': 'Trần Thị', Company: 'Kho Hòa Bình', 'Interested in': 'Phần mềm kho', 'Part in the purchase': { choose: 'Decision maker' } });
    await convert(app);
    await win(app);
    if (bare) return;
    const { records: [lead, opportunity] } = await portal.told('converted');
    assert.deepEqual([lead.entity, opportunity.entity], ['lead', 'opportunity']);
    assert.deepEqual((await portal.told('won')).records, [opportunity]);
    await app.button('New', app.page.getByRole('banner')).click();
    await app.find('menuitem', 'New opportunity').click();
    await app.field('Name', app.dialog('New opportunity')).fill('Kho Long An');
    await app.button('Save', app.dialog('New opportunity')).click();
    assert.match((await portal.told('error')).message, /relationship|call|meeting/i);
  }, { host }));
}

test('five hundred malformed messages of a portal that may ask have no effect and are counted', { skip }, () => inPortal({ lang: 'en' }, async (portal, app) => {
  await portal.told('ready');
  const before = await portal.ignored(app);
  await inFrame(portal.page, (crm) => {
    const frame = crm.shadowRoot.querySelector('iframe').contentWindow;
    const good = { cohoi: 1, id: 1, call: 'create', entity: 'lead', values: { last_name: 'Kẻ Lạ' } };
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`k${i}`, '']));
    const bad = [null, undefined, 7, 'cohoi', true, [], {}, [good], { ...good, cohoi: 2 }, { ...good, cohoi: '1' }, { ...good, cohoi: undefined }, { cohoi: 1 },
      { cohoi: 1, id: 1 }, { ...good, id: '1' }, { ...good, id: 1.5 }, { ...good, id: NaN }, { ...good, id: undefined }, { ...good, call: 'erase' },
      { ...good, call: '__proto__' }, { ...good, call: 'constructor' }, { ...good, call: ['create'] }, { ...good, entity: 'stage' }, { ...good, entity: '__proto__' },
      { ...good, entity: '../settings' }, { ...good, entity: null }, { ...good, entity: ['lead'] }, { ...good, values: null }, { ...good, values: 'last_name=x' }, { ...good, values: ['x'] },
      { ...good, values: { last_name: 7 } }, { ...good, values: { last_name: { a: 1 } } }, { ...good, values: many }, { ...good, values: { last_name: 'x'.repeat(20001) } },
      { cohoi: 1, id: 1, call: 'open', address: 7 }, { cohoi: 1, id: 1, call: 'open', address: `#/${'x'.repeat(4001)}` }, { cohoi: 1, id: 1, call: 'open' },
      { cohoi: 1, id: 1, call: 'find', query: 'x'.repeat(401) }, { cohoi: 1, id: 1, call: 'find' }, new Date(), new Map([['cohoi', 1]]), new ArrayBuffer(8)];
    const { origin } = new URL(crm.getAttribute('src') ?? document.querySelector('script[src]').src);
    for (let i = 0; i < 500; i++) frame.postMessage(bad[i % bad.length], origin);
  });
  assert.deepEqual(await portal.call('find', 'ke la'), []);  // answered after all of them
  assert.equal(await portal.ignored(app) - before, 500);
  await app.heading('Leads').waitFor();
  await app.go('#/');
  await app.button('Load sample data').waitFor();
}));

for (const [who, listed] of [['a portal that is not listed', 'no'], ['any portal of another origin where no list is there', 'nobody']]) {
  test(`well-formed messages of ${who} have no effect and are counted`, { skip }, () => inPortal({ lang: 'en' }, async (portal, app) => {
    const { failed } = await portal.call('create', 'lead', { last_name: 'Kẻ Lạ' });
    assert.equal(failed.code, 'not_allowed');
    const before = await portal.ignored(app);
    await inFrame(portal.page, (crm) => {
      const frame = crm.shadowRoot.querySelector('iframe').contentWindow;
      for (let i = 0; i < 125; i++) {
        frame.postMessage({ cohoi: 1, call: 'hello' }, '*');
        frame.postMessage({ cohoi: 1, id: i, call: 'create', entity: 'lead', values: { last_name: 'Kẻ Lạ' } }, '*');
        frame.postMessage({ cohoi: 1, id: i, call: 'open', address: '#/settings' }, '*');
        frame.postMessage({ cohoi: 1, id: i, call: 'find', query: 'a' }, '*');
      }
    });
    await app.page.waitForFunction((all) => window.cohoi.ignored() === all, before + 500);
    await app.heading('Leads').waitFor();
    await app.go('#/');
    await app.button('Load sample data').waitFor();
    assert.equal(await portal.page.getByRole('list', { name: 'What happened' }).getByRole('listitem').count(), 0, 'a stranger was told something');
  }, { listed, host: 'localhost' }));
}

test('another frame of an allowed portal is not the page around us', { skip }, () => inPortal({ lang: 'en' }, async (portal, app) => {
  await portal.told('ready');
  const before = await portal.ignored(app);
  await inFrame(portal.page, (crm) => {
    const sibling = document.body.appendChild(document.createElement('iframe'));
    const frame = crm.shadowRoot.querySelector('iframe').contentWindow;
    const script = sibling.contentDocument.createElement('script');
    sibling.contentWindow.target = frame;
    script.textContent = "target.postMessage({ cohoi: 1, id: 1, call: 'create', entity: 'lead', values: { last_name: 'Kẻ Lạ' } }, '*')";
    sibling.contentDocument.body.append(script);
  });
  await app.page.waitForFunction((all) => window.cohoi.ignored() === all, before + 1);
  assert.deepEqual(await portal.call('find', 'ke la'), []);
}));

test('a frame keeps to its screens, language, theme and rail', { skip }, () => inPortal({ screens: 'leads,contacts', lang: 'vi', theme: 'dark', address: '#/' }, async (portal, app) => {
  await portal.told('ready');
  await app.heading('Tiềm năng').waitFor();
  assert.deepEqual(await app.page.getByRole('navigation').getByRole('link').allTextContents(), ['Tiềm năng', 'Liên hệ']);
  assert.deepEqual(await app.page.evaluate(() => [document.documentElement.lang, document.documentElement.style.colorScheme]), ['vi', 'dark']);
  assert.equal((await portal.call('open', '#/settings')).failed.message, 'Khung này không có trang đó.');
  await portal.call('create', 'contact', { last_name: 'Đặng Mai' });
  assert.equal((await portal.call('create', 'account', { name: 'Thép Hòa Phát' })).failed.code, 'invalid');
  await app.go('#/settings');
  await app.page.getByText('Khung này không có trang đó.').waitFor();
  await inFrame(portal.page, (crm) => crm.setAttribute('rail', '0'));
  const railless = await portal.framed();
  await railless.heading('Tiềm năng').waitFor();
  assert.equal(await railless.page.getByRole('navigation').count(), 0);
}));

test('a frame that only shows refuses every change and says why', { skip }, () => inPortal({ readonly: '', lang: 'en', address: '#/' }, async (portal, app) => {
  await portal.told('ready');
  await app.status('View only: nothing can be changed here').waitFor();
  assert.equal(await app.button('New').count(), 0);
  assert.deepEqual((await portal.call('create', 'lead', { last_name: 'Minh' })).failed,
    { name: 'CohoiError', code: 'read_only', field: '', message: 'View only: nothing can be changed here' });
  await app.button('Load sample data').click();
  await app.toast('View only: nothing can be changed here').last().waitFor();
  await app.button('Load sample data').waitFor();
  await portal.told('error', ({ message }) => message === 'View only: nothing can be changed here');
  await portal.call('open', '#/leads/new?last_name=Minh');
  const form = app.dialog('New lead');
  await app.button('Save', form).click();
  await form.getByText('View only').waitFor();
  await app.button('Cancel', form).click();
  assert.deepEqual(await portal.call('find', 'minh'), []);
}));

test('a link fills in a new lead or contact and saves nothing; the user does', { skip }, () => inPortal({
  lang: 'en', address: '#/leads/new?first_name=Lan&last_name=Tr%E1%BA%A7n+Th%E1%BB%8B&email=at+home&notes=from+the+fair&shoe_size=42&status=converted',
}, async (portal, app) => {
  const form = app.dialog('New lead');
  await form.waitFor();
  assert.equal(await app.field('First name', form).inputValue(), 'Lan');
  assert.equal(await app.field('Last name', form).inputValue(), 'Trần Thị');
  assert.equal(await app.field('Notes', form).inputValue(), 'from the fair');
  await app.button('Save', form).click();
  await app.settled();
  assert.equal(await app.field('E-mail', form).getAttribute('aria-invalid'), 'true');
  assert.deepEqual(await portal.call('find', 'tran thi'), []);
  await app.field('E-mail', form).fill('lan@hoabinh.vn');
  await app.button('Save', form).click();
  await form.waitFor({ state: 'detached' });
  await app.heading('Lan Trần Thị').or(app.heading('Trần Thị Lan')).waitFor();
  assert.equal((await portal.told('saved', ({ records }) => records.length > 0)).records[0].entity, 'lead');
  await portal.call('open', '#/contacts/new?last_name=Minh&phone=0903123456');
  assert.equal(await app.field('Last name', app.dialog('New contact')).inputValue(), 'Minh');
}));

test('focus, wheel and keys are the portal’s until the frame is clicked, and Tab goes through it and on', { skip }, () => inPortal({ lang: 'en', address: '#/guide' }, async (portal, app) => {
  const { page } = portal;
  const focused = () => page.evaluate(() => document.activeElement.tagName);
  await portal.told('ready');
  assert.equal(await focused(), 'BODY', 'the frame took the focus');
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.click();
  await page.keyboard.type('gl');
  assert.equal(await name.inputValue(), 'gl');
  await app.heading(/Lead or opportunity/).waitFor();
  const box = await page.locator('cohoi-crm').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const scrolled = () => page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 200);
  await app.settled();
  assert.equal(await scrolled(), 0, 'the page moved while the frame still could');
  for (let i = 0; i < 12 && !(await scrolled()); i++) {
    await page.mouse.wheel(0, 800);
    await page.waitForFunction(() => scrollY > 0, null, { timeout: 1000 }).catch(() => {});
  }
  assert.ok(await scrolled() > 0, 'the wheel ends in the frame');
  await page.evaluate(() => scrollTo(0, 0));
  await app.heading(/Lead or opportunity/).click();
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await app.heading('Leads').waitFor();
  await page.getByRole('button', { name: 'Look up' }).focus();
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'COHOI-CRM');
  for (let i = 0; i < 80 && await focused() === 'COHOI-CRM'; i++) await page.keyboard.press('Tab');
  assert.equal(await focused(), 'A', 'Tab does not come out of the frame');
}));
