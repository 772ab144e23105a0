// Moving an opportunity through its pipeline: gates and refusals (P-1, P-2), closing and reopening (P-6), rotting (P-4), probability and
// forecast (P-5, P-9), history (P-3), editing pipelines (P-7), roles (P-8).
#pragma once

#include <span>
#include <vector>

#include "core/domain/sales_records.h"

namespace cohoi {

// Everything a gate looks at.
struct GateFacts {
  const Opportunity& opportunity;
  std::span<const Activity> activities;  // of the opportunity and of the lead it came from
  std::span<const ContactRole> roles;
};

[[nodiscard]] bool passes(GateItem item, const GateFacts& facts);
[[nodiscard]] Message gate_item_name(GateItem item);   // "gate.<name>"
[[nodiscard]] std::vector<GateItem> gate_of(const Stage& stage);
[[nodiscard]] Tags gate_tags(const std::vector<GateItem>& items);  // as a stage's gate or a visit's missing items hold them
[[nodiscard]] Message stage_name(const Stage& stage);  // built-in text or the user's name

// What is missing to enter `to` from the opportunity's stage: the gates of all stages between count too (P-2); going back asks nothing;
// lost asks only its own gate; won asks also the gates of all open stages still ahead. A record without a stage yet (a new one), a closed
// one and one of another pipeline stand before the first stage. In the order of the stages, each item once. `stages` are those of the
// pipeline.
[[nodiscard]] std::vector<GateItem> missing_for_stage(const GateFacts& facts, const Stage& to, std::span<const Stage> stages);

// The refusal for a list of missing items (P-1).
[[nodiscard]] Error gate_refusal(const Stage& to, const std::vector<GateItem>& missing);

struct StageMove {
  Opportunity opportunity;              // after
  std::optional<StageVisit> left;       // the open visit, now closed
  StageVisit entered;                   // the new one (id to be set by the caller)
};

struct CloseAsWon { std::optional<Date> closed_on; };
struct CloseAsLost { std::optional<Date> closed_on; std::string reason, note, competitor; };

// Refused with the missing items unless `override_reason` is given (then it is kept on the visit). `open_visit`: the visit without end.
// Moving to the stage it is in, or moving a closed one, is an error (conflict). To won/lost stages only through the two functions below.
// A sale needs its close date even when overridden: without one no report can count it.
[[nodiscard]] Result<StageMove> move_to_stage(const GateFacts& facts, const std::optional<StageVisit>& open_visit, const Stage& to,
                                              std::span<const Stage> stages, const std::string& override_reason, Timestamp now,
                                              const std::string& by);
[[nodiscard]] Result<StageMove> close_as_won(const GateFacts& facts, const std::optional<StageVisit>& open_visit, const CloseAsWon& how,
                                             std::span<const Stage> stages, const std::string& override_reason, Timestamp now,
                                             const std::string& by);
[[nodiscard]] Result<StageMove> close_as_lost(const GateFacts& facts, const std::optional<StageVisit>& open_visit, const CloseAsLost& how,
                                              std::span<const Stage> stages, Timestamp now, const std::string& by);
// Back to the last open stage it was in: the close date, loss reason and note are cleared, history is kept. `visits` in order of time.
[[nodiscard]] Result<StageMove> reopen(const Opportunity& opportunity, std::span<const StageVisit> visits, std::span<const Stage> stages,
                                       Timestamp now, const std::string& by);
// P-6: the account after a won sale. Customer since = the first won date.
[[nodiscard]] Account with_sale(Account account, Date closed_on);

// P-4. Days since the later of entering the stage and the last done activity; nothing when it does not rot now.
struct Rotting { bool rots = false; std::int64_t days = 0; std::int64_t limit = 0; };
[[nodiscard]] Rotting rotting(const Stage& stage, Timestamp entered_at, std::optional<Timestamp> last_done, bool future_activity_planned,
                              Timestamp now);

// P-3. Seconds in each stage, several visits added up, the open one up to `now`. In order of first entry.
struct StageTime { StageId stage_id; std::int64_t seconds = 0; int visits = 0; };
[[nodiscard]] std::vector<StageTime> time_in_stages(std::span<const StageVisit> visits, Timestamp now);

// P-5. A closed one has its stage's probability and category whatever was set by hand while it was open.
[[nodiscard]] int probability_of(const Opportunity& opportunity, const Stage& stage);
[[nodiscard]] std::optional<Money> weighted_amount(const Opportunity& opportunity, const Stage& stage);
// P-9.
[[nodiscard]] ForecastCategory forecast_of(const Opportunity& opportunity, const Stage& stage);

// P-7. Deleting asks where its opportunities go (`to` must be another open stage of the pipeline when there are any); the last open stage and
// the two ends stay.
[[nodiscard]] Status check_delete_stage(const Stage& stage, std::span<const Stage> stages, std::int64_t opportunities_in_it,
                                        const std::optional<Stage>& to);
[[nodiscard]] Status check_stage(const Stage& stage);  // probability 0-100, days ≥ 0, known gate items, a name

// P-8. Sum of what a list of roles may be: refused when the contact has a role there already or a second primary is set.
[[nodiscard]] Status check_role(const ContactRole& role, std::span<const ContactRole> others);

// The pipeline that comes with the product (DOMAIN table).
struct DefaultPipeline { Pipeline pipeline; std::vector<Stage> stages; };
[[nodiscard]] DefaultPipeline default_pipeline(Ids& ids);
[[nodiscard]] std::vector<Choice> default_choices(Ids& ids);  // sources, loss and disqualify reasons, industries

}  // namespace cohoi
