// Kills the whole browser at random points of an edit loop and starts it twice after each kill: every edit that was told as saved
// must be there, nothing half, at both starts (the second is where Chromium drops a torn log). By hand: node tests/e2e/kill.mjs 20 [seed]
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { chromium } from 'playwright-core';
import { newProfile, removeProfile, serve } from './harness/site.mjs';

const executable = process.env.COHOI_CHROMIUM ?? '/usr/bin/chromium';

// A browser of our own, so that its processes are known.
async function launch(profile) {
  const process = spawn(executable, [
    '--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--remote-debugging-port=0', `--user-data-dir=${profile}`,
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

async function kill({ process: browserProcess, browser }) {
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

async function end({ process: browserProcess, browser }) {
  const gone = once(browserProcess, 'exit');
  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.close').catch(() => {});
  await gone;
}

async function start(profile, url) {
  const started = await launch(profile);
  try {
    return await ready(started, url);
  } catch (error) {
    await kill(started);
    throw error;
  }
}

async function ready(started, url) {
  const page = await started.context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => document.title === 'ready', undefined, { timeout: 60000 });
  const found = await page.evaluate(() => ({
    check: store.check(), ops: store.ops(), healed: store.healed() === 1, wiped: store.wiped() === 1, error: store.startError(), said: store.said(),
  }));
  return { ...started, page, found };
}

// A small generator, so that a run can be repeated.
function numbers(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** @returns {Promise<{trials: number, acknowledged: number, lost: number, damaged: number, wiped: number, healed: number, faults: string[]}>} */
export async function run({ trials, seed = 1, port, report = () => {}, settings = {} }) {
  const { longest = 2500 } = settings;
  const random = numbers(seed);
  const server = await serve(port);
  const url = `http://127.0.0.1:${port}/`;
  const profile = await newProfile();
  const sum = { trials: 0, acknowledged: 0, lost: 0, damaged: 0, wiped: 0, healed: 0, faults: [] };
  let now;
  try {
    now = await start(profile, url);
    await now.page.evaluate(() => store.whenSaved());
    let known = now.found.ops;
    for (let trial = 1; trial <= trials; trial++) {
      const before = known;
      await now.page.exposeFunction('told', (seq) => { known = Math.max(known, seq); });
      await now.page.evaluate(() => { store.loop(window.told); });
      const pause = 100 + random() * longest;
      await new Promise((passed) => { setTimeout(passed, pause); });
      await kill(now);
      sum.trials++;
      sum.acknowledged += known - before;
      for (const which of ['first', 'second']) {
        now = await start(profile, url);
        const { found } = now;
        if (found.healed) sum.healed++;
        if (found.wiped) sum.wiped++;
        if (found.check !== 'ok') sum.damaged++;
        if (found.ops < known) sum.lost += known - found.ops;
        if (found.wiped || found.check !== 'ok' || found.ops < known)
          sum.faults.push(`trial ${trial}, ${which} start: ${JSON.stringify(found)}, acknowledged up to ${known}`);
        report(`trial ${trial}, ${which} start: killed after ${pause.toFixed()} ms, acknowledged ${known}, found ${found.ops}, ${found.check}${found.healed ? ', healed' : ''}`);
        known = found.ops;
        if (which === 'first') await end(now);
      }
    }
    await end(now);
  } finally {
    if (now && now.process.exitCode === null && now.process.signalCode === null) await kill(now);
    server.close();
    await removeProfile(profile);
  }
  return sum;
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const result = await run({ trials: Number(process.argv[2] ?? 20), seed: Number(process.argv[3] ?? Date.now() % 1e6), port: 8094, report: console.log });
  console.log(result);
  process.exit(result.lost || result.damaged || result.wiped ? 1 : 0);
}
