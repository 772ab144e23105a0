// libFuzzer: any bytes as a backup in JSON. It is taken or refused, and refused it leaves nothing.
#include <cstdint>
#include <cstdlib>
#include <memory>

#include "core/app/session.h"
#include "core/store/records.h"
#include "core/store/records_json.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/seeded_ids.h"

namespace {

struct Empty {
  Empty() : db(*cohoi::store::Database::open_in_memory()) {
    auto opened = cohoi::app::Session::open(db, {.clock = clock, .ids = ids, .device = "fuzz", .language = cohoi::Language::en});
    if (!opened) std::abort();
    session = *std::move(opened);
  }
  cohoi::test::FixedClock clock;
  cohoi::test::SeededIds ids;
  cohoi::store::Database db;
  std::unique_ptr<cohoi::app::Session> session;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace cohoi;
  static std::unique_ptr<Empty> empty;
  if (!empty) empty = std::make_unique<Empty>();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  (void)store::is_records_json(text);
  if (store::read_records_json(text, empty->db, empty->session->write_context())) {
    empty.reset();
  } else if (store::count(empty->db, Entity::lead).value_or(1) != 0) {
    std::abort();
  }
  return 0;
}
