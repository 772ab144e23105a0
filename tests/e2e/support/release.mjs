// The archive we release, as whoever puts it on a server has it: packed, unpacked, in a folder of a real server, with a certificate of its own.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, start } from './servers.mjs';
import { folder as dist, root as project } from './site.mjs';

export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', ...options });
  assert.equal(done.status, 0, `${command} ${args.join(' ')}: ${done.stderr}`);
  return done.stdout;
}

export function archive(target) {
  run('python3', [join(project, 'tools/archive.py'), dist, target]);
  return join(target, readdirSync(target).find((name) => name.endsWith('.tar.gz')));
}

/** A temporary folder, readable by a server that gives up root, with the archive (`packed`) and what is in it (`folder`). */
export async function unpacked() {
  const home = await mkdtemp(join(tmpdir(), 'cohoi-hosting-'));
  await chmod(home, 0o755);
  const packed = archive(join(home, 'first'));
  run('tar', ['-xzf', packed, '-C', home]);
  const folder = join(home, readdirSync(home).find((name) => name.startsWith('cohoi-')));
  return { home, packed, folder, remove: () => rm(home, { recursive: true, force: true }) };
}

/** A certificate for this name that only a browser which is told its `pin` believes. */
export function certificate(home, name) {
  const files = { certificate: join(home, `${name}.pem`), key: join(home, `${name}.key`) };
  run('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', `/CN=${name}`,
    '-addext', `subjectAltName=DNS:${name}`, '-keyout', files.key, '-out', files.certificate]);
  const { publicKey } = new X509Certificate(readFileSync(files.certificate));
  return { ...files, pin: createHash('sha256').update(publicKey.export({ type: 'spki', format: 'der' })).digest('base64') };
}

/** The release on this server, at its root and in crm/ below it. */
export async function hosted(name, kind, release, more = {}) {
  const work = join(release.home, name);
  const root = join(work, 'root');
  await mkdir(work);
  await cp(join(release.folder, 'site'), root, { recursive: true });
  await cp(join(release.folder, 'site'), join(root, 'crm'), { recursive: true });
  const port = more.port ?? await freePort();
  const end = await start(kind, join(release.folder, 'hosting', kind.file), { ...more, root, work, port });
  return { root, port, end };
}
