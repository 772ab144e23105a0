#include "core/store/search_text.h"

#include <algorithm>

#include "core/base/contact_points.h"
#include "core/base/person_name.h"
#include "core/base/text.h"
#include "core/base/utf8.h"

namespace cohoi::store {
namespace {

// visit(exact, folded): words of the lower-case text beside their folded forms. Parted where folding parts; a piece that
// folds to several words stands for them without an exact form.
template <class Visit>
void each_word(std::string_view text, const Visit& visit) {
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
    if (utf8::is_ascii(piece)) {
      visit(piece, piece);
      continue;
    }
    const std::string folded = fold(piece);
    if (!folded.empty() && folded.find(' ') == std::string::npos) {
      visit(piece, std::string_view(folded));
    } else {
      for (const std::string& word : words(folded)) visit(std::string_view(word), std::string_view(word));
    }
  }
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

// Full-text words of one record, each once, behind the folded title.
class Collector {
 public:
  explicit Collector(std::string title) : text_(std::move(title)) {
    for (std::size_t i = 0; i < text_.size();) {
      const std::size_t end = std::min(text_.find(' ', i), text_.size());
      known_.push_back({i, end - i});
      i = end + 1;
    }
  }
  void add_text(std::string_view text) {
    each_word(text, [&](std::string_view exact, std::string_view folded) {
      add({}, folded);
      if (exact != folded) add(exact_sign, exact);
    });
  }
  void add_phone(std::string_view text) {
    add_text(text);
    const std::string number = normal_phone(text);
    if (number.empty()) return;
    add({}, number);
    if (number.starts_with("84")) add("0", std::string_view(number).substr(2));
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  struct Place {
    std::size_t at, size;
  };
  // Written first and taken back when it stands there already.
  void add(std::string_view sign, std::string_view word) {
    const std::size_t before = text_.size();
    text_ += ' ';
    const Place place{text_.size(), sign.size() + word.size()};
    (text_ += sign) += word;
    const auto same = [&](const Place& one) {
      return one.size == place.size && text_.compare(one.at, one.size, text_, place.at, place.size) == 0;
    };
    if (std::any_of(known_.begin(), known_.end(), same)) text_.resize(before);
    else known_.push_back(place);
  }
  std::string text_;
  std::vector<Place> known_;
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
  // The title as it reads stands in front, for "begins with".
  Collector collector(fold(text.title));
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
  text.folded = collector.take();
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
  each_word(text, [&](std::string_view word, std::string_view folded) {
    const bool own = word != folded;
    marked = marked || own;
    exact.push_back(own ? std::string(exact_sign).append(word) : std::string(folded));
  });
  if (!marked) exact.clear();
  std::vector<std::string> folded = words(fold(text));
  std::vector<std::string> digits = words(phone_digits(text));
  if (digits == folded) digits.clear();
  return {std::move(folded), std::move(digits), std::move(exact)};
}

}  // namespace cohoi::store
