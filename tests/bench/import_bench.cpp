// 100,000 leads from a CSV file, without a browser: reading, looking through, preview and import, rows a second. With a folder that is not
// there yet the data lies in it, in chunks, as in a browser; otherwise in memory.
#include <chrono>
#include <cstdio>
#include <string>

#include "core/app/import/import.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/seeded_ids.h"

namespace {

using namespace cohoi;

std::string file(int rows) {
  std::string text = "LEADID,First Name,Last Name,Company,Email,Phone,Lead Source,Lead Status,Created Time,Lead Owner\n";
  for (int i = 0; i < rows; ++i) {
    const std::string n = std::to_string(i);
    text += n + ",Văn An " + n + ",Nguyễn,Công ty Hoa Sen " + std::to_string(i % 20'000) + ",an" + n + "@hoasen" + std::to_string(i % 5'000) + ".vn,09" +
            std::to_string(10'000'000 + i) + ",Cold Call,Contacted,2026-0" + std::to_string(1 + i % 9) + "-15,Owner " + std::to_string(i % 12) + "\n";
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  const int rows = argc > 1 ? std::stoi(argv[1]) : 100'000;
  test::FixedClock clock;
  test::SeededIds ids;
  auto db = argc > 2 ? store::Database::open(argv[2], {}) : store::Database::open_in_memory();
  if (!db) return 1;
  auto session = app::Session::open(*db, {.clock = clock, .ids = ids, .device = "bench"});
  if (!session) return 1;
  auto import = app::Import::open(**session, "leads.csv", file(rows));
  if (!import) return 1;
  double longest = 0;
  const auto run = [&](const char* what, Status begun) {
    if (!begun) return false;
    const auto start = std::chrono::steady_clock::now();
    while ((*import)->working()) {
      const auto slice = std::chrono::steady_clock::now();
      if (!(*import)->step(12)) return false;
      longest = std::max(longest, std::chrono::duration<double>(std::chrono::steady_clock::now() - slice).count());
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::printf("%-8s %7.2f s  %9.0f rows/s\n", what, seconds, rows / seconds);
    return true;
  };
  const bool good = run("read", {}) && run("survey", (*import)->survey()) && run("check", (*import)->check()) && run("import", (*import)->apply());
  const auto start = std::chrono::steady_clock::now();
  if (!good || !(*session)->undo_transaction((*import)->transaction())) return 1;
  std::printf("undo     %7.2f s, one slice\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  std::printf("longest slice %.0f ms, %lld leads\n", longest * 1000, static_cast<long long>((*import)->counts().made));
  return good ? 0 : 1;
}
