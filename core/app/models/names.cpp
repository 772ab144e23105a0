#include "core/app/models/names.h"


#include "core/base/stable_order.h"
#include "core/base/when.h"

namespace cohoi::app {

namespace {

// A small table that can't be read is shown as empty; the next write or read of a record says the error.
template <class T>
std::vector<T> read_all(store::Database& db) {
  auto records = store::all<T>(db);
  return records ? std::move(*records) : std::vector<T>{};
}

}  // namespace

void Names::refresh() {
  if (revision_ == session_.revision()) return;
  revision_ = session_.revision();
  owners_ = read_all<Owner>(session_.db());
  stages_ = read_all<Stage>(session_.db());
  stable_order(stages_, [](const Stage& a, const Stage& b) {
    return std::pair(a.kind, a.position) < std::pair(b.kind, b.position);
  });
  products_ = read_all<Product>(session_.db());
  choices_ = read_all<Choice>(session_.db());
  stable_order(choices_, [](const Choice& a, const Choice& b) { return a.position < b.position; });
  accounts_.clear();
  contacts_.clear();
}

const std::vector<Owner>& Names::owners() { refresh(); return owners_; }
const std::vector<Stage>& Names::stages() { refresh(); return stages_; }
const std::vector<Product>& Names::products() { refresh(); return products_; }
const std::vector<Choice>& Names::choices() { refresh(); return choices_; }

std::string Names::owner(OwnerId id) {
  refresh();
  for (const auto& owner : owners_)
    if (owner.id == id) return owner.name;
  return {};
}

const Stage* Names::stage(StageId id) {
  refresh();
  for (const auto& stage : stages_)
    if (stage.id == id) return &stage;
  return nullptr;
}

Label Names::stage_label(StageId id) {
  const auto* found = stage(id);
  return found ? Label(stage_name(*found)) : Label();
}

std::string Names::account(AccountId id) {
  refresh();
  if (id.empty()) return {};
  if (const auto known = accounts_.find(id.uuid); known != accounts_.end()) return known->second;
  const auto found = store::find(session_.db(), id);
  return accounts_[id.uuid] = found && *found ? title_of(**found) : std::string();
}

std::string Names::contact(ContactId id) {
  refresh();
  if (id.empty()) return {};
  if (const auto known = contacts_.find(id.uuid); known != contacts_.end()) return known->second;
  const auto found = store::find(session_.db(), id);
  return contacts_[id.uuid] = found && *found ? title_of(**found) : std::string();
}

Label Names::choice_label(ChoiceList list, const std::string& stored) {
  refresh();
  for (const auto& choice : choices_)
    if (choice.list == list && !choice.key.empty() && choice.key == stored)
      return choice.name.empty() ? Label(msg("choice." + std::string(name_of(list)) + "." + choice.key)) : Label(choice.name);
  return Label(stored);
}

std::vector<Option> Names::choice_options(ChoiceList list) {
  refresh();
  std::vector<Option> options;
  for (const auto& choice : choices_) {
    if (choice.list != list || choice.retired) continue;
    const auto value = choice.key.empty() ? choice.name : choice.key;
    options.push_back({value, choice_label(list, value)});
  }
  return options;
}

std::vector<Option> Names::owner_options() {
  std::vector<Option> options;
  for (const auto& owner : owners())
    if (!owner.retired) options.push_back({owner.id.to_string(), Label(owner.name)});
  return options;
}

std::vector<Option> Names::stage_options() {
  std::vector<Option> options;
  for (const auto& stage : stages()) options.push_back({stage.id.to_string(), Label(stage_name(stage))});
  return options;
}

std::string Names::money(const std::optional<Money>& amount) const {
  return amount ? format_money(*amount, session_.language()) : std::string();
}
std::string Names::date(const std::optional<Date>& date) const {
  return date ? format_date(*date, session_.language()) : std::string();
}
std::string Names::when(const std::optional<Timestamp>& time) const {
  return time ? format_when(*time, session_.clock().today(), session_.clock().utc_offset_minutes(), session_.language()) : std::string();
}

}  // namespace cohoi::app
