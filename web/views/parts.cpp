#include "web/views/parts.h"

#include "generated/icons.h"
#include "core/app/models/record_list.h"
#include "generated/text.h"

namespace cohoi::views {

std::string show(const app::Label& label) { return label.message.key.empty() ? label.text : ui::translate(label.message); }

std::string number(std::int64_t count) { return format_number(count, ui::context().language); }

ui::Tone tone(app::Tone tone) {
  switch (tone) {
    case app::Tone::accent: return ui::Tone::accent;
    case app::Tone::good: return ui::Tone::good;
    case app::Tone::warning: return ui::Tone::warning;
    case app::Tone::bad: return ui::Tone::bad;
    case app::Tone::neutral: break;
  }
  return ui::Tone::second;
}

ui::Chip chip(const app::Chip& chip) { return {.label = show(chip.label), .tone = tone(chip.tone)}; }

std::vector<ui::Chip> chips(const std::vector<app::Chip>& list) {
  std::vector<ui::Chip> looks;
  looks.reserve(list.size());
  for (const auto& item : list) looks.push_back(chip(item));
  return looks;
}

std::vector<ui::Option> options(const std::vector<app::Option>& list) {
  std::vector<ui::Option> shown;
  shown.reserve(list.size());
  for (const auto& option : list) shown.push_back({option.value, show(option.label)});
  return shown;
}

ui::Icon icon_of(ActivityKind kind) {
  switch (kind) {
    case ActivityKind::call: return icon::phone;
    case ActivityKind::meeting: return icon::users;
    case ActivityKind::email: return icon::mail;
    case ActivityKind::note: return icon::sticky_note;
    case ActivityKind::task: break;
  }
  return icon::square_check;
}

void draw_facts(const std::vector<app::Fact>& facts) {
  const ui::Stack stack(ui::gap_medium);
  std::size_t index = 0;
  for (const auto& fact : facts) {
    const ui::IdScope scope(index++);
    const auto value = show(fact.value);
    if (fact.address.empty()) {
      const auto shown_tone = fact.tone == app::Tone::neutral ? ui::Tone::normal : tone(fact.tone);
      ui::fact(show(fact.label), value, shown_tone);
    } else {
      const ui::Stack tight(2);
      ui::caption(show(fact.label));
      ui::link("value", {.label = value, .href = fact.address});
    }
  }
}

void draw_lookalikes(const std::vector<app::Lookalike>& looks) {
  std::size_t index = 0;
  for (const auto& look : looks) {
    const ui::IdScope scope(index++);
    std::vector<std::string> reasons;
    for (const auto& reason : look.reasons) reasons.push_back(ui::translate(reason));
    ui::banner("lookalike", ui::BannerKind::warning, text::form_looks_like(look.title, ui::join_list(reasons)),
               [&] { ui::link("open", {.label = text::form_open_it(), .href = look.address}); });
  }
}

void draw_panel(const std::string& title, const app::RecordRef& record, const ui::Rect& box, const ui::Draw& body, IntentSink& sink) {
  const ui::SidePanel panel("beside", title, box, title.empty() ? std::string() : app::address_of(record.entity, record.id));
  body();
  if (panel.dismissed()) sink.push(ShowBeside{});
}

}  // namespace cohoi::views
