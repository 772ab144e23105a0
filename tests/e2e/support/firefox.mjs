// Firefox as Debian ships it, driven by WebDriver BiDi: Playwright's way to it, and what Playwright takes for granted that this Firefox lacks.
import { existsSync } from 'node:fs';
import playwright from 'playwright-core';

const executablePath = process.env.COHOI_FIREFOX ?? '/usr/bin/firefox-esr';

/** Why nothing can be tested in Firefox here; false when it can. */
export const skip = existsSync(executablePath) ? false : `${executablePath} is not installed: tools/setup`;

const bidi = playwright._connection.toImpl(playwright.firefox)._bidiFirefox;
const connect = bidi.connectToTransport.bind(bidi);
bidi.connectToTransport = (transport, options) => {
  const { send } = transport;
  transport.send = (message) => {
    // Every context is asked for a colour scheme, for which there is no command: ours is set by preference.
    if (message.method !== 'emulation.setMediaFeaturesOverride') send.call(transport, message);
    else setImmediate(() => transport.onmessage({ id: message.id, type: 'success', result: {} }));
  };
  const connected = connect(transport, options);
  const { onmessage } = transport;
  transport.onmessage = (message) => {
    // A download that no navigation began has no name of its own.
    if (message.method?.startsWith('browsingContext.download')) message.params.download ??= message.params.url;
    onmessage.call(transport, message);
  };
  return connected;
};

const browser = {
  channel: 'moz-firefox',
  executablePath,
  headless: true,
  // WebGL without a screen and without a GPU takes both a variable and a preference.
  env: { ...process.env, MOZ_WEBGL_FORCE_EGL: '1' },
  firefoxUserPrefs: { 'webgl.force-enabled': true, 'ui.prefersReducedMotion': 1, 'ui.systemUsesDarkTheme': 0 },
};

export const launchFirefox = () => playwright.firefox.launch(browser);

/** One that keeps what it has in this folder, as one that is closed and opened again. */
export const launchFirefoxIn = (profile, options = {}) => playwright.firefox.launchPersistentContext(profile, { ...browser, ...options });

/** A chooser without a screen is cancelled at once, before the test can answer it: the page must not hear of that. */
export const keepChoosers = (page) => page.evaluate(() => {
  const listen = HTMLInputElement.prototype.addEventListener;
  HTMLInputElement.prototype.addEventListener = function (kind, ...rest) {
    if (kind !== 'cancel') listen.call(this, kind, ...rest);
  };
});
