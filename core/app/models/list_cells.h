// How one record becomes one row: a cell for each column that is shown, whatever the entity.
#pragma once

#include <string>
#include <vector>

#include "core/app/models/record_list.h"

namespace cohoi::app {

class CellReader {
 public:
  CellReader(Session& session, Names& names, Entity entity) : session_(session), names_(names), entity_(entity) {}

  [[nodiscard]] ListRow row(const store::NumberedRecord& record, const std::vector<ListColumn>& columns);
  // What a stored value of a field is called.
  [[nodiscard]] Label label(const ListField& field, const Value& value);

 private:
  [[nodiscard]] ListCell cell(const store::NumberedRecord& record, const ListField& field);
  [[nodiscard]] ListCell lead_cell(const store::RawRecord& record, const ListField& field);
  [[nodiscard]] ListCell opportunity_cell(const store::NumberedRecord& record, const ListField& field);
  [[nodiscard]] ListCell time_cell(const ListField& field, const Value& value, bool can_be_late);
  [[nodiscard]] Label record_name(Entity entity, const std::string& id);
  [[nodiscard]] Value value_at(std::string_view key, std::int64_t row);
  [[nodiscard]] Message criterion_name(const std::string& key);

  Session& session_;
  Names& names_;
  Entity entity_;
};

// The address of what an activity is about: the opportunity, else the lead, else the account or the contact.
[[nodiscard]] std::string address_of_subject(const Activity& activity);

}  // namespace cohoi::app
