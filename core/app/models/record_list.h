// The model of every list: which columns, how many rows, and the rows of the part that is looked at. Rows are read a page at a time and
// kept until something changes, so that 100,000 records scroll like 100.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/app/models/form.h"
#include "core/app/models/list_views.h"

namespace cohoi::app {

struct ListColumn {
  std::string key;
  Label label;
  float weight = 1;      // share of the width
  float width = 0;       // CSS px, when the user set it
  bool right = false;    // figures
  bool chips = false;    // words that are not to be cut
  bool sortable = true;
  bool editable = false;
};

struct ListCell {
  Label label;
  std::vector<Chip> chips;
  Tone tone = Tone::neutral;
  std::string address;  // of the record it names
};

struct ListRow {
  Uuid id;
  std::string title;
  std::string address;  // of its page
  bool read_only = false;  // a converted lead (C-10)
  std::vector<ListCell> cells;
};

// A quick choice above the list (filter.h, chosen and choose). Value "" = all.
struct ListFilter {
  std::string key;
  Label label;
  std::vector<Option> options;
};

struct ListGroup {
  std::string key;
  Label label;         // "Not given" for records without a value
  std::int64_t count = 0;
  std::string sum;     // per currency, joined with " + "
  bool collapsed = false;
};

class RecordList {
 public:
  RecordList(Session& session, Names& names, Entity entity);
  // Only records with this value in this field (an account's opportunities …).
  void restrict_to(store::Filter filter);

  // Runs the query again when the request, the data, the language or the day changed. The error is shown in place of the rows.
  Status show(const ListRequest& request);
  [[nodiscard]] Entity entity() const { return entity_; }
  [[nodiscard]] const ListRequest& request() const { return request_; }

  [[nodiscard]] const std::vector<ListColumn>& columns() const { return columns_; }    // those shown, in order
  [[nodiscard]] const std::vector<ListField>& fields() const { return list_fields(entity_); }  // for chooser, filter builder, group by
  [[nodiscard]] const std::vector<ListFilter>& filters() const { return filters_; }
  [[nodiscard]] const std::vector<Option>& filter_options(const ListField& field);  // kept until the data changes
  [[nodiscard]] Message describe(const Condition& condition) { return app::describe(session_, names_, entity_, condition); }
  [[nodiscard]] Result<std::string> read_value(const ListField& field, const std::string& typed) {
    return read_filter_value(session_, field, typed);
  }
  [[nodiscard]] std::string show_value(const ListField& field, const std::string& value) {
    return show_filter_value(session_, names_, field, value);
  }
  [[nodiscard]] std::vector<ListView> views();  // list_views.h

  [[nodiscard]] std::int64_t total() const { return static_cast<std::int64_t>(rows_.size()); }
  [[nodiscard]] std::int64_t total_unfiltered() const { return unfiltered_; }
  [[nodiscard]] const ListRow& row(std::int64_t index);  // below total()
  // The row's place in the result; nothing when it is not in it. Reads no row.
  [[nodiscard]] std::optional<std::int64_t> index_of(const Uuid& id);

  // Lines as they are drawn: without grouping each is a row; with it, every group begins with a line of its own and folded ones hold no more.
  [[nodiscard]] std::int64_t lines() const { return groups_.empty() ? total() : lines_; }
  struct Line {
    const ListGroup* group = nullptr;  // the head of this group, or
    std::int64_t row = 0;              // this row
  };
  [[nodiscard]] Line line(std::int64_t index) const;
  [[nodiscard]] std::int64_t line_of(std::int64_t row) const;  // -1 in a folded group
  [[nodiscard]] const std::vector<ListGroup>& groups() const { return groups_; }

  // What a cell's editor needs, from the record as it stands: options, text as typed, limits. Nothing when the cell can't be edited.
  [[nodiscard]] std::optional<FormField> editor(std::int64_t row, const std::string& column);
  // The command that what was typed means; invalid with what is wrong with it.
  [[nodiscard]] Result<Command> edited(std::int64_t row, const std::string& column, const std::string& typed);

  [[nodiscard]] Session& session() { return session_; }
  [[nodiscard]] store::ListQuery query() const { return query(request_); }  // without what only concerns its look
  [[nodiscard]] const std::vector<std::int64_t>& row_numbers() const { return rows_; }

 private:
  [[nodiscard]] store::ListQuery query(const ListRequest& request) const;
  [[nodiscard]] std::vector<ListRow> read_rows(const std::vector<std::int64_t>& rows);
  void choose_columns();
  Status read_groups();

  struct GroupSpan {
    std::int64_t first_row = 0, first_line = 0;
  };

  Session& session_;
  Names& names_;
  Entity entity_;
  std::vector<store::Filter> restrictions_;
  std::vector<ListColumn> columns_;
  std::vector<ListFilter> filters_;
  std::map<std::string, std::vector<Option>> options_;
  ListRequest request_;
  std::uint64_t revision_ = ~std::uint64_t{0};
  Language language_ = Language::vi;
  Date today_;
  std::vector<std::int64_t> rows_;
  std::int64_t unfiltered_ = 0;
  std::vector<ListGroup> groups_;
  std::vector<GroupSpan> spans_;  // of groups_, one by one
  std::int64_t lines_ = 0;
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
