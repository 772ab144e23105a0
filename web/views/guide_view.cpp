#include "web/views/guide_view.h"

#include <array>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/ui/ui.h"

namespace cohoi::views {

namespace {

struct Side {
  ui::Icon glyph;
  ui::Tone tone;
  std::string title;
  std::array<std::string, 5> lines;  // what it is, who it is, chance, what you do next, when it becomes the other
};

void draw_side(const Side& side) {
  const ui::Section section(side.title);
  const std::array<std::string, 5> labels{text::guide_what(), text::guide_who(), text::guide_chance(), text::guide_next(), text::guide_becomes()};
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const ui::Stack tight(2);
    ui::caption(labels[i]);
    ui::paragraph(side.lines[i]);
  }
}

}  // namespace

void draw_guide() {
  const ui::Page page("guide", text::guide_title(), ui::PageBody::scrolls);
  ui::paragraph(text::guide_lead_in(), ui::TextStyle::body, ui::Tone::second);
  {
    ui::Row row({ui::flexible(), ui::flexible()}, ui::gap_large, 720);
    {
      const ui::IdScope scope("lead");
      draw_side({icon::user_round_search, ui::Tone::accent, text::guide_lead(),
                 {text::guide_lead_what(), text::guide_lead_who(), text::guide_lead_chance(), text::guide_lead_next(), text::guide_lead_becomes()}});
    }
    row.next();
    const ui::IdScope scope("opportunity");
    draw_side({icon::target, ui::Tone::good, text::guide_opportunity(),
               {text::guide_opportunity_what(), text::guide_opportunity_who(), text::guide_opportunity_chance(), text::guide_opportunity_next(),
                text::guide_opportunity_becomes()}});
  }
  {
    const ui::Section section(text::guide_journey());
    const ui::Inline line;
    const std::array<std::string, 5> steps{text::guide_step_contact(), text::guide_step_lead(), text::guide_step_opportunity(), text::guide_step_sale(),
                                           text::guide_step_customer()};
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (i > 0) ui::icon(icon::arrow_right);
      ui::chip({.label = steps[i], .tone = i == 0 ? ui::Tone::second : i < 3 ? ui::Tone::accent : ui::Tone::good});
    }
  }
  const ui::Section section(text::guide_questions());
  ui::paragraph(text::guide_questions_first());
  ui::paragraph(text::guide_questions_second());
  ui::paragraph(text::guide_questions_score(), ui::TextStyle::body, ui::Tone::second);
}

}  // namespace cohoi::views
