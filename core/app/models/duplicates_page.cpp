#include "core/app/models/duplicates_page.h"

#include <algorithm>
#include <chrono>

#include "core/app/models/record_list.h"
#include "core/app/models/timeline.h"
#include "core/app/plan_support.h"
#include "core/app/record_values.h"
#include "core/base/person_name.h"
#include "core/domain/labels.h"

namespace cohoi::app {
namespace {

constexpr int records_at_once = 128;  // between two looks at the clock
constexpr std::size_t most_compared = 20;

std::size_t place_of(Entity kind) {
  const auto& kinds = DuplicatesPage::kinds;
  return static_cast<std::size_t>(std::find(kinds.begin(), kinds.end(), kind) - kinds.begin()) % kinds.size();
}

MatchKeys keys_of(const store::RawRecord& record) {
  switch (record.entity) {
    case Entity::account: return duplicate_keys(store::typed<Account>(record));
    case Entity::contact: return duplicate_keys(store::typed<Contact>(record));
    default: return duplicate_keys(store::typed<Lead>(record));
  }
}

bool holds(const std::vector<Uuid>& ids, const Uuid& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

void add_text(std::string& joined, const std::string& text, const char* between) {
  if (text.empty()) return;
  if (!joined.empty()) joined += between;
  joined += text;
}

}  // namespace

void DuplicatesPage::start() {
  scan_.emplace(session_.db());
  running_ = true;
  seconds_ = 0;
  error_.reset();
  shown_ = {};
}

void DuplicatesPage::cancel() {
  scan_.reset();
  running_ = false;
  shown_ = {};
}

void DuplicatesPage::step(int budget_ms) {
  if (!working()) return;
  const auto start = std::chrono::steady_clock::now();
  const auto seconds = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(); };
  do {
    const Result<bool> more = scan_->step(records_at_once);
    if (!more) {
      error_ = more.error();
      return cancel();
    }
    running_ = *more;
  } while (running_ && seconds() * 1000 < budget_ms);
  seconds_ += seconds();
}

std::int64_t DuplicatesPage::rows_per_second() const {
  return seconds_ > 0 ? static_cast<std::int64_t>(static_cast<double>(done_count()) / seconds_) : 0;
}

std::vector<store::RawRecord> DuplicatesPage::records_of(Entity kind, const std::vector<Uuid>& ids) {
  std::vector<store::RawRecord> records;
  for (const Uuid& id : ids) {
    auto raw = store::find_raw(session_.db(), kind, id);
    if (raw && *raw) records.push_back(**std::move(raw));
  }
  return records;
}

DuplicatesPage::Member DuplicatesPage::member(const store::RawRecord& record) {
  Member member{record.id, title_of_raw(record), address_of(record.entity, record.id), {}, false};
  const auto add = [&](const std::string& text) { add_text(member.second, text, " · "); };
  if (record.entity == Entity::contact) add(names_.account(store::typed<Contact>(record).account_id));
  for (const char* key : {"title", "email", "phone", "tax_code", "city"})
    if (record.entity == Entity::account || (std::string_view(key) != "tax_code" && std::string_view(key) != "city")) add(text_in(record.values, key));
  const Value created = field_value(record.values, "created_at");
  if (const auto* when = std::get_if<std::int64_t>(&created)) add(names_.when(Timestamp{*when}));
  member.converted = record.entity == Entity::lead && text_in(record.values, "status") == name_of(LeadStatus::converted);
  return member;
}

// Of all pairs that somebody has not said are different; none when there is no such pair any more.
std::vector<Message> DuplicatesPage::reasons(const std::vector<store::RawRecord>& records) {
  std::vector<MatchReason> found;
  std::vector<MatchKeys> keys;
  const std::size_t count = std::min(records.size(), most_compared);
  for (std::size_t i = 0; i < count; ++i) keys.push_back(keys_of(records[i]));
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t k = i + 1; k < count; ++k) {
      const auto why = match(keys[i], keys[k]);
      if (why.empty() || store::kept_apart(session_.db(), records[i].id, records[k].id).value_or(false)) continue;
      for (const MatchReason reason : why)
        if (std::find(found.begin(), found.end(), reason) == found.end()) found.push_back(reason);
    }
  }
  std::sort(found.begin(), found.end());
  std::vector<Message> messages;
  for (const MatchReason reason : found) messages.push_back(match_reason(reason));
  return messages;
}

DuplicatesPage::Shown& DuplicatesPage::shown(Entity kind, std::size_t limit) {
  Shown& shown = shown_[place_of(kind)];
  if (shown.revision == session_.revision() && shown.language == session_.language() && shown.limit >= limit) return shown;
  shown = {session_.revision(), session_.language(), limit, 0, {}};
  if (!ran()) return shown;
  for (const store::DuplicateGroup& group : scan_->groups()) {
    if (group.entity != kind) continue;
    if (shown.groups.size() == limit) break;
    const auto records = records_of(kind, group.ids);
    Group one{{}, reasons(records), address_of_comparison(kind, group.ids)};
    for (const auto& record : records) one.members.push_back(member(record));
    if (one.members.size() > 1 && !one.reasons.empty()) shown.groups.push_back(std::move(one));
    else ++shown.fallen;
  }
  return shown;
}

const std::vector<DuplicatesPage::Group>& DuplicatesPage::groups(Entity kind, std::size_t limit) { return shown(kind, limit).groups; }

std::int64_t DuplicatesPage::count(Entity kind) {
  if (!ran()) return 0;
  const auto& all = scan_->groups();
  return std::count_if(all.begin(), all.end(), [&](const auto& group) { return group.entity == kind; }) - shown(kind, 1).fallen;
}

