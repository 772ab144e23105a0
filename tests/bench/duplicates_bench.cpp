// The pass for duplicates over 100,000 leads, natively or in the WebAssembly virtual machine: records a second, longest slice, groups.
//   bench_duplicates [leads]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>

#include "core/app/session.h"
#include "core/store/duplicates.h"
#include "tests/bench/must.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/seeded_ids.h"

using namespace cohoi;

int main(int argc, char** argv) {
  const int leads = argc > 1 ? std::stoi(argv[1]) : 100'000;
  test::FixedClock clock;
  test::SeededIds ids;
  auto db = must(store::Database::open_in_memory());
  const auto session = must(app::Session::open(db, {.clock = clock, .ids = ids, .device = "bench"}));
  auto transaction = must(store::Transaction::begin(db, session->write_context(), msg("bench"), store::TransactionKind::import));
  // One in twenty comes a second time, its mail and phone written another way; every name is shared by some.
  for (int i = 0; i < leads; ++i) {
    const bool again = i % 20 == 19;
    const int who = again ? i - 10 : i;
    const std::string n = std::to_string(who), number = std::to_string(10'000'000 + who);
    Lead lead{.id = ids.next_of<Lead>(), .first_name = "Văn An " + std::to_string(who % 30'000), .last_name = "Nguyễn", .company = "Công ty Hoa Sen " + std::to_string(who % 5'000)};
    lead.email = again ? "An" + n + "+web@HoaSen" + std::to_string(who % 5'000) + ".vn" : "an" + n + "@hoasen" + std::to_string(who % 5'000) + ".vn";
    lead.phone = again ? "+84 9" + number : "09" + number;
    must(transaction.insert_imported(store::raw_of(lead)));
  }
  must(transaction.commit());
  store::DuplicateScan scan(db);
  double longest = 0;
  const auto start = std::chrono::steady_clock::now();
  const auto since = [](std::chrono::steady_clock::time_point from) { return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count(); };
  for (bool more = true; more;) {
    const auto slice = std::chrono::steady_clock::now();
    more = must(scan.step(128));
    longest = std::max(longest, since(slice));
  }
  const double seconds = since(start);
  std::printf("%d leads: %.2f s, %.0f records/s, longest slice %.0f ms, %zu groups\n", leads, seconds, leads / seconds, longest * 1000, scan.groups().size());
  return 0;
}
