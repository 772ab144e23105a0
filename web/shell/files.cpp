// Files out and in: lists, backups, and what comes of a chosen one.
#include "core/app/export/calendar_file.h"
#include "core/app/export/contact_cards.h"
#include "core/app/export/list_export.h"
#include "core/store/records_json.h"
#include "generated/text.h"
#include "web/shell/impl.h"

namespace cohoi::shell {

namespace {

std::string in_words(const Message& message) { return ui::translate(message); }

}  // namespace

void Shell::Impl::save_file(const std::string& name, const std::string& type, const std::function<Status(const app::Sink&)>& make, bool backup) {
  const auto made = ports.save_file(name, type, make);
  if (!made) return toasts.show(ui::translate(made.error()), ui::Tone::bad);
  ports.when_left([this, name, backup] {
    if (backup) noted_backup();
    toasts.show(backup ? text::shell_backed_up() : text::export_saved(name), ui::Tone::good);
    ports.schedule();
  });
}

void Shell::Impl::use_lock(views::LockStep step) {
  const bool now = step == views::LockStep::now;
  if (now && !ports.lock().on) return ports.go("#/settings/lock", false);
  if (const auto allowed = session.may_write(); !now && !allowed) return toasts.show(ui::translate(allowed.error()), ui::Tone::bad);
  ports.use_lock(step);
}

void Shell::Impl::save_table(Entity entity, app::TableFormat format, const std::function<Status(app::TableFile&)>& fill) {
  const auto name = "cohoi-" + std::string(name_of(entity)) + "-" + session.clock().today().to_iso() + "." + std::string(app::suffix_of(format));
  save_file(name, std::string(app::media_type_of(format)), [&](const app::Sink& out) { return app::write_table(format, fill, out); });
}

void Shell::Impl::export_list(Entity entity, app::TableFormat format) {
  save_table(entity, format, [&](app::TableFile& file) { return app::export_list(session, names, entity, in_words, file); });
}

void Shell::Impl::export_shown(Entity entity, app::TableFormat format) {
  auto& shown = list(entity);
  save_table(entity, format, [&](app::TableFile& file) { return app::export_shown(shown, names, in_words, file); });
}

void Shell::Impl::export_cards() {
  const auto name = "cohoi-" + session.clock().today().to_iso() + ".vcf";
  save_file(name, "text/vcard", [&](const app::Sink& out) { return app::export_cards(list(Entity::contact), names, out); });
}

void Shell::Impl::export_calendar() {
  const auto name = "cohoi-" + session.clock().today().to_iso() + ".ics";
  save_file(name, "text/calendar", [&](const app::Sink& out) { return app::export_calendar(list(Entity::activity), out); });
}

int Shell::Impl::days_without_backup() {
  constexpr int reminded_after = 14;
  const auto today = session.clock().today();
  if (session.access() != app::Access::writer) return 0;
  if (!backup_on) noted_backup();
  const int days = today.days - backup_on->days;
  return days < reminded_after || (backup_quiet_until && today < *backup_quiet_until) ? 0 : days;
}

void Shell::Impl::noted_backup() {
  backup_on = session.clock().today();
  ports.remember(backup_key, backup_on->to_iso());
}

void Shell::Impl::remind_later() {
  constexpr int quiet_days = 7;
  backup_quiet_until = Date{session.clock().today().days + quiet_days};
  ports.remember(backup_quiet_key, backup_quiet_until->to_iso());
}

void Shell::Impl::choose_restore() {
  ports.choose_file(".sqlite,.db,.cohoi,.json", [this](ChosenFile file) {
    if (file.unreadable) toasts.show(text::shell_file_unreadable(), ui::Tone::bad);
    if (!file.opened) return;
    const auto facts = restore.open(std::as_bytes(std::span(file.bytes)));
    if (!facts) return toasts.show(ui::translate(facts.error()), ui::Tone::bad);
    restore_facts = *facts;
    if (facts->here == 0) replace_all();
    else open_dialog({views::DialogKind::restore_backup, {}, {}, {}});
  });
}

void Shell::Impl::replace_all() {
  Status done;
  if (const auto known = restore.replace()) {
    ports.save_everything(*known);
    done = session.reload();
  } else {
    done = tl::unexpected(known.error());
  }
  if (done) toasts.show(text::shell_restored(), ui::Tone::good);
  else toasts.show(ui::translate(done.error()), ui::Tone::bad);
}

void Shell::Impl::add_missing() {
  const auto added = restore.add();
  if (!added) return toasts.show(ui::translate(added.error()), ui::Tone::bad);
  toasts.show(text::restore_added(views::number(*added)), ui::Tone::good);
}

void Shell::Impl::use_file(views::FileAction action) {
  const auto name = "cohoi-" + session.clock().today().to_iso();
  switch (action) {
    case views::FileAction::choose_import:
      ports.choose_file(".csv,.tsv,.txt,.xlsx,.xlsm,.vcf,text/csv,text/vcard", [this](ChosenFile file) {
        if (file.opened) import_page.open_file(file.name, std::move(file.bytes));
        else if (file.unreadable) toasts.show(text::shell_file_unreadable(), ui::Tone::bad);
      });
      return;
    case views::FileAction::choose_restore: return choose_restore();
    case views::FileAction::save_backup:
      return save_file(name + ".sqlite", "application/vnd.sqlite3", [&](const app::Sink& out) {
        return store::export_database(session.db(), [&](std::span<const std::byte> piece) {
          return out({reinterpret_cast<const char*>(piece.data()), piece.size()});
        });
      }, true);
    case views::FileAction::save_json:
      return save_file(name + ".json", "application/json", [&](const app::Sink& out) { return store::write_records_json(session.db(), out); }, true);
    case views::FileAction::replace_all:
    case views::FileAction::add_missing:
      if (!dialogs.empty()) dialogs.pop_back();
      action == views::FileAction::replace_all ? replace_all() : add_missing();
      return;
  }
}

}  // namespace cohoi::shell
