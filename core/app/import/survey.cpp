#include "core/app/import/survey.h"

#include <algorithm>
#include <array>

#include "core/app/import/words.h"
#include "core/base/person_name.h"
#include "core/base/text.h"
#include "core/domain/labels.h"

namespace cohoi::app {
namespace {

bool is_date(const ImportField& field) {
  if (field.meaning == Meaning::close_date || field.meaning == Meaning::entered_on || field.meaning == Meaning::created_at) return true;
  return field.info && (field.info->type == FieldType::date || field.info->type == FieldType::timestamp);
}

bool is_money(const ImportField& field) { return field.info && field.info->type == FieldType::money; }

Option option(std::string_view value, Message label) { return {std::string(value), std::move(label)}; }

}  // namespace

void Survey::Words::see(std::string_view text) {
  const std::string word = tidy(text);
  if (word.empty()) return;
  const auto [found, fresh] = at.try_emplace(compact(word), rows.size());
  if (fresh) rows.push_back({word, 0, {}, {}});
  ++rows[found->second].count;
}

Survey::Survey(const CsvTable& table, Entity kind, const std::vector<ImportField>& fields, const std::vector<std::string>& mapping,
               Directory directory, Currency currency, const TextOf& text_of)
    : table_(table), kind_(kind), currency_(currency), directory_(std::move(directory)), dates_(mapping.size()), money_(mapping.size()) {
  for (std::size_t i = 0; i < mapping.size(); ++i)
    for (const ImportField& field : fields)
      if (field.key == mapping[i]) columns_.push_back({i, field});
  choices_.resize(columns_.size());
  for (const auto& [index, field] : columns_) choice_words_.emplace_back(kind, field.info ? *field.info : FieldInfo{}, directory_.choices, text_of);
}

void Survey::see(std::size_t row) {
  if (table_.rows()[row].problem != CsvProblem::none) return;
  AlikeFacts facts;
  std::string first;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const auto& [index, field] = columns_[i];
    const std::string_view cell = given_text(table_.cell(row, index));
    if (!choice_words_[i].entries().empty()) choices_[i].see(cell);
    if (field.meaning == Meaning::stage) stages_.see(cell);
    else if (field.meaning == Meaning::product) products_.see(cell);
    else if (field.meaning == Meaning::lead_status) statuses_.see(cell);
    else if (is_date(field)) dates_[index].see(cell);
    else if (is_money(field)) money_[index].see(cell);
    else if (field.key == "name" || field.key == "full_name" || field.key == "last_name") facts.name = cell;
    else if (field.key == "first_name") first = cell;
    else if (field.key == "email") facts.email = cell;
    else if (field.key == "phone") facts.phone = cell;
    else if (field.key == "mobile") facts.mobile = cell;
    else if (field.key == "tax_code" || field.key == "code") facts.code = cell;
  }
  if (std::all_of(directory_.alike.begin(), directory_.alike.end(), [](const Lookup& there) { return there.empty(); })) return;
  if (!first.empty()) facts.name = full_name(first, facts.name);
  for (const MatchBy by : ways_to_match(kind_)) {
    const auto way = static_cast<std::size_t>(by);
    const std::string key = alike_key(by, kind_, facts);
    if (!key.empty() && directory_.alike[way].find(key)) ++lookalikes_[way];
  }
}

void Survey::ask_stages(std::vector<ImportQuestion>& questions) const {
  if (stages_.rows.empty()) return;
  ImportQuestion question{ImportQuestion::About::stage, msg("import.ask.stage"), msg("import.ask.stage_hint"), stages_.rows, {}};
  for (const Stage& stage : directory_.stages) question.options.push_back(option(stage.id.to_string(), stage_name(stage)));
  question.options.push_back(option(answer_leave, msg("import.answer.leave_line")));
  for (auto& row : question.rows)
    if (const Stage* guess = guess_stage(row.foreign, directory_.stages)) row.target = guess->id.to_string();
  questions.push_back(std::move(question));
}

