#include "web/views/guide_view.h"

#include <array>
#include <cmath>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/ui/ui.h"

namespace cohoi::views {

namespace {

struct Line {
  std::string label, lead, opportunity;
};

std::array<Line, 5> lines() {
  return {{{text::guide_what(), text::guide_lead_what(), text::guide_opportunity_what()},
           {text::guide_who(), text::guide_lead_who(), text::guide_opportunity_who()},
           {text::guide_chance(), text::guide_lead_chance(), text::guide_opportunity_chance()},
           {text::guide_next(), text::guide_lead_next(), text::guide_opportunity_next()},
           {text::guide_becomes(), text::guide_lead_becomes(), text::guide_opportunity_becomes()}}};
}

void draw_name(const std::string& name, ui::Icon glyph, ui::Tone tone) {
  const ui::Inline line;
  ui::icon(glyph, tone, 20.0F);
  ui::heading(name, 2);
}

// Answer beside answer where there is room, else one after the other.
void draw_comparison() {
  const float narrow = 720;
  if (ui::region_css_width() < narrow) {
    for (const bool lead : {true, false}) {
      const ui::IdScope scope(lead ? "lead" : "opportunity");
      const ui::Card card;
      draw_name(lead ? text::guide_lead() : text::guide_opportunity(), lead ? icon::user_round_search : icon::target, lead ? ui::Tone::accent : ui::Tone::good);
      for (const auto& line : lines()) {
        const ui::Stack tight(2);
        ui::caption(line.label);
        ui::paragraph(lead ? line.lead : line.opportunity);
      }
    }
    return;
  }
  const ui::Card card;
  const auto columns = [] { return std::vector<ui::Width>{ui::fixed(168), ui::flexible(), ui::flexible()}; };
  {
    ui::Row row(columns(), ui::gap_section);
    row.next();
    draw_name(text::guide_lead(), icon::user_round_search, ui::Tone::accent);
    row.next();
    draw_name(text::guide_opportunity(), icon::target, ui::Tone::good);
  }
  std::size_t index = 0;
  for (const auto& line : lines()) {
    const ui::IdScope scope(index++);
    ui::divider();
    ui::Row row(columns(), ui::gap_section);
    ui::paragraph(line.label, ui::TextStyle::semibold);
    row.next();
    ui::paragraph(line.lead);
    row.next();
    ui::paragraph(line.opportunity);
  }
}

struct Step {
  std::string name, way;   // way: what leads to the next one
  ui::Icon glyph;
  ui::Tone tone;
  std::string aside;       // the other way it may end
};

std::array<Step, 5> steps() {
  return {{{text::guide_step_contact(), text::guide_way_lead(), icon::contact_round, ui::Tone::second, {}},
           {text::guide_step_lead(), text::guide_way_opportunity(), icon::user_round_search, ui::Tone::accent, text::guide_aside_lead()},
           {text::guide_step_opportunity(), text::guide_way_sale(), icon::target, ui::Tone::accent, text::guide_aside_opportunity()},
           {text::guide_step_sale(), text::guide_way_customer(), icon::trophy, ui::Tone::good, {}},
           {text::guide_step_customer(), {}, icon::building_2, ui::Tone::good, {}}}};
}

void draw_station(ImVec2 centre, const Step& step) {
  const auto& theme = ui::theme();
  const float radius = ui::px(24);
  const ui::Rect box{ImVec2(centre.x - radius, centre.y - radius), ImVec2(centre.x + radius, centre.y + radius)};
  ui::fill(box, ui::soft_of(theme, step.tone), ui::radius_full);
  ui::outline(box, ui::ink_of(theme, step.tone), ui::radius_full);
  ui::draw_icon(centre, step.glyph, 20.0F, ui::ink_of(theme, step.tone));
}

void draw_arrow(ImVec2 from, ImVec2 to, ImU32 ink) {
  ui::line(from, to, ink, 1.5F);
  const ImVec2 along(to.x - from.x, to.y - from.y);
  const float length = std::max(1.0F, std::hypot(along.x, along.y)), head = ui::px(6);
  const ImVec2 back(to.x - along.x / length * head, to.y - along.y / length * head);
  const ImVec2 side(-along.y / length * head * 0.7F, along.x / length * head * 0.7F);
  ui::line(ImVec2(back.x + side.x, back.y + side.y), to, ink, 1.5F);
  ui::line(ImVec2(back.x - side.x, back.y - side.y), to, ink, 1.5F);
}

// Left to right; on a narrow page from top to bottom. What it shows is said in the words under it, so it is one picture with one name.
void draw_journey() {
  const ui::Section section(text::guide_journey());
  const auto stations = steps();
  const auto& theme = ui::theme();
  const float count = static_cast<float>(stations.size());
  const bool upright = ui::region_css_width() < 760;
  const ui::Rect picture = ui::place(ui::px(upright ? 92.0F * count - 28.0F : 172.0F));
  const float line_height = ui::metrics(ui::TextStyle::caption).line_height, name_height = ui::metrics(ui::TextStyle::semibold).line_height;
  std::string told;
  for (std::size_t i = 0; i < stations.size(); ++i) {
    const Step& step = stations[i];
    told += (i > 0 ? ", " : "") + step.name;
    const float at = static_cast<float>(i);
    const float pitch = upright ? ui::px(92) : picture.width() / count;
    const ImVec2 centre = upright ? ImVec2(picture.min.x + ui::px(24), picture.min.y + ui::px(24) + pitch * at)
                                  : ImVec2(std::round(picture.min.x + pitch * (at + 0.5F)), picture.min.y + ui::px(44));
    const float reach = ui::px(24.0F + 6.0F);
    const bool last = i + 1 == stations.size();
    if (!last) draw_arrow(upright ? ImVec2(centre.x, centre.y + reach) : ImVec2(centre.x + reach, centre.y),
                          upright ? ImVec2(centre.x, centre.y + pitch - reach) : ImVec2(centre.x + pitch - reach, centre.y), theme.border_strong);
    draw_station(centre, step);
    if (upright) {
      const ui::Rect words{ImVec2(centre.x + ui::px(40), centre.y - ui::px(24)), ImVec2(picture.max.x, centre.y + ui::px(68))};
      ui::draw_text(words.top(name_height), step.name, ui::TextStyle::semibold, theme.text);
      ui::draw_wrapped(words.below(name_height + ui::px(2)), step.aside.empty() ? step.way : step.way + " · " + step.aside, ui::TextStyle::caption, theme.second, 3);
      continue;
    }
    const ui::Rect words{ImVec2(centre.x - pitch * 0.5F + ui::px(4), centre.y + ui::px(32)), ImVec2(centre.x + pitch * 0.5F - ui::px(4), picture.max.y)};
    ui::draw_text(words.top(name_height), step.name, ui::TextStyle::semibold, theme.text, ui::Align::centre);
    if (!step.aside.empty()) {
      // The branch that ends there, and its way back.
      draw_arrow(ImVec2(centre.x, words.min.y + name_height + ui::px(4)), ImVec2(centre.x, words.min.y + name_height + ui::px(22)), theme.border_strong);
      ui::draw_wrapped(words.below(name_height + ui::px(26)), step.aside, ui::TextStyle::caption, theme.second, 2);
    }
    if (last) continue;
    const ui::Rect way{ImVec2(centre.x + reach, centre.y - ui::px(8) - line_height * 2.0F), ImVec2(centre.x + pitch - reach, centre.y - ui::px(6))};
    ui::draw_wrapped(way, step.way, ui::TextStyle::caption, theme.second, 2);
  }
  ui::Node node;
  node.id = ui::id_of("journey");
  node.role = ui::Role::img;
  node.name = told;
  node.min = picture.min;
  node.max = picture.max;
  ui::semantics().leaf(std::move(node));
}

void draw_words() {
  const ui::Section section(text::guide_words());
  ui::Row row(ui::equal_columns(300, 3), ui::gap_section);
  const std::array<std::pair<std::string, std::string>, 6> words{{{text::guide_word_contact(), text::guide_word_contact_is()},
                                                                  {text::guide_word_account(), text::guide_word_account_is()},
                                                                  {text::guide_word_criterion(), text::guide_word_criterion_is()},
                                                                  {text::guide_word_conversion(), text::guide_word_conversion_is()},
                                                                  {text::guide_word_gate(), text::guide_word_gate_is()},
                                                                  {text::guide_word_owner(), text::guide_word_owner_is()}}};
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) row.next();
    const ui::Stack tight(2);
    ui::text(words[i].first, ui::TextStyle::semibold);
    ui::paragraph(words[i].second, ui::TextStyle::body, ui::Tone::second);
  }
}

}  // namespace

void draw_guide() {
  const ui::Page page("guide", text::guide_title(), ui::PageBody::scrolls);
  ui::paragraph(text::guide_lead_in(), ui::TextStyle::body, ui::Tone::second);
  draw_comparison();
  draw_journey();
  {
    const ui::Section section(text::guide_questions());
    ui::paragraph(text::guide_questions_first());
    ui::paragraph(text::guide_questions_second());
    ui::paragraph(text::guide_questions_score(), ui::TextStyle::body, ui::Tone::second);
  }
  draw_words();
}

}  // namespace cohoi::views
