// The import page: a file is chosen, its columns and foreign values are given their meaning, it is looked at, brought in, and accounted
// for. Holds one app::Import at a time; driven by the shell, a slice per frame.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/app/export/list_export.h"
#include "core/app/import/import.h"
#include "core/app/models/names.h"

namespace cohoi::app {

class ImportPage {
 public:
  enum class Phase : std::uint8_t { choose, reading, columns, values, preview, applying, result };

  struct ColumnRow {
    std::string header;               // as in the file
    std::vector<std::string> samples;
    std::string target;               // value of one of column_targets(); empty = not imported
  };
  using Question = ImportQuestion;
  struct CountRow {
    Label label;
    std::int64_t count = 0;
    Tone tone = Tone::neutral;
  };
  struct ProblemRow {
    std::int64_t line = 0;
    Message reason;
    std::string excerpt;              // the first fields of the line
  };

  // The session is borrowed and outlives the page.
  explicit ImportPage(Session& session, TextOf text_of = {});
  ~ImportPage();
  ImportPage(const ImportPage&) = delete;
  ImportPage& operator=(const ImportPage&) = delete;

  // A chosen or dropped file; what stood here before is forgotten. Ignored while an import is being applied.
  void open_file(const std::string& name, std::vector<std::uint8_t> bytes);
  // Of a workbook only the browser can read a sheet: the shell is asked for the one wanted here, once, and answers with open_sheet.
  [[nodiscard]] std::optional<int> take_wanted_sheet() { return std::exchange(wanted_sheet_, std::nullopt); }
  [[nodiscard]] const std::vector<std::uint8_t>& bytes() const { return bytes_; }
  struct Sheet {
    std::vector<std::string> names;  // of all sheets
    std::string csv;                 // of this one
    std::optional<Message> failure;
  };
  void open_sheet(Sheet sheet);
  // One slice of work; the shell calls it once a frame while working().
  void step(int budget_ms);
  [[nodiscard]] bool working() const;

  [[nodiscard]] Phase phase() const;
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }  // of the file or of the whole import
  [[nodiscard]] const std::string& file_name() const { return file_name_; }

  // How the file is read; all changeable until the import begins.
  [[nodiscard]] SourceFormat format() const;
  [[nodiscard]] std::string_view product() const { return product_; }  // whose export it is, when that is recognised
  [[nodiscard]] const std::string& skipped() const;
  [[nodiscard]] TextEncoding encoding() const;
  void set_encoding(TextEncoding encoding);
  [[nodiscard]] char delimiter() const;
  void set_delimiter(char delimiter);
  [[nodiscard]] const std::vector<std::string>& sheets() const { return sheets_; }
  [[nodiscard]] int sheet() const { return sheet_; }
  void choose_sheet(int sheet);

  // Columns.
  [[nodiscard]] Entity kind() const;
  void set_kind(Entity kind);
  [[nodiscard]] std::vector<Option> kind_options() const;
  [[nodiscard]] const std::vector<ColumnRow>& columns() const { return columns_; }
  [[nodiscard]] const std::vector<Option>& column_targets() const { return targets_; }
  void set_column(std::size_t column, const std::string& target);
  // A field of the user's own for a column that has no other; made at once, with the type its values have.
  [[nodiscard]] bool can_make_fields() const;
  void make_field(std::size_t column);
  [[nodiscard]] std::int64_t row_count() const;

  // Values.
  [[nodiscard]] const std::vector<Question>& questions() const;
  void answer(std::size_t question, std::size_t row, const std::string& target);

  // Preview and result.
  [[nodiscard]] const std::vector<CountRow>& counts() const { return counts_; }
  [[nodiscard]] const std::vector<ProblemRow>& problems() const { return problems_; }  // the first of them
  [[nodiscard]] std::int64_t problem_count() const;  // lines, of which problems() are the first
  [[nodiscard]] bool can_import() const;

  // Applying.
  [[nodiscard]] std::int64_t done_count() const;
  [[nodiscard]] std::int64_t total_count() const;
  [[nodiscard]] std::int64_t rows_per_second() const;

  void next();       // to the next step; refused (error()) when something is wanting
  void back();
  void start();      // Import
  void cancel();     // while applying: rolls back; otherwise forgets the file
  void again();      // another file
  [[nodiscard]] Uuid transaction() const;  // of a finished import, for its undo; empty when nothing was brought in
  [[nodiscard]] bool undone();
  [[nodiscard]] std::string problems_csv(const Say& say) const;  // refused and doubtful lines with their reasons
  [[nodiscard]] std::string problems_name() const;

  // Earlier imports that still stand, newest first: each can be undone as one step.
  struct EarlierRow { Uuid transaction; Message label; std::string when; };
  [[nodiscard]] const std::vector<EarlierRow>& earlier();

  // Export.
  struct ExportRow { Entity entity = Entity::lead; Label label; std::int64_t count = 0; };
  [[nodiscard]] const std::vector<ExportRow>& exports();

 private:
  void reopen(std::string text);
  void rebuild_columns();
  void rebuild_counts();
  void settle();  // after work: to the next phase
  void fail_with(const Error& error);

  Session& session_;
  std::unique_ptr<Import> import_;
  TextOf text_of_;
  std::vector<std::uint8_t> bytes_;  // of the file, to read it anew another way
  SourceChoice choice_;
  std::optional<int> wanted_sheet_;
  std::vector<std::string> sheets_;
  int sheet_ = 0;
  std::string_view product_;
  std::string file_name_;
  std::optional<Error> error_;
  Phase phase_ = Phase::choose;
  bool undone_ = false;
  std::uint64_t undone_revision_ = 0;
  std::vector<ColumnRow> columns_;
  std::vector<Option> targets_;
  std::vector<CountRow> counts_;
  std::vector<ProblemRow> problems_;
  std::vector<ExportRow> exports_;
  std::uint64_t exports_revision_ = 0;
  std::vector<EarlierRow> earlier_;
  std::uint64_t earlier_revision_ = 0;
};

}  // namespace cohoi::app
