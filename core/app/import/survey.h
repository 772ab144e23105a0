// Looks through a whole file before anything is planned: its words for stages, statuses and products, and how its dates and amounts are
// written. Makes the questions, and of their answers what the planner needs.
#pragma once

#include <unordered_map>

#include "core/app/import/choice_words.h"
#include "core/app/import/planner.h"
#include "core/app/import/questions.h"

namespace cohoi::app {

class Survey {
 public:
  // `table` is borrowed.
  Survey(const CsvTable& table, Entity kind, const std::vector<ImportField>& fields, const std::vector<std::string>& mapping,
         Directory directory, Currency currency, const TextOf& text_of);
  // Before the first row: who is there already, so many further. False when all are known.
  [[nodiscard]] Result<bool> learn(store::Database& db, int records) { return directory_.learn(db, records); }
  void see(std::size_t row);
  [[nodiscard]] std::vector<ImportQuestion> questions() const;
  [[nodiscard]] ImportAnswers answers(const std::vector<ImportQuestion>& questions) const;

 private:
  // Distinct words of a column, in the order of their first line.
  struct Words {
    std::vector<ImportQuestion::Row> rows;
    std::unordered_map<std::string, std::size_t> at;  // compact word → index
    void see(std::string_view text);
  };
  void ask_stages(std::vector<ImportQuestion>& questions) const;
  void ask_products(std::vector<ImportQuestion>& questions) const;
  void ask_statuses(std::vector<ImportQuestion>& questions) const;
  void ask_choices(std::vector<ImportQuestion>& questions) const;
  void ask_writing(std::vector<ImportQuestion>& questions) const;
  void ask_lookalikes(std::vector<ImportQuestion>& questions) const;

  const CsvTable& table_;
  Entity kind_;
  Currency currency_;
  Directory directory_;
  std::vector<RowPlanner::Column> columns_;
  Words stages_, products_, statuses_;
  std::vector<DateStudy> dates_;    // per column
  std::vector<MoneyStudy> money_;   // per column
  std::vector<Words> choices_;            // per column
  std::vector<ChoiceWords> choice_words_;  // per column
  std::array<std::int64_t, match_ways> lookalikes_{};
};

}  // namespace cohoi::app
