// The composition root: makes the parts, introduces them to each other, and starts the first frame.
#include <imgui.h>

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/base/random_ids.h"
#include "core/store/search_index.h"
#include "generated/text.h"
#include "web/platform/browser.h"
#include "web/platform/browser_persistence.h"
#include "web/platform/canvas_backend.h"
#include "web/platform/files.h"
#include "web/platform/fonts.h"
#include "web/platform/lock.h"
#include "web/platform/mirror.h"
#include "web/platform/portal.h"
#include "web/platform/router.h"
#include "web/platform/sheets.h"
#include "web/shell/shell.h"
#include "web/ui/ui.h"

namespace {

using namespace cohoi;

std::string hex_of(ImU32 colour) {
  char text[8];
  std::snprintf(text, sizeof text, "#%02x%02x%02x", colour & 0xFF, (colour >> 8) & 0xFF, (colour >> 16) & 0xFF);
  return text;
}

class Application {
 public:
  void start() {
    fonts_ = platform::load_fonts(*ImGui::GetIO().Fonts);
    context_.fonts = {fonts_.regular, fonts_.semibold};
    browser_.attach([this](const platform::Environment& environment) {
      context_.touch = environment.touch;
      context_.reduced_motion = environment.reduced_motion;
      context_.apple_keys = environment.apple_keys;
      dressed_ = false;  // forced colours may have become others
      dress();
      canvas_.schedule();
    });
    ports_.embedding = shell::read_embedding(portal_.options());
    context_.language = first_language();
    text::set_language(context_.language);
    mirror_.attach(fonts_.em_ratio);
    lock_.attach([](int question) { return views::lock_words(static_cast<views::LockStep>(question)); }, [this] { saving_->save_everything(); });
    persistence_.start([this](const platform::BrowserPersistence::Started& how) { store_ready(how); });
  }

 private:
  Language first_language() {
    if (ports_.embedding.language) return *ports_.embedding.language;
    if (const auto kept = browser_.load("language")) return *kept == "vi" ? Language::vi : Language::en;
    for (const auto& language : browser_.environment().languages) {
      if (language.starts_with("vi")) return Language::vi;
      if (language.starts_with("en")) return Language::en;
    }
    return Language::en;
  }

  std::string device() {
    if (auto kept = browser_.load("device")) return *std::move(kept);
    auto made = ids_.next().to_string();
    browser_.store("device", made);
    return made;
  }

