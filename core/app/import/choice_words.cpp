#include "core/app/import/choice_words.h"

#include <algorithm>

#include "core/app/choice_values.h"
#include "core/app/import/words.h"
#include "core/domain/labels.h"

namespace cohoi::app {

bool is_near(std::string_view a, std::string_view b) {
  const std::size_t length = std::max(a.size(), b.size());
  return length > 2 && edit_distance(a, b) <= std::max<std::size_t>(1, length / 5);
}

ChoiceWords::ChoiceWords(Entity kind, const FieldInfo& field, std::span<const Choice> choices, const TextOf& text_of) {
  const auto add = [&](std::string value, Message label) {
    Entry entry{std::move(value), std::move(label), {}};
    entry.words.push_back(compact(entry.value));
    if (text_of)
      for (const Language language : {Language::vi, Language::en}) entry.words.push_back(compact(text_of(language, entry.label.key)));
    entries_.push_back(std::move(entry));
  };
  if (field.type == FieldType::tags) return;
  for (const std::string_view value : field.choices) add(std::string(value), choice_label(field, value));
  for (const ListField& one : list_fields()) {
    if (one.entity != kind || one.field != field.key) continue;
    open_ = true;
    for (const Choice& choice : choices)
      if (choice.list == one.list) add(choice.key.empty() ? choice.name : choice.key, choice_name(choice));
  }
}

ChoiceWords::Guess ChoiceWords::guess(std::string_view foreign) const {
  const std::string word = compact(foreign);
  Guess near;
  for (const Entry& entry : entries_)
    for (const std::string& known : entry.words) {
      if (known.empty()) continue;
      if (known == word) return {&entry, true};
      if (!near.entry && is_near(known, word)) near.entry = &entry;
    }
  return near;
}

}  // namespace cohoi::app
