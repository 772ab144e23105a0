// What a page would give out as its backup, read by another SQLite than its own: node has none, Python's reads the file.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const look = `
import json, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
print(json.dumps({"check": [row[0] for row in db.execute("PRAGMA integrity_check")], "leads": dict(db.execute("SELECT last_name, title FROM lead"))}))
`;

/**
 * @param {{browser: import('playwright-core').Browser, page: import('playwright-core').Page, app: import('./app.mjs').App}} where
 * @param {string} folder
 * @returns {Promise<{check: string[], leads: Record<string, string | null>}>} the leads' titles by last name
 */
export async function backup({ browser, page, app }, folder) {
  const session = await browser.newBrowserCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allowAndName', downloadPath: folder, eventsEnabled: true });
  const done = new Promise((finished) => {
    session.on('Browser.downloadProgress', ({ guid, state }) => { if (state === 'completed') finished(join(folder, guid)); });
  });
  await app.go('#/settings/data');
  await page.getByRole('main').getByRole('button', { name: 'Save backup', exact: true }).click();
  const { stdout, stderr } = spawnSync('python3', ['-c', look, await done], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (stderr) throw new Error(stderr);
  return JSON.parse(stdout);
}
