#include "core/app/models/list_views.h"

#include <algorithm>

#include "core/base/stable_order.h"
#include "core/base/text.h"

namespace cohoi::app {

namespace {

// One built-in view: which list, its word, its filter as text (filter.h), what it is sorted by.
struct BuiltIn {
  Entity entity;
  std::string_view word, filter, order;
};

constexpr std::array<BuiltIn, 24> built_in{{
    {Entity::lead, "all_lead", "", ""},
    {Entity::lead, "mine_lead", "1all(owner_id:any:me,status:none:converted:disqualified)", ""},
    {Entity::lead, "ready", "1all(verdict:any:qualified,status:none:converted:disqualified)", "-score"},
    {Entity::lead, "one_missing", "1all(verdict:any:incomplete,missing:given,status:none:converted:disqualified)", "-score"},
    {Entity::lead, "new_this_week", "1all(created_at:in:this_week)", "-created_at"},
    {Entity::opportunity, "all_opportunity", "", ""},
    {Entity::opportunity, "open", "1all(stage_kind:any:open)", ""},
    {Entity::opportunity, "my_open", "1all(stage_kind:any:open,owner_id:any:me)", "expected_close"},
    {Entity::opportunity, "rotting", "1all(rotting:yes)", "-days_in_stage"},
    {Entity::opportunity, "closing", "1all(stage_kind:any:open,expected_close:in:this_month)", "expected_close"},
    {Entity::opportunity, "late_close", "1all(expected_close:in:overdue)", "expected_close"},
    {Entity::opportunity, "won", "1all(stage_kind:any:won)", "-closed_on"},
    {Entity::opportunity, "lost", "1all(stage_kind:any:lost)", "-closed_on"},
    {Entity::account, "all_account", "", ""},
    {Entity::account, "mine_account", "1all(owner_id:any:me)", ""},
    {Entity::account, "customers", "1all(status:any:customer)", ""},
    {Entity::contact, "all_contact", "", ""},
    {Entity::contact, "mine_contact", "1all(owner_id:any:me)", ""},
    {Entity::activity, "all_activity", "", ""},
    {Entity::activity, "my_to_do", "1all(open:yes,owner_id:any:me)", "due_at"},
    {Entity::activity, "overdue", "1all(due_at:in:overdue)", "due_at"},
    {Entity::activity, "today", "1all(open:yes,due_at:in:today)", "due_at"},
    {Entity::activity, "done", "1all(open:no)", "-done_at"},
    {Entity::product, "all_product", "", ""},
}};

}  // namespace

std::vector<ListView> list_views(Session& session, Entity entity) {
  std::vector<ListView> views;
  for (const BuiltIn& one : built_in) {
    if (one.entity != entity) continue;
    std::string text = "1";
    if (!one.filter.empty()) text += ";f=" + std::string(one.filter);
    if (!one.order.empty()) text += ";o=" + std::string(one.order);
    views.push_back({std::string(one.word), msg("view." + std::string(one.word)), true, {}, request_from_text(entity, text)});
  }
  const std::string key = "view." + std::string(name_of(entity));
  if (const auto settings = store::find_by<Setting>(session.db(), "key", Value{key}))
    for (const Setting& setting : *settings) {
      const auto line = std::min(setting.value.find('\n'), setting.value.size());
      views.push_back({setting.id.to_string(), Label(setting.value.substr(0, line)), false, setting.id.uuid,
                       request_from_text(entity, std::string_view(setting.value).substr(std::min(line + 1, setting.value.size())))});
    }
  stable_order(views, [](const ListView& a, const ListView& b) {
    if (a.built_in || b.built_in) return a.built_in && !b.built_in;
    return collation_key(a.name.text) < collation_key(b.name.text);
  });
  return views;
}

}  // namespace cohoi::app
