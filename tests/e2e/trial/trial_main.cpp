// A page of bare nodes on the real platform, for the browser tests of what every screen relies on: clicks, typing, focus, dialogs,
// scrolling, files, the address, lost contexts. No widgets, so that a failure here is the platform's.
#include "web/platform/browser.h"
#include "web/platform/canvas_backend.h"
#include "web/platform/files.h"
#include "web/platform/fonts.h"
#include "web/platform/mirror.h"
#include "web/platform/router.h"
#include "web/ui/semantics.h"

#include <imgui.h>

#include <memory>
#include <string>

namespace {

using namespace cohoi::ui;

class Trial {
 public:
  void start() {
    fonts_ = cohoi::platform::load_fonts(*ImGui::GetIO().Fonts);
    ImGui::GetStyle().WindowPadding = ImVec2(0, 0);
    ImGui::GetStyle().WindowBorderSize = 0;
    ImGui::GetStyle().Colors[ImGuiCol_WindowBg] = ImVec4(0.97F, 0.97F, 0.98F, 1);
    browser_.attach([this](const auto& environment) {
      browser_.dress(false, environment.languages.empty() ? "en" : environment.languages[0], "#f7f8fa");
      canvas_.schedule();
    });
    router_.attach([this](const std::string&) { canvas_.schedule(); });
    files_.attach([this](auto file) { log_ = "dropped " + file.name; }, [this] { canvas_.schedule(); });
    mirror_.attach(fonts_.em_ratio);
    canvas_.start({.draw = [this] { draw(); }, .scale_changed = {}, .patch = [this](const std::string& patch) { mirror_.show(patch); }});
    browser_.mark("cohoi:ready");
  }

 private:
  float px(float css) const { return css * canvas_.scale(); }

  Node node(const char* id, Role role, std::string name, ImVec2 at, ImVec2 size) {
    Node made;
    made.id = ImGui::GetID(id);
    made.role = role;
    made.name = std::move(name);
    made.min = ImVec2(px(at.x), px(at.y));
    made.max = ImVec2(px(at.x + size.x), px(at.y + size.y));
    return made;
  }

  void words(const Node& place, const std::string& text) {
    const float size = px(14 * 1.265F);
    ImGui::GetWindowDrawList()->AddText(fonts_.regular, size,
                                        ImVec2(place.min.x + px(10), (place.min.y + place.max.y - size) / 2),
                                        IM_COL32(16, 24, 40, 255), text.c_str());
  }

  void box(const Node& place, ImU32 fill) {
    ImGui::GetWindowDrawList()->AddRectFilled(place.min, place.max, fill, px(6));
    if (semantics_.focused() == place.id && semantics_.focus_visible()) {
      ImGui::GetWindowDrawList()->AddRect(place.min, place.max, IM_COL32(37, 99, 235, 255), px(6), 0, px(2));
    }
  }

  bool button(const char* id, const std::string& name, ImVec2 at, Role role = Role::button, Tristate checked = Tristate::absent) {
    Node made = node(id, role, name, at, ImVec2(160, 32));
    made.checked = checked;
    const bool hovered = ImGui::IsMouseHoveringRect(made.min, made.max);
    box(made, checked == Tristate::yes ? IM_COL32(160, 190, 255, 255) : hovered ? IM_COL32(210, 214, 224, 255) : IM_COL32(228, 231, 236, 255));
    words(made, name);
    const bool pressed = semantics_.activated(made.id);
    semantics_.leaf(std::move(made));
    return pressed;
  }

  void field(const char* id, const std::string& name, std::string& value, ImVec2 at, Role role = Role::textbox) {
    Node made = node(id, role, name, at, ImVec2(240, role == Role::textarea ? 80 : 32));
    if (const TextInput* typed = semantics_.text_input(made.id)) {
      value = typed->value;
      if (typed->committed) log_ = "committed " + value;
    }
    made.value = value;
    made.font_px = px(14 * 1.265F);
    made.pad_x = px(10);
    made.ink = IM_COL32(16, 24, 40, 255);
    box(made, IM_COL32(255, 255, 255, 255));
    if (semantics_.focused() != made.id) words(made, value);
    semantics_.leaf(std::move(made));
  }

  void rows() {
    const bool big = router_.address().find("big") != std::string::npos;
    const float high = big ? 16 : 32;
    const float tall = big ? 590 : 200;
    const int cells = big ? 12 : 1;
    const int shown = big ? 38 : 8;
    const int all = big ? 10000 : 100;
    Node area = node("area", Role::scroll, "", ImVec2(460, 100), ImVec2(300, tall));
    area.content_height = px(high * static_cast<float>(all));
    const float y = semantics_.scroll_of(area.id).value_or(ImVec2(0, 0)).y;
    const int first = static_cast<int>(y / px(high));
    ImGui::GetWindowDrawList()->PushClipRect(area.min, area.max, true);
    semantics_.open(std::move(area));
    Node grid = node("grid", Role::grid, "Rows", ImVec2(460, 100), ImVec2(300, high * static_cast<float>(all)));
    grid.min.y -= y;
    grid.max.y -= y;
    grid.row_count = all;
    semantics_.open(std::move(grid));
    for (int i = first; i < first + shown && i < all; ++i) {
      const std::string name = "Row " + std::to_string(i + 1);
      Node row = node(name.c_str(), Role::row, "", ImVec2(460, 100 + high * static_cast<float>(i)), ImVec2(300, high));
      row.min.y -= y;
      row.max.y -= y;
      row.row_index = i + 1;
      row.focusable = true;
      box(row, i % 2 == 0 ? IM_COL32(255, 255, 255, 255) : IM_COL32(240, 242, 246, 255));
      words(row, name);
      if (semantics_.activated(row.id)) log_ = "opened " + name;
      const ImVec2 top = row.min;
      semantics_.open(std::move(row));
      for (int c = 0; c < cells; ++c) {
        Node cell = node((name + "cell" + std::to_string(c)).c_str(), Role::gridcell, c == 0 ? name : "cell " + std::to_string(c), ImVec2(0, 0), ImVec2(300 / static_cast<float>(cells), high));
        const ImVec2 size(cell.max.x - cell.min.x, cell.max.y - cell.min.y);
        cell.min = ImVec2(top.x + static_cast<float>(c) * size.x, top.y);
        cell.max = ImVec2(cell.min.x + size.x, cell.min.y + size.y);
        cell.column_index = c + 1;
        semantics_.leaf(std::move(cell));
      }
      semantics_.close();
    }
    semantics_.close();
    semantics_.close();
    ImGui::GetWindowDrawList()->PopClipRect();
  }

