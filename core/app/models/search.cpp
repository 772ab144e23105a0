#include "core/app/models/search.h"

namespace cohoi::app {

namespace {

constexpr int hits_shown = 50;

}  // namespace

std::vector<FoundRecord> search_everything(Session& session, const std::string& typed) {
  std::vector<FoundRecord> found;
  const auto hits = store::search(session.db(), typed, hits_shown);
  if (!hits) return found;
  for (const auto& hit : *hits)
    found.push_back({hit.title, hit.subtitle, address_of(hit.entity, hit.id), msg("entity." + std::string(name_of(hit.entity)))});
  return found;
}

}  // namespace cohoi::app
