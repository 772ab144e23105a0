#include "core/app/seed.h"

#include "core/domain/qualification.h"
#include "core/domain/stage_rules.h"

namespace cohoi::app {
namespace {

// The product's own records have the same ids on every device, so that two copies of the data agree on them when they meet.
class FixedIds final : public Ids {
 public:
  [[nodiscard]] Uuid next() override { return make_uuid_v7(0, ++counter_, 0); }

 private:
  std::uint16_t counter_ = 0;
};

template <class T>
Status put_all(store::Transaction& transaction, const std::vector<T>& records) {
  for (const T& record : records) COHOI_CHECK(transaction.put(record));
  return {};
}

}  // namespace

Status seed_defaults(store::Database& db, store::WriteContext& context, Language language) {
  COHOI_TRY(const std::int64_t pipelines, store::count(db, Entity::pipeline));
  if (pipelines > 0) return {};
  FixedIds fixed;
  const DefaultPipeline pipeline = default_pipeline(fixed);
  const std::vector<Criterion> criteria = default_criteria(fixed);
  const std::vector<Choice> choices = default_choices(fixed);
  COHOI_TRY(auto transaction, store::Transaction::begin(db, context, msg("done.seeded")));
  COHOI_CHECK(transaction.put(pipeline.pipeline));
  COHOI_CHECK(put_all(transaction, pipeline.stages));
  COHOI_CHECK(put_all(transaction, criteria));
  COHOI_CHECK(put_all(transaction, choices));
  COHOI_TRY(const std::vector<Owner> owners, store::all<Owner>(db));
  if (owners.empty()) {
    // A record's name is data, not text of the screen: it is written once, in the language of the first start.
    Owner me{.id = context.ids.next_of<Owner>(), .name = language == Language::vi ? "Tôi" : "Me", .is_me = true};
    COHOI_CHECK(transaction.put(me));
  }
  COHOI_CHECK(transaction.commit());
  return {};
}

}  // namespace cohoi::app