  void dialog() {
    Node made = node("dialog", Role::dialog, "Convert lead", ImVec2(200, 150), ImVec2(400, 200));
    ImGui::GetWindowDrawList()->AddRectFilled(made.min, made.max, IM_COL32(255, 255, 255, 255), px(8));
    semantics_.open(std::move(made));
    field("answer", "Answer", answer_, ImVec2(220, 170));
    const bool escaped = semantics_.key() != nullptr && semantics_.key()->key == "Escape";
    if (escaped) semantics_.consume_key();
    if (button("cancel", "Cancel", ImVec2(220, 300)) || escaped) open_ = false;
    semantics_.close();
  }

  void draw() {
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("page", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus);
    Node main = node("main", Role::main, "", ImVec2(0, 0), ImVec2(0, 0));
    main.max = ImGui::GetIO().DisplaySize;
    semantics_.open(std::move(main));
    Node title = node("title", Role::heading, "Platform", ImVec2(20, 10), ImVec2(200, 32));
    title.level = 1;
    words(title, title.name);
    semantics_.leaf(std::move(title));

    field("company", "Company", company_, ImVec2(20, 60));
    field("note", "Note", note_, ImVec2(20, 110), Role::textarea);
    if (button("save", "Save", ImVec2(20, 210))) log_ = "saved " + company_ + " " + std::to_string(++saves_);
    if (button("open", "Convert", ImVec2(200, 210))) open_ = true;
    if (button("agree", "Agree", ImVec2(20, 250), Role::checkbox, agreed_ ? Tristate::yes : Tristate::no)) agreed_ = !agreed_;
    if (button("file", "Choose file", ImVec2(200, 250))) {
      files_.choose(".csv", [this](auto file) { log_ = "opened " + file.name + " " + std::to_string(file.bytes.size()); });
    }
    if (button("export", "Export", ImVec2(380, 310))) {
      const cohoi::Status saved = files_.save("khách.csv", "text/csv", [](const auto& piece) { return piece("\xEF\xBB\xBF" "Tên\n"); });
      log_ = saved ? "exported" : "export failed";
    }
    if (button("copy", "Copy", ImVec2(380, 350))) files_.copy_text("Tiếng Việt");

    Node stage = node("stage", Role::select, "Stage", ImVec2(20, 290), ImVec2(160, 32));
    if (const TextInput* chosen = semantics_.text_input(stage.id)) stage_ = chosen->value;
    stage.options = {{"new", "Mới"}, {"won", "Thắng"}, {"lost", "Thua"}};
    stage.value = stage_;
    box(stage, IM_COL32(255, 255, 255, 255));
    words(stage, stage_);
    semantics_.leaf(std::move(stage));

    semantics_.open(node("need", Role::radiogroup, "Need", ImVec2(20, 330), ImVec2(160, 110)));
    const char* answers[] = {"Yes", "No", "Unknown"};
    for (int i = 0; i < 3; ++i) {
      if (button(answers[i], answers[i], ImVec2(20, 330 + 36 * static_cast<float>(i)), Role::radio, need_ == i ? Tristate::yes : Tristate::no)) need_ = i;
    }
    semantics_.close();

    Node link = node("link", Role::link, "Leads", ImVec2(200, 290), ImVec2(80, 32));
    link.href = "#/leads";
    words(link, link.name);
    semantics_.leaf(std::move(link));
    rows();
    Node status = node("status", Role::status, log_ + " @" + router_.address(), ImVec2(20, 450), ImVec2(500, 32));
    words(status, status.name);
    semantics_.leaf(std::move(status));
    semantics_.close();
    if (open_) dialog();
    if (router_.address() == "#/unnamed") {
      ImGui::SetCursorPos(ImVec2(px(600), px(400)));
      ImGui::InvisibleButton("Forgotten", ImVec2(px(40), px(40)));
    }
    if (const KeyPress* key = semantics_.key(); key != nullptr && key->ctrl && key->key == "k") {
      semantics_.consume_key();
      log_ = "search";
    }
    ImGui::End();
  }

  Semantics semantics_;
  cohoi::platform::CanvasBackend canvas_{semantics_};
  cohoi::platform::Mirror mirror_{semantics_, canvas_};
  cohoi::platform::Browser browser_;
  cohoi::platform::Router router_;
  cohoi::platform::Files files_;
  cohoi::platform::Fonts fonts_;
  std::string company_, note_, answer_, stage_ = "new", log_ = "ready";
  bool agreed_ = false, open_ = false;
  int need_ = 2, saves_ = 0;
};

}  // namespace

int main() {
  // Lives as long as the page: main returns and the browser's events go on.
  auto trial = std::make_unique<Trial>();
  trial.release()->start();
  return 0;
}
