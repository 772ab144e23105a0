#include <algorithm>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/views/lead_view.h"

namespace cohoi::views {

namespace {

void draw_criterion(const app::LeadPage& model, const app::CriterionCard& card, LeadState& state, IntentSink& sink) {
  const ui::IdScope scope(card.key);
  const ui::Stack stack(ui::gap_small);
  const auto name = show(card.name);
  const auto answer_now = [&](Answer answer, const std::string& evidence) {
    sink.push(Execute{app::AnswerCriterion{model.lead.id, card.key, answer, evidence, {}}});
  };
  constexpr float answers = 264;  // "Unknown" in full
  ui::Row row({ui::fixed(answers), ui::flexible()}, ui::gap_large, 560);
  {
    std::string chosen(name_of(card.answer));
    const std::vector<ui::Choice> choices{{.key = "yes", .label = text::answer_yes(), .tone = ui::Tone::good},
                                          {.key = "no", .label = text::answer_no(), .tone = ui::Tone::bad},
                                          {.key = "unknown", .label = text::answer_unknown(), .tone = ui::Tone::second}};
    const ui::RadioLook look{.label = name, .hint = show(card.question)};
    if (ui::radio_group("answer", look, choices, chosen) && !model.converted)
      if (const auto answer = enum_named<Answer>(chosen)) answer_now(*answer, card.evidence);
  }
  row.next();
  if (changed_underneath(state.fields, "evidence." + card.key, card.evidence)) state.evidence.erase(card.key);
  auto& evidence = state.evidence.try_emplace(card.key, card.evidence).first->second;
  const ui::Field look{.label = text::lead_evidence(name),
                       .hint = card.from_expected_month ? text::lead_from_month() : show(card.answered),
                       .error = card.evidence_missing ? text::lead_evidence_missing() : std::string(),
                       .placeholder = text::lead_evidence_placeholder(),
                       .read_only = model.converted};
  if (ui::text_field("evidence", look, evidence) == ui::Edit::committed) {
    const auto typed = evidence;
    state.evidence.erase(card.key);
    if (typed != card.evidence) answer_now(card.answer, typed);
  }
}

}  // namespace

void draw_criteria(const app::LeadPage& model, LeadState& state, const std::vector<std::string>& only, IntentSink& sink) {
  for (const auto& card : model.criteria) {
    if (!only.empty() && std::find(only.begin(), only.end(), card.key) == only.end()) continue;
    if (only.empty()) ui::divider();
    draw_criterion(model, card, state, sink);
  }
}

}  // namespace cohoi::views
