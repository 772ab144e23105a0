#include "web/shell/shell.h"

#include "core/base/text.h"
#include "generated/text.h"
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
      day(the_session.clock().today()),
      board(the_session, names),
      import_page(the_session, names) {
  import_state.page = &import_page;
  if (const auto kept = ports.recall("theme"); kept && kept->size() == 1 && kept->front() >= '0' && kept->front() <= '2')
    theme = static_cast<ThemeChoice>(kept->front() - '0');
}

Shell::Shell(app::Session& session, const Ports& ports) : impl_(std::make_unique<Impl>(session, ports)) {}
Shell::~Shell() = default;

ThemeChoice Shell::theme() const { return impl_->theme; }
bool Shell::working() const { return impl_->import_page.working(); }

void Shell::dropped(ChosenFile file) {
  if (!file.opened) return;
  impl_->ports.go("#/import", false);
  arrive("#/import");
  impl_->import_page.open_file(file.name, std::move(file.bytes));
  impl_->ports.schedule();
}

void Shell::arrive(const std::string& address) {
  auto& shell = *impl_;
  if (address == shell.address) return;
  const auto place = read_address(address);
  if (place.id != shell.place.id || place.screen != shell.place.screen) {
    shell.lead_state = {};
    shell.opportunity_state = {};
    shell.record_state = {};
    shell.dialogs.clear();
    shell.search.clear();
  }
  shell.address = address;
  shell.place = place;
  if (const auto view = place.query.find("view"); place.screen == Screen::opportunities && view != place.query.end())
    shell.opportunities.view = view->second == "list" ? "list" : "board";
  if (place.create) {
    const auto entity = entity_of(place.screen).value_or(Entity::lead);
    std::vector<FieldValue> values;
    // A link may prefill a record, never save it.
    for (const auto& [key, text] : place.query) {
      const auto* field = field_of(entity, key);
      if (!field || field->written != Written::by_user) continue;
      if (auto value = parse_field(*field, text, shell.session.settings().currency, shell.session.clock().utc_offset_minutes()))
        values.push_back({key, *std::move(value)});
    }
    shell.open_dialog({views::DialogKind::new_record, {entity, {}}, {}, std::move(values)});
  }
  shell.ports.schedule();
}

void Shell::draw() {
  auto& shell = *impl_;
  if (const auto today = shell.session.clock().today(); today != shell.day) {
    shell.day = today;
    (void)shell.session.day_changed();  // derived data only: what can't be derived now is derived when next read
  }
  if (shell.import_page.working()) {
    shell.import_page.step(30);
    ui::context().request_frame();
  }
  const auto size = ImGui::GetIO().DisplaySize;
  const bool phone = ui::is_phone();
  const float rail = phone ? 0 : ui::px(ui::is_compact() ? narrow_rail_width : rail_width);
  const float bottom = phone ? ui::px(bar_height) : 0;
  const float top = ui::px(bar_height);
  if (!phone) shell.draw_rail({{0, 0}, {rail, size.y}});
  shell.draw_top_bar({{rail, 0}, {size.x, top}});
  const float notice = shell.ports.save_status().role == store::Role::reader ? ui::px(phone ? 112 : 72) : 0;
  if (notice > 0) shell.draw_reading_notice({{rail, top}, {size.x, top + notice}});
  {
    const ui::Group group("main", ui::Role::main, shell.title);
    const ui::Area area({{rail, top + notice}, {size.x, size.y - bottom}});
    const ui::IdScope scope(shell.place.id.to_string());
    if (!tidy(shell.search).empty()) shell.draw_search_results();
    else shell.draw_screen();
  }
  if (phone) shell.draw_bottom_bar({{0, size.y - bottom}, size});
  shell.draw_dialogs();
  if (const auto tag = shell.toasts.draw(); tag.starts_with("undo:"))
    if (const auto id = Uuid::parse(tag.substr(5))) shell.sink.push(views::UndoTransaction{*id});
  shell.handle_keys();
  if (const auto title = shell.title_of_place(); title != shell.title) {
    shell.title = title;
    shell.ports.set_title(title.empty() ? "Cohoi" : title + " – Cohoi");
  }
  shell.carry_out();
}

}  // namespace cohoi::shell
