// Company names as people mean them: without the legal form, and a branch apart from its parent.
#include <algorithm>
#include <array>
#include <span>

#include "core/base/text.h"
#include "core/domain/matching.h"

namespace cohoi {
namespace {

using Words = std::span<const std::string>;

// Phrases that open or close a name and say what kind of body it is. All folded; a phrase is matched as whole words.
constexpr std::array<std::string_view, 12> head_forms{
    "tong cong ty", "cong ty", "cty", "ctcp", "cttnhh", "doanh nghiep tu nhan", "dntn", "hop tac xa", "htx", "ho kinh doanh", "hkd",
    "tnhh"};
// Only right after a head form: "CP Việt Nam" alone keeps its CP, "Công ty CP Việt Nam" does not.
constexpr std::array<std::string_view, 10> modifiers{"trach nhiem huu han", "tnhh", "mot thanh vien", "mtv",         "1 thanh vien",
                                                     "hai thanh vien",      "co phan", "cp",           "hop danh",    "lien doanh"};
constexpr std::array<std::string_view, 21> tail_forms{"joint stock company", "ltd",  "limited", "llc",  "llp",  "inc",  "incorporated",
                                                      "corp",                "corporation", "company", "jsc", "gmbh", "plc", "ag",
                                                      "bv",                  "nv",   "pte",     "pty",  "srl",  "tnhh", "mtv"};

// How many words of the phrase stand at `at`; 0 when it does not.
std::size_t phrase_at(Words words, std::size_t at, std::string_view phrase) {
  // Most phrases are ruled out by their first letter, and there are many.
  if (at >= words.size() || words[at].front() != phrase.front()) return 0;
  std::size_t count = 0;
  while (!phrase.empty()) {
    const std::size_t space = phrase.find(' ');
    const std::string_view word = phrase.substr(0, space);
    if (at + count >= words.size() || words[at + count] != word) return 0;
    ++count;
    phrase = space == std::string_view::npos ? std::string_view{} : phrase.substr(space + 1);
  }
  return count;
}

template <std::size_t n>
std::size_t any_at(Words words, std::size_t at, const std::array<std::string_view, n>& phrases) {
  std::size_t longest = 0;
  for (const std::string_view phrase : phrases) longest = std::max(longest, phrase_at(words, at, phrase));
  return longest;
}

template <std::size_t n>
std::size_t any_at_end(Words words, const std::array<std::string_view, n>& phrases) {
  for (const std::string_view phrase : phrases) {
    const auto count = static_cast<std::size_t>(std::count(phrase.begin(), phrase.end(), ' ')) + 1;
    if (count < words.size() && phrase_at(words, words.size() - count, phrase) == count) return count;
  }
  return 0;
}

// `co_is_form`: the written name ends in a plain "Co" (a folded "cò" or "cổ" looks the same).
Words without_legal_form(Words words, bool co_is_form) {
  const Words whole = words;
  bool headed = false;
  while (const std::size_t count = any_at(words, 0, head_forms)) {
    words = words.subspan(count);
    headed = true;
    while (const std::size_t more = any_at(words, 0, modifiers)) words = words.subspan(more);
  }
  while (const std::size_t count = any_at_end(words, tail_forms)) {
    words = words.first(words.size() - count);
    co_is_form = !headed;
  }
  if (co_is_form && words.size() > 1 && words.back() == "co") words = words.first(words.size() - 1);
  return words.empty() ? whole : words;
}

std::string join(Words words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

std::size_t find_phrase(Words words, std::string_view phrase) {
  for (std::size_t at = 0; at < words.size(); ++at)
    if (phrase_at(words, at, phrase) > 0) return at;
  return words.size();
}

bool is_plain_co(std::string_view low) { return low.ends_with(" co") || low.ends_with(" co."); }

struct Parts {
  Words company, place;
  bool branch = false;
};

// "Công ty ABC - Chi nhánh Hà Nội", "Chi nhánh Hà Nội - Công ty ABC", "Chi nhánh Công ty ABC tại Hà Nội", "ABC Ltd, Hanoi Branch".
Parts split_branch(Words words) {
  constexpr std::string_view branch_words = "chi nhanh";
  const std::size_t at = find_phrase(words, branch_words);
  if (at < words.size()) {
    const Words behind = words.subspan(at + 2);
    if (at > 0) return {words.first(at), behind, true};
    std::size_t head = 0;
    while (head < behind.size() && any_at(behind, head, head_forms) == 0) ++head;
    const bool place_first = head > 0 && head < behind.size();
    const Words company = head < behind.size() ? behind.subspan(head) : behind;
    const std::size_t place = find_phrase(company, "tai");
    if (place_first || place == 0 || place >= company.size()) return {company, behind.first(place_first ? head : 0), true};
    return {company.first(place), company.subspan(place + 1), true};
  }
  if (words.size() > 1 && words.back() == "branch") {
    for (std::size_t i = words.size() - 1; i > 0; --i) {
      if (any_at(words.subspan(0, i), i - 1, tail_forms) > 0) return {words.first(i), words.subspan(i, words.size() - 1 - i), true};
    }
    return {words.first(words.size() - 1), {}, true};
  }
  return {words, {}, false};
}

}  // namespace

CompanyName split_company_name(std::string_view name) {
  const std::vector<std::string> all = words(fold(name));
  const Parts parts = split_branch(all);
  if (parts.company.empty()) return {join(all), {}};
  const bool ends_in_co = all.back() == "co" && is_plain_co(lower(trim(name)));
  CompanyName result{join(without_legal_form(parts.company, ends_in_co)), join(parts.place)};
  if (parts.branch && result.branch.empty()) result.branch = "chi nhanh";
  return result;
}

std::string company_core_name(std::string_view name) { return split_company_name(name).core; }

}  // namespace cohoi
