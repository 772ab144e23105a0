// Over the page: dialogs, the side panel, toasts. Draw them after the page's scope has ended, not inside a scroll area.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/layout.h"
#include "web/ui/theme.h"

namespace cohoi::ui {

struct DialogLook {
  std::string title;
  bool wide = false;       // 960 px instead of 480; a full-width sheet under 700 px
  std::string sentence;    // below the title
};

// Dialog dialog("convert", {.title = …}); body widgets; dialog.footer(); buttons (right-aligned, the primary one last);
// if (dialog.dismissed()) state.open = false;   Escape and the close button dismiss. Focus goes in and comes back by itself.
class Dialog {
 public:
  Dialog(std::string_view key, const DialogLook& look);
  ~Dialog();
  Dialog(const Dialog&) = delete;
  Dialog& operator=(const Dialog&) = delete;
  void footer();
  [[nodiscard]] bool dismissed() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// A column beside a list, in the place it is given. Not modal. With `href` the title is the link to the whole page.
class SidePanel {
 public:
  SidePanel(std::string_view key, const std::string& title, const Rect& box, const std::string& href = {});
  ~SidePanel();
  SidePanel(const SidePanel&) = delete;
  SidePanel& operator=(const SidePanel&) = delete;
  [[nodiscard]] bool dismissed() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};
[[nodiscard]] float side_panel_width();  // device pixels

// What was done, with a way back. Owned by the shell; shown for eight seconds, or until dismissed when it is bad news.
class Toasts {
 public:
  void show(std::string sentence, Tone tone = Tone::normal, std::string action_label = {}, std::string action_tag = {});
  // Draws the stack at the bottom of the page; returns the tag of an action pressed in this frame, else "".
  [[nodiscard]] std::string draw();
  [[nodiscard]] bool empty() const { return toasts_.empty(); }

 private:
  struct Toast {
    std::uint64_t number = 0;
    std::string sentence;
    Tone tone = Tone::normal;
    std::string action_label, action_tag;
    double until = 0.0;  // 0 = not drawn yet, below 0 = until dismissed
    bool over_dialog = false;  // it came while one was open, and is about that
    bool waits = false;        // for a dialog to close
  };
  std::vector<Toast> toasts_;
  std::uint64_t next_number_ = 1;
};

}  // namespace cohoi::ui