  store::DatabasePorts database_ports() {
    return {.unix_ms = [this] { return browser_.now_ms(); },
            .random_bytes = [this](std::span<std::byte> bytes) {
              browser_.random({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
            }};
  }

  void store_ready(const platform::BrowserPersistence::Started& how) {
    const auto mode = how.role == store::Role::writer ? store::OpenMode::read_write : store::OpenMode::read_only;
    auto opened = store::Database::open(platform::BrowserPersistence::folder, database_ports(), mode);
    if (!opened && opened.error().code == ErrorCode::corrupt && how.doubled && mode == store::OpenMode::read_write && !copy_tried_) {
      copy_tried_ = true;
      return persistence_.restore_copy([this, how](const Status& done) { done ? store_ready(how) : failed(done.error()); });
    }
    if (!opened) return failed(opened.error());
    database_.emplace(*std::move(opened));
    saving_ = std::make_unique<store::Saving>(*database_, persistence_, how.role);
    persistence_.listen(saving_.get());
    auto session = app::Session::open(*database_, {.clock = clock_, .ids = ids_, .device = device(), .language = context_.language,
                                                   .access = access_of(how.role)});
    if (!session) return failed(session.error());
    session_ = *std::move(session);
    session_->on_commit([this] { saving_->committed(); });
    allow();
    saving_->on_status([this] {
      allow();
      canvas_.schedule();
    });
    saving_->on_reloaded([this] {
      allow();
      if (const auto reloaded = session_->reload(); !reloaded) failed(reloaded.error());
      canvas_.schedule();
    });
    if (how.role == store::Role::writer) saving_->committed();  // what opening migrated or seeded
    shell_.emplace(*session_, make_ports());
    first_frame();
  }

  static app::Access access_of(store::Role role) { return role == store::Role::writer ? app::Access::writer : app::Access::reader; }

  void allow() { session_->set_access(ports_.embedding.read_only ? app::Access::viewer : access_of(saving_->status().role)); }

  const shell::Ports& make_ports() {
    ports_.go = [this](const std::string& address, bool replace) {
      router_.go(address, replace);
      shell_->arrive(address);
    };
    ports_.set_title = [this](const std::string& title) { router_.set_title(title); };
    ports_.choose_file = [this](const std::string& accept, std::function<void(shell::ChosenFile)> chosen) {
      files_.choose(accept, [chosen = std::move(chosen)](platform::OpenedFile file) { chosen(translate(std::move(file))); });
    };
    ports_.save_file = [this](const std::string& name, const std::string& type, const std::function<Status(const app::Sink&)>& make) {
      return files_.save(name, type, make);
    };
    ports_.read_sheet = [this](const std::vector<std::uint8_t>& file, int sheet, std::function<void(app::ImportPage::Sheet)> read) {
      sheets_.read(file, sheet, [this, read = std::move(read)](platform::Sheet got) {
        app::ImportPage::Sheet answer{std::move(got.names), std::move(got.csv), std::nullopt};
        if (got.outcome == platform::Sheet::Outcome::no_workbook) answer.failure = msg("import.file.not_workbook");
        if (got.outcome == platform::Sheet::Outcome::no_unpacking) answer.failure = msg("import.file.no_unpacking");
        read(std::move(answer));
        canvas_.schedule();
      });
    };
    ports_.save_picture = [this](const std::string& name, int x, int y, int width, int height) { files_.save_picture(name, x, y, width, height); };
    ports_.recall = [this](const std::string& key) { return browser_.load(key); };
    ports_.remember = [this](const std::string& key, const std::string& value) { browser_.store(key, value); };
    ports_.save_status = [this] { return saving_->status(); };
    ports_.take_over = [this] { saving_->take_over(); };
    ports_.database_ports = [this] { return database_ports(); };
    ports_.save_everything = [this](std::uint32_t known) { saving_->save_everything(known); };
    ports_.storage = [this] {
      const auto& room = browser_.storage();
      return shell::StorageFacts{room.known, room.used_bytes, room.quota_bytes, room.kept};
    };
    ports_.ask_storage = [this](bool keep) { browser_.ask_storage(keep); };
    ports_.when_left = [this](std::function<void()> left) { files_.when_left(std::move(left)); };
    ports_.lock = [this] {
      const int state = lock_.state();
      return views::LockFacts{(state & 1) != 0, (state & 2) != 0, browser_.load(views::lock_idle_key).value_or("15")};
    };
    ports_.use_lock = [this](views::LockStep step) { lock_.use(static_cast<int>(step)); };
    ports_.version = browser_.version();
    ports_.schedule = [this] { canvas_.schedule(); };
    if (ports_.embedding.on) ports_.tell = [this](const char* event, const std::string& text) { portal_.tell(event, text); };
    return ports_;
  }

  static shell::ChosenFile translate(platform::OpenedFile file) {
    return {file.outcome == platform::OpenedFile::Outcome::opened, file.outcome == platform::OpenedFile::Outcome::unreadable,
            std::move(file.name), std::move(file.bytes)};
  }

  void first_frame() {
    router_.attach([this](const std::string& address) {
      shell_->arrive(address);
      canvas_.schedule();
    });
    files_.attach([this](platform::OpenedFile file) { shell_->dropped(translate(std::move(file))); }, [this] { canvas_.schedule(); });
    portal_.attach([this](int ask, const std::string& text) { return shell_->answer(static_cast<shell::Ask>(ask), text); });
    start_drawing();
    browser_.mark("cohoi:ready");
  }

  void start_drawing() {
    canvas_.start({.draw = [this] { draw(); },
                   .scale_changed = [this](float scale) { context_.scale = scale; },
                   .patch = [this](const std::string& patch) { mirror_.show(patch); },
                   .overflowing = overflowing});
  }

  static std::string overflowing() {
    std::string lines;
    for (const auto& words : ui::overflowing_texts()) lines += words + "\n";
    return lines;
  }

  // Nothing can be opened: the reason stays on the screen, and nothing is written.
  void failed(const Error& error) {
    failure_ = error;
    if (!session_) start_drawing();
    canvas_.schedule();
  }

  ui::ThemeKind wanted_theme() const {
    const auto& environment = browser_.environment();
    if (environment.forced_colors) return ui::ThemeKind::forced;
    const auto choice = shell_ ? shell_->theme() : shell::ThemeChoice::system;
    const bool system = choice == shell::ThemeChoice::system;
    const bool high = choice == shell::ThemeChoice::high_contrast;
    const bool dark = choice == shell::ThemeChoice::dark || ((system || high) && environment.dark);
    if (high || (system && environment.more_contrast)) return dark ? ui::ThemeKind::contrast_dark : ui::ThemeKind::contrast_light;
    return dark ? ui::ThemeKind::dark : ui::ThemeKind::light;
  }

  ui::Theme system_theme() const {
    const auto colour = [this](const char* name) {
      const auto rgb = browser_.system_colour(name);
      return IM_COL32(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, 255);
    };
    return ui::theme_of_system({colour("Canvas"), colour("CanvasText"), colour("Highlight"), colour("HighlightText")});
  }

  void dress() {
    const auto language = session_ ? session_->language() : context_.language;
    const auto theme = wanted_theme();
    if (dressed_ && theme == context_.theme && language == context_.language) return;
    dressed_ = true;
    context_.theme = theme;
    context_.language = language;
    text::set_language(language);
    if (theme == ui::ThemeKind::forced) context_.forced = system_theme();
    const auto& colours = theme == ui::ThemeKind::forced ? context_.forced : ui::theme_of(theme);
    browser_.dress(colours.dark, language == Language::vi ? "vi" : "en", hex_of(colours.page));
  }

  void draw() {
    dress();
    context_.now = static_cast<double>(browser_.now_ms()) / 1000.0;
    {
      const ui::Frame frame(context_);
      if (failure_) draw_failure();
      else shell_->draw();
    }
    dress();
    if (const auto seconds = context_.take_wake()) canvas_.wake_in(*seconds);
    if (shell_ && shell_->working()) browser_.work([this] { return shell_->work(); });
    else read_ahead();
  }

  // A little after every frame but the first, and frames until it is done.
  void read_ahead() {
    constexpr int rows = 2000;
    if (database_ && std::exchange(shown_, true) && store::read_search_when_idle(*database_, rows).value_or(false)) canvas_.wake_in(0);
  }

  void draw_failure() {
    const ui::Group group("main", ui::Role::main, "Cohoi");
    const ui::Area area({{0, 0}, ImGui::GetIO().DisplaySize}, 24);
    ui::heading("Cohoi", 1);
    ui::banner("failure", ui::BannerKind::bad, ui::translate(*failure_) + (failure_->detail.empty() ? "" : " (" + failure_->detail + ")"));
  }

  platform::Browser browser_;
  platform::BrowserClock clock_{browser_};
  RandomIds ids_{[this] { return browser_.random_bits(); }, clock_};
  ui::Semantics semantics_;
  platform::CanvasBackend canvas_{semantics_};
  platform::Mirror mirror_{semantics_, canvas_};
  platform::Router router_;
  platform::Portal portal_;
  platform::Files files_;
  platform::Lock lock_;
  platform::Sheets sheets_;
  platform::Fonts fonts_;
  ui::Context context_{semantics_};
  bool dressed_ = false;
  bool shown_ = false;  // the first frame was drawn

  platform::BrowserPersistence persistence_;
  bool copy_tried_ = false;  // the second copy has stood in for damaged data once
  std::optional<store::Database> database_;
  std::unique_ptr<store::Saving> saving_;
  std::unique_ptr<app::Session> session_;
  shell::Ports ports_;
  std::optional<shell::Shell> shell_;
  std::optional<Error> failure_;
};

}  // namespace

int main() {
  // Lives as long as the page: main returns and the browser's events go on.
  static Application* application = new Application;  // NOLINT: owned by the page
  application->start();
  return 0;
}
