// An opportunity with all its rules look at: what it may do next is decided from this and nothing else (P-1).
#pragma once

#include <optional>
#include <vector>

#include "core/app/draft.h"

namespace cohoi::app {

struct OpportunityFacts {
  Opportunity opportunity;
  std::vector<Activity> activities;  // its own, and those of the lead it came from
  std::vector<ContactRole> roles;
  std::vector<Stage> stages;       // of its pipeline
  std::vector<StageVisit> visits;  // in order of time

  [[nodiscard]] GateFacts gate() const { return {opportunity, activities, roles}; }
  [[nodiscard]] std::optional<StageVisit> open_visit() const;
  [[nodiscard]] const Stage* stage() const;  // where it stands; null when that stage is gone
};

[[nodiscard]] Result<OpportunityFacts> facts_of(const Draft& draft, OpportunityId id);
[[nodiscard]] Result<OpportunityFacts> facts_of(const Draft& draft, Opportunity opportunity);

// A call or meeting with the account or a contact built the relationship before there was an opportunity: adds those that `link` to it.
[[nodiscard]] Status add_talks(const Draft& draft, std::string_view link, const Uuid& id, std::vector<Activity>& activities);

// The pipeline new opportunities go to: the first by position.
[[nodiscard]] Result<Pipeline> first_pipeline(const Draft& draft);
// In order of position, the ends last.
[[nodiscard]] Result<std::vector<Stage>> stages_of(const Draft& draft, PipelineId pipeline);
// The first open one; not_found when the pipeline has none.
[[nodiscard]] Result<Stage> first_stage(const std::vector<Stage>& stages);

// P-6: a sale makes its account a customer, since the first won date. Nothing to do for an opportunity without account.
[[nodiscard]] Status add_sale(Draft& draft, AccountId account, Date closed_on);
// The sale of that day is none any more (reopened, deleted): the account is a customer since its next one, or no longer because of a sale.
// Called after the draft holds the change.
[[nodiscard]] Status take_back_sale(Draft& draft, AccountId account, Date closed_on);

}  // namespace cohoi::app
