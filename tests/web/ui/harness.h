// Draws screens without a browser: Dear ImGui frames that nobody renders, and the mirror's nodes as the page would have them.
//
//   ui_test::Page page;                                  // 1440 × 900, light, English
//   page.draw([&] { view.draw(model, state, sink); });   // settles the layout
//   page.click("button", "Save");                        // draws again with the click in it
//   CHECK(page.has("status", "Saved"));
#pragma once

#include <imgui.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/context.h"
#include "web/ui/semantics.h"

namespace cohoi::ui_test {

// One element of the mirror, as the last patch left it.
struct Element {
  ImGuiID id = 0;
  ImGuiID parent = 0;
  std::string role, name, value, hint, error, href, checked, selected, expanded, sort;
  int rows = -1, row = -1;
  int width = 0;  // of its box
  bool disabled = false, focusable = false, current = false;
  std::vector<std::pair<std::string, std::string>> options;
};

class Page {
 public:
  explicit Page(float width = 1440.0F, float height = 900.0F, float scale = 1.0F);
  ~Page();
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  using Draw = std::function<void()>;
  void draw(Draw what);   // three frames of it, as after any event; later events draw it again
  void frame();           // one more
  void resize(float width, float height);

  // The first element with that role and name (any name when empty), in the order of the page.
  [[nodiscard]] const Element* find(std::string_view role, std::string_view name = {}) const;
  [[nodiscard]] bool has(std::string_view role, std::string_view name = {}) const { return find(role, name) != nullptr; }
  [[nodiscard]] std::vector<const Element*> all(std::string_view role) const;
  [[nodiscard]] bool inside(const Element& element, std::string_view role, std::string_view name) const;
  [[nodiscard]] bool shows(std::string_view words) const;   // some element's name contains them

  // Events of the mirror; each draws three frames. False when there is no such element.
  bool click(std::string_view role, std::string_view name, bool shift = false);
  bool double_click(std::string_view role, std::string_view name);
  bool type(std::string_view role, std::string_view name, std::string_view text, bool commit = true);
  bool choose(std::string_view name, std::string_view option_label);   // in a select
  bool focus(std::string_view role, std::string_view name, bool visible = true);
  void press(std::string_view key, bool shift = false, bool ctrl = false);   // at the focused element
  // The mouse itself, for drags, the one thing that is not the DOM's; button: 1 down, 0 up, -1 as it is. Two frames.
  void pointer(float x, float y, int button = -1);
  void scroll(std::string_view inside_role, std::string_view inside_name, float y);

  ui::Semantics semantics;
  ui::Context context;
  [[nodiscard]] ImGuiID wished_focus() const { return wished_focus_; }   // newest focus of a patch
  [[nodiscard]] const std::vector<std::string>& said() const { return said_; }

 private:
  void settle();
  void apply(const std::string& patch);

  ImGuiContext* imgui_ = nullptr;
  Draw draw_;
  std::map<ImGuiID, Element> elements_;
  std::map<ImGuiID, std::vector<ImGuiID>> children_;
  std::vector<ImGuiID> order_;
  ImGuiID wished_focus_ = 0;
  std::vector<std::string> said_;
};

}  // namespace cohoi::ui_test
