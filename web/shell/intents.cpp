#include <algorithm>

#include "generated/text.h"
#include "web/shell/impl.h"

namespace cohoi::shell {

namespace {

const std::string undo_tag = "undo:";

// An answer or a field that saves itself shows its new value; a toast for each would only be in the way.
bool quiet(const views::Intent& asked) {
  const auto* execute = std::get_if<views::Execute>(&asked);
  if (!execute) return false;
  const auto* save = std::get_if<app::SaveRecord>(&execute->command);
  return std::holds_alternative<app::AnswerCriterion>(execute->command) || (save && !save->id.empty() && save->entity != Entity::activity);
}

}  // namespace

void Shell::Impl::carry_out() {
  for (auto& intent : sink.take()) carry_out(std::move(intent));
}

// The answer to something that was carried out: a toast with Undo, or the reason why not; a gate's refusal and later changes open their dialogs.
void Shell::Impl::say(const Result<app::Outcome>& result, const views::Intent& asked) {
  if (result) {
    if (result->transaction.empty() || quiet(asked)) return;
    toasts.show(ui::translate(result->done), ui::Tone::good, text::ui_undo(), undo_tag + result->transaction.to_string());
    bool refused = false;
    for (const auto& each : result->per_record) refused = refused || !each.result;
    if (!refused) return;
    open_dialog({views::DialogKind::bulk_result, {}, {}, {}});
    dialogs.back()->outcome = *result;
    return;
  }
  const auto& error = result.error();
  if (ports.tell) ports.tell("error", ui::translate(error));
  const auto* execute = std::get_if<views::Execute>(&asked);
  const auto* move = execute ? std::get_if<app::MoveStage>(&execute->command) : nullptr;
  if (move && error.code == ErrorCode::refused && move->opportunity_ids.size() == 1 && !error.missing.empty()) {
    const bool open = !dialogs.empty() && dialogs.back()->ask.kind == views::DialogKind::stage_refused;
    if (!open) open_dialog({views::DialogKind::stage_refused, {Entity::opportunity, move->opportunity_ids.front().uuid}, move->to.uuid, {}});
    return;
  }
  if (!dialogs.empty() && dialogs.back()->ask.kind == views::DialogKind::new_record && execute && std::holds_alternative<app::SaveRecord>(execute->command)) {
    auto& form = dialogs.back()->new_record;
    if (error.code == ErrorCode::refused || error.code == ErrorCode::read_only) {
      form.refused = error;
      return;
    }
    if (error.code == ErrorCode::invalid && !error.detail.empty()) {
      form.fields.errors[error.detail] = error.message;
      return;
    }
  }
  // Under its field: a toast lies behind the dialog, out of reach.
  const auto part = dialogs.empty() ? views::DialogKind::new_record : dialogs.back()->ask.kind;
  if ((part == views::DialogKind::add_role || part == views::DialogKind::add_line_item) && execute && !error.detail.empty()) {
    dialogs.back()->part.fields.errors[error.detail] = error.message;
    return;
  }
  if (part == views::DialogKind::edit_setting && !dialogs.empty() && execute) {
    auto& setting = dialogs.back()->setting;
    const bool of_field = std::any_of(setting.form.form.fields.begin(), setting.form.form.fields.end(),
                                      [&](const app::FormField& field) { return field.key == error.detail; });
    if (of_field) setting.fields.errors[error.detail] = error.message;
    else setting.refused = error;
    return;
  }
  const bool of_activity = part == views::DialogKind::log_activity || part == views::DialogKind::new_activity || part == views::DialogKind::edit_activity;
  if (of_activity && execute && !error.detail.empty()) {
    dialogs.back()->activity.errors[error.detail] = error.message;
    return;
  }
  const bool revert = execute && std::holds_alternative<app::RevertConversion>(execute->command);
  const auto* undo = std::get_if<views::UndoTransaction>(&asked);
  if (error.code == ErrorCode::conflict && !error.missing.empty() && (revert || undo)) {
    open_dialog({views::DialogKind::changed_since, {}, {}, {}});
    dialogs.back()->changed = error;
    if (undo) {
      dialogs.back()->anyway = views::UndoTransaction{undo->transaction, true};
    } else {
      auto again = std::get<app::RevertConversion>(execute->command);
      again.even_if_changed = true;
      dialogs.back()->anyway = views::Execute{again};
    }
    return;
  }
  toasts.show(ui::translate(error), ui::Tone::bad);
}

void Shell::Impl::undo(const views::UndoTransaction& asked) {
  if (!app::is_large(session, asked.transaction)) return say(session.undo_transaction(asked.transaction, asked.even_if_changed), asked);
  auto begun = app::Undoing::begin(session, asked.transaction, asked.even_if_changed);
  if (!begun) return say(fail(begun.error()), asked);
  undoing = *std::move(begun);
  undoing_asked = asked;
}

void Shell::Impl::carry_out(views::Intent intent) {
  if (const auto* execute = std::get_if<views::Execute>(&intent)) {
    const auto result = session.execute(execute->command);
    // What is answered in place (evidence, a logged call, a field) leaves the dialog open; what ends it closes it.
    const bool in_place = !dialogs.empty() && (dialogs.back()->ask.kind == views::DialogKind::convert_lead ||
                                               dialogs.back()->ask.kind == views::DialogKind::stage_refused ||
                                               dialogs.back()->ask.kind == views::DialogKind::close_won ||
                                               dialogs.back()->ask.kind == views::DialogKind::close_lost);
    const bool ends = std::holds_alternative<app::ConvertLead>(execute->command) || std::holds_alternative<app::MoveStage>(execute->command) ||
                      std::holds_alternative<app::CloseWon>(execute->command) || std::holds_alternative<app::CloseLost>(execute->command);
    if (result && !dialogs.empty() && (!in_place || ends)) dialogs.pop_back();
    say(result, intent);
    const bool settled = std::holds_alternative<app::MergeRecords>(execute->command) || std::holds_alternative<app::KeepApart>(execute->command);
    if (result && settled && place.screen == Screen::duplicates) ports.go("#/duplicates", true);
    if (result && execute->open_made && !result->made.empty())
      carry_out(views::Navigate{app::address_of(result->made.front().entity, result->made.front().id)});
  } else if (const auto* navigate = std::get_if<views::Navigate>(&intent)) {
    ports.go(navigate->address, false);
  } else if (const auto* beside = std::get_if<views::ShowBeside>(&intent)) {
    show_beside(beside->record);
  } else if (const auto* undo_one = std::get_if<views::UndoTransaction>(&intent)) {
    if (undo_one->even_if_changed && !dialogs.empty()) dialogs.pop_back();
    undo(*undo_one);
  } else if (const auto id = std::holds_alternative<views::Undo>(intent)   ? session.to_undo()
                             : std::holds_alternative<views::Redo>(intent) ? session.to_redo()
                                                                           : std::nullopt;
             id && app::is_large(session, *id)) {
    undo({*id, false});
  } else if (std::holds_alternative<views::Undo>(intent)) {
    if (!session.undo_label()) return toasts.show(text::shell_nothing_to_undo());
    const auto label = ui::translate(*session.undo_label());
    if (const auto result = session.undo()) toasts.show(text::shell_undone(label));
    else toasts.show(ui::translate(result.error()), ui::Tone::bad);
  } else if (std::holds_alternative<views::Redo>(intent)) {
    if (!session.redo_label()) return toasts.show(text::shell_nothing_to_redo());
    const auto label = ui::translate(*session.redo_label());
    if (const auto result = session.redo()) toasts.show(text::shell_redone(label));
    else toasts.show(ui::translate(result.error()), ui::Tone::bad);
  } else if (const auto* language = std::get_if<views::SetLanguage>(&intent)) {
    session.set_language(language->language);
    ports.remember("language", language->language == Language::vi ? "vi" : "en");
  } else if (const auto* chosen = std::get_if<views::SetTheme>(&intent)) {
    theme = static_cast<ThemeChoice>(chosen->theme);
    ports.remember("theme", std::to_string(chosen->theme));
  } else if (auto* dialog = std::get_if<views::OpenDialog>(&intent)) {
    open_dialog(std::move(*dialog));
  } else if (const auto* kept = std::get_if<views::Remember>(&intent)) {
    ports.remember(kept->key, kept->value);
  } else if (const auto* all = std::get_if<views::ExportList>(&intent)) {
    export_list(all->entity, all->format);
  } else if (const auto* shown = std::get_if<views::ExportShown>(&intent)) {
    export_shown(shown->entity, shown->format);
  } else if (std::holds_alternative<views::ExportCards>(intent)) {
    export_cards();
  } else if (std::holds_alternative<views::ExportCalendar>(intent)) {
    export_calendar();
  } else if (std::holds_alternative<views::CloseDialog>(intent)) {
    if (!dialogs.empty()) dialogs.pop_back();
    restore.close();  // a backup that was looked at and not taken
  } else if (const auto* file = std::get_if<views::UseFile>(&intent)) {
    use_file(file->action);
  } else if (const auto* save = std::get_if<views::SaveText>(&intent)) {
    save_file(save->name, save->type, [save](const app::Sink& out) { return out(save->text); });
  } else if (std::holds_alternative<views::EraseEverything>(intent)) {
    const auto erased = session.erase_everything();
    if (!erased) return toasts.show(ui::translate(erased.error()), ui::Tone::bad);
    dialogs.clear();
    toasts.show(text::settings_erased());
    ports.go("#/", false);
  } else if (std::holds_alternative<views::RemindLater>(intent)) {
    remind_later();
  } else if (std::holds_alternative<views::AskToKeep>(intent)) {
    storage_asked_to_keep = true;
    ports.ask_storage(true);
  } else if (const auto* lock = std::get_if<views::UseLock>(&intent)) {
    use_lock(lock->step);
  } else if (const auto* picture = std::get_if<views::SavePicture>(&intent)) {
    ports.save_picture(picture->name, picture->x, picture->y, picture->width, picture->height);
  } else if (const auto* notify = std::get_if<views::Notify>(&intent)) {
    toasts.show(ui::translate(notify->message));
  }
  ports.schedule();
}

// The first one opened is a step of history, so that Back closes it; going on to the next one is not.
void Shell::Impl::show_beside(const app::RecordRef& record) {
  const bool has_list = entity_of(place.screen) && place.id.empty();
  if (!record.id.empty() && (ui::is_phone() || !has_list)) return ports.go(app::address_of(record.entity, record.id), false);
  if (has_list && record.id != place.beside) ports.go(with_beside(address, record.entity, record.id), record.id.empty() || !place.beside.empty());
}

}  // namespace cohoi::shell
