// Settings are rows of key and text; here they become the typed value. A text that does not fit leaves the default.
#include <charconv>

#include "core/store/records.h"

namespace cohoi::store {
namespace {

void read(const std::string& text, bool& into) {
  if (text == "1") into = true;
  if (text == "0") into = false;
}

void read(const std::string& text, int& into) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size() && number >= 0) into = number;
}

void read(const std::string& text, Currency& into) {
  if (const auto currency = Currency::parse(text)) into = *currency;
}

std::string write(bool value) { return value ? "1" : "0"; }
std::string write(int value) { return std::to_string(value); }
std::string write(Currency value) { return std::string(value.code()); }

// The one list of the settings' keys.
template <class S, class Visitor>
void visit_settings(S& settings, Visitor&& visit) {
  visit("currency", settings.currency);
  visit("reasonable_months", settings.reasonable_months);
  visit("evidence_required", settings.evidence_required);
  visit("gate_relationship", settings.gate_relationship);
  visit("gate_needs", settings.gate_needs);
  visit("gate_verdict", settings.gate_verdict);
}

}  // namespace

Result<Settings> load_settings(Database& db) {
  Settings settings;
  COHOI_TRY(const auto rows, all<Setting>(db));
  for (const Setting& row : rows) {
    visit_settings(settings, [&](std::string_view key, auto& member) {
      if (row.key == key) read(row.value, member);
    });
  }
  return settings;
}

Result<std::vector<Setting>> setting_records(Database& db, const Settings& settings, Ids& ids) {
  COHOI_TRY(const auto rows, all<Setting>(db));
  std::vector<Setting> records;
  visit_settings(settings, [&](std::string_view key, const auto& member) {
    Setting record{.key = std::string(key), .value = write(member)};
    for (const Setting& row : rows)
      if (row.key == key) record.id = row.id;
    if (record.id.empty()) record.id = ids.next_of<Setting>();
    records.push_back(std::move(record));
  });
  return records;
}

}  // namespace cohoi::store
