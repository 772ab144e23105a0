// @ts-check
// What the browser is and wants (language, colours, touch, motion), the little it may remember for this device, clock zone, chance.
mergeInto(LibraryManager.library, {
  $Browser__deps: ['$MirrorEvents'],
  $Browser: {
    self: 0,
    /** @type {MediaQueryList[]} */ queries: [],
    prefix: 'cohoi.',
    /** @type {MessageChannel} */ channel: null,

    tell: function () {
      const on = Browser.queries.map(function (query) { return query.matches; });
      const apple = /Mac|iPhone|iPad/.test(navigator.platform || '');
      const flags = [on[0], on[1], on[2], on[3], on[4], apple, navigator.onLine !== false, window.isSecureContext, document.hidden];
      const bits = flags.reduce(function (sum, set, i) { return sum + (set ? 1 << i : 0); }, 0);
      const languages = (navigator.languages || [navigator.language || 'en']).join(',');
      _cohoi_on_environment(Browser.self, bits, MirrorEvents.text(languages));
    },
  },

  cohoi_browser_attach__deps: ['$Browser'],
  cohoi_browser_attach__sig: 'vi',
  cohoi_browser_attach: function (self) {
    Browser.self = self;
    const asked = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(pointer: coarse)', '(forced-colors: active)', '(prefers-contrast: more)'];
    Browser.queries = asked.map(function (query) { return window.matchMedia(query); });
    Browser.queries.forEach(function (query) { query.addEventListener('change', Browser.tell); });
    ['languagechange', 'online', 'offline'].forEach(function (name) { window.addEventListener(name, Browser.tell); });
    document.addEventListener('visibilitychange', Browser.tell);
    Browser.tell();
  },

  cohoi_browser_load__deps: ['$Browser'],
  cohoi_browser_load__sig: 'ii',
  cohoi_browser_load: function (key) {
    try {
      const value = localStorage.getItem(Browser.prefix + UTF8ToString(key));
      return value === null ? 0 : MirrorEvents.text(value);
    } catch (_) {
      return 0;
    }
  },

  cohoi_browser_store__deps: ['$Browser'],
  cohoi_browser_store__sig: 'iii',
  cohoi_browser_store: function (key, value) {
    try {
      if (value) localStorage.setItem(Browser.prefix + UTF8ToString(key), UTF8ToString(value));
      else localStorage.removeItem(Browser.prefix + UTF8ToString(key));
      return 1;
    } catch (_) {
      return 0;
    }
  },

  cohoi_browser_zone_offset__sig: 'id',
  cohoi_browser_zone_offset: function (milliseconds) {
    return -new Date(milliseconds).getTimezoneOffset() || 0;
  },

  cohoi_browser_random__sig: 'vii',
  cohoi_browser_random: function (into, size) {
    // 65,536 bytes are the most one call may ask for.
    for (let at = 0; at < size; at += 65536) crypto.getRandomValues(HEAPU8.subarray(into + at, into + Math.min(size, at + 65536)));
  },

  cohoi_browser_dress__sig: 'viii',
  cohoi_browser_dress: function (dark, language, pageColour) {
    const root = document.documentElement;
    root.lang = UTF8ToString(language);
    root.style.colorScheme = dark ? 'dark' : 'light';
    root.style.backgroundColor = UTF8ToString(pageColour);
  },

  cohoi_browser_system_colour__sig: 'ii',
  cohoi_browser_system_colour: function (name) {
    const probe = document.createElement('i');
    probe.style.color = UTF8ToString(name);
    document.body.appendChild(probe);
    const parts = getComputedStyle(probe).color.match(/\d+/g) || ['0', '0', '0'];
    probe.remove();
    return (Number(parts[0]) << 16) | (Number(parts[1]) << 8) | Number(parts[2]);
  },

  cohoi_browser_version__deps: ['$MirrorEvents'],
  cohoi_browser_version__sig: 'i',
  cohoi_browser_version: function () {
    return MirrorEvents.text(document.documentElement.dataset.version || '');
  },

  cohoi_browser_storage__deps: ['$Browser'],
  cohoi_browser_storage__sig: 'vi',
  cohoi_browser_storage: function (keep) {
    const storage = navigator.storage;
    if (!storage || !storage.estimate || !storage.persisted) return;
    Promise.resolve(keep ? storage.persist() : storage.persisted()).then(function (kept) {
      return storage.estimate().then(function (room) { _cohoi_on_storage(Browser.self, room.usage || 0, room.quota || 0, kept ? 1 : 0); });
    }).catch(function () {});
  },

  cohoi_browser_work__deps: ['$Browser'],
  cohoi_browser_work__sig: 'v',
  cohoi_browser_work: function () {
    // A message waits for no frame and no timer's least delay, and comes in a hidden tab as well; what the user does goes before it.
    if (!Browser.channel) {
      Browser.channel = new MessageChannel();
      Browser.channel.port1.onmessage = function () { _cohoi_on_work(Browser.self); };
    }
    Browser.channel.port2.postMessage(0);
  },

  cohoi_browser_reload__sig: 'v',
  cohoi_browser_reload: function () {
    location.reload();
  },
});
