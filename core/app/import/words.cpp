#include "core/app/import/words.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/app/import/fields.h"
#include "core/base/text.h"

namespace cohoi::app {
namespace {

struct Word {
  std::string_view part;  // stands somewhere in the compact word
  std::string_view meaning;
};

// The first that fits counts: what ends a sale is looked for before what leads to it.
constexpr auto stage_words = std::to_array<Word>({
    {"lost", "lost"}, {"thua", "lost"}, {"thatbai", "lost"}, {"won", "won"}, {"thanhcong", "won"}, {"thang", "won"},
    {"contract", "contract"}, {"hopdong", "contract"}, {"negotiat", "negotiation"}, {"thuongluong", "negotiation"},
    {"damphan", "negotiation"}, {"decisionmakerboughtin", "negotiation"}, {"propos", "proposal"}, {"quote", "proposal"},
    {"offer", "proposal"}, {"presentation", "proposal"}, {"baogia", "proposal"}, {"dexuat", "proposal"}, {"demo", "proposal"},
    {"prospect", "needs"}, {"engag", "needs"}, {"qualif", "needs"}, {"need", "needs"}, {"discovery", "needs"}, {"analysis", "needs"},
    {"appointment", "needs"}, {"decisionmakers", "needs"}, {"nhucau", "needs"}, {"new", "needs"}, {"open", "needs"}, {"moi", "needs"},
});
constexpr auto status_words = std::to_array<Word>({
    {"notconverted", "disqualified"}, {"converted", "converted"}, {"chuyendoi", "converted"}, {"junk", "disqualified"},
    {"lost", "disqualified"}, {"unqualified", "disqualified"}, {"notqualified", "disqualified"}, {"disqualif", "disqualified"},
    {"khongdudieukien", "disqualified"}, {"loai", "disqualified"}, {"dead", "disqualified"}, {"future", "nurturing"},
    {"nurtur", "nurturing"}, {"later", "nurturing"}, {"badtiming", "nurturing"}, {"nuoiduong", "nurturing"}, {"chamsoc", "nurturing"},
    {"notcontacted", "new"}, {"chualienhe", "new"}, {"new", "new"}, {"moi", "new"}, {"contact", "working"}, {"working", "working"},
    {"progress", "working"}, {"qualified", "working"}, {"connected", "working"}, {"lienhe", "working"}, {"xuly", "working"}, {"tiepcan", "working"}, {"lamviec", "working"}, {"open", "new"},
});

template <std::size_t size>
std::string_view meaning_of(const std::array<Word, size>& words, const std::string& word) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const Word& known) { return word.find(known.part) != std::string::npos; });
  return found == words.end() ? std::string_view{} : found->meaning;
}

}  // namespace

const Stage* guess_stage(std::string_view foreign, std::span<const Stage> stages) {
  const std::string word = compact(foreign);
  const auto named = std::find_if(stages.begin(), stages.end(), [&](const Stage& stage) {
    return compact(stage.name.empty() ? stage.key : stage.name) == word;
  });
  if (named != stages.end()) return &*named;
  const std::string_view key = meaning_of(stage_words, word);
  if (key.empty()) return nullptr;
  const auto found = std::find_if(stages.begin(), stages.end(), [&](const Stage& stage) {
    return stage.key == key || (key == "won" && stage.kind == StageKind::won) || (key == "lost" && stage.kind == StageKind::lost);
  });
  return found == stages.end() ? nullptr : &*found;
}

bool means_done(std::string_view foreign) {
  constexpr auto words = std::to_array<std::string_view>({"completed", "complete", "done", "closed", "finished", "held", "yes", "true", "1", "x", "xong", "daxong", "hoanthanh", "dahoanthanh", "co"});
  return std::find(words.begin(), words.end(), compact(foreign)) != words.end();
}

std::optional<LeadStatus> guess_lead_status(std::string_view foreign) {
  const std::string word = compact(foreign);
  if (const auto own = enum_named<LeadStatus>(word)) return own;
  return enum_named<LeadStatus>(meaning_of(status_words, word));
}

std::string_view given_text(std::string_view cell) {
  constexpr auto nothing = std::to_array<std::string_view>({"n/a", "#n/a", "select", "null", "(none)", "(blank)", "-none-", "-select-"});
  const std::string_view text = trim(cell);
  if (text.size() > 10) return text;
  // "--None--" and a dash of any length.
  std::string plain;
  for (const char c : text)
    if (c != '-' || plain.empty() || plain.back() != '-') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  const bool dash = plain == "-" || plain == "–" || plain == "—";
  return dash || std::find(nothing.begin(), nothing.end(), plain) != nothing.end() ? std::string_view{} : text;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

ProductGuess guess_product(std::string_view foreign, std::span<const Product> products) {
  const std::string word = compact(foreign);
  ProductGuess guess;
  // Near: at most one letter in five is another.
  std::size_t nearest = std::max<std::size_t>(1, word.size() / 5) + 1;
  for (const Product& product : products) {
    const std::string name = compact(product.name);
    if (name == word || (!product.code.empty() && compact(product.code) == word)) return {&product, true};
    const std::size_t distance = edit_distance(word, name);
    if (distance >= nearest) continue;
    nearest = distance;
    guess.product = &product;
  }
  return guess;
}

}  // namespace cohoi::app
