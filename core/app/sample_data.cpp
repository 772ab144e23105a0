// LoadSampleData, RemoveSampleData: one transaction in, one out. The records are known by their ids, which are the same every time.
#include <set>

#include "core/app/opportunity_facts.h"
#include "core/app/plans.h"
#include "core/app/references.h"
#include "core/app/sample_data_story.h"

namespace cohoi::app {
namespace {

Result<sample::Story> story_for(const Draft& draft, Language language = Language::vi) {
  sample::Ground ground{.now = draft.around().now, .utc_offset_minutes = draft.around().utc_offset_minutes, .me = draft.around().me, .language = language, .stages = {}};
  COHOI_TRY(const Pipeline pipeline, first_pipeline(draft));
  COHOI_TRY(const std::vector<Stage> stages, stages_of(draft, pipeline.id));
  // The story is told on the stages that come with the product; on a pipeline of the user's own it would be another one.
  for (const char* key : {"needs", "proposal", "negotiation", "contract", "won", "lost"})
    for (const Stage& stage : stages)
      if (stage.key == key) ground.stages.push_back(stage);
  if (ground.stages.size() != 6) return fail(ErrorCode::refused, msg("sample.refused.stages"));
  return sample::tell(ground);
}

// f is called with each list of records, those that others point to first.
template <class F>
void each_list(const sample::Story& story, F&& f) {
  f(story.owners);
  f(story.products);
  f(story.accounts);
  f(story.contacts);
  f(story.leads);
  f(story.opportunities);
  f(story.visits);
  f(story.roles);
  f(story.items);
  f(story.activities);
  f(story.answers);
}

Result<std::vector<RecordRef>> there(const Draft& draft, const sample::Story& story) {
  std::vector<RecordRef> found;
  Status status;
  each_list(story, [&](const auto& records) {
    for (const auto& record : records) {
      if (!status) return;
      const RecordRef ref{record.entity, record.id.uuid};
      const auto raw = draft.find_raw(ref.entity, ref.id);
      if (!raw) status = fail(raw.error());
      else if (*raw) found.push_back(ref);
    }
  });
  COHOI_CHECK(status);
  return found;
}

}  // namespace

Result<Planned> plan(const LoadSampleData& command, Draft& draft) {
  COHOI_TRY(const sample::Story story, story_for(draft, command.language));
  COHOI_TRY(const auto loaded, there(draft, story));
  if (!loaded.empty()) return fail(ErrorCode::conflict, msg("sample.refused.loaded"));
  each_list(story, [&](const auto& records) {
    for (const auto& record : records) draft.put(record);
  });
  return Planned{msg("sample.done.loaded", static_cast<std::int64_t>(story.leads.size()), static_cast<std::int64_t>(story.opportunities.size())), {}, {}, {}};
}

// Exactly what was loaded goes. What the user made since and linked to it stays, without the link.
Result<Planned> plan(const RemoveSampleData&, Draft& draft) {
  COHOI_TRY(const sample::Story story, story_for(draft));
  COHOI_TRY(const auto loaded, there(draft, story));
  if (loaded.empty()) return fail(ErrorCode::not_found, msg("sample.refused.none"));
  std::set<Uuid> sample_ids;
  for (const RecordRef& record : loaded) sample_ids.insert(record.id);
  for (const RecordRef& record : loaded) {
    if (is_part(record.entity)) continue;
    COHOI_TRY(const auto references, references_to(draft, record));
    for (const Reference& reference : references)
      if (!sample_ids.contains(reference.from.id)) COHOI_CHECK(release(draft, reference, true));
  }
  for (auto record = loaded.rbegin(); record != loaded.rend(); ++record) draft.remove(record->entity, record->id);
  return Planned{msg("sample.done.removed"), {}, {}, {}};
}

}  // namespace cohoi::app
