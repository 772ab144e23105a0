// A browser of our own, so that its processes are known and can be killed as a power cut would.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { chromium } from 'playwright-core';

const executable = process.env.COHOI_CHROMIUM ?? '/usr/bin/chromium';

export async function launch(profile, flags = ['--disable-gpu']) {
  const process = spawn(executable, [
    '--headless=new', '--no-sandbox', '--no-first-run', ...flags, '--remote-debugging-port=0', `--user-data-dir=${profile}`,
    'about:blank',
  ], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  const address = await new Promise((found, failed) => {
    process.stderr.on('data', (bytes) => {
      said += bytes;
      const match = said.match(/DevTools listening on (ws:\S+)/);
      if (match) found(match[1]);
    });
    process.once('exit', () => failed(new Error(`the browser ended: ${said}`)));
  });
  process.stderr.resume();
  const browser = await chromium.connectOverCDP(address);
  return { process, browser, context: browser.contexts()[0] };
}

// The browser's process and all below it, at one moment.
function family(pid) {
  const parents = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended while we looked.
    }
  }
  const all = [pid];
  for (let i = 0; i < all.length; i++) for (const [child, parent] of parents) if (parent === all[i]) all.push(child);
  return all;
}

export async function kill({ process: browserProcess, browser }) {
  const gone = once(browserProcess, 'exit');
  for (const pid of family(browserProcess.pid)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Its parent took it along.
    }
  }
  await gone;
  await browser.close().catch(() => {});
}

export async function end({ process: browserProcess, browser }) {
  const gone = once(browserProcess, 'exit');
  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.close').catch(() => {});
  await gone;
}

// A small generator, so that a run can be repeated.
export function numbers(seed) {
  let state = Math.imul(seed, 0x9E3779B1) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
