// The words a file has for the values of a choice field, held against what the field knows: keys, labels in both languages, the user's own.
#pragma once

#include <span>

#include "core/app/import/fields.h"
#include "core/domain/sales_records.h"

namespace cohoi::app {

class ChoiceWords {
 public:
  struct Entry {
    std::string value;  // as a record keeps it
    Message label;
    std::vector<std::string> words;  // compact
  };
  struct Guess {
    const Entry* entry = nullptr;
    bool sure = false;  // otherwise a near miss
  };

  // Empty for a field that is no choice.
  ChoiceWords(Entity kind, const FieldInfo& field, std::span<const Choice> choices, const TextOf& text_of);
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  // Words it doesn't know are kept as they are: a list of the user's that files may extend.
  [[nodiscard]] bool open() const { return open_; }
  [[nodiscard]] Guess guess(std::string_view foreign) const;

 private:
  std::vector<Entry> entries_;
  bool open_ = false;
};

// Whether two compact words differ by no more than one letter in five.
[[nodiscard]] bool is_near(std::string_view a, std::string_view b);

}  // namespace cohoi::app
