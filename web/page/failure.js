// @ts-check
// What is said instead of the canvas when it cannot be there, in the browser's language.
/** @type {Record<string, Record<string, string[]>>} */
const texts = {
  vi: {
    'no-wasm': ['Trình duyệt này chưa chạy được Cohoi', 'Cohoi cần WebAssembly. Hãy cập nhật trình duyệt, hoặc mở bằng Chrome, Edge, Firefox hay Safari bản mới.'],
    'no-webgl': ['Không vẽ được màn hình', 'Trình duyệt không cho dùng WebGL 2. Hãy bật tăng tốc đồ họa trong phần cài đặt của trình duyệt, rồi tải lại trang. Dữ liệu của bạn vẫn còn nguyên.'],
    'not-loaded': ['Không tải được Cohoi', 'Hãy kiểm tra kết nối mạng rồi tải lại trang. Dữ liệu của bạn vẫn còn nguyên.'],
    stopped: ['Cohoi đã dừng vì một lỗi', 'Những gì đã báo “Đã lưu” vẫn còn nguyên. Hãy tải lại trang để làm tiếp.'],
    context: ['Màn hình bị ngắt', 'Trình duyệt đã ngắt phần vẽ và chưa nối lại. Những gì đã báo “Đã lưu” vẫn còn nguyên.'],
    reload: ['Tải lại trang'],
    loading: ['Đang tải Cohoi…'],
  },
  en: {
    'no-wasm': ['This browser cannot run Cohoi yet', 'Cohoi needs WebAssembly. Update the browser, or open this page in a recent Chrome, Edge, Firefox or Safari.'],
    'no-webgl': ['The screen cannot be drawn', 'The browser does not allow WebGL 2. Turn on graphics acceleration in its settings, then reload. Your data is untouched.'],
    'not-loaded': ['Cohoi could not be loaded', 'Check the connection, then reload. Your data is untouched.'],
    stopped: ['Cohoi stopped because of an error', 'Everything that said “Saved” is safe. Reload to go on.'],
    context: ['The screen was cut off', 'The browser took the drawing surface away and has not given it back. Everything that said “Saved” is safe.'],
    reload: ['Reload'],
    loading: ['Loading Cohoi…'],
  },
};

export const language = (new URLSearchParams(location.search).get('lang') || navigator.language || 'vi').toLowerCase().startsWith('vi') ? 'vi' : 'en';

/** @param {string} key */
export function text(key) {
  return texts[language][key][0];
}

/**
 * Shows the message, or takes it away when `kind` is empty.
 * @param {string} kind
 * @param {unknown} [detail] for the one who is asked for help
 */
export function showFailure(kind, detail) {
  const box = /** @type {HTMLElement} */ (document.getElementById('failure'));
  box.hidden = !kind;
  box.textContent = '';
  if (!kind) return;
  const [title, advice] = texts[language][kind];
  const heading = document.createElement('h1');
  heading.textContent = title;
  const paragraph = document.createElement('p');
  paragraph.textContent = advice;
  const button = document.createElement('button');
  button.textContent = text('reload');
  button.addEventListener('click', () => location.reload());
  box.append(heading, paragraph, button);
  if (detail) {
    const small = document.createElement('small');
    small.textContent = String(detail);
    box.append(small);
  }
  // The elements over the canvas still work, so they are shown and the message makes room.
  box.classList.toggle('below', kind === 'no-webgl');
  document.getElementById('mirror')?.classList.toggle('bare', kind === 'no-webgl');
  const start = document.getElementById('start');
  if (start && kind !== 'context') start.remove();
}
