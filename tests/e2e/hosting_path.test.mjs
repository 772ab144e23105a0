// The main path behind real web servers with the shipped configurations: on https, on plain http, below the root, in a frame, in a sandboxed one.
// A certificate, who may show it in a frame and what a frame without an origin needs are written into the configurations as README.md says.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { open, tell, usualContext } from './support/app.mjs';
import { sale } from './support/paths.mjs';
import { Portal, servePortal } from './support/portal.mjs';
import { certificate, hosted, unpacked } from './support/release.mjs';
import { freePort, servers } from './support/servers.mjs';
import { launch, skip as unbuilt } from './support/site.mjs';

const skip = unbuilt || (process.env.COHOI_URL ? 'its own servers are needed' : false);
const person = { 'First name': 'Lan', 'Last name': 'Trần Thị', 'E-mail': 'lan@hoabinh.vn' };
let release, secure, browser;

before(async () => {
  if (skip) return;
  release = await unpacked();
  secure = certificate(release.home, 'crm.test');
  browser = await launch(['--host-resolver-rules=MAP crm.test 127.0.0.1', `--ignore-certificate-errors-spki-list=${secure.pin}`]);
});
after(async () => {
  await browser?.close();
  await release?.remove();
});

/** `work` with a fresh context that tells of every violation of a policy; `sent`: the headers of what came, by path. */
async function inContext(work) {
  const context = await browser.newContext(usualContext);
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error('securitypolicyviolation', event.violatedDirective, event.blockedURI));
  });
  const sent = new Map();
  context.on('response', (response) => { sent.set(new URL(response.url()).pathname, response.headers()); });
  try {
    await work(context, sent);
  } catch (error) {
    await tell(context, error);
    throw error;
  } finally {
    await context.close();
  }
}

/** That nothing was complained of means something only if something would have been. */
async function complains(app) {
  assert.equal(await app.page.evaluate(() => {
    const told = new Promise((heard) => { addEventListener('securitypolicyviolation', (event) => heard(event.violatedDirective), { once: true }); });
    return fetch('https://elsewhere.test/').then(() => 'allowed', () => told);
  }), 'connect-src');
}

/** On a page of its own; `trusted`: the browser takes brotli and a worker, as on every https. */
const walk = (address, trusted) => inContext(async (context, sent) => {
  const app = await open(context, address);
  await sale(app, person);
  await app.saved();
  await app.reload();
  await app.button('Reopen').waitFor();
  assert.deepEqual(app.page.complaints, []);
  const program = [...sent].find(([path]) => path.endsWith('.wasm'))[1];
  assert.equal(program['content-encoding'], trusted ? 'br' : 'gzip');
  assert.equal(program['content-type'], 'application/wasm');
  assert.deepEqual([...sent.keys()].filter((path) => !path.startsWith(new URL(address).pathname)), []);
  assert.equal(await app.page.evaluate(() => isSecureContext && navigator.serviceWorker.ready.then((registration) => registration.scope)), trusted ? address : false);
  await complains(app);
  assert.notDeepEqual(app.page.complaints, []);
});

/** In a frame of the portal, which is told what became of it; a frame without an origin of its own stores nothing. */
const walkInFrame = (portal, stores) => inContext(async (context) => {
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') page.complaints.push(message.text()); });
  await page.goto(portal.address);
  const outside = new Portal(page);
  const app = await outside.framed();
  await sale(app, person);
  if (stores) {
    await app.saved();
    assert.equal((await outside.told('won')).records[0].entity, 'opportunity');
  } else await app.page.getByText('Not saved').first().waitFor();
  assert.deepEqual(page.complaints, []);
  await complains(app);
  assert.notDeepEqual(page.complaints, []);
});

for (const [name, kind] of Object.entries(servers)) {
  describe(`the main path behind ${name}`, { skip: skip || (kind.program ? false : `${name} is not installed: tools/setup`) }, () => {
    const all = [];  // to be closed, the last one first
    let port, safe, portals;
    before(async () => {
      [port, safe] = [await freePort(), await freePort()];
      const portal = async (options, host = '127.0.0.1') => {
        const served = await servePortal(`http://127.0.0.1:${port}/`, { lang: 'en', ...options }, host);
        all.push(served.close);
        return served;
      };
      portals = { framed: await portal({}), sandboxed: await portal({ sandbox: 'allow-scripts' }), stranger: await portal({}, 'localhost') };
      const named = [portals.framed.origin, portals.sandboxed.origin];
      const server = await hosted(name, kind, release, { port, secure: { ...secure, port: safe }, portals: named, openToAll: true });
      all.push(server.end);
      await writeFile(join(server.root, 'cohoi.config.json'), JSON.stringify({ embed: { origins: named } }));
    });
    after(async () => {
      for (const close of all.reverse()) await close();
    });

    test('on https', () => walk(`https://crm.test:${safe}/`, true));
    test('on plain http', () => walk(`http://crm.test:${port}/`, false));
    test('in a folder below the root', () => walk(`https://crm.test:${safe}/crm/`, true));
    test('in a frame of another origin', () => walkInFrame(portals.framed, true));
    test('in a sandboxed frame without an origin', () => walkInFrame(portals.sandboxed, false));
    test('no frame on a page that is not named', () => inContext(async (context) => {
      const page = await context.newPage();
      const refused = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()));
      await page.goto(portals.stranger.address);
      await refused;
    }));
  });
}
