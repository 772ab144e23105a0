// The archive we release, unpacked and served by real web servers with the configurations in it.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { after, before, test } from 'node:test';
import { archive, hosted, run, unpacked } from './support/release.mjs';
import { servers } from './support/servers.mjs';
import { folder as dist, skip as unbuilt } from './support/site.mjs';

const skip = unbuilt || (process.env.COHOI_URL ? 'its own servers are needed' : false);
let release;

const filesIn = (folder) => readdirSync(folder, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name))).sort();

before(async () => {
  if (!skip) release = await unpacked();
});
after(() => release?.remove());

test('the archive is the same bytes each time, whole, and says what is inside', { skip }, () => {
  assert.ok(readFileSync(release.packed).equals(readFileSync(archive(join(release.home, 'second')))), 'two archives of one build differ');
  run('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: release.folder });
  const listed = readFileSync(join(release.folder, 'SHA256SUMS'), 'utf8').trim().split('\n').map((line) => line.slice(66));
  assert.deepEqual(listed, filesIn(release.folder).filter((name) => name !== 'SHA256SUMS'));
  assert.deepEqual(filesIn(join(release.folder, 'site')), filesIn(dist));
  const owners = run('tar', ['--numeric-owner', '-tvzf', release.packed]).trim().split('\n');
  for (const line of owners) assert.match(line, /^-rw-r--r-- 0\/0 /);

  const sbom = JSON.parse(readFileSync(join(release.folder, 'sbom.cdx.json'), 'utf8'));
  const notices = readFileSync(join(release.folder, 'site', 'THIRD-PARTY.txt'), 'utf8');
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

for (const [name, kind] of Object.entries(servers)) {
  test(`${name} with the shipped configuration: headers, at its root and below`, { skip: skip || (kind.program ? false : `${name} is not installed: tools/setup`) }, async (t) => {
    const { port, end } = await hosted(name, kind, release);
    t.after(end);
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    const policy = `${page.match(/Content-Security-Policy" content="([^"]+)"/)[1]}; frame-ancestors 'self'`;
    const names = filesIn(dist).filter((file) => !/\.(br|gz)$/.test(file));
    for (const path of ['/', '/crm/']) for (const file of names) await checkHeaders(`http://127.0.0.1:${port}${path}`, file, policy);
    const missing = await fetch(`http://127.0.0.1:${port}/crm/cohoi.0123456789.js`);
    assert.equal(missing.status, 404);
    assert.doesNotMatch(missing.headers.get('cache-control') ?? '', /immutable/);
    assert.equal((await fetch(`http://127.0.0.1:${port}/crm`)).url, `http://127.0.0.1:${port}/crm/`);
  });
}
