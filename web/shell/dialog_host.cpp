#include <algorithm>

#include "web/shell/impl.h"

namespace cohoi::shell {

namespace {

const Value* value_of(const views::OpenDialog& ask, std::string_view key) {
  for (const auto& value : ask.values)
    if (value.key == key) return &value.value;
  return nullptr;
}

}  // namespace

void Shell::Impl::open_dialog(views::OpenDialog ask) {
  if (ask.kind == views::DialogKind::new_record && ask.record.entity == Entity::activity) ask = {views::DialogKind::new_activity, {}, {}, {}};
  auto dialog = std::make_unique<OpenedDialog>();
  const auto form_for = [&](Entity entity, const std::vector<std::string>& keys, const std::vector<FieldValue>& values) {
    return forms.make(entity, {}, keys, values).value_or(app::Form{entity, {}, {}});
  };
  switch (ask.kind) {
    case views::DialogKind::new_record: {
      auto keys = app::short_form(ask.record.entity);
      for (const auto& value : ask.values)  // what is filled in is seen
        if (std::find(keys.begin(), keys.end(), value.key) == keys.end()) keys.push_back(value.key);
      dialog->new_record.form = form_for(ask.record.entity, keys, ask.values);
      break;
    }
    case views::DialogKind::convert_lead: dialog->convert.choice = app::proposed_choice(session, {ask.record.id}); break;
    case views::DialogKind::close_won:
    case views::DialogKind::close_lost:
      dialog->closing.closed_on = format_date(session.clock().today(), session.language());
      if (ask.second.empty())
        for (const auto& stage : names.stages())
          if (stage.kind == (ask.kind == views::DialogKind::close_won ? StageKind::won : StageKind::lost)) ask.second = stage.id.uuid;
      break;
    case views::DialogKind::log_activity:
    case views::DialogKind::new_activity: {
      const auto* name = value_of(ask, "kind");
      const auto* due = value_of(ask, "due_at");
      const auto kind = name && std::holds_alternative<std::string>(*name) ? enum_named<ActivityKind>(std::get<std::string>(*name)) : std::nullopt;
      dialog->activity.logs = ask.kind == views::DialogKind::log_activity;
      const bool happened = dialog->activity.logs && kind && *kind != ActivityKind::task;
      dialog->activity.form = activity_forms.make(kind.value_or(ActivityKind::task), ask.record, happened,
                                                  due && std::holds_alternative<std::int64_t>(*due) ? std::optional(Timestamp{std::get<std::int64_t>(*due)}) : std::nullopt);
      break;
    }
    case views::DialogKind::edit_activity:
      if (auto form = activity_forms.edit({ask.record.id})) dialog->activity.form = *std::move(form);
      else return toasts.show(ui::translate(form.error()), ui::Tone::bad);
      break;
    case views::DialogKind::add_role: dialog->part.form = form_for(Entity::contact_role, {"contact_id", "part", "primary"}, {}); break;
    case views::DialogKind::add_line_item:
      dialog->part.form = form_for(Entity::line_item, {"product_id", "quantity", "price", "discount_percent"}, {{"quantity", Value(std::int64_t{1})}});
      break;
    case views::DialogKind::edit_setting: {
      auto form = app::setting_form(session, names, ask.record, ask.values);
      if (!form) return toasts.show(ui::translate(form.error()), ui::Tone::bad);
      dialog->setting = views::setting_state(*std::move(form));
      break;
    }
    default: break;
  }
  dialog->ask = std::move(ask);
  dialogs.push_back(std::move(dialog));
}

void Shell::Impl::draw_dialogs() {
  // Only the top one takes part; a role asked for from a refusal returns to the refusal.
  if (dialogs.empty()) return;
  auto& dialog = *dialogs.back();
  const auto& ask = dialog.ask;
  const ui::IdScope scope(dialogs.size());
  const auto id = ask.record.id;
  const auto refusal = [&]() -> Result<app::StageRefusal>& {
    return dialog.refusal_model.get(session, ask.second, [&] { return app::stage_refusal(session, names, {id}, {ask.second}); });
  };
  const auto gone = [&](const Error& error) {
    toasts.show(ui::translate(error), ui::Tone::bad);
    sink.push(views::CloseDialog{});
  };
  switch (ask.kind) {
    case views::DialogKind::new_record: views::draw_new_record(dialog.new_record, forms, sink); break;
    case views::DialogKind::convert_lead: {
      if (dialog.convert.changed) dialog.convert_model.model.reset();
      dialog.convert.changed = false;
      auto& page = dialog.lead_model.get(session, id, [&] { return app::lead_page(session, names, {id}); });
      auto& model = dialog.convert_model.get(session, id, [&] { return app::convert_dialog(session, names, {id}, dialog.convert.choice); });
      if (!page) gone(page.error());
      else if (!model) gone(model.error());
      else views::draw_convert(*model, *page, dialog.convert, forms, sink);
      break;
    }
    case views::DialogKind::disqualify_lead: {
      auto& page = dialog.lead_model.get(session, id, [&] { return app::lead_page(session, names, {id}); });
      if (page) views::draw_disqualify({id}, page->title, names.choice_options(ChoiceList::disqualify_reason), dialog.disqualify, sink);
      else gone(page.error());
      break;
    }
    case views::DialogKind::close_won:
      if (auto& model = refusal()) views::draw_close_won(*model, {id}, dialog.closing, forms, sink);
      else gone(model.error());
      break;
    case views::DialogKind::close_lost:
      if (auto& model = refusal()) views::draw_close_lost(*model, {id}, names.choice_options(ChoiceList::loss_reason), dialog.closing, forms, sink);
      else gone(model.error());
      break;
    case views::DialogKind::stage_refused:
      if (auto& model = refusal()) views::draw_stage_refused(*model, {id}, {ask.second}, dialog.closing, forms, sink);
      else gone(model.error());
      break;
    case views::DialogKind::log_activity:
    case views::DialogKind::new_activity:
    case views::DialogKind::edit_activity: views::draw_activity_dialog(dialog.activity, activity_forms, sink); break;
    case views::DialogKind::add_role: views::draw_role_dialog({id}, dialog.part, forms, sink); break;
    case views::DialogKind::add_line_item: views::draw_line_dialog({id}, dialog.part, forms, sink); break;
    case views::DialogKind::palette: draw_palette(dialog); break;
    case views::DialogKind::keys: draw_keys_sheet(); break;
    case views::DialogKind::bulk_result: views::draw_bulk_result(dialog.outcome, sink); break;
    case views::DialogKind::edit_setting: views::draw_setting_dialog(dialog.setting, forms, setting_forms, sink); break;
    case views::DialogKind::restore_backup: views::draw_restore_dialog(restore_facts, sink); break;
    case views::DialogKind::erase_everything: views::draw_erase_dialog(dialog.erase, sink); break;
    case views::DialogKind::changed_since:
      if (dialog.changed && dialog.anyway) views::draw_changed_since(*dialog.changed, *dialog.anyway, sink);
      break;
  }
}

}  // namespace cohoi::shell
