#include "core/app/import/import.h"

#include <algorithm>
#include <chrono>

#include "core/app/import/planner.h"
#include "core/app/import/survey.h"
#include "core/base/decimal.h"
#include "core/base/text.h"
#include "core/domain/labels.h"

namespace cohoi::app {
namespace {

constexpr std::size_t looked_at = 500;      // rows, to tell the type of a column
constexpr std::size_t rows_at_once = 64;  // between two looks at the clock

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

Import::Import(Session& session, std::string file_name, ImportSource source, TextOf text_of)
    : session_(session),
      file_name_(std::move(file_name)),
      table_(std::move(source.table)),
      format_(source.format),
      encoding_(source.encoding),
      skipped_(std::move(source.skipped)),
      text_of_(std::move(text_of)) {
  set_kind(format_ == SourceFormat::vcard ? Entity::contact : guess_kind(table_.header(), text_of_));
  phase_ = Phase::reading;
}

Import::~Import() {
  if (transaction_) give_up();
  else if (phase_ == Phase::applying) tell_applied();
}

Result<std::unique_ptr<Import>> Import::open(Session& session, std::string file_name, std::string bytes, const SourceChoice& choice,
                                             TextOf text_of) {
  const auto say = [&](std::string_view key) { return std::string(text_of ? text_of(session.language(), key) : key.substr(key.rfind('.') + 1)); };
  COHOI_TRY(ImportSource source, open_source(std::move(bytes), choice, say));
  return std::unique_ptr<Import>(new Import(session, std::move(file_name), std::move(source), std::move(text_of)));
}

bool Import::working() const {
  return phase_ == Phase::reading || phase_ == Phase::surveying || phase_ == Phase::checking || phase_ == Phase::applying;
}

std::optional<std::size_t> Import::column_of(Meaning meaning) const {
  for (const ImportField& field : fields_) {
    if (field.meaning != meaning) continue;
    const auto at = std::find(mapping_.begin(), mapping_.end(), field.key);
    if (at != mapping_.end()) return static_cast<std::size_t>(at - mapping_.begin());
  }
  return std::nullopt;
}

void Import::set_kind(Entity kind) {
  kind_ = kind;
  set_fields();
  mapping_ = guess_mapping(kind, table_.header(), text_of_);
  questions_.clear();
  phase_ = Phase::mapping;
}

void Import::set_column(std::size_t column, const std::string& field) {
  if (column >= mapping_.size()) return;
  if (!field.empty()) std::replace(mapping_.begin(), mapping_.end(), field, std::string());
  mapping_[column] = field;
  phase_ = Phase::mapping;
}

Status Import::make_field(std::size_t column) {
  if (column >= mapping_.size()) return {};
  bool dates = true, numbers = true, any = false;
  for (std::size_t row = 0; row < std::min(table_.rows().size(), looked_at); ++row) {
    const std::string cell = tidy(table_.cell(row, column));
    if (cell.empty()) continue;
    any = true;
    dates = dates && parse_date(cell).has_value();
    // A number that begins with a zero or a sign is a code: a phone, an account.
    numbers = numbers && parse_decimal(cell, Language::en).has_value() && cell.front() != '+' && (cell.front() != '0' || cell.size() == 1);
  }
  const CustomType type = any && dates ? CustomType::date : any && numbers ? CustomType::number : CustomType::text;
  const FieldType read_as = any && dates ? FieldType::date : any && numbers ? FieldType::decimal : FieldType::text;
  const std::string& name = table_.header()[column];
  const auto known = std::find_if(new_fields_.begin(), new_fields_.end(),
                                  [&](const NewField& one) { return name_of(one.field.record_kind) == name_of(kind_) && one.field.name == name; });
  if (known != new_fields_.end()) {
    set_column(column, known->field.key);
    return {};
  }
  COHOI_CHECK(session_.can_execute(SaveRecord{Entity::custom_field, {},
                                              {{"record_kind", std::string(name_of(kind_))}, {"name", name}, {"value_type", std::string(name_of(type))}}}));
  NewField& made = new_fields_.emplace_back();
  made.field.id = session_.ids().next_of<CustomField>();
  made.field.key = custom_key(made.field.id);
  made.field.record_kind = enum_named<RecordKind>(name_of(kind_)).value_or(RecordKind::lead);
  made.field.name = name;
  made.field.type = type;
  made.info = {.key = made.field.key, .type = read_as};
  set_fields();
  set_column(column, made.field.key);
  return {};
}

void Import::set_fields() {
  fields_ = import_fields(kind_);
  for (const auto& [field, info] : new_fields_)
    if (name_of(field.record_kind) == name_of(kind_)) fields_.push_back({field.key, Meaning::field, &info, msg("verbatim", field.name)});
}

// Those that a column still fills.
Status Import::insert_new_fields(store::Transaction& transaction) {
  std::int64_t last = 0;
  COHOI_TRY(const auto there, store::all<CustomField>(session_.db()));
  for (const CustomField& field : there) last = std::max(last, field.position);
  for (auto& [field, info] : new_fields_) {
    if (std::find(mapping_.begin(), mapping_.end(), field.key) == mapping_.end()) continue;
    field.position = ++last;
    COHOI_CHECK(transaction.insert_imported(store::raw_of(field)));
  }
  return {};
}

Status Import::step(int budget_ms) {
  const auto start = std::chrono::steady_clock::now();
  Status status;
  while (status && working()) {
    switch (phase_) {
      case Phase::reading: status = read_some(rows_at_once); break;
      case Phase::surveying: status = survey_some(rows_at_once); break;
      default:
        if (planner_) status = plan_some(rows_at_once);
        else if (transaction_) status = write_plans(rows_at_once);
        else tell_applied();
        break;
    }
    if (seconds_since(start) * 1000 >= budget_ms) break;
  }
  seconds_ += seconds_since(start);
  if (!status && transaction_) give_up();
  return status;
}

Status Import::read_some(std::size_t rows) {
  COHOI_TRY(const bool more, table_.read(rows));
  if (more) return {};
  if (table_.rows().empty()) return fail(ErrorCode::invalid, msg("import.file.no_rows"));
  phase_ = Phase::mapping;
  return {};
}

Status Import::survey_some(std::size_t rows) {
  if (learning_) {
    COHOI_TRY(learning_, survey_->learn(session_.db(), static_cast<int>(rows)));
    return {};
  }
  for (std::size_t i = 0; i < rows && next_row_ < table_.rows().size(); ++i) survey_->see(next_row_++);
  return next_row_ < table_.rows().size() ? Status{} : make_questions();
}

Status Import::survey() {
  const auto has = [&](std::string_view key) { return std::find(mapping_.begin(), mapping_.end(), key) != mapping_.end(); };
  const bool named = kind_ == Entity::opportunity ? has("name") || has("external_id") || has("product") || has("account")
                     : kind_ == Entity::lead      ? has("last_name") || has("full_name") || has("company") || has("first_name")
                     : kind_ == Entity::activity  ? has("subject") || has("notes") || has("kind")
                     : kind_ == Entity::contact   ? has("last_name") || has("full_name") || has("first_name")
                                                  : has("name") || has("code");
  if (!named) return fail(ErrorCode::refused, msg("import.refused.no_name_column", std::vector<Message>{entity_label(kind_)}));
  COHOI_TRY(Directory directory, Directory::open(session_.db(), kind_));
  survey_ = std::make_unique<Survey>(table_, kind_, fields_, mapping_, std::move(directory), session_.settings().currency, text_of_);
  learning_ = true;
  next_row_ = 0;
  seconds_ = 0;
  phase_ = Phase::surveying;
  return {};
}

Status Import::make_questions() {
  // An answer given before stays when the word is asked again.
  const std::vector<ImportQuestion> before = std::move(questions_);
  questions_ = survey_->questions();
  for (ImportQuestion& question : questions_)
    for (const ImportQuestion& old : before)
      if (old.about == question.about && old.field == question.field)
        for (ImportQuestion::Row& row : question.rows)
          for (const ImportQuestion::Row& given : old.rows)
            if (given.foreign == row.foreign && !given.target.empty()) row.target = given.target;
  phase_ = Phase::asking;
  return {};
}

void Import::answer(std::size_t question, std::size_t row, const std::string& target) {
  if (question >= questions_.size() || row >= questions_[question].rows.size()) return;
  questions_[question].rows[row].target = target;
  phase_ = Phase::asking;
}

Status Import::begin_planning() {
  std::vector<RowPlanner::Column> columns;
  for (std::size_t i = 0; i < mapping_.size(); ++i)
    for (const ImportField& field : fields_)
      if (field.key == mapping_[i]) columns.push_back({i, field});
  COHOI_TRY(Directory directory, Directory::open(session_.db(), kind_));
  planner_ = std::make_unique<RowPlanner>(session_.surroundings(), table_, kind_, std::move(columns), std::move(directory),
                                          survey_->answers(questions_));
  learning_ = true;
  next_row_ = 0;
  seconds_ = 0;
  plans_.reset();
  counts_ = {};
  problems_.clear();
  return {};
}

Status Import::check() {
  if (!survey_) return fail(ErrorCode::refused, msg("import.refused.not_ready"));
  for (const ImportQuestion& question : questions_)
    for (const ImportQuestion::Row& row : question.rows)
      if (row.target.empty()) return fail(ErrorCode::refused, msg("import.refused.unanswered", row.foreign));
  COHOI_CHECK(begin_planning());
  plans_.emplace();
  planned_at_ = session_.revision();
  phase_ = Phase::checking;
  return {};
}

Status Import::apply() {
  if (phase_ != Phase::checked) return fail(ErrorCode::refused, msg("import.refused.not_ready"));
  COHOI_CHECK(session_.may_write());
  if (planned_at_ != session_.revision()) plans_.reset();
  if (!plans_) COHOI_CHECK(begin_planning());
  next_row_ = 0;
  seconds_ = 0;
  COHOI_TRY(auto transaction, store::Transaction::begin(session_.db(), session_.write_context(), msg("import.done_label", file_name_),
                                                        store::TransactionKind::import));
  COHOI_CHECK(insert_new_fields(transaction));
  transaction_.emplace(std::move(transaction));
  transaction_id_ = {};
  session_.set_busy(msg("import.busy"));
  phase_ = Phase::applying;
  return {};
}

Status Import::plan_some(std::size_t rows) {
  if (learning_) {
    COHOI_TRY(learning_, planner_->learn(static_cast<int>(rows)));
    return {};
  }
  for (std::size_t i = 0; i < rows && next_row_ < table_.rows().size(); ++i, ++next_row_) {
    COHOI_TRY(const PlannedRow planned, planner_->plan(next_row_));
    count(planned);
    if (transaction_) {
      for (const store::NewRecord& record : planned.inserts) COHOI_CHECK(transaction_->insert_checked(record));
      for (const store::RawRecord& record : planned.puts) COHOI_CHECK(transaction_->put_raw(record));
    } else if (plans_ && planned.puts.empty()) {
      plans_->add(planned.inserts);
    } else {
      plans_.reset();
    }
  }
  return next_row_ < table_.rows().size() ? Status{} : plan_late(rows);
}

void Import::count(const PlannedRow& planned) {
  ++counts_.rows;
  const std::int64_t line = table_.rows()[next_row_].line;
  switch (planned.fate) {
    case Fate::made: ++counts_.made; break;
    case Fate::filled: ++counts_.filled; break;
    case Fate::already_there: ++counts_.already_there; break;
    case Fate::left_out: ++counts_.left_out; break;
    case Fate::refused:
      ++counts_.refused;
      problems_.push_back({next_row_, line, true, planned.reason});
      return;
  }
  counts_.accounts_made += planned.accounts_made;
  if (planned.fate != Fate::made) return;
  if (!planned.doubts.empty()) ++counts_.doubtful;
  for (const Message& doubt : planned.doubts) problems_.push_back({next_row_, line, false, doubt});
  counts_.converted += planned.converted ? 1 : 0;
  counts_.won += planned.won ? 1 : 0;
  counts_.lost += planned.lost ? 1 : 0;
  counts_.without_gate += planned.without_gate ? 1 : 0;
  counts_.without_account += planned.without_account ? 1 : 0;
  counts_.linked_leads += planned.linked_lead ? 1 : 0;
  counts_.unlinked += planned.unlinked ? 1 : 0;
  counts_.owners_made += planned.owners_made;
  counts_.products_made += planned.products_made;
}

Status Import::plan_late(std::size_t rows) {
  if (planner_->any_late()) plans_.reset();
  for (std::size_t i = 0; i < rows; ++i) {
    COHOI_TRY(const auto late, planner_->next_late());
    if (!late) {
      if (transaction_) return settle(rows);
      phase_ = Phase::checked;
      planner_.reset();
      return {};
    }
    if (late->fresh) ++counts_.accounts_made;
    if (!transaction_) continue;
    COHOI_CHECK(late->fresh ? transaction_->insert_imported(late->record) : transaction_->put_raw(late->record));
  }
  return {};
}

Status Import::write_plans(std::size_t rows) {
  for (std::size_t i = 0; i < rows && next_row_ < table_.rows().size(); ++i, ++next_row_)
    for (const store::NewRecord& record : plans_->take()) COHOI_CHECK(transaction_->insert_checked(record));
  return next_row_ < table_.rows().size() ? Status{} : settle(rows);
}

Status Import::settle(std::size_t rows) {
  COHOI_TRY(const bool unsettled, transaction_->settle(static_cast<int>(rows)));
  return unsettled ? Status{} : finish_applying();
}

Status Import::finish_applying() {
  COHOI_TRY(transaction_id_, transaction_->commit());
  transaction_.reset();
  planner_.reset();
  plans_.reset();
  return {};
}

// In a slice of its own: what is told takes its own copy of all that was written.
void Import::tell_applied() {
  session_.set_busy(std::nullopt);
  phase_ = Phase::done;
  session_.committed(transaction_id_);
}

void Import::give_up() {
  transaction_.reset();
  planner_.reset();
  plans_.reset();
  session_.set_busy(std::nullopt);
  phase_ = Phase::checked;
}

void Import::cancel() {
  if (transaction_) give_up();
}

std::string Import::problems_csv(const std::function<std::string(const Message&)>& say) const {
  std::string out(utf8_mark);
  std::vector<std::string> record{say(msg("import.csv.line")), say(msg("import.csv.outcome")), say(msg("import.csv.reason"))};
  record.insert(record.end(), table_.header().begin(), table_.header().end());
  append_csv_record(out, record);
  for (const LineProblem& problem : problems_) {
    record = {std::to_string(problem.line), say(problem.refused ? msg("import.csv.refused") : msg("import.csv.doubtful")), say(problem.reason)};
    for (std::size_t column = 0; column < table_.header().size(); ++column) record.emplace_back(table_.cell(problem.row, column));
    append_csv_record(out, record);
  }
  return out;
}

}  // namespace cohoi::app