void Survey::ask_products(std::vector<ImportQuestion>& questions) const {
  ImportQuestion question{ImportQuestion::About::product, msg("import.ask.product"), msg("import.ask.product_hint"), {}, {}};
  for (ImportQuestion::Row row : products_.rows) {
    const ProductGuess guess = guess_product(row.foreign, directory_.products);
    // The same name but for marks and case is no question.
    if (guess.product && fold(guess.product->name) == fold(row.foreign)) continue;
    row.target = guess.sure ? guess.product->id.to_string() : std::string(answer_new);
    if (guess.product) row.suggestion = guess.product->name;
    question.rows.push_back(std::move(row));
  }
  if (question.rows.empty()) return;
  question.options.push_back(option(answer_new, msg("import.answer.new_product")));
  for (const Product& product : directory_.products)
    question.options.push_back(option(product.id.to_string(), msg("verbatim", product.name)));
  question.options.push_back(option(answer_leave, msg("import.answer.no_product")));
  questions.push_back(std::move(question));
}

void Survey::ask_statuses(std::vector<ImportQuestion>& questions) const {
  if (statuses_.rows.empty()) return;
  ImportQuestion question{ImportQuestion::About::lead_status, msg("import.ask.status"), msg("import.ask.status_hint"), statuses_.rows, {}};
  for (const std::string_view name : EnumNames<LeadStatus>::names)
    question.options.push_back(option(name, label_of(*enum_named<LeadStatus>(name))));
  for (auto& row : question.rows)
    if (const auto guess = guess_lead_status(row.foreign)) row.target = std::string(name_of(*guess));
  questions.push_back(std::move(question));
}

// What is known asks nothing. Words of an open list are asked only when they look like a slip.
void Survey::ask_choices(std::vector<ImportQuestion>& questions) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const ChoiceWords& known = choice_words_[i];
    ImportQuestion question{ImportQuestion::About::choice, columns_[i].field.label, msg("import.ask.choice_hint"), {}, {}, columns_[i].field.key};
    for (ImportQuestion::Row row : choices_[i].rows) {
      const auto guess = known.guess(row.foreign);
      if (guess.sure || (known.open() && !guess.entry)) continue;
      row.target = guess.entry ? guess.entry->value : std::string(answer_leave);
      question.rows.push_back(std::move(row));
    }
    if (question.rows.empty()) continue;
    for (const ChoiceWords::Entry& entry : known.entries()) question.options.push_back(option(entry.value, entry.label));
    if (known.open()) question.options.push_back(option(answer_new, msg("import.answer.keep_word")));
    question.options.push_back(option(answer_leave, msg("import.answer.no_value")));
    questions.push_back(std::move(question));
  }
}

void Survey::ask_writing(std::vector<ImportQuestion>& questions) const {
  ImportQuestion dates{ImportQuestion::About::date_order, msg("import.ask.date_order"), msg("import.ask.date_order_hint"), {}, {}};
  ImportQuestion money{ImportQuestion::About::currency, msg("import.ask.currency"), msg("import.ask.currency_hint"), {}, {}};
  const bool says_currency =
      std::any_of(columns_.begin(), columns_.end(), [](const auto& column) { return column.field.meaning == Meaning::currency; });
  bool fractions = false;
  std::int64_t plain = 0;
  std::string header;
  for (const auto& [index, field] : columns_) {
    if (dates_[index].undecidable())
      dates.rows.push_back({table_.header()[index], dates_[index].either(), {}, dates_[index].example()});
    if (says_currency || !money_[index].without_currency()) continue;
    plain += money_[index].plain();
    fractions = fractions || money_[index].has_fractions();
    header += (header.empty() ? "" : ", ") + table_.header()[index];
  }
  if (!dates.rows.empty()) {
    dates.options = {option("day_first", msg("import.answer.day_first")), option("month_first", msg("import.answer.month_first"))};
    questions.push_back(std::move(dates));
  }
  if (plain == 0) return;
  // An amount with a fraction is none of a currency that has no smaller unit.
  const bool other = fractions && currency_.minor_digits() == 0;
  money.rows.push_back({header, plain, other ? "USD" : std::string(currency_.code()), {}});
  for (const std::string_view code : {"VND", "USD", "EUR", "GBP", "JPY", "SGD", "AUD", "CNY", "KRW", "THB"})
    money.options.push_back(option(code, msg("verbatim", std::string(code))));
  if (std::none_of(money.options.begin(), money.options.end(), [&](const Option& one) { return one.value == currency_.code(); }))
    money.options.push_back(option(currency_.code(), msg("verbatim", std::string(currency_.code()))));
  questions.push_back(std::move(money));
}

