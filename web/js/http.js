// @ts-check
// Requests for the sync. Sent without cookies: whom we talk to knows us by the header the user set, or not at all.
mergeInto(LibraryManager.library, {
  $Http: {
    answer: function (self, request, status, buffer) {
      const memory = _cohoi_allocate(Math.max(1, buffer.byteLength));
      HEAPU8.set(new Uint8Array(buffer), memory);
      _cohoi_on_answer(self, request, status, memory, buffer.byteLength);
    },
  },

  cohoi_http_send__sig: 'viiiiiiii',
  cohoi_http_send__deps: ['$Http'],
  cohoi_http_send: function (self, request, method, url, headers, body, size, timeout) {
    const lines = UTF8ToString(headers).split('\n');
    const set = {};
    for (let i = 0; i + 1 < lines.length; i += 2) set[lines[i]] = lines[i + 1];
    const stop = new AbortController();
    const timer = setTimeout(function () { stop.abort(); }, timeout);
    const options = {
      method: UTF8ToString(method),
      headers: set,
      body: size < 0 ? undefined : HEAPU8.slice(body, body + size),
      signal: stop.signal,
      credentials: /** @type {RequestCredentials} */ ('omit'),
    };
    fetch(UTF8ToString(url), options).then(function (answer) {
      return answer.arrayBuffer().then(function (buffer) { Http.answer(self, request, answer.status, buffer); });
    }).catch(function () {
      Http.answer(self, request, 0, new ArrayBuffer(0));
    }).finally(function () { clearTimeout(timer); });
  },
});
