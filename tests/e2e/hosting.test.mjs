// The archive we release, unpacked and served by real web servers with the configurations in it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { open, tell, usualContext } from './support/app.mjs';
import { sale } from './support/paths.mjs';
import { freePort, servers, start } from './support/servers.mjs';
import { folder as dist, launch, root as project, skip as unbuilt } from './support/site.mjs';

const skip = unbuilt || (process.env.COHOI_URL ? 'its own servers are needed' : false);
let home;  // a temporary folder, readable by a server that gives up root
let packed, release;  // the archive, and where it is unpacked

const run = (command, args, options = {}) => {
  const done = spawnSync(command, args, { encoding: 'utf8', ...options });
  assert.equal(done.status, 0, `${command} ${args.join(' ')}: ${done.stderr}`);
  return done.stdout;
};
const archive = (target) => {
  run('python3', [join(project, 'tools/archive.py'), dist, target]);
  return join(target, readdirSync(target).find((name) => name.endsWith('.tar.gz')));
};
const filesIn = (folder) => readdirSync(folder, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name))).sort();

before(async () => {
  if (skip) return;
  home = await mkdtemp(join(tmpdir(), 'cohoi-hosting-'));
  await chmod(home, 0o755);
  packed = archive(join(home, 'first'));
  run('tar', ['-xzf', packed, '-C', home]);
  release = join(home, readdirSync(home).find((name) => name.startsWith('cohoi-')));
});
after(() => home && rm(home, { recursive: true, force: true }));

test('the archive is the same bytes each time, whole, and says what is inside', { skip }, () => {
  assert.ok(readFileSync(packed).equals(readFileSync(archive(join(home, 'second')))), 'two archives of one build differ');
  run('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: release });
  const listed = readFileSync(join(release, 'SHA256SUMS'), 'utf8').trim().split('\n').map((line) => line.slice(66));
  assert.deepEqual(listed, filesIn(release).filter((name) => name !== 'SHA256SUMS'));
  assert.deepEqual(filesIn(join(release, 'site')), filesIn(dist));
  const owners = run('tar', ['--numeric-owner', '-tvzf', packed]).trim().split('\n');
  for (const line of owners) assert.match(line, /^-rw-r--r-- 0\/0 /);

  const sbom = JSON.parse(readFileSync(join(release, 'sbom.cdx.json'), 'utf8'));
  const notices = readFileSync(join(release, 'site', 'THIRD-PARTY.txt'), 'utf8');
  assert.equal(sbom.bomFormat, 'CycloneDX');
  for (const name of ['SQLite', 'Dear ImGui', 'RapidJSON', 'tl::expected', 'Emscripten', 'musl', 'Be Vietnam Pro', 'Lucide']) {
    const part = sbom.components.find((component) => component.name === name);
    assert.match(part?.version ?? '', /^\d/, name);
    assert.ok(notices.includes(`${name} ${part.version} (${part.licenses[0].expression})`), name);
  }
});

const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.txt': 'text/plain; charset=utf-8', '.ts': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm', '.webmanifest': 'application/manifest+json', '.ttf': 'font/ttf', '.svg': 'image/svg+xml', '.png': 'image/png',
};
const isHashed = (name) => /\.[0-9a-f]{10}\./.test(name);

