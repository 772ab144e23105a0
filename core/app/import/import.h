// Bringing in a CSV file: reading, giving columns and foreign words their meaning, looking at what would come, then one transaction
// (DESIGN.md "An import is one transaction"). All long work goes in slices: call step() while working().
#pragma once

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/app/import/fields.h"
#include "core/app/import/held_rows.h"
#include "core/app/import/questions.h"
#include "core/app/import/source.h"
#include "core/app/session.h"

namespace cohoi::app {

struct ImportCounts {
  std::int64_t rows = 0;           // lines with something in them
  std::int64_t made = 0;           // new records of the kind
  std::int64_t filled = 0;         // records that were there and got their empty fields filled
  std::int64_t already_there = 0;  // brought in by an earlier import
  std::int64_t left_out = 0;       // look like a record there is, and were to be left out
  std::int64_t refused = 0;
  std::int64_t doubtful = 0;       // brought in, but the line contradicts itself or points at nothing
  std::int64_t converted = 0;      // leads the file calls converted (C-0)
  std::int64_t won = 0, lost = 0;
  std::int64_t without_gate = 0;   // P-1
  std::int64_t without_account = 0;
  std::int64_t linked_leads = 0;
  std::int64_t unlinked = 0;       // activities about no record
  std::int64_t owners_made = 0, accounts_made = 0, products_made = 0;
};

struct LineProblem {
  std::size_t row = 0;    // of the table
  std::int64_t line = 0;  // of the file
  bool refused = false;   // otherwise doubtful
  Message reason;
};

struct PlannedRow;
class RowPlanner;
class Survey;

class Import {
 public:
  enum class Phase : std::uint8_t { reading, mapping, surveying, asking, checking, checked, applying, done };

  // Finds encoding, delimiter and header; the rows are read by step(). `session` is borrowed.
  // `text_of` gives the product's own words, to write and to know them in either language.
  [[nodiscard]] static Result<std::unique_ptr<Import>> open(Session& session, std::string file_name, std::string bytes,
                                                            const SourceChoice& choice = {}, TextOf text_of = {});
  ~Import();  // an import under way is rolled back
  Import(const Import&) = delete;
  Import& operator=(const Import&) = delete;

  [[nodiscard]] Phase phase() const { return phase_; }
  [[nodiscard]] bool working() const;
  // One slice of about `budget_ms`. An error ends the reading, or the whole import with nothing kept.
  [[nodiscard]] Status step(int budget_ms);

  [[nodiscard]] const CsvTable& table() const { return table_; }
  [[nodiscard]] SourceFormat format() const { return format_; }
  [[nodiscard]] TextEncoding encoding() const { return encoding_; }
  [[nodiscard]] const std::string& skipped() const { return skipped_; }  // what the file has and no record can keep
  [[nodiscard]] Entity kind() const { return kind_; }
  [[nodiscard]] const std::vector<ImportField>& fields() const { return fields_; }
  [[nodiscard]] const std::vector<std::string>& mapping() const { return mapping_; }  // per column a field's key, or empty
  // Both go back to the mapping.
  void set_kind(Entity kind);
  void set_column(std::size_t column, const std::string& field);
  // Fills a field of the user's own from the column, called like it and of the type its values have. It is made with the import, and goes
  // with it.
  [[nodiscard]] Status make_field(std::size_t column);

  // From the mapping on: looks through the mapped columns, then the questions are there. Refused when no column is mapped, or none of
  // those that name the record.
  [[nodiscard]] Status survey();
  [[nodiscard]] const std::vector<ImportQuestion>& questions() const { return questions_; }
  void answer(std::size_t question, std::size_t row, const std::string& target);
  // Plans every line without writing. Refused while a question is open.
  [[nodiscard]] Status check();
  // Writes what check() planned; plans anew where that no longer holds. Other commands are refused until it is done.
  [[nodiscard]] Status apply();
  // While applying: nothing is kept, back to the checked state.
  void cancel();
  void back_to_mapping() { phase_ = Phase::mapping; }
  void back_to_questions() { phase_ = Phase::asking; }

  [[nodiscard]] const ImportCounts& counts() const { return counts_; }
  [[nodiscard]] const std::vector<LineProblem>& problems() const { return problems_; }  // in order of lines
  [[nodiscard]] std::int64_t done() const { return static_cast<std::int64_t>(next_row_); }
  [[nodiscard]] std::int64_t total() const { return static_cast<std::int64_t>(table_.rows().size()); }
  [[nodiscard]] double seconds() const { return seconds_; }  // of work in this phase
  [[nodiscard]] const Uuid& transaction() const { return transaction_id_; }  // empty when nothing was brought in

  // The refused and doubtful lines as they stood, with line number and reason in front.
  [[nodiscard]] std::string problems_csv(const std::function<std::string(const Message&)>& say) const;

 private:
  Import(Session& session, std::string file_name, ImportSource source, TextOf text_of);
  [[nodiscard]] Status read_some(std::size_t rows);
  [[nodiscard]] Status survey_some(std::size_t rows);
  [[nodiscard]] Status make_questions();
  [[nodiscard]] Status begin_planning();
  [[nodiscard]] Status plan_some(std::size_t rows);
  void count(const PlannedRow& planned);
  [[nodiscard]] Status plan_late(std::size_t rows);
  [[nodiscard]] Status write_plans(std::size_t rows);
  [[nodiscard]] Status settle(std::size_t rows);
  [[nodiscard]] Status finish_applying();
  void tell_applied();
  void give_up();
  void set_fields();
  [[nodiscard]] Status insert_new_fields(store::Transaction& transaction);
  [[nodiscard]] std::optional<std::size_t> column_of(Meaning meaning) const;

  Session& session_;
  std::string file_name_;
  CsvTable table_;
  SourceFormat format_;
  TextEncoding encoding_;
  std::string skipped_;
  TextOf text_of_;
  Phase phase_ = Phase::reading;
  Entity kind_ = Entity::lead;
  struct NewField {
    CustomField field;
    FieldInfo info;  // points into it
  };
  std::list<NewField> new_fields_;
  std::vector<ImportField> fields_;
  std::vector<std::string> mapping_;
  std::unique_ptr<Survey> survey_;
  std::vector<ImportQuestion> questions_;
  std::unique_ptr<RowPlanner> planner_;
  std::optional<store::Transaction> transaction_;
  Uuid transaction_id_;
  bool learning_ = false;  // who is there already, before the first row
  // The new records of each line, from check() to apply(). Nothing once a line changes what is there already, or says something
  // that comes late: such a plan holds only beside what was written before it.
  std::optional<HeldRows> plans_;
  std::uint64_t planned_at_ = 0;  // the session's revision: they hold for what was there then
  std::size_t next_row_ = 0;
  double seconds_ = 0;
  ImportCounts counts_;
  std::vector<LineProblem> problems_;
};

}  // namespace cohoi::app
