// What several planning functions need.
#pragma once

#include <string>
#include <vector>

#include "core/app/draft.h"

namespace cohoi::app {

// What people call any record; its key or nothing for records without a name of their own.
[[nodiscard]] std::string title_of_raw(const store::RawRecord& record);
[[nodiscard]] Result<std::string> title_of(const Draft& draft, const RecordRef& record);

// A reason or evidence as it is kept: without white space around, line breaks inside kept.
[[nodiscard]] std::string written(std::string_view text);

// The activities that point at a record by one of their links ("lead_id", …).
[[nodiscard]] Result<std::vector<Activity>> activities_by(const Draft& draft, std::string_view link, const Uuid& id);

// Runs `one` over each id as a command over several records does (C-13): a record that may not be changed keeps nothing and does not
// stop the others. With a single record its error is the command's; with several the command fails only when nothing could be done.
// `one` is called as Result<Message>(id, std::vector<RecordRef>& made); `many(count)` says what was done to several.
template <class T, class One, class Many>
[[nodiscard]] Result<Planned> plan_each(Draft& draft, const std::vector<Id<T>>& ids, One&& one, Many&& many);

// The error of a command of which nothing could be done.
[[nodiscard]] Error none_could(const std::vector<Outcome::PerRecord>& results);

template <class T, class One, class Many>
Result<Planned> plan_each(Draft& draft, const std::vector<Id<T>>& ids, One&& one, Many&& many) {
  Planned planned;
  if (ids.size() == 1) {
    COHOI_TRY(planned.done, one(ids.front(), planned.made));
    return planned;
  }
  std::int64_t done = 0;
  for (const Id<T>& id : ids) {
    const RecordRef record{T::entity, id.uuid};
    COHOI_TRY(std::string title, title_of(draft, record));
    const std::size_t mark = draft.mark();
    const std::size_t made = planned.made.size();
    Result<Message> result = one(id, planned.made);
    if (result) {
      ++done;
    } else {
      draft.roll_back(mark);
      planned.made.resize(made);
    }
    Status status;
    if (!result) status = fail(std::move(result).error());
    planned.per_record.push_back({record, std::move(title), std::move(status)});
  }
  if (done == 0) return fail(none_could(planned.per_record));
  planned.done = many(done);
  return planned;
}

}  // namespace cohoi::app
