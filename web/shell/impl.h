// The inside of Shell, shared by its files: one for the frame around screens, the screens, the dialogs, the intents and the keys.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/app/models/activities_page.h"
#include "core/app/models/activity_form.h"
#include "core/app/models/home.h"
#include "core/app/models/duplicates_page.h"
#include "core/app/models/import_page.h"
#include "core/app/models/search.h"
#include "core/app/models/settings_page.h"
#include "core/app/restore.h"
#include "core/app/undoing.h"
#include "web/shell/shell.h"
#include "web/ui/ui.h"
#include "web/views/account_view.h"
#include "web/views/activities_view.h"
#include "web/views/activity_dialog.h"
#include "web/views/board_view.h"
#include "web/views/duplicates_view.h"
#include "web/views/convert_view.h"
#include "web/views/dialogs.h"
#include "web/views/home_view.h"
#include "web/views/import_view.h"
#include "web/views/lead_view.h"
#include "web/views/list_view.h"
#include "web/views/opportunity_view.h"
#include "web/views/palette_view.h"
#include "web/views/reports_view.h"
#include "web/views/settings_view.h"

namespace cohoi::shell {

// A model and what it was built from; stale when any of that changed.
template <class Model>
struct Cached {
  std::optional<Result<Model>> model;
  Uuid id;
  std::uint64_t revision = 0;
  Language language = Language::vi;
  Date day;

  template <class Build>
  Result<Model>& get(app::Session& session, const Uuid& wanted, Build&& build) {
    const auto today = session.clock().today();
    if (!model || id != wanted || revision != session.revision() || language != session.language() || day != today) {
      model = build();
      id = wanted;
      revision = session.revision();
      language = session.language();
      day = today;
    }
    return *model;
  }
};

struct OpenedDialog {
  views::OpenDialog ask;
  views::NewRecordState new_record;
  views::ConvertState convert;
  views::DisqualifyState disqualify;
  views::ClosingState closing;
  views::ActivityState activity;
  views::PartState part;
  views::PaletteState palette;
  std::uint64_t palette_revision = 0;       // of the data its finds are from, plus one; 0 = none yet
  views::SettingState setting;
  views::EraseState erase;
  std::optional<Error> changed;             // of changed_since …
  app::Outcome outcome;                     // of bulk_result
  std::optional<views::Intent> anyway;      // … and what goes on all the same
  Cached<app::ConvertDialog> convert_model;
  Cached<app::LeadPage> lead_model;
  Cached<app::StageRefusal> refusal_model;
};

inline constexpr const char* backup_key = "backup";  // on this device: the day of the last one, or of the first records
inline constexpr const char* backup_quiet_key = "backup_later";

struct Command;

struct Shell::Impl {
  Impl(app::Session& session, const Ports& ports);

