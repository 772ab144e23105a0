#include "web/shell/shell.h"

#include <chrono>
#include <utility>

#include "core/base/text.h"
#include "generated/text.h"
#include "web/shell/commands.h"
#include "web/shell/impl.h"

namespace cohoi::shell {

namespace {

constexpr float rail_width = 224, narrow_rail_width = 56, bar_height = 56;

}  // namespace

Shell::Impl::Impl(app::Session& the_session, const Ports& the_ports)
    : session(the_session),
      ports(the_ports),
      names(the_session),
      forms(the_session, names),
      activity_forms(the_session, names),
      day(the_session.clock().today()),
      board(the_session, names),
      import_page(the_session, text::lookup),
      duplicates_page(the_session, names),
      setting_forms(the_session),
      restore(the_session, [&the_ports] { return the_ports.database_ports(); }) {
  import_state.page = &import_page;
  if (const auto kept = ports.recall("theme"); kept && kept->size() == 1 && kept->front() >= '0' && kept->front() <= '3')
    theme = static_cast<ThemeChoice>(kept->front() - '0');
  if (ports.embedding.theme) theme = *ports.embedding.theme;
  single_keys = ports.recall("single_keys") != "0";
  if (const auto kept = ports.recall("board")) views::take_board_habits(opportunities, *kept);
  board_habits = views::board_habits(opportunities);
  backup_on = Date::parse_iso(ports.recall(backup_key).value_or(""));
  backup_quiet_until = Date::parse_iso(ports.recall(backup_quiet_key).value_or(""));
  if (ports.recall("home") == "mine") home_state.whose = "mine";
  if (ports.tell) session.on_commit([this] { note_commit(); });
}

Shell::Shell(app::Session& session, const Ports& ports) : impl_(std::make_unique<Impl>(session, ports)) {}
Shell::~Shell() = default;

ThemeChoice Shell::theme() const { return impl_->theme; }
bool Shell::working() const { return impl_->undoing || impl_->import_page.working() || impl_->duplicates_page.working(); }

bool Shell::work() {
  // So that what the user does meanwhile is answered within a tenth of a second, and the frames that tell of the progress cost little of it.
  constexpr int slice_ms = 40;
  constexpr std::chrono::milliseconds between_frames{150};
  auto& shell = *impl_;
  if (shell.undoing) {
    shell.undoing->step(slice_ms);
    if (!shell.undoing->working()) shell.say(std::exchange(shell.undoing, nullptr)->outcome(), shell.undoing_asked);
  } else if (shell.import_page.working()) shell.import_page.step(slice_ms);
  else if (shell.duplicates_page.working()) shell.duplicates_page.step(slice_ms);
  const auto now = std::chrono::steady_clock::now();
  if (working() && now - shell.work_shown < between_frames) return true;
  shell.work_shown = now;
  shell.ports.schedule();
  return working();
}

void Shell::dropped(ChosenFile file) {
  if (!file.opened) return;
  if (!impl_->ports.embedding.shows(Screen::import)) return;
  impl_->ports.go("#/import", false);
  arrive("#/import");
  impl_->import_page.open_file(file.name, std::move(file.bytes));
  impl_->ports.schedule();
}

void Shell::arrive(const std::string& address) {
  auto& shell = *impl_;
  if (address == shell.address) return;
  auto place = read_address(address);
  if (!shell.ports.embedding.shows(place.screen)) {
    // An address without a place is Home's: then whatever the frame has first.
    const auto* first = place.screen == Screen::home ? shell.first_place() : nullptr;
    if (first) return shell.ports.go(first->address, true);
    place = {.screen = Screen::not_found};
  }
  if (!shell.ports.embedding.shows(read_address(app::address_of(place.beside_entity)).screen)) place.beside = {};
  // A merged record's address leads to the one it is part of now.
  const bool beside = place.id == Uuid{};
  const auto kind = beside ? place.beside_entity : entity_of(place.screen).value_or(Entity::lead);
  const auto& wanted = beside ? place.beside : place.id;
  if (wanted != Uuid{})
    if (const auto now = app::merged_into(shell.session, kind, wanted)) {
      const auto there = beside ? with_beside(address, kind, *now) : app::address_of(kind, *now);
      shell.ports.go(there, true);
      return arrive(there);
    }
  if (place.id != shell.place.id || place.screen != shell.place.screen || place.beside != shell.place.beside) {
    shell.lead_state = {};
    shell.opportunity_state = {};
    shell.record_state = {};
    if (place.screen != shell.place.screen || place.id != shell.place.id) shell.search.clear();
    shell.dialogs.clear();
    shell.restore.close();
  }
  const auto narrowed = [](const Place& at) {
    const auto found = at.query.find("filter");
    return found == at.query.end() ? std::string() : found->second;
  };
  if (place.screen != shell.place.screen) shell.leave_lists();
  // A link into a list says what it shows; showing a record beside it does not say it again.
  const auto listed = entity_of(place.screen);
  if (const auto text = narrowed(place); listed && !text.empty() && (place.screen != shell.place.screen || text != narrowed(shell.place))) {
    if (auto filter = app::filter_from_text(*listed, text)) {
      auto& request = shell.list_state(*listed).request;
      request.text.clear();
      request.filter = *std::move(filter);
    }
  }
  shell.address = address;
  shell.place = place;
  if (const auto view = place.query.find("view"); place.screen == Screen::opportunities && view != place.query.end())
    shell.opportunities.view = view->second == "list" ? "list" : "board";
  if (place.screen == Screen::activities) shell.activities_state.place = app::activities_place(place.query, shell.session.clock().today());
  if (place.create) {
    const auto entity = entity_of(place.screen).value_or(Entity::lead);
    std::vector<FieldValue> values;
    std::map<std::string, std::pair<std::string, Message>> unread;
    // A link may prefill a record, never save it.
    for (const auto& [key, text] : place.query) {
      const auto* field = field_of(entity, key);
      if (!field || field->written != Written::by_user) continue;
      auto value = parse_field(*field, text, shell.session.settings().currency, shell.session.clock().utc_offset_minutes());
      if (!value) unread.emplace(key, std::pair(text, value.error().message));
      values.push_back({key, value ? *std::move(value) : Value{}});
    }
    shell.open_dialog({views::DialogKind::new_record, {entity, {}}, {}, std::move(values)});
    // What can't be read stands there as it came, with the reason.
    for (const auto& [key, told] : unread) {
      shell.dialogs.back()->new_record.fields.typed[key] = told.first;
      shell.dialogs.back()->new_record.fields.errors[key] = told.second;
    }
  }
  shell.ports.schedule();
}

void Shell::draw() {
  auto& shell = *impl_;
  if (const auto today = shell.session.clock().today(); today != shell.day) {
    shell.day = today;
    (void)shell.session.day_changed();  // derived data only: what can't be derived now is derived when next read
  }
  if (const auto sheet = shell.import_page.take_wanted_sheet(); sheet && shell.ports.read_sheet)
    shell.ports.read_sheet(shell.import_page.bytes(), *sheet, [&shell](app::ImportPage::Sheet read) { shell.import_page.open_sheet(std::move(read)); });
  shell.handle_keys(true);
  const auto size = ImGui::GetIO().DisplaySize;
  const bool phone = ui::is_phone();
  const bool railed = shell.ports.embedding.rail;
  const float rail = phone || !railed ? 0 : ui::px(ui::is_compact() ? narrow_rail_width : rail_width);
  const float bottom = phone && railed ? ui::px(bar_height) : 0;
  const float top = ui::px(bar_height);
  if (rail > 0) shell.draw_rail({{0, 0}, {rail, size.y}});
  shell.draw_top_bar({{rail, 0}, {size.x, top}});
  const auto saving = shell.ports.save_status();
  const bool failing = saving.state == store::SaveState::not_saved && (phone || saving.saved == 0);
  const bool noticed = shell.session.access() == app::Access::reader || failing || shell.undoing;
  const float notice = noticed ? ui::px(phone ? 112 : 72) : 0;
  if (notice > 0) shell.draw_notice({{rail, top}, {size.x, top + notice}});
  {
    const ui::Group group("main", ui::Role::main, shell.title);
    shell.draw_main({{rail, top + notice}, {size.x, size.y - bottom}});
  }
  if (bottom > 0) shell.draw_bottom_bar({{0, size.y - bottom}, size});
  shell.draw_dialogs();
  if (const auto tag = shell.toasts.draw(); tag.starts_with("undo:"))
    if (const auto id = Uuid::parse(tag.substr(5))) shell.sink.push(views::UndoTransaction{*id});
  shell.handle_keys(false);
  if (const auto title = shell.title_of_place(); title != shell.title) {
    shell.title = title;
    // The browser keeps titles in its history, where nothing is encrypted.
    shell.ports.set_title(title.empty() || shell.ports.lock().on ? "Cohoi" : title + " – Cohoi");
    shell.told_address.clear();
  }
  if (shell.ports.tell && shell.told_address != shell.address) {
    shell.told_address = shell.address;
    shell.ports.tell("navigated", shell.address + field_end + shell.title);
  }
  shell.carry_out();
  shell.tell_saved();
}

}  // namespace cohoi::shell
