#include "web/ui/list_cells.h"

#include <cmath>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/ui/paint.h"

namespace cohoi::ui {

namespace {

constexpr float small_avatar = 22.0F;

// Chips from the left, as many as fit; the rest as a number.
void draw_chips(const Rect& box, const std::vector<Chip>& looks) {
  const float height = px(20);
  const float gap = px(4);
  float x = box.min.x;
  for (std::size_t i = 0; i < looks.size(); ++i) {
    const float wanted = chip_width(looks[i]);
    const std::size_t rest = looks.size() - i - 1;
    const Chip more{.label = "+" + std::to_string(rest + 1), .tone = Tone::second};
    const float reserve = rest == 0 ? 0.0F : chip_width(more) + gap;
    const bool fits = x + wanted + (rest == 0 ? 0.0F : reserve) <= box.max.x + 0.5F;
    const bool first = i == 0;
    const float y = std::round(box.centre().y - height * 0.5F);
    if (!fits && !first) {
      draw_chip(Rect{ImVec2(x, y), ImVec2(std::min(x + chip_width(more), box.max.x), y + height)}, more);
      return;
    }
    const float width = std::max(px(24), std::min(wanted, box.max.x - x - (fits ? 0.0F : reserve)));
    draw_chip(Rect{ImVec2(x, y), ImVec2(x + width, y + height)}, looks[i]);
    x += width + gap;
  }
}

bool draw_content(const Rect& box, const CellContent& content, Align align, TextStyle style) {
  const Theme& t = theme();
  switch (content.kind) {
    case CellContent::Kind::chips: draw_chips(box, content.chips); return content.chips.size() > 1;
    case CellContent::Kind::person:
      if (content.words.empty()) return false;
      draw_avatar(ImVec2(box.min.x + px(small_avatar) * 0.5F, box.centre().y), content.words, small_avatar);
      return draw_text(box.from(px(small_avatar + 8.0F)), content.words, style, t.text);
    case CellContent::Kind::mark:
      draw_icon(ImVec2(box.min.x + px(8), box.centre().y), content.icon, 16.0F, ink_of(t, content.tone));
      return false;
    case CellContent::Kind::link:
    case CellContent::Kind::text: break;
  }
  return draw_text(box, content.words, content.semibold ? TextStyle::semibold : style, ink_of(t, content.tone), align);
}

void draw_link(ImGuiID id, const Rect& box, const CellContent& content, TextStyle style) {
  const Rect words = box.left(std::min(box.width(), text_width(content.words, style)));
  const Rect hit{ImVec2(words.min.x, box.min.y + px(4)), ImVec2(words.max.x, box.max.y - px(4))};
  const Touch now = touch(id, hit);
  draw_text(box, content.words, style, now.hovered ? theme().accent : theme().text);
  if (now.ring) focus_ring(hit, radius_control);
  Node node = node_of(id, Role::link, content.words, hit);
  node.href = content.href;
  node.untabbed = true;  // the row opens by Enter
  semantics().leaf(std::move(node));
}

// Stands at the end of the cell under the pointer.
void draw_pen(ImGuiID id, const Rect& cell, const std::string& label) {
  const Rect box{ImVec2(cell.max.x - px(28), cell.centre().y - px(12)), ImVec2(cell.max.x - px(4), cell.centre().y + px(12))};
  const Touch now = touch(id, box);
  fill(box, mix(theme().surface, theme().hover, 0.7F), radius_control);
  if (now.hovered) fill(box, theme().pressed, radius_control);
  draw_icon(box.centre(), icon::pencil, 14.0F, now.hovered ? theme().text : theme().second);
  Node node = node_of(id, Role::button, text::ui_edit_cell(label), box);
  node.untabbed = true;
  semantics().leaf(std::move(node));
}

}  // namespace

CellContent& CellCollector::next(CellContent::Kind kind) {
  if (used_ == cells_.size()) cells_.emplace_back();
  CellContent& cell = cells_[used_++];
  cell.kind = kind;
  cell.words.clear();
  cell.href.clear();
  cell.chips.clear();
  cell.tone = Tone::normal;
  cell.semibold = false;
  cell.icon = nullptr;
  return cell;
}

void CellCollector::text(std::string_view value, Tone tone, bool semibold) {
  CellContent& cell = next(CellContent::Kind::text);
  cell.words = value;
  cell.tone = tone;
  cell.semibold = semibold;
}

void CellCollector::link(std::string_view label, std::string_view href) {
  CellContent& cell = next(CellContent::Kind::link);
  cell.words = label;
  cell.href = href;
  cell.semibold = true;
}

void CellCollector::chips(const std::vector<Chip>& looks) {
  CellContent& cell = next(CellContent::Kind::chips);
  cell.chips = looks;
  for (const Chip& look : looks) cell.words += (cell.words.empty() ? "" : ", ") + look.label;
}

void CellCollector::person(std::string_view name) { next(CellContent::Kind::person).words = name; }

void CellCollector::mark(Icon icon, std::string_view name, Tone tone) {
  CellContent& cell = next(CellContent::Kind::mark);
  cell.words = name;
  cell.icon = icon;
  cell.tone = tone;
}

void draw_cell(ImGuiID id, const Rect& cell, const Rect& box, const CellContent& content, Align align, int column_index, bool focusable,
               ImGuiID pen, const std::string& label) {
  Node node = node_of(id, Role::gridcell, content.words, cell);
  node.column_index = column_index;
  node.focusable = focusable;
  semantics().open(std::move(node));
  if (content.kind == CellContent::Kind::link && !content.words.empty()) {
    draw_link(sub_id(id, "link"), box, content, TextStyle::semibold);
  } else {
    const bool cut = draw_content(box, content, align, TextStyle::body);
    if (cut || content.kind == CellContent::Kind::mark) offer_tooltip(id, cell, content.words);
  }
  if (pen != 0) draw_pen(pen, cell, label);
  semantics().close();
}

void draw_two_lines(ImGuiID row, const Rect& box, const CellCollector& cells, const std::vector<Column>& columns) {
  if (cells.size() == 0) return;
  const float first_height = metrics(TextStyle::semibold).line_height;
  const float second_height = px(20);
  const float top = std::round(box.centre().y - (first_height + px(2) + second_height) * 0.5F);
  const Rect first{ImVec2(box.min.x, top), ImVec2(box.max.x, top + first_height)};
  Rect second = first.moved(0.0F, first_height + px(2));
  second.max.y = second.min.y + second_height;
  float lead = 0.0F;
  if (cells[0].kind == CellContent::Kind::person) {
    draw_avatar(ImVec2(box.min.x + px(16), box.centre().y), cells[0].words, 32.0F);
    lead = px(32.0F + 10.0F);
  }
  CellContent name = cells[0];
  if (name.kind == CellContent::Kind::person) name.kind = CellContent::Kind::text;
  name.semibold = true;
  draw_cell(sub_id(row, std::size_t{0}), first.from(lead), first.from(lead), name, Align::start, 1);

  // The others below, chips at the end of that line; what does not fit shows in the record.
  Rect rest = second.from(lead);
  for (std::size_t i = 1; i < cells.size(); ++i) {
    if (cells[i].kind != CellContent::Kind::chips || cells[i].chips.empty()) continue;
    const float width = std::min(chip_width(cells[i].chips.front()) + (cells[i].chips.size() > 1 ? px(36) : 0.0F), rest.width() * 0.5F);
    const Rect chips = rest.right(width);
    draw_cell(sub_id(row, i), chips, chips, cells[i], Align::start, static_cast<int>(i) + 1);
    rest.max.x -= width + px(8);
    break;
  }
  const auto shown = [&](std::size_t i) { return cells[i].kind != CellContent::Kind::chips && !cells[i].words.empty(); };
  // A number cut short reads as another one: the first has the room it needs, whatever stands before it.
  const auto is_number = [&](std::size_t i) { return i < columns.size() && columns[i].align == Align::end; };
  std::size_t number = 1;
  while (number < cells.size() && !(shown(number) && is_number(number))) ++number;
  const float needed = number < cells.size() ? text_width(cells[number].words, TextStyle::body) + px(16) : 0.0F;
  float x = rest.min.x;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    if (!shown(i)) continue;
    CellContent part = cells[i];
    part.kind = CellContent::Kind::text;
    part.tone = part.tone == Tone::normal ? Tone::second : part.tone;
    part.semibold = false;
    const float separator = x > rest.min.x ? px(16) : 0.0F;
    const float whole = text_width(part.words, TextStyle::body);
    const float width = std::min(whole, rest.max.x - x - separator - (i < number ? needed : 0.0F));
    if (width < (is_number(i) ? whole : std::min(whole, px(28)))) continue;
    if (separator > 0.0F) dot(ImVec2(x + px(8), rest.centre().y), 1.5F, theme().second);
    const Rect piece{ImVec2(x + separator, rest.min.y), ImVec2(x + separator + width, rest.max.y)};
    draw_cell(sub_id(row, i), piece, piece, part, Align::start, static_cast<int>(i) + 1);
    x = piece.max.x;
  }
}

}  // namespace cohoi::ui
