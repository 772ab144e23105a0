#include "core/app/lead_story.h"

namespace cohoi::app {

Result<LeadStory> story_of(const Draft& draft, LeadId id) {
  LeadStory story;
  COHOI_TRY(story.lead, draft.get(id));
  COHOI_TRY(story.answers, draft.find_by<CriterionAnswer>("lead_id", id));
  COHOI_TRY(story.activities, draft.find_by<Activity>("lead_id", id));
  COHOI_TRY(const std::vector<Criterion> criteria, draft.all<Criterion>());
  story.qualification = qualify(story.lead, criteria, story.answers, draft.around().settings, draft.around().today());
  return story;
}

}  // namespace cohoi::app
