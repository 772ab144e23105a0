#include "web/shell/impl.h"

namespace cohoi::shell {

namespace {

const std::vector<std::string>& activity_fields(ActivityKind kind) {
  static const std::vector<std::string> task{"subject", "due_at", "notes", "owner_id"};
  static const std::vector<std::string> done{"subject", "notes", "done_at"};
  static const std::vector<std::string> note{"notes"};
  if (kind == ActivityKind::task) return task;
  return kind == ActivityKind::note ? note : done;
}

}  // namespace

void Shell::Impl::open_dialog(views::OpenDialog ask) {
  auto dialog = std::make_unique<OpenedDialog>();
  const auto form_for = [&](Entity entity, const std::vector<std::string>& keys, const std::vector<FieldValue>& values) {
    return forms.make(entity, {}, keys, values).value_or(app::Form{entity, {}, {}});
  };
  switch (ask.kind) {
    case views::DialogKind::new_record:
      dialog->new_record.form = form_for(ask.record.entity, app::short_form(ask.record.entity), ask.values);
      break;
    case views::DialogKind::convert_lead: dialog->convert.choice = app::proposed_choice(session, {ask.record.id}); break;
    case views::DialogKind::close_won:
    case views::DialogKind::close_lost:
      dialog->closing.closed_on = format_date(session.clock().today(), session.language());
      if (ask.second.empty())
        for (const auto& stage : names.stages())
          if (stage.kind == (ask.kind == views::DialogKind::close_won ? StageKind::won : StageKind::lost)) ask.second = stage.id.uuid;
      break;
    case views::DialogKind::log_activity: {
      auto& activity = dialog->activity;
      for (const auto& value : ask.values)
        if (const auto* name = std::get_if<std::string>(&value.value); name && value.key == "kind")
          activity.kind = enum_named<ActivityKind>(*name).value_or(ActivityKind::task);
      activity.about = ask.record;
      std::vector<FieldValue> prefill;
      if (activity.kind == ActivityKind::call || activity.kind == ActivityKind::meeting)
        prefill.push_back({"done_at", Value(session.clock().now().ms)});
      activity.form = form_for(Entity::activity, activity_fields(activity.kind), prefill);
      break;
    }
    case views::DialogKind::add_role: dialog->part.form = form_for(Entity::contact_role, {"contact_id", "part", "primary"}, {}); break;
    case views::DialogKind::add_line_item:
      dialog->part.form = form_for(Entity::line_item, {"product_id", "quantity", "price", "discount_percent"}, {{"quantity", Value(std::int64_t{1})}});
      break;
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
    case views::DialogKind::log_activity: views::draw_activity_dialog(dialog.activity, forms, sink); break;
    case views::DialogKind::add_role: views::draw_role_dialog({id}, dialog.part, forms, sink); break;
    case views::DialogKind::add_line_item: views::draw_line_dialog({id}, dialog.part, forms, sink); break;
    case views::DialogKind::changed_since:
      if (dialog.changed && dialog.anyway) views::draw_changed_since(*dialog.changed, *dialog.anyway, sink);
      break;
  }
}

}  // namespace cohoi::shell
