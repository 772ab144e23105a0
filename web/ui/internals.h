// State behind the widgets: the stacks of the frame being drawn and the little that lives across frames. For web/ui only.
#pragma once

#include <imgui.h>

#include <cfloat>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "web/ui/context.h"
#include "web/ui/rect.h"
#include "web/ui/typography.h"

namespace cohoi::ui {

struct MenuItem;

struct Region {
  float x = 0.0F, width = 0.0F;
  float y = 0.0F;            // where the last thing ended
  float limit = FLT_MAX;     // where the room ends
  float gap = 0.0F;
  bool empty = true;         // nothing placed yet: no gap before the first thing
  float natural = 0.0F;      // widest natural width met, for cells that fit their content
  bool inline_flow = false;
  ImGuiID key = 0;           // of an inline
  float line_x = 0.0F, line_top = 0.0F, line_height = 0.0F, tallest = 0.0F;
};

struct IdLevel {
  ImGuiID seed = 0;
  int ordinal = 0;  // of the nameless layout things inside
};

// The one menu or option list that is open.
struct Popup {
  ImGuiID owner = 0;
  int active = -1;       // highlighted option of a picker
  bool typed = false;    // a picker opened by typing: its first option is the one Enter takes
  int age = 0;           // frames
  int away = 0;          // frames without focus or pointer in it
  Rect rect;
};

// The words shown beside what the pointer rests on, or what the keyboard has reached.
struct Tooltip {
  ImGuiID owner = 0, wanted = 0;  // shown or waiting; asked for in this frame
  double since = 0.0;
  Rect anchor;
  std::string words;
  bool by_focus = false;
};

struct Drag {
  ImGuiID source = 0;    // what was pressed
  bool moving = false;   // beyond the threshold
  ImVec2 start{}, offset{};
  std::string key, from; // board: the card; list: the column, and the one it would stand before
  std::size_t lane = 0, column = 0, index = 0;  // board: where the card was taken from
};

struct Internals {
  std::vector<Region> regions;
  std::vector<IdLevel> ids;
  std::unordered_map<ImGuiID, float> memory;
  std::vector<std::function<void()>> overlays;   // drawn above everything at the end of the dialog or frame
  std::vector<std::string> overflowing;
  Popup popup;
  Drag drag;
  Tooltip tooltip;
  ImGuiID refocus = 0;                  // moved by key: focused again where it goes …
  std::string refocus_from;             // … which is not here
  int frame = 0;
  int dialogs = 0, dialogs_before = 0;  // drawn so far in this frame; in the frame before
  int dim_frame = 0;                    // the last one that drew the dimming
  double dim_since = 0.0;
  int sideways = 0;                     // inside something that scrolls sideways: text may leave the clip
  int scroll_depth = 0;
  float fade = 1.0F;                    // 0 while something is only measured
  float bottom_inset = 0.0F;            // room the shell's bottom bar takes, for toasts
  int carried_until = 0;                // frame: a click before it ended a drag and is none
  Rect last_box;                        // of the last button, for what hangs under it
};

[[nodiscard]] Internals& internals();
[[nodiscard]] Region& region();
[[nodiscard]] ImDrawList* canvas();

// Sizes measured in the last frame. Remembering another value asks for one more frame, so that layout settles by itself.
[[nodiscard]] float recall(ImGuiID id, float otherwise);
void remember(ImGuiID id, float value);
[[nodiscard]] ImGuiID ordinal_id(std::string_view kind);   // for layout things without a key
[[nodiscard]] ImGuiID sub_id(ImGuiID id, std::string_view part);
[[nodiscard]] ImGuiID sub_id(ImGuiID id, std::size_t index);

// Full width in a column, natural width in an inline; either way the natural width is noted.
[[nodiscard]] Rect place_up_to(ImVec2 natural);
[[nodiscard]] Rect peek(float height);                     // where place(height) would be, without taking it
void break_line(Region& in);                               // of an inline: what follows begins below
void push_region(const Region& inner);
Region pop_region();

// What the pointer and the DOM say about a control. Submits the Dear ImGui item.
struct Touch {
  bool hovered = false, held = false, focused = false, ring = false, activated = false;
};
Touch touch(ImGuiID id, const Rect& rect);
[[nodiscard]] bool pointer_in(const Rect& rect);           // no other layer above, inside the clip

[[nodiscard]] Node node_of(ImGuiID id, Role role, std::string name, const Rect& rect);
void text_node(std::string name, const Rect& rect, std::string hint = {});
// The next unconsumed key if its target is that control (or any, when 0); consumed when it is one of `names`.
[[nodiscard]] bool take_key(ImGuiID target, std::string_view name);

// A Dear ImGui window without a look, in front of those before it. Rectangle in device pixels.
class Layer {
 public:
  Layer(ImGuiID id, const Rect& rect, bool front = true);
  ~Layer();
  Layer(const Layer&) = delete;
  Layer& operator=(const Layer&) = delete;
};
void draw_dim();                  // over the page under a dialog; comes softly
void draw_overlays();
[[nodiscard]] Rect last_box();  // of the last button
// Asks for a tooltip if the pointer rests on the rectangle or the control shows its focus.
void offer_tooltip(ImGuiID id, const Rect& rect, std::string_view words, bool focus_shown = false);
void draw_tooltip();
// The menu of `owner`, opened by a press or by arrow down while it has the focus; the key of the item chosen in this frame.
[[nodiscard]] std::optional<std::string> run_menu(ImGuiID owner, const std::string& name, bool pressed, const Rect& anchor, const std::vector<MenuItem>& items);
[[nodiscard]] Rect page_rect();
// Below the anchor, or above it when there is more room; inside the page.
[[nodiscard]] Rect popup_rect(const Rect& anchor, ImVec2 size);

}  // namespace cohoi::ui
