// The model of every list: which columns, how many rows, and the rows of the part that is looked at. Rows are read a page at a time and
// kept until something changes, so that 100,000 records scroll like 100.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/app/models/names.h"
#include "core/store/list_query.h"

namespace cohoi::app {

struct ListColumn {
  std::string key;  // as in store::ListQuery order
  Label label;
  float weight = 1;      // share of the width
  bool right = false;    // figures
  bool sortable = true;
};

struct ListCell {
  Label label;
  std::vector<Chip> chips;
  Tone tone = Tone::neutral;
};

struct ListRow {
  Uuid id;
  std::string title;
  std::string address;  // of its page
  std::vector<ListCell> cells;
};

// A choice above the list. Value "" of the chosen one = all.
struct ListFilter {
  std::string key;
  Label label;
  std::vector<Option> options;
};

// What the user asked the list for. Lives in the view's state.
struct ListRequest {
  std::string text;
  std::map<std::string, std::string> chosen;  // filter key → option value
  store::OrderKey order;
  bool operator==(const ListRequest&) const = default;
};

class RecordList {
 public:
  RecordList(Session& session, Names& names, Entity entity);
  // Only records with this value in this field (an account's opportunities …).
  void restrict_to(store::Filter filter);

  // Runs the query again when the request or the data changed. The error is shown in place of the rows.
  Status show(const ListRequest& request);
  [[nodiscard]] const std::vector<ListColumn>& columns() const { return columns_; }
  [[nodiscard]] const std::vector<ListFilter>& filters() const { return filters_; }
  [[nodiscard]] std::int64_t total() const { return static_cast<std::int64_t>(rows_.size()); }
  [[nodiscard]] std::int64_t total_unfiltered() const { return unfiltered_; }
  [[nodiscard]] const ListRow& row(std::int64_t index);
  [[nodiscard]] Entity entity() const { return entity_; }

 private:
  [[nodiscard]] store::ListQuery query(const ListRequest& request) const;
  [[nodiscard]] std::vector<ListRow> read_rows(const std::vector<std::int64_t>& rows);

  Session& session_;
  Names& names_;
  Entity entity_;
  std::vector<store::Filter> restrictions_;
  std::vector<ListColumn> columns_;
  std::vector<ListFilter> filters_;
  ListRequest request_;
  std::uint64_t revision_ = ~std::uint64_t{0};
  Language language_ = Language::vi;
  std::vector<std::int64_t> rows_;
  std::int64_t unfiltered_ = 0;
  std::map<std::int64_t, std::vector<ListRow>> pages_;
  ListRow gone_;
};

// Address of a record's page: "#/leads/<id>".
[[nodiscard]] std::string address_of(Entity entity, const Uuid& id);
[[nodiscard]] std::string address_of(Entity entity);  // of its list
[[nodiscard]] Tone tone_of(Verdict verdict);
[[nodiscard]] Message verdict_label(Verdict verdict);
[[nodiscard]] Message status_label(LeadStatus status);

}  // namespace cohoi::app
