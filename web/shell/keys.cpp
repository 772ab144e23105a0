#include "generated/text.h"
#include "web/shell/commands.h"
#include "web/shell/impl.h"

namespace cohoi::shell {

namespace {

constexpr double pair_patience = 2.0;  // seconds from "g" to the letter behind it

}  // namespace

// The second key of a pair comes before every widget's own letters; all others after them, so that a list may have its own.
void Shell::Impl::handle_keys(bool first_in_frame) {
  auto& semantics = ui::semantics();
  const auto* key = semantics.key();
  if (!key) return;
  if (first_in_frame) {
    if (pending_go.empty()) return;
    const auto begun = std::exchange(pending_go, {});
    if (key->in_text || !dialogs.empty() || ui::context().now - pending_since > pair_patience) return;
    if (const auto* command = command_of_key(*key, begun, place); command && offers(*command)) {
      semantics.consume_key();
      run(*command);
    }
    return;
  }
  const bool single = is_single(*key);
  if (single && (key->in_text || !single_keys || !dialogs.empty())) return;
  if (single && begins_pair(*key)) {
    semantics.consume_key();
    pending_go = "g";
    pending_since = ui::context().now;
    return;
  }
  const auto* command = command_of_key(*key, {}, place);
  if (!command || !offers(*command) || (key->in_text && command->does != Does::palette)) return;
  semantics.consume_key();
  run(*command);
}

void Shell::Impl::run(const Command& command) {
  const views::OpenDialog about{static_cast<views::DialogKind>(command.value), {entity_of(place.screen).value_or(Entity::lead), place.id}, {}, {}};
  switch (command.does) {
    case Does::told_only: return;
    case Does::go: sink.push(views::Navigate{command.address}); return;
    case Does::create: {
      // Without a kind of its own: one like those on the screen.
      auto entity = command.value < 0 ? entity_of(place.screen).value_or(Entity::lead) : static_cast<Entity>(command.value);
      if (entity == Entity::activity) entity = Entity::lead;
      sink.push(views::OpenDialog{views::DialogKind::new_record, {entity, {}}, {}, {}});
      return;
    }
    case Does::log: {
      auto asked = about;
      asked.kind = views::DialogKind::new_activity;
      asked.values.push_back({"kind", Value(std::string(name_of(static_cast<ActivityKind>(command.value))))});
      sink.push(std::move(asked));
      return;
    }
    case Does::dialog: sink.push(about); return;
    case Does::edit:
      lead_state.record.edit_first = opportunity_state.record.edit_first = record_state.edit_first = true;
      ui::context().request_frame();
      return;
    case Does::undo: sink.push(views::Undo{}); return;
    case Does::redo: sink.push(views::Redo{}); return;
    case Does::search: ui::semantics().focus(search_id); return;
    case Does::palette:
      // A second time it goes; over another dialog it does not come.
      if (dialogs.empty()) sink.push(views::OpenDialog{views::DialogKind::palette, {}, {}, {}});
      else if (dialogs.back()->ask.kind == views::DialogKind::palette) sink.push(views::CloseDialog{});
      return;
    case Does::keys: sink.push(views::OpenDialog{views::DialogKind::keys, {}, {}, {}}); return;
    case Does::theme: sink.push(views::SetTheme{command.value}); return;
    case Does::lock: sink.push(views::UseLock{views::LockStep::now}); return;
    case Does::language: sink.push(views::SetLanguage{static_cast<Language>(command.value)}); return;
  }
}

}  // namespace cohoi::shell
