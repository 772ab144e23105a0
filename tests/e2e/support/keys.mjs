// The way of a person without a mouse: Tab to a thing, then a key. Nothing here moves the focus but Tab.
import assert from 'node:assert/strict';

/** Tab until the thing with this name (in the group of that name) has the focus; the way there is part of the promise. */
export async function tabTo(app, name, group) {
  await app.settled();
  for (let i = 0; i < 200; i++) {
    const at = await app.page.evaluate(() => {
      const el = document.activeElement;
      const home = el.closest('[role=radiogroup]');
      return { name: el === document.body ? '' : el.getAttribute('aria-label') || el.textContent, group: home ? home.getAttribute('aria-label') : '' };
    });
    if (at.name === name && (!group || at.group === group)) return;
    await app.page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not reach ${name}`);
}

/** Goes to a button and presses it. */
export async function activate(app, name) {
  await tabTo(app, name);
  await app.page.keyboard.press('Enter');
}

/** Goes to a choice and steps with the arrow until the option with this label stands there, as one does who cannot see the list open. */
export async function pick(app, label, option) {
  await tabTo(app, label);
  const choice = app.choice(label);
  await app.page.keyboard.press('Home');
  for (let i = 0; i < 100; i++) {
    if (await choice.evaluate((el) => el.selectedOptions?.[0]?.label) === option) return app.settled();
    await app.page.keyboard.press('ArrowDown');
  }
  assert.fail(`the arrows do not reach ${option} in ${label}`);
}
