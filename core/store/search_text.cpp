#include "core/store/search_text.h"

#include <algorithm>

#include "core/base/contact_points.h"
#include "core/base/person_name.h"
#include "core/base/text.h"

namespace cohoi::store {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

struct Word {
  std::string exact, folded;
};

// Words of the lower-case text beside their folded forms. Parted where folding parts; a piece that folds to several
// words stands for them without an exact form.
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> result;
  const std::string low = lower(text);
  const auto separates = [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9');
  };
  for (std::size_t i = 0; i < low.size();) {
    if (separates(low[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < low.size() && !separates(low[end])) ++end;
    const std::string_view piece = std::string_view(low).substr(i, end - i);
    i = end;
    if (is_ascii(piece)) {
      result.push_back({std::string(piece), std::string(piece)});
      continue;
    }
    const std::vector<std::string> folded = words(fold(piece));
    if (folded.size() == 1) {
      result.push_back({std::string(piece), folded.front()});
    } else {
      for (const std::string& word : folded) result.push_back({word, word});
    }
  }
  return result;
}

// Digits of what looks like a phone number and nothing else; empty otherwise.
std::string phone_digits(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      digits += c;
    else if (c != ' ' && c != '+' && c != '-' && c != '.' && c != '(' && c != ')')
      return {};
  }
  return digits.size() >= 4 ? digits : std::string{};
}

// Full-text words of one record, each once, without those that stand in front of them already.
class Collector {
 public:
  explicit Collector(std::string_view in_front) : in_front_(words(in_front)) {}
  void add_text(std::string_view text) {
    for (const Word& word : words_of(text)) {
      add(word.folded);
      if (word.exact != word.folded) add(std::string(exact_sign) + word.exact);
    }
  }
  void add_phone(std::string_view text) {
    add_text(text);
    const std::string number = normal_phone(text);
    if (number.empty()) return;
    add(number);
    if (number.substr(0, 2) == "84") add("0" + number.substr(2));
  }
  [[nodiscard]] std::string take() {
    std::string text;
    for (const std::string& word : words_) text += ' ' + word;
    return text;
  }

 private:
  void add(std::string word) {
    const auto known = [&](const std::vector<std::string>& list) {
      return std::find(list.begin(), list.end(), word) != list.end();
    };
    if (!word.empty() && !known(in_front_) && !known(words_)) words_.push_back(std::move(word));
  }
  std::vector<std::string> in_front_, words_;
};

}  // namespace

std::string display_title(const Account& record) { return title_of(record); }
std::string display_title(const Contact& record) { return title_of(record); }
std::string display_title(const Lead& record) { return title_of(record); }
std::string display_title(const Opportunity& record) { return title_of(record); }
std::string display_title(const Product& record) { return record.name; }
std::string display_title(const Activity& record) { return record.subject; }

template <class T>
SearchText search_text(const T& record, std::string_view more) {
  SearchText text;
  text.title = display_title(record);
  text.folded = fold(text.title);
  Collector collector(text.folded);
  T::fields(record, [&](const FieldInfo& info, const auto& member) {
    if (!info.searchable) return;
    const Value value = to_value(member);
    const auto* written = std::get_if<std::string>(&value);
    if (written == nullptr) return;
    if (info.type == FieldType::phone)
      collector.add_phone(*written);
    else
      collector.add_text(*written);
  });
  collector.add_text(more);
  // The title as it reads stands in front, for "begins with".
  text.folded += collector.take();
  return text;
}

template SearchText search_text(const Account&, std::string_view);
template SearchText search_text(const Contact&, std::string_view);
template SearchText search_text(const Lead&, std::string_view);
template SearchText search_text(const Opportunity&, std::string_view);
template SearchText search_text(const Product&, std::string_view);
template SearchText search_text(const Activity&, std::string_view);

std::string given_name_key(std::string_view first_name, std::string_view last_name) {
  return collation_key(given_name(first_name, last_name) + " " + full_name(first_name, last_name));
}

bool is_searchable(Entity entity) {
  switch (entity) {
    case Entity::account:
    case Entity::contact:
    case Entity::lead:
    case Entity::opportunity:
    case Entity::product:
    case Entity::activity:
      return true;
    default:
      return false;
  }
}

TypedWords typed_words(std::string_view text) {
  std::vector<std::string> exact;
  bool marked = false;
  for (const Word& word : words_of(text)) {
    const bool own = word.exact != word.folded;
    marked = marked || own;
    exact.push_back(own ? std::string(exact_sign) + word.exact : word.folded);
  }
  if (!marked) exact.clear();
  std::vector<std::string> folded = words(fold(text));
  std::vector<std::string> digits = words(phone_digits(text));
  if (digits == folded) digits.clear();
  return {std::move(folded), std::move(digits), std::move(exact)};
}

}  // namespace cohoi::store