void DuplicatesPage::compare(Entity kind, const std::vector<Uuid>& ids) {
  if (kind == kind_ && ids == ids_) return;
  kind_ = kind;
  ids_ = ids;
  out_.clear();
  survivor_.reset();
  chosen_.clear();
  built_revision_ = 0;
  // At first those that can be merged, as many as can be.
  std::size_t open = 0;
  std::vector<Uuid> converted;
  for (const auto& record : records_of(kind, ids)) {
    if (member(record).converted) converted.push_back(record.id);
    else if (++open > most_merged) out_.push_back(record.id);
  }
  if (open > 1) out_.insert(out_.end(), converted.begin(), converted.end());
}

const DuplicatesPage::Comparison& DuplicatesPage::comparison() {
  if (built_revision_ != session_.revision() || built_language_ != session_.language()) build();
  return comparison_;
}

void DuplicatesPage::build() {
  built_revision_ = session_.revision();
  built_language_ = session_.language();
  comparison_ = {};
  const auto all = records_of(kind_, ids_);
  comparison_.reasons = reasons(all);
  std::vector<RecordValues> values;
  for (const auto& record : all) {
    const bool left_out = holds(out_, record.id);
    (left_out ? comparison_.out : comparison_.part).push_back(member(record));
    if (!left_out) values.push_back(record.values);
  }
  const auto& part = comparison_.part;
  if (part.empty()) return;
  comparison_.survivor = default_survivor(kind_, values);
  for (std::size_t i = 0; i < part.size(); ++i)
    if (part[i].id == survivor_) comparison_.survivor = i;
  if (part.size() < 2) return;
  if (const Status can = session_.can_execute(merge()); !can) comparison_.refused = can.error();
  // In the order of the command: the survivor first.
  std::vector<std::size_t> places{comparison_.survivor};
  for (std::size_t i = 0; i < part.size(); ++i)
    if (i != comparison_.survivor) places.push_back(i);
  std::vector<RecordValues> ordered;
  for (const std::size_t place : places) ordered.push_back(values[place]);
  const auto merged = cohoi::merge(kind_, ordered, merge().choices);
  if (!merged) return;
  for (const MergePart& one : merged->parts) comparison_.lines.push_back(line(one, values, merged->values, places));
}

Label DuplicatesPage::value(const MergePart& part, const RecordValues& values) {
  if (part.key == "first_name") return {full_name(text_in(values, "first_name"), text_in(values, "last_name"))};
  if (part.fields.size() > 1) {
    std::string joined;
    for (const std::string& key : part.fields) add_text(joined, text_in(values, key), ", ");
    return {joined};
  }
  // A field of the user's own that is asked no more is not in the list of fields.
  const FieldInfo* info = field_of(kind_, part.key);
  return value_label(session_, names_, kind_, info ? *info : FieldInfo{.key = part.key}, field_value(values, part.key));
}

DuplicatesPage::Line DuplicatesPage::line(const MergePart& part, const std::vector<RecordValues>& values, const RecordValues& merged,
                                          const std::vector<std::size_t>& places) {
  Line line{part.key, field_label(part.key), {}, places[part.from], value(part, merged), part.differs && part.rule == MergePart::Rule::chosen};
  if (part.key == "first_name") line.label = msg("duplicates.person_name");
  else if (part.fields.size() > 1) line.label = msg("duplicates.address");
  for (const RecordValues& one : values) {
    Label label = value(part, one);
    line.values.push_back(label.empty() ? Label(msg("history.empty")) : std::move(label));
  }
  return line;
}

void DuplicatesPage::keep(const Uuid& id) {
  survivor_ = id;
  built_revision_ = 0;
}

void DuplicatesPage::choose(const std::string& key, const Uuid& from) {
  chosen_[key] = from;
  built_revision_ = 0;
}

void DuplicatesPage::take_part(const Uuid& id, bool takes) {
  if (takes) std::erase(out_, id);
  else if (!holds(out_, id)) out_.push_back(id);
  if (!takes) {
    if (survivor_ == id) survivor_.reset();
    std::erase_if(chosen_, [&](const auto& one) { return one.second == id; });
  }
  built_revision_ = 0;
}

MergeRecords DuplicatesPage::merge() const {
  MergeRecords command{kind_, {}, {}};
  const auto& part = comparison_.part;
  if (part.empty()) return command;
  command.ids.push_back(part[comparison_.survivor].id);
  for (const Member& one : part)
    if (one.id != command.ids.front()) command.ids.push_back(one.id);
  for (const auto& [key, from] : chosen_) {
    const auto at = std::find(command.ids.begin(), command.ids.end(), from);
    if (at != command.ids.end()) command.choices.push_back({key, static_cast<std::size_t>(at - command.ids.begin())});
  }
  return command;
}

KeepApart DuplicatesPage::keep_apart() const { return {kind_, merge().ids}; }

std::string address_of_comparison(Entity kind, const std::vector<Uuid>& ids) {
  std::string address = "#/duplicates?kind=" + std::string(name_of(kind)) + "&ids=";
  const std::size_t count = std::min(ids.size(), most_compared);
  for (std::size_t i = 0; i < count; ++i) address += (i > 0 ? "," : "") + ids[i].to_string();
  return address;
}

std::vector<Uuid> ids_in(std::string_view text) {
  std::vector<Uuid> ids;
  while (!text.empty() && ids.size() < most_compared) {
    const auto comma = text.find(',');
    if (const auto id = Uuid::parse(text.substr(0, comma)); id && !holds(ids, *id)) ids.push_back(*id);
    text = comma == text.npos ? std::string_view() : text.substr(comma + 1);
  }
  return ids;
}

std::optional<Uuid> merged_into(Session& session, Entity entity, const Uuid& id) {
  return store::merged_into(session.db(), entity, id).value_or(std::nullopt);
}

}  // namespace cohoi::app
