// Kills the whole browser at random points of an edit loop and starts it twice after each kill: every edit that was told as saved
// must be there, nothing half, at both starts (the second is where Chromium drops a torn log). By hand: node tests/e2e/kill.mjs 20 [seed]
import { newProfile, removeProfile, serve } from './harness/site.mjs';
import { end, kill, launch, numbers } from './support/browser_process.mjs';

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
