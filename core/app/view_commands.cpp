// SaveView, DeleteView: a view is a setting of the data, so that it is backed up and shared like everything else. Its key names the list,
// its value holds the name and, on the next line, the request.
#include "core/app/plans.h"
#include "core/app/record_values.h"
#include "core/base/text.h"

namespace cohoi::app {
namespace {

constexpr std::size_t longest_name = 80;

std::string name_in(const Setting& view) { return view.value.substr(0, view.value.find('\n')); }

}  // namespace

Result<Planned> plan(const SaveView& command, Draft& draft) {
  const std::string key = "view." + std::string(name_of(command.entity));
  const std::string name = tidy(command.name);
  if (name.empty()) return fail(field_error(ErrorCode::invalid, msg("error.required"), "name"));
  if (utf16_length(name) > longest_name)
    return fail(field_error(ErrorCode::invalid, msg("error.too_long", static_cast<std::int64_t>(longest_name)), "name"));
  COHOI_TRY(const std::vector<Setting> settings, draft.all<Setting>());
  Setting view{.id = {command.id}, .key = key, .value = tidy_long(name + "\n" + command.request)};
  bool known = command.id.empty();
  for (const Setting& other : settings) {
    if (other.key != key) continue;
    if (other.id == view.id) known = true;
    else if (fold(name_in(other)) == fold(name)) return fail(field_error(ErrorCode::conflict, msg("refusal.name_taken", name_in(other)), "name"));
  }
  if (!known) return fail(Draft::gone(Entity::setting));
  if (view.id.empty()) view.id = draft.ids().next_of<Setting>();
  draft.put(view);
  Planned planned;
  planned.done = msg("done.view.saved", name);
  planned.made.push_back({Entity::setting, view.id.uuid});
  return planned;
}

Result<Planned> plan(const DeleteView& command, Draft& draft) {
  COHOI_TRY(const Setting view, draft.get(Id<Setting>{command.id}));
  if (!view.key.starts_with("view.")) return fail(Draft::gone(Entity::setting));
  draft.remove(Entity::setting, command.id);
  Planned planned;
  planned.done = msg("done.view.deleted", name_in(view));
  return planned;
}

}  // namespace cohoi::app