void Survey::ask_lookalikes(std::vector<ImportQuestion>& questions) const {
  ImportQuestion ways{ImportQuestion::About::match_by, msg("import.ask.match_by"), msg("import.ask.match_by_hint"), {}, {}};
  MatchBy first{};
  for (const MatchBy by : ways_to_match(kind_)) {
    const std::int64_t count = lookalikes_[static_cast<std::size_t>(by)];
    if (count == 0) continue;
    const char* label = by == MatchBy::email ? "field.email" : by == MatchBy::phone ? "field.phone" : by == MatchBy::name ? "import.match.name" : kind_ == Entity::product ? "field.code" : "field.tax_code";
    ways.options.push_back(option(std::to_string(static_cast<int>(by)), msg(label)));
    // The surest way is offered first, and taken unless the user says otherwise.
    if (ways.rows.empty()) {
      first = by;
      ways.rows.push_back({{}, count, ways.options.front().value, {}});
    }
  }
  if (ways.rows.empty()) return;
  const std::int64_t lookalikes = ways.rows.front().count;
  if (ways.options.size() > 1) questions.push_back(std::move(ways));
  ImportQuestion question{ImportQuestion::About::lookalikes, msg("import.ask.lookalikes"), msg("import.ask.lookalikes_hint"), {}, {}};
  // Two people may have one name.
  const bool by_name_only = (kind_ == Entity::lead || kind_ == Entity::contact) && first == MatchBy::name;
  question.rows.push_back({{}, lookalikes, std::string(by_name_only ? answer_new : kind_ == Entity::lead ? answer_leave : answer_fill), {}});
  question.options = {option(answer_fill, msg("import.answer.fill")), option(answer_update, msg("import.answer.update")), option(answer_leave, msg("import.answer.leave_line")),
                      option(answer_new, msg("import.answer.anyway"))};
  questions.push_back(std::move(question));
}

std::vector<ImportQuestion> Survey::questions() const {
  std::vector<ImportQuestion> questions;
  ask_stages(questions);
  ask_products(questions);
  ask_statuses(questions);
  ask_choices(questions);
  ask_writing(questions);
  ask_lookalikes(questions);
  return questions;
}

ImportAnswers Survey::answers(const std::vector<ImportQuestion>& questions) const {
  ImportAnswers answers{.currency = currency_, .date_order = {}, .money = money_, .stages = {}, .products = {}, .statuses = {}, .choices = {}, .match_by = {}, .lookalikes = {}};
  for (const DateStudy& dates : dates_) answers.date_order.push_back(dates.order());
  // Product names that are known ask nothing but mean their product all the same.
  for (const auto& row : products_.rows)
    if (const ProductGuess guess = guess_product(row.foreign, directory_.products); guess.sure)
      answers.products[compact(row.foreign)] = guess.product->id.to_string();
  for (std::size_t i = 0; i < columns_.size(); ++i)
    for (const auto& row : choices_[i].rows) {
      const auto guess = choice_words_[i].guess(row.foreign);
      if (guess.sure) answers.choices[choice_key(columns_[i].field.key, row.foreign)] = guess.entry->value;
      else if (choice_words_[i].open()) answers.choices[choice_key(columns_[i].field.key, row.foreign)] = answer_new;
    }
  answers.lookalikes = answer_fill;
  const auto ways = ways_to_match(kind_);
  const auto seen = std::find_if(ways.begin(), ways.end(), [&](MatchBy by) { return lookalikes_[static_cast<std::size_t>(by)] > 0; });
  if (!ways.empty()) answers.match_by = seen == ways.end() ? ways.front() : *seen;
  for (const ImportQuestion& question : questions) {
    for (const auto& row : question.rows) {
      switch (question.about) {
        case ImportQuestion::About::stage: answers.stages[compact(row.foreign)] = row.target; break;
        case ImportQuestion::About::product: answers.products[compact(row.foreign)] = row.target; break;
        case ImportQuestion::About::lead_status: answers.statuses[compact(row.foreign)] = row.target; break;
        case ImportQuestion::About::currency: answers.currency = Currency::parse(row.target).value_or(currency_); break;
        case ImportQuestion::About::choice: answers.choices[choice_key(question.field, row.foreign)] = row.target; break;
        case ImportQuestion::About::match_by: answers.match_by = static_cast<MatchBy>(row.target.front() - '0'); break;
        case ImportQuestion::About::lookalikes: answers.lookalikes = row.target; break;
        case ImportQuestion::About::date_order:
          for (std::size_t i = 0; i < table_.header().size(); ++i)
            if (table_.header()[i] == row.foreign)
              answers.date_order[i] = row.target == "month_first" ? DateOrder::month_first : DateOrder::day_first;
          break;
      }
    }
  }
  return answers;
}

}  // namespace cohoi::app
