// What the canvas shows, said in words: every frame the widgets record a tree of nodes (role, name, states, place), and the
// platform turns it into real DOM elements lying exactly over the picture (the mirror). In the other direction the mirror's
// DOM events come back here, keyed by the node's id, and the widgets ask for them while they draw.
//
// The DOM owns behaviour (activation, focus, text editing, scrolling, choice lists); Dear ImGui owns layout and picture.
// Rules that are easy to miss: a scroll node is drawn at scroll_of(id) in the same frame (SetNextWindowScroll, not SetScrollY);
// a text field records what text_input gave it in that very frame; the placeholder is drawn by the canvas, focused or not;
// want_focus counts when it turns true; a link's plain click changes the address by itself, so activated(link) must not navigate.
// An id of 0 is fine for text that never changes place among its siblings.
//
// Knows nothing of JS: web/platform carries the diff out and the events in.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cohoi::ui {

// One value per kind of DOM element the mirror can make. The comment says which element and role it becomes.
enum class Role : std::uint8_t {
  scroll,         // <div> overflow:auto, no role; children live in its content; sends scroll events
  group,          // role=group (named) or plain <div> when the name is empty
  navigation,     // <nav>
  banner,         // <header role=banner>
  main,           // <main>
  complementary,  // <aside>
  region,         // <section role=region>; stays within reach over an open dialog: the toasts
  form,           // <form role=form>, never submitted
  heading,        // <h1>…<h4>, by Node::level
  text,           // <span>
  img,            // role=img
  status,         // role=status (polite live region)
  alert,          // role=alert (assertive)
  button,         // <button type=button>
  link,           // <a href>
  textbox,        // <input type=text>, or type/inputmode by Node::input
  textarea,       // <textarea>
  searchbox,      // <input type=search>
  spinbutton,     // <input inputmode=decimal role=spinbutton>
  select,         // <select> (role combobox) with Node::options
  combobox,       // <input role=combobox> with a listbox of its own
  listbox,        // role=listbox
  option,         // role=option
  checkbox,       // role=checkbox, aria-checked
  radiogroup,     // role=radiogroup; arrow keys move among its radios (roving tabindex)
  radio,          // role=radio, aria-checked
  grid,           // role=grid, aria-rowcount/colcount
  row,            // role=row, aria-rowindex
  columnheader,   // role=columnheader, aria-sort, focusable
  gridcell,       // role=gridcell, aria-colindex
  list,           // role=list
  listitem,       // role=listitem, focusable when Node::focusable
  dialog,         // role=dialog aria-modal=true; the rest of the page becomes inert while one is open; focus goes in and comes back
  tablist,        // role=tablist
  tab,            // role=tab, aria-selected
  tabpanel,       // role=tabpanel
  menu,           // role=menu
  menuitem,       // role=menuitem
  progressbar,    // role=progressbar, aria-valuenow
  separator,      // role=separator
};

enum class Tristate : std::uint8_t { absent, no, yes, mixed };
enum class Sort : std::uint8_t { absent, none, ascending, descending };

struct Option {
  std::string value;
  std::string label;
};

struct Node {
  ImGuiID id = 0;        // unique in the frame, stable across frames
  Role role = Role::group;
  std::string name;      // accessible name = the visible label, never empty for anything interactive
  ImVec2 min{}, max{};   // place on the canvas in device pixels
  std::string value;     // text of fields, chosen value of a select, valuetext of progress
  std::string hint;      // aria-description and title
  std::string error;     // aria-invalid and its message
  std::string href;      // links
  std::string input;     // "", "email", "tel", "decimal", "numeric", "url", "password"
  std::string placeholder;
  std::vector<Option> options;  // select only
  int level = 0;         // headings
  int row_count = -1, row_index = -1, column_count = -1, column_index = -1;  // grids; indexes are 1-based as in ARIA
  int max_length = 0;    // bytes are not counted: UTF-16 units as in HTML; 0 = no limit
  Tristate checked = Tristate::absent, selected = Tristate::absent, expanded = Tristate::absent, pressed = Tristate::absent;
  Sort sort = Sort::absent;
  bool disabled = false;   // aria-disabled: still focusable and still activates (a refused command explains itself)
  bool required = false;
  bool read_only = false;
  bool focusable = false;  // for roles that are not focusable by nature (row, listitem, gridcell)
  bool untabbed = false;   // reached by pointer and by keys of its composite, no tab stop of its own
  bool current = false;    // aria-current=page
  bool want_focus = false; // move DOM focus here once (the recorder clears it after sending)
  float content_height = 0, content_width = 0;  // scroll only: size of the content in device pixels
  float font_px = 0;       // text fields: device pixels of the canvas font, so that the real input looks the same
  ImU32 ink = 0;           // text fields: colour of the text (ImGui packing)
  float pad_x = 0;         // text fields: left and right inset of the text in device pixels
  float pad_y = 0;         // textarea: from its top to its first line; one-line fields are centred
  float line_height = 0;   // textarea
};

