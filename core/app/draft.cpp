#include "core/app/draft.h"

#include <algorithm>

namespace cohoi::app {

Result<std::optional<store::RawRecord>> Draft::find_raw(Entity entity, const Uuid& id) const {
  if (id.empty()) return std::optional<store::RawRecord>{};
  if (const Write* write = latest(entity, id))
    return write->removed ? std::optional<store::RawRecord>{} : std::optional<store::RawRecord>{write->record};
  return store::find_raw(around_.db, entity, id);
}

const Write* Draft::latest(Entity entity, const Uuid& id) const {
  const auto found = latest_.find({entity, id});
  return found == latest_.end() ? nullptr : &writes_[found->second].write;
}

void Draft::add(Write write) {
  const std::pair<Entity, Uuid> key{write.record.entity, write.record.id};
  const auto found = latest_.find(key);
  Step step{std::move(write), std::nullopt};
  if (found != latest_.end()) {
    step.before = found->second;
    step.write.restored = step.write.restored || writes_[found->second].write.restored;
    step.write.stamp_conversion = step.write.stamp_conversion || writes_[found->second].write.stamp_conversion;
  }
  latest_[key] = writes_.size();
  writes_.push_back(std::move(step));
}

void Draft::put_raw(store::RawRecord record, bool stamp_conversion) {
  add(Write{std::move(record), false, stamp_conversion, false});
}

void Draft::restore_raw(store::RawRecord record) { add(Write{std::move(record), false, false, true}); }

void Draft::remove(Entity entity, const Uuid& id) { add(Write{store::RawRecord{entity, id, {}}, true, false, false}); }

void Draft::roll_back(std::size_t mark) {
  while (writes_.size() > mark) {
    const Step& step = writes_.back();
    const std::pair<Entity, Uuid> key{step.write.record.entity, step.write.record.id};
    if (step.before)
      latest_[key] = *step.before;
    else
      latest_.erase(key);
    writes_.pop_back();
  }
}

std::vector<Write> Draft::take_writes() {
  std::vector<Write> taken;
  for (const Step& step : writes_) {
    if (step.before) continue;
    taken.push_back(writes_[latest_.at({step.write.record.entity, step.write.record.id})].write);
  }
  writes_.clear();
  latest_.clear();
  return taken;
}

std::vector<store::RawRecord> Draft::planned(Entity entity) const {
  std::vector<store::RawRecord> records;
  overlay(entity, [&](const store::RawRecord& record) { records.push_back(record); });
  return records;
}

Error Draft::gone(Entity entity) {
  const auto error = [](Message message) { return Error{ErrorCode::not_found, std::move(message), {}, {}}; };
  switch (entity) {
    case Entity::account: return error(msg("refusal.gone.account"));
    case Entity::contact: return error(msg("refusal.gone.contact"));
    case Entity::lead: return error(msg("refusal.gone.lead"));
    case Entity::opportunity: return error(msg("refusal.gone.opportunity"));
    case Entity::activity: return error(msg("refusal.gone.activity"));
    case Entity::stage: return error(msg("refusal.gone.stage"));
    case Entity::product: return error(msg("refusal.gone.product"));
    case Entity::owner: return error(msg("refusal.gone.owner"));
    default: return error(msg("refusal.gone.record"));
  }
}

}  // namespace cohoi::app
