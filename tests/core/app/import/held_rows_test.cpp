#include "core/app/import/held_rows.h"

#include <doctest/doctest.h>

#include "tests/support/seeded_ids.h"

using namespace cohoi;
using namespace cohoi::test;

namespace {

std::vector<store::RawRecord> raw(const std::vector<store::NewRecord>& records) {
  std::vector<store::RawRecord> found;
  for (const store::NewRecord& record : records) found.push_back({record.entity, record.id, with_keys(record.entity, record.values)});
  return found;
}

}  // namespace

TEST_CASE("lines are taken as they were held: texts, numbers, money, lines of several records and of none") {
  SeededIds ids;
  std::vector<std::vector<store::NewRecord>> lines;
  for (int i = 0; i < 3000; ++i) {
    Lead lead{.id = ids.next_of<Lead>(), .first_name = "Văn " + std::to_string(i), .last_name = "Nguyễn", .do_not_call = i % 2 == 0};
    lead.notes = std::string(static_cast<std::size_t>(i % 300), 'x') + std::string(1, '\0') + "ế";
    lead.created_at = Timestamp{-i};
    if (i % 3 == 0) lead.estimated_budget = Money{-i, Currency::parse("USD").value()};
    lines.emplace_back();
    if (i % 5 == 0) continue;
    if (i % 7 == 0) lines.back().push_back(store::new_of(Owner{.id = ids.next_of<Owner>(), .name = "Owner " + std::to_string(i)}));
    lines.back().push_back(store::new_of(lead));
  }
  lines.push_back({store::new_of(Activity{.id = ids.next_of<Activity>(), .notes = std::string(200'000, 'n')})});
  lines.push_back({store::new_of(Owner{.id = ids.next_of<Owner>(), .name = "Last"})});

  app::HeldRows held;
  for (const auto& line : lines) held.add(line);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    CAPTURE(i);
    CHECK(raw(held.take()) == raw(lines[i]));
  }
}