  // frame.cpp
  void draw_rail(const ui::Rect& area);
  void draw_bottom_bar(const ui::Rect& area);
  void draw_top_bar(const ui::Rect& area);
  void draw_search_results();
  void draw_notice(const ui::Rect& area);  // a large change is being taken back; another tab writes; on a phone also that nothing is saved, for which its bar has no room
  // screens.cpp
  void draw_screen();
  void draw_main(ui::Rect area);
  void draw_beside(const ui::Rect& box);
  void draw_settings_screen();
  void draw_duplicates_screen();
  void draw_not_found();
  void draw_activities();
  [[nodiscard]] std::string title_of_place();
  app::RecordList& list(Entity entity);
  views::ListState& list_state(Entity entity);
  void leave_lists();  // what hung over them is closed
  // dialog_host.cpp
  void open_dialog(views::OpenDialog ask);
  void draw_dialogs();
  // intents.cpp
  void carry_out();
  void carry_out(views::Intent intent);
  void say(const Result<app::Outcome>& result, const views::Intent& asked);
  // A large change goes on by Shell::work(), and its answer comes then.
  void undo(const views::UndoTransaction& asked);
  void show_beside(const app::RecordRef& record);
  // files.cpp
  void use_file(views::FileAction action);
  void choose_restore();
  void replace_all();
  void add_missing();
  // It is made at once; with a lock it leaves when the user has agreed. What became of it is said.
  void save_file(const std::string& name, const std::string& type, const std::function<Status(const app::Sink&)>& make, bool backup = false);
  void save_table(Entity entity, app::TableFormat format, const std::function<Status(app::TableFile&)>& fill);
  void use_lock(views::LockStep step);
  void export_list(Entity entity, app::TableFormat format);
  void export_shown(Entity entity, app::TableFormat format);
  [[nodiscard]] int days_without_backup();
  void noted_backup();
  void remind_later();
  void export_cards();
  void export_calendar();
  // portal.cpp
  [[nodiscard]] bool offers(const Command& command) const;  // the frame has a place for it
  [[nodiscard]] const Command* first_place() const;
  void note_commit();
  void tell_saved();
  // keys.cpp
  void handle_keys(bool first_in_frame);
  void run(const Command& command);
  // palette.cpp
  void fill_palette(OpenedDialog& dialog);
  void draw_palette(OpenedDialog& dialog);
  void draw_keys_sheet();

  app::Session& session;
  const Ports& ports;
  app::Names names;
  app::Forms forms;
  app::ActivityForms activity_forms;
  views::IntentSink sink;
  ui::Toasts toasts;

  std::string address;
  Place place;
  std::string title;
  std::string told_address;
  ThemeChoice theme = ThemeChoice::system;
  bool single_keys = true;   // letters alone work as keys
  std::string pending_go;    // the "g" of "g l"
  double pending_since = 0;
  Date day;

  std::map<Entity, std::unique_ptr<app::RecordList>> lists;
  std::map<Entity, views::ListState> list_states;
  app::OpportunityBoard board;
  views::OpportunitiesState opportunities;
  std::string board_habits;  // as the device remembers them
  Cached<app::Home> home;
  views::HomeState home_state;
  Cached<app::LeadPage> lead;
  Cached<app::OpportunityPage> opportunity;
  Cached<app::AccountPage> account;
  Cached<app::ContactPage> contact;
  Cached<app::ActivitiesPage> activities;
  Cached<app::CalendarPage> calendar;
  app::ActivitiesRequest activities_asked;  // what `activities` and `calendar` answer
  app::ActivitiesPlace activities_at;
  views::ActivitiesState activities_state;
  views::LeadState lead_state;
  views::OpportunityState opportunity_state;
  views::RecordState record_state;
  app::ImportPage import_page;
  views::ImportState import_state;
  app::DuplicatesPage duplicates_page;
  views::DuplicatesState duplicates_state;
  Cached<app::Report> report;
  views::ReportsState reports_state;
  Cached<app::SettingsPage> settings;
  std::string settings_section;             // what `settings` was built for
  views::SettingsState settings_state;
  app::SettingForms setting_forms;
  app::Restore restore;
  app::Restore::Facts restore_facts;        // of the backup that is open
  std::optional<Date> backup_on, backup_quiet_until;  // as the device remembers them
  bool storage_asked = false, storage_asked_to_keep = false;

  ImGuiID search_id = 0;
  std::string search;
  std::string searched;
  std::uint64_t searched_revision = 0;
  std::vector<app::FoundRecord> found;

  std::vector<std::pair<const char*, std::string>> untold;  // events of what is not durable yet
  std::unique_ptr<app::Undoing> undoing;  // of a large change
  views::Intent undoing_asked;            // as it was asked for
  std::chrono::steady_clock::time_point work_shown;  // when long work last asked for a frame
  bool told_failing = false;

  std::vector<std::unique_ptr<OpenedDialog>> dialogs;  // the last one is on top
};

}  // namespace cohoi::shell