// A key press that the browser did not need itself (never text, never reserved browser keys).
struct KeyPress {
  std::string key;   // KeyboardEvent.key: "ArrowDown", "Enter", "Escape", "k", "F2" …
  ImGuiID target = 0;  // focused node, 0 when none
  bool ctrl = false, shift = false, alt = false;  // ctrl is also Meta on macOS
  bool in_text = false;  // the target is a text field
};

struct TextInput {
  ImGuiID id = 0;
  std::string value;   // whole text, UTF-8
  bool committed = false;  // a DOM change event: blur or Enter, or a select's choice
};

struct Scrolled {
  ImGuiID id = 0;
  float x = 0, y = 0;  // device pixels
};

// Recorder for one page. Not thread-safe; lives as long as the ImGui context.
class Semantics {
 public:
  // --- recording, called by widgets between begin_frame and end_frame ---
  void begin_frame();
  void end_frame();                 // consumes the frame's events
  void open(Node node);             // a node with children, until close()
  void close();
  void leaf(Node node);
  [[nodiscard]] ImGuiID parent() const;  // id of the innermost open node, 0 at top

  // --- events of this frame, keyed by node id ---
  [[nodiscard]] bool activated(ImGuiID id) const;             // DOM click
  [[nodiscard]] bool activated_twice(ImGuiID id) const;       // dblclick
  [[nodiscard]] bool activated_with_shift() const;            // modifiers of the last click
  [[nodiscard]] bool activated_with_ctrl() const;
  [[nodiscard]] const TextInput* text_input(ImGuiID id) const;  // newest input/change of that field, nullptr when none
  [[nodiscard]] ImGuiID focused() const;                      // node with DOM focus, 0 when none
  [[nodiscard]] bool focus_visible() const;                   // the ring is wanted (keyboard, not pointer)
  [[nodiscard]] const KeyPress* key() const;                  // oldest unconsumed key press, nullptr when none
  void consume_key();
  [[nodiscard]] std::optional<ImVec2> scroll_of(ImGuiID id) const;  // kept across frames
  void set_scroll(ImGuiID id, ImVec2 position);               // asks the DOM to scroll there (device pixels)
  void focus(ImGuiID id);                                     // asks for DOM focus after this frame
  void announce(std::string text, bool assertive = false);    // through the live regions

  // --- platform side ---
  void push_click(ImGuiID id, bool twice, bool ctrl, bool shift);
  void push_text(TextInput input);
  void push_focus(ImGuiID id, bool visible);                  // id 0 = blur
  void push_key(KeyPress key);
  void push_scroll(Scrolled scrolled);
  [[nodiscard]] bool has_events() const;                      // a frame is wanted
  [[nodiscard]] bool has_text() const;                        // text came that no frame has seen yet
  [[nodiscard]] std::uint32_t consumed_keys() const;          // rises with consume_key: the browser then keeps off that key
  // JSON patch since the last call: {"remove":[ids],"put":[nodes],"order":[[parent,[children]]…],"focus":id,"scroll":[…],"say":[…]};
  // empty when nothing changed. Only fields that differ from their defaults are written.
  [[nodiscard]] std::string take_patch();
  // Ids that ImGui submitted this frame as items without a node of theirs here (for the completeness test).
  [[nodiscard]] const std::vector<ImGuiID>& unnamed() const;
  [[nodiscard]] std::string label_of(ImGuiID id) const;       // what ImGui called an unnamed item, "" when it did not say
  void note_item(ImGuiID id, const char* debug_label);        // called by the ImGui item hook

  Semantics();
  ~Semantics();
  Semantics(const Semantics&) = delete;
  Semantics& operator=(const Semantics&) = delete;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Lets ImGui's item hooks report to `semantics` (nullptr: stop). Items cost a look-up each, so it is on only while asked for.
void watch_items(ImGuiContext* context, Semantics* semantics);

}  // namespace cohoi::ui
