// One line of the file as the records it becomes, or why it does not. Writes nothing itself; the same planner walks the preview and the
// import, so both say the same.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/app/draft.h"
#include "core/app/import/column_study.h"
#include "core/app/import/csv_table.h"
#include "core/app/import/directory.h"
#include "core/app/import/fields.h"

namespace cohoi::app {

// What the user settled, and what the columns say about themselves.
struct ImportAnswers {
  Currency currency;
  std::vector<DateOrder> date_order;              // per column
  std::vector<MoneyStudy> money;                  // per column
  std::unordered_map<std::string, std::string> stages, products, statuses;  // by compact foreign word: the chosen target
  std::unordered_map<std::string, std::string> choices;  // by choice_key: the value, answer_leave, or answer_new to keep the word
  MatchBy match_by{};
  std::string lookalikes;                         // answer_new, answer_leave, answer_fill or answer_update
};

[[nodiscard]] std::string choice_key(std::string_view field, std::string_view word);

enum class Fate : std::uint8_t { made, filled, already_there, left_out, refused };

struct PlannedRow {
  Fate fate = Fate::made;
  Message reason;                         // of a refusal
  std::vector<Message> doubts;
  std::vector<store::NewRecord> inserts;  // in the order of writing
  std::vector<store::RawRecord> puts;     // records that are there already, after the change
  bool converted = false, won = false, lost = false, without_gate = false, without_account = false, linked_lead = false, unlinked = false;
  int owners_made = 0, accounts_made = 0, products_made = 0;
};

class RowPlanner {
 public:
  struct Column {
    std::size_t index = 0;
    ImportField field;
  };

  // `table` is borrowed.
  RowPlanner(Surroundings around, const CsvTable& table, Entity kind, std::vector<Column> columns, Directory directory,
             ImportAnswers answers);

  // Before the first row: who is there already, so many further. False when all are known.
  [[nodiscard]] Result<bool> learn(int records) { return directory_.learn(around_.db, records); }
  // An Error only when the store fails.
  [[nodiscard]] Result<PlannedRow> plan(std::size_t row);
  // What can only be said when all lines are had: parents of accounts, which may stand on later lines, and the accounts that won
  // opportunities made customers (P-6). One at a time; nothing when all were had.
  struct Late {
    store::RawRecord record;
    bool fresh = false;  // to be inserted
  };
  [[nodiscard]] Result<std::optional<Late>> next_late();
  [[nodiscard]] bool any_late() const { return !children_.empty() || !customers_.empty(); }

 private:
  template <class T>
  [[nodiscard]] Status plan_record(T& record, PlannedRow& planned);
  template <class T>
  [[nodiscard]] bool read_fields(T& record, PlannedRow& planned);
  template <class T>
  [[nodiscard]] Status merge_alike(const T& record, const Uuid& there, PlannedRow& planned);
  [[nodiscard]] bool writes(std::string_view field) const;
  [[nodiscard]] std::optional<Value> read_value(const Column& column, PlannedRow& planned);
  [[nodiscard]] std::optional<Date> read_date(const Column& column, PlannedRow& planned);

  // planner_records.cpp; false when the line is refused.
  [[nodiscard]] bool finish(Account& account, PlannedRow& planned);
  [[nodiscard]] bool finish(Contact& contact, PlannedRow& planned);
  [[nodiscard]] bool finish(Lead& lead, PlannedRow& planned);
  [[nodiscard]] bool finish(Product& product, PlannedRow& planned);
  [[nodiscard]] bool finish(Opportunity& opportunity, PlannedRow& planned);
  [[nodiscard]] bool finish(Activity& activity, PlannedRow& planned);
  // Records around the main one, once it is sure to come.
  [[nodiscard]] Status surround(Opportunity& opportunity, PlannedRow& planned);
  [[nodiscard]] const Lookup::Hit* lead_keyed(PlannedRow& planned) const;
  [[nodiscard]] Status link_lead(Opportunity& opportunity, PlannedRow& planned);
  void enter_stage(Opportunity& opportunity, PlannedRow& planned);

  [[nodiscard]] OwnerId owner_named(PlannedRow& planned);
  [[nodiscard]] AccountId account_named(PlannedRow& planned);
  [[nodiscard]] Result<std::optional<Late>> next_parent();
  [[nodiscard]] Result<std::optional<Late>> next_customer();
  [[nodiscard]] ProductId product_named(PlannedRow& planned);
  [[nodiscard]] std::string file_key(std::string_view name);

  [[nodiscard]] const Column* column(Meaning meaning) const;
  [[nodiscard]] std::string text(Meaning meaning) const;  // tidy; empty when there is no such column
  [[nodiscard]] std::string text(const Column& column) const;
  static bool refuse(PlannedRow& planned, Message reason);

  Surroundings around_;
  const CsvTable& table_;
  Entity kind_;
  std::vector<Column> columns_;
  Directory directory_;
  ImportAnswers answers_;
  std::set<std::size_t> answered_;                // columns some of whose words were given a meaning
  ActivityKind usual_kind_ = ActivityKind::task;  // of activities whose lines don't say it
  std::size_t row_ = 0;  // being planned
  std::unordered_set<std::string> seen_;  // keys of this file
  std::unordered_map<std::string, int> repeated_;  // how often, of activities without keys
  std::vector<std::pair<Uuid, std::string>> children_;  // account and the name of its parent; from the back
  std::map<Uuid, std::optional<Date>> customers_;  // account → first won date known
};

}  // namespace cohoi::app
