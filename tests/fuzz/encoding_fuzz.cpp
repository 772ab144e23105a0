// libFuzzer: any bytes in any encoding. What comes out of all but UTF-8, which is left alone, is UTF-8.
#include <cstdint>
#include <cstdlib>

#include "core/base/text_encoding.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace cohoi;
  const std::string bytes(data, data + size);
  (void)detect_encoding(bytes);
  for (std::size_t i = 0; i < text_encoding_names.size(); ++i) {
    const auto encoding = static_cast<TextEncoding>(i);
    const std::string text = decode_text(bytes, encoding);
    if (encoding != TextEncoding::utf8 && !is_utf8(text)) std::abort();
  }
  return 0;
}