async function checkHeaders(address, name, policy) {
  const where = new URL(name === 'index.html' ? '' : name, address);
  for (const encoding of ['br', 'gzip', 'identity']) {
    const answer = await fetch(where, { headers: { 'accept-encoding': encoding } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const said = (header) => answer.headers.get(header);
    const compressed = existsSync(join(dist, `${name}.${{ br: 'br', gzip: 'gz' }[encoding]}`));
    assert.deepEqual({
      status: answer.status, type: said('content-type').toLowerCase(), encoding: said('content-encoding'), cache: said('cache-control'),
      nosniff: said('x-content-type-options'), referrer: said('referrer-policy'), policy: said('content-security-policy'),
    }, {
      status: 200, type: types[extname(name)], encoding: compressed ? encoding : null,
      cache: isHashed(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      nosniff: 'nosniff', referrer: 'no-referrer', policy,
    }, `${where} as ${encoding}`);
    assert.match(said('permissions-policy'), /camera=\(\)/);
    if (existsSync(join(dist, `${name}.br`))) assert.match(said('vary'), /accept-encoding/i, `${where} as ${encoding}`);
    assert.ok(bytes.equals(readFileSync(join(dist, name))), `${where} as ${encoding} is another file`);
  }
  const etag = (await fetch(where)).headers.get('etag');
  assert.equal((await fetch(where, { headers: { 'if-none-match': etag } })).status, 304, `${where} is sent again though it is known`);
}

/** The whole way on a server, and what it sent for it. */
async function walk(address, encoding) {
  const browser = await launch(['--host-resolver-rules=MAP crm.test 127.0.0.1']);
  const context = await browser.newContext(usualContext);
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => console.error('securitypolicyviolation', event.violatedDirective, event.blockedURI));
  });
  const sent = new Map();
  context.on('response', (response) => { sent.set(new URL(response.url()).pathname, response.headers()); });
  try {
    const app = await open(context, address);
    await sale(app, { 'First name': 'Lan', 'Last name': 'Trần Thị', 'E-mail': 'lan@hoabinh.vn' });
    await app.reload();
    await app.button('Reopen').waitFor();
    assert.deepEqual(app.page.complaints, []);
    const program = [...sent].find(([path]) => path.endsWith('.wasm'))[1];
    assert.equal(program['content-encoding'], encoding);
    assert.equal(program['content-type'], 'application/wasm');
    const outside = [...sent.keys()].filter((path) => !path.startsWith(new URL(address).pathname));
    assert.deepEqual(outside, []);
    const worker = await app.page.evaluate(() => isSecureContext && navigator.serviceWorker.ready.then((registration) => registration.scope));
    assert.equal(worker, encoding === 'br' ? address : false);
    // That nothing was complained of means something only if something would have been.
    assert.equal(await app.page.evaluate(() => {
      const told = new Promise((heard) => { addEventListener('securitypolicyviolation', (event) => heard(event.violatedDirective), { once: true }); });
      return fetch('https://elsewhere.test/').then(() => 'allowed', () => told);
    }), 'connect-src');
    assert.notDeepEqual(app.page.complaints, []);
  } catch (error) {
    await tell(context, error);
    throw error;
  } finally {
    await browser.close();
  }
}

for (const [name, kind] of Object.entries(servers)) {
  test(`${name} with the shipped configuration: headers, at its root and below, on a trustworthy address and on plain http`,
    { skip: skip || (kind.program ? false : `${name} is not installed: tools/setup`) }, async (t) => {
      const work = join(home, name);
      const root = join(work, 'root');
      await mkdir(work);
      await cp(join(release, 'site'), root, { recursive: true });
      await cp(join(release, 'site'), join(root, 'crm'), { recursive: true });
      const port = await freePort();
      const end = await start(kind, join(release, 'hosting', kind.file), { root, work, port });
      t.after(end);
      const page = readFileSync(join(dist, 'index.html'), 'utf8');
      const policy = `${page.match(/Content-Security-Policy" content="([^"]+)"/)[1]}; frame-ancestors 'self'`;
      const names = filesIn(dist).filter((file) => !/\.(br|gz)$/.test(file));
      for (const path of ['/', '/crm/']) for (const file of names) await checkHeaders(`http://127.0.0.1:${port}${path}`, file, policy);
      const missing = await fetch(`http://127.0.0.1:${port}/crm/cohoi.0123456789.js`);
      assert.equal(missing.status, 404);
      assert.doesNotMatch(missing.headers.get('cache-control') ?? '', /immutable/);
      assert.equal((await fetch(`http://127.0.0.1:${port}/crm`)).url, `http://127.0.0.1:${port}/crm/`);

      await walk(`http://localhost:${port}/`, 'br');
      await walk(`http://crm.test:${port}/crm/`, 'gzip');
    });
}
