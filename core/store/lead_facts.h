// The verdict of every lead, kept beside it so that lists can be filtered and sorted by it. The rules are the domain's
// (qualify). Internal to core/store; others read it through list_query.h.
#pragma once

#include <optional>
#include <vector>

#include "core/domain/qualification.h"
#include "core/store/database.h"
#include "core/store/row_batch.h"

namespace cohoi::store {

class LeadFactsKeeper {
 public:
  // With the criteria and settings as they stand in the file.
  [[nodiscard]] static Result<LeadFactsKeeper> load(Database& db, Date today);

  struct Facts {
    Verdict verdict = Verdict::incomplete;
    int score = 0;
    std::string missing;
    bool operator==(const Facts&) const = default;
  };
  // Of leads that have none yet: rid, verdict, score, missing.
  [[nodiscard]] static RowBatch fresh_rows();
  [[nodiscard]] Facts facts_of(const Lead& lead, const std::vector<CriterionAnswer>& answers);

  // From the stored lead and answers; writes only when the facts differ from the stored ones. A lead that is gone loses its facts.
  [[nodiscard]] Status keep(Database& db, std::int64_t rid);

  enum class Which : std::uint8_t { all, with_expected_month };
  [[nodiscard]] Status keep_all(Database& db, Which which);

 private:
  [[nodiscard]] Status keep(Database& db, std::int64_t rid, const Lead& lead, const std::vector<CriterionAnswer>& answers);

  std::vector<Criterion> criteria_;
  Settings settings_;
  Date today_;
  std::optional<Facts> unanswered_;  // what every lead without answers and month has
};

// What the facts of all leads depend on besides the leads: remembered in the file, compared at the next start.
[[nodiscard]] Status remember_basis(Database& db, Date today);
[[nodiscard]] Status refresh_lead_facts_for_settings(Database& db, Date today);

}  // namespace cohoi::store
