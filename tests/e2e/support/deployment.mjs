// A site that is deployed, deployed anew, broken and cut off under one address.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative } from 'node:path';
import { folder, types } from './site.mjs';

/** {path: bytes} of the packed product */
export function packed() {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name));
  return new Map(entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).map((path) => [relative(folder, path), readFileSync(path)]));
}

export const versionOf = (files) => String(files.get('index.html')).match(/data-version="(\w+)"/)[1];

/** The same product as another version: its first script says so in a comment, so that file, page and worker change as in any release. */
export function newer(files) {
  const [old] = [...files.keys()].filter((name) => name.startsWith('page/boot.'));
  const script = `${files.get(old)}// newer\n`;
  const renamed = `page/boot.${createHash('sha256').update(script).digest('hex').slice(0, 10)}.js`;
  const version = createHash('sha256').update(versionOf(files)).digest('hex').slice(0, 10);
  const result = new Map(files);
  result.delete(old);
  result.set(renamed, script);
  for (const name of ['index.html', 'sw.js']) {
    result.set(name, String(files.get(name)).replaceAll(old, renamed).replaceAll(versionOf(files), version));
  }
  return result;
}

export async function deployment(files) {
  let now = files, otherwise = null, port = 0, server;
  const answer = (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname).slice(1) || 'index.html';
    const name = now.has(path) ? path : otherwise;
    if (!name) return response.writeHead(404).end();
    const cache = /\.[0-9a-f]{10}\./.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
    return response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream', 'cache-control': cache }).end(now.get(name));
  };
  const site = {
    /** @param {Map<string, Buffer | string>} next @param {string | null} instead the file that is sent for one that is missing */
    deploy(next, instead = null) {
      now = next;
      otherwise = instead;
    },
    async cut() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
    async back() {
      server = createServer(answer).listen(port, '127.0.0.1');
      await once(server, 'listening');
      ({ port } = server.address());
      site.address = `http://localhost:${port}/`;
    },
    address: '',
  };
  await site.back();
  return site;
}
