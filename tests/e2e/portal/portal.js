// @ts-check
/// <reference path="../../../assets/site/cohoi-embed.d.ts" />
// What a portal does with Cohoi: inquiries become leads, customers are looked up, and it hears what sales does.
const crm = /** @type {import('../../../assets/site/cohoi-embed.js').CohoiCrm} */ (document.querySelector('cohoi-crm'));
const form = (/** @type {string} */ name) => /** @type {HTMLFormElement} */ (document.querySelector(`form[aria-label="${name}"]`));
const values = (/** @type {HTMLFormElement} */ from) => /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(from)));

form('Inquiry').addEventListener('submit', async (event) => {
  event.preventDefault();
  const said = /** @type {HTMLOutputElement} */ (form('Inquiry').querySelector('output'));
  try {
    const lead = await crm.create('lead', values(form('Inquiry')));
    await crm.open(lead.address);
    said.value = 'Sent';
  } catch (error) {
    said.value = /** @type {Error} */ (error).message;
  }
});

form('Customers').addEventListener('submit', async (event) => {
  event.preventDefault();
  const found = await crm.find(values(form('Customers')).query);
  const list = /** @type {HTMLElement} */ (form('Customers').querySelector('ul'));
  list.replaceChildren(...found.map((record) => {
    const item = document.createElement('li');
    item.textContent = `${record.entity}: ${record.title}`;
    return item;
  }));
});

for (const event of /** @type {const} */ (['ready', 'saved', 'converted', 'won', 'error', 'navigated', 'height'])) {
  crm.on(event, (detail) => {
    const item = document.createElement('li');
    item.textContent = `${event} ${JSON.stringify(detail)}`;
    document.querySelector('ol')?.append(item);
  });
}
