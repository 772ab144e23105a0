// Where things go. There is always a current region with a left edge, a width and a cursor that moves down; widgets take the
// next rectangle from it with place(). Rows, inlines, cards and pages open regions inside and hand the room back when their
// scope ends. Sizes in the interface are CSS pixels, rectangles are device pixels.
#pragma once

#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "web/ui/paint.h"
#include "web/ui/rect.h"
#include "web/ui/semantics.h"
#include "web/ui/typography.h"

namespace cohoi::ui {

inline constexpr float gap_small = 8.0F, gap_medium = 12.0F, gap_large = 16.0F, gap_section = 24.0F;

// The next rectangle: full width, or of its natural width (device pixels both).
[[nodiscard]] Rect place(float height);
[[nodiscard]] Rect place(ImVec2 natural);
void space(float css);                       // extra room
[[nodiscard]] float region_width();          // device pixels
[[nodiscard]] float region_css_width();      // CSS pixels, for local responsive choices
[[nodiscard]] float remaining_height();      // device pixels to the end of the page, panel or dialog body; for lists and boards

// Things under each other with this gap.
class Stack {
 public:
  explicit Stack(float css_gap = gap_small);
  ~Stack();
  Stack(const Stack&) = delete;
  Stack& operator=(const Stack&) = delete;

 private:
  float gap_before_;
};

// Things of natural width beside each other, centred on one line, going on below when there is no more room.
class Inline {
 public:
  explicit Inline(Align align = Align::start, float css_gap = gap_small);
  ~Inline();
  Inline(const Inline&) = delete;
  Inline& operator=(const Inline&) = delete;

 private:
  bool joins_;  // inside another one: goes on in its line
};

struct Width {
  enum class Kind : unsigned char { fixed, flexible, natural } kind;
  float amount;
};
[[nodiscard]] constexpr Width fixed(float css) { return Width{Width::Kind::fixed, css}; }
[[nodiscard]] constexpr Width flexible(float weight = 1.0F) { return Width{Width::Kind::flexible, weight}; }
[[nodiscard]] constexpr Width natural() { return Width{Width::Kind::natural, 0.0F}; }  // as wide as its content was in the last frame

// Cells beside each other: Row row({flexible(), fixed(200)}); …; row.next(); …  Under `stack_below` CSS pixels of room the
// cells stand under each other instead.
class Row {
 public:
  explicit Row(std::initializer_list<Width> widths, float css_gap = gap_large, float stack_below = 0.0F);
  explicit Row(const std::vector<Width>& widths, float css_gap = gap_large, float stack_below = 0.0F);
  ~Row();
  Row(const Row&) = delete;
  Row& operator=(const Row&) = delete;
  void next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// As many equal columns as fit at this least width, up to `most`.
[[nodiscard]] std::vector<Width> equal_columns(float least_css_width, int most, float css_gap = gap_large);

// Room on all sides.
class Inset {
 public:
  explicit Inset(float css_x, float css_y);
  ~Inset();
  Inset(const Inset&) = delete;
  Inset& operator=(const Inset&) = delete;

 private:
  float pad_y_;
};

// A named place in the mirror without a look: role group, form, navigation, list, … An item that walks is one tab stop of its list:
// arrows go between them, Tab goes on into what it holds, and it lights up under the pointer.
class Group {
 public:
  Group(std::string_view key, Role role, std::string name, bool walks = false);
  ~Group();
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;
  [[nodiscard]] bool activated() const;

 private:
  ImGuiID id_;
  float top_;
};

// A white box with a hairline border and a soft shadow.
class Card {
 public:
  explicit Card(float css_padding = gap_large);
  ~Card();
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

using Draw = std::function<void()>;

// A card with a 16 semibold heading, actions at its right end, and a gap of 12 between the things inside.
class Section {
 public:
  explicit Section(const std::string& title, const Draw& actions = nullptr);
  ~Section();
  Section(const Section&) = delete;
  Section& operator=(const Section&) = delete;

 private:
  std::unique_ptr<Card> card_;
  std::unique_ptr<Stack> stack_;
};

enum class PageBody : unsigned char {
  scrolls,  // one column of any length
  fills,    // the height of the window: one list or board takes remaining_height()
};

// One screen inside the shell's main area: title, actions beside it (below it on a phone), then the body with the page padding.
class Page {
 public:
  Page(std::string_view key, const std::string& title, PageBody body, const Draw& actions = nullptr, const Draw& above_title = nullptr);
  ~Page();
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// A rectangle of the screen as a region of its own, for the shell: rail, top bar, main, side panel.
class Area {
 public:
  explicit Area(const Rect& rect, float css_padding = 0.0F);
  ~Area();
  Area(const Area&) = delete;
  Area& operator=(const Area&) = delete;

 private:
  std::unique_ptr<Clip> clip_;
};

}  // namespace cohoi::ui
