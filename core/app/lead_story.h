// A lead with all that decides whether it may become an opportunity (C-0).
#pragma once

#include <vector>

#include "core/app/draft.h"
#include "core/domain/qualification.h"

namespace cohoi::app {

// Moved, never copied: the qualification points into `answers`.
struct LeadStory {
  LeadStory() = default;
  LeadStory(LeadStory&&) = default;  // a vector keeps its elements where they are when it moves
  LeadStory& operator=(LeadStory&&) = default;

  Lead lead;
  std::vector<CriterionAnswer> answers;
  std::vector<Activity> activities;
  Qualification qualification;
};

[[nodiscard]] Result<LeadStory> story_of(const Draft& draft, LeadId id);

}  // namespace cohoi::app
