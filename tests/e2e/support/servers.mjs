// Real web servers with the configurations we ship. What a site has to set is set; around it stands only what lets an ordinary user start them.
// Each serves plain http at `port` and, where it is given a certificate, https at `secure.port`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const unpacked = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'build', 'deps', 'servers');
const first = (...paths) => paths.find((path) => existsSync(path));
const isRoot = process.getuid() === 0;

/**
 * What a deployer of any server does besides: those who may show the page in a frame are added after 'self', and a header for all, where it is wanted,
 * is written before another one.
 * @param {(name: string, value: string) => string} header as a line of this server's
 */
function shownIn({ portals = [], openToAll = false }, before, header) {
  const values = [["frame-ancestors 'self'", ["frame-ancestors 'self'", ...portals].join(' ')]];
  if (openToAll) values.push([before, `${header('Access-Control-Allow-Origin', '*')}\n  ${before}`]);
  return values;
}

/** The shipped configuration with this site's own values in the place of the example's. */
function configured(file, values) {
  let text = readFileSync(file, 'utf8');
  for (const [example, own] of values) {
    if (!text.includes(example)) throw new Error(`${file} does not say ${example}`);
    text = text.replaceAll(example, own);
  }
  return text;
}

const brotliModule = 'usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const apacheModules = ['mpm_event', 'ssl', 'authz_core', 'mime', 'dir', 'headers', 'rewrite'];

export const servers = {
  nginx: {
    file: 'nginx.conf',
    program: first(join(unpacked, 'usr/sbin/nginx'), '/usr/sbin/nginx'),
    async start(program, config, { root, work, port, secure, ...shown }) {
      const ours = [['listen 80;', `listen 127.0.0.1:${port};`], ['root /srv/cohoi;', `root ${root};`],
        ...shownIn(shown, 'add_header Referrer-Policy', (name, value) => `add_header ${name} ${value} always;`)];
      const withCertificate = secure ? [['# listen 443 ssl', `listen 127.0.0.1:${secure.port} ssl`], ['/etc/ssl/crm.example.pem', secure.certificate],
        ['/etc/ssl/private/crm.example.key', secure.key]] : [];
      await writeFile(join(work, 'site.conf'), configured(config, [...ours, ...withCertificate]));
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${work}/${kind};`);
      await writeFile(join(work, 'main.conf'), `daemon off; master_process off; pid ${work}/pid; error_log stderr;
load_module ${first(join(unpacked, brotliModule), `/${brotliModule}`)};
events {} http { access_log off; ${temporary.join(' ')} include ${work}/site.conf; }`);
      return spawn(program, ['-p', work, '-c', join(work, 'main.conf')]);
    },
  },
  Apache: {
    file: 'apache.conf',
    program: first('/usr/sbin/apache2'),
    async start(program, config, { root, work, port, secure, ...shown }) {
      const ours = [['/srv/cohoi', root], ...shownIn(shown, 'Header always set Referrer-Policy', (name, value) => `Header always set ${name} ${value}`)];
      const sites = [configured(config, [...ours, ['*:80', `127.0.0.1:${port}`]])];
      if (secure) {
        const certificate = `SSLEngine on\n  SSLCertificateFile ${secure.certificate}\n  SSLCertificateKeyFile ${secure.key}`;
        sites.push(configured(config, [...ours, ['*:80', `127.0.0.1:${secure.port}`], ['ServerName crm.example', `ServerName crm.example\n  ${certificate}`]]));
      }
      await writeFile(join(work, 'site.conf'), sites.join('\n'));
      await writeFile(join(work, 'main.conf'), `ServerRoot ${work}
ServerName localhost
${apacheModules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
${isRoot ? 'User nobody\nGroup nogroup' : ''}
PidFile ${work}/pid
DefaultRuntimeDir ${work}
ErrorLog ${work}/error.log
TypesConfig /etc/mime.types
Listen 127.0.0.1:${port}
${secure ? `Listen 127.0.0.1:${secure.port}` : ''}
Include ${work}/site.conf
`);
      return spawn(program, ['-X', '-f', join(work, 'main.conf')]);
    },
  },
  Caddy: {
    file: 'Caddyfile',
    program: first(join(unpacked, 'usr/bin/caddy'), '/usr/bin/caddy'),
    async start(program, config, { root, work, port, secure, ...shown }) {
      const ours = [['/srv/cohoi', root], ...shownIn(shown, 'Referrer-Policy', (name, value) => `${name} ${value}`)];
      const sites = [configured(config, [...ours, ['crm.example {', `http://:${port} {\n\tbind 127.0.0.1`]])];
      if (secure) {
        const certificate = `tls ${secure.certificate} ${secure.key}`;
        sites.push(configured(config, [...ours, ['crm.example {', `https://crm.test:${secure.port} {\n\tbind 127.0.0.1\n\t${certificate}`]]));
      }
      await writeFile(join(work, 'Caddyfile'), ['{\n\tadmin off\n\tauto_https disable_redirects\n}', ...sites].join('\n'));
      return spawn(program, ['run', '--adapter', 'caddyfile', '--config', join(work, 'Caddyfile')],
        { env: { ...process.env, HOME: work, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work } });
    },
  },
};

/** A port that is free now. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts it and waits until it answers; resolves to what ends it. */
export async function start(kind, config, place) {
  const child = await kind.start(kind.program, config, place);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => { said += bytes; });
  let ended = false;
  const end = once(child, 'exit').then(() => { ended = true; });
  const answers = () => fetch(`http://127.0.0.1:${place.port}/`).then(() => true, () => false);
  const patience = Date.now() + 20000;
  while (!await answers()) {
    if (ended || Date.now() > patience) {
      child.kill('SIGKILL');
      throw new Error(`${kind.program} does not answer: ${said}`);
    }
    await new Promise((next) => { setTimeout(next, 50); });
  }
  return async () => {
    child.kill('SIGTERM');
    await end;
  };
}
