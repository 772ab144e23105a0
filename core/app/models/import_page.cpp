#include "core/app/models/import_page.h"

#include <algorithm>

#include "core/base/text.h"
#include "core/domain/labels.h"
#include "core/store/import_log.h"

namespace cohoi::app {
namespace {

constexpr std::size_t shown_problems = 50;
constexpr std::size_t shown_samples = 3;
constexpr int shown_imports = 10;

std::string excerpt_of(const CsvTable& table, std::size_t row) {
  std::string text;
  int parts = 0;
  for (std::size_t column = 0; column < table.header().size() && parts < 4; ++column) {
    const std::string cell = tidy(table.cell(row, column));
    if (cell.empty()) continue;
    text += (text.empty() ? "" : " · ") + cell;
    ++parts;
  }
  return text;
}

}  // namespace

ImportPage::ImportPage(Session& session, TextOf text_of) : session_(session), text_of_(std::move(text_of)) {}
ImportPage::~ImportPage() = default;

void ImportPage::fail_with(const Error& error) { error_ = error; }

void ImportPage::open_file(const std::string& name, std::vector<std::uint8_t> bytes) {
  if (phase_ == Phase::applying) return;
  again();
  file_name_ = name;
  bytes_ = std::move(bytes);
  const std::string text(bytes_.begin(), bytes_.end());
  choice_.workbook = is_workbook(text);
  if (choice_.workbook) {
    wanted_sheet_ = 0;
    phase_ = Phase::reading;
    return;
  }
  reopen(text);
}

// What could not be read leaves what was there.
void ImportPage::reopen(std::string text) {
  error_.reset();
  auto opened = Import::open(session_, file_name_, std::move(text), choice_, text_of_);
  if (!opened) {
    if (phase_ == Phase::reading) phase_ = Phase::choose;
    return fail_with(opened.error());
  }
  import_ = *std::move(opened);
  product_ = import_->format() == SourceFormat::vcard ? std::string_view{} : export_of(import_->table().header());
  phase_ = Phase::reading;
}

void ImportPage::open_sheet(Sheet sheet) {
  if (!choice_.workbook || phase_ == Phase::applying) return;
  if (sheet.failure) {
    if (!import_) phase_ = Phase::choose;
    return fail_with(Error{.code = ErrorCode::invalid, .message = *std::move(sheet.failure), .detail = {}});
  }
  sheets_ = std::move(sheet.names);
  reopen(std::move(sheet.csv));
}

SourceFormat ImportPage::format() const { return import_ ? import_->format() : SourceFormat::csv; }
TextEncoding ImportPage::encoding() const { return import_ ? import_->encoding() : TextEncoding::utf8; }
char ImportPage::delimiter() const { return import_ ? import_->table().delimiter() : ','; }
const std::string& ImportPage::skipped() const {
  static const std::string nothing;
  return import_ ? import_->skipped() : nothing;
}

void ImportPage::set_encoding(TextEncoding encoding) {
  if (phase_ != Phase::columns) return;
  choice_.encoding = encoding;
  reopen({bytes_.begin(), bytes_.end()});
}

void ImportPage::set_delimiter(char delimiter) {
  if (phase_ != Phase::columns) return;
  choice_.delimiter = delimiter;
  reopen({bytes_.begin(), bytes_.end()});
}

void ImportPage::choose_sheet(int sheet) {
  if (phase_ != Phase::columns || sheet == sheet_) return;
  sheet_ = sheet;
  wanted_sheet_ = sheet;
}

bool ImportPage::can_make_fields() const { return enum_named<RecordKind>(name_of(kind())).has_value(); }

void ImportPage::make_field(std::size_t column) {
  if (phase_ != Phase::columns || !can_make_fields()) return;
  error_.reset();
  if (const Status made = import_->make_field(column); !made) fail_with(made.error());
  rebuild_columns();
}

bool ImportPage::working() const { return import_ && import_->working(); }

void ImportPage::step(int budget_ms) {
  if (!working()) return;
  const auto before = import_->phase();
  if (const Status status = import_->step(budget_ms); !status) {
    fail_with(status.error());
    if (before == Import::Phase::applying) {
      phase_ = Phase::preview;
    } else {
      import_.reset();
      phase_ = Phase::choose;
    }
    return;
  }
  if (!import_->working()) settle();
}

void ImportPage::settle() {
  switch (import_->phase()) {
    case Import::Phase::mapping:
      phase_ = Phase::columns;
      rebuild_columns();
      return;
    case Import::Phase::asking: phase_ = Phase::values; return;
    case Import::Phase::checked:
      phase_ = Phase::preview;
      rebuild_counts();
      return;
    case Import::Phase::done:
      phase_ = Phase::result;
      rebuild_counts();
      return;
    default: return;
  }
}

ImportPage::Phase ImportPage::phase() const { return phase_; }

Entity ImportPage::kind() const { return import_ ? import_->kind() : Entity::lead; }

void ImportPage::set_kind(Entity kind) {
  if (phase_ != Phase::columns || kind == import_->kind()) return;
  error_.reset();
  import_->set_kind(kind);
  rebuild_columns();
}

std::vector<Option> ImportPage::kind_options() const {
  std::vector<Option> options;
  for (const Entity kind : import_kinds()) options.push_back({std::string(name_of(kind)), msg("import.kinds." + std::string(name_of(kind)))});
  return options;
}

void ImportPage::rebuild_columns() {
  columns_.clear();
  const CsvTable& table = import_->table();
  for (std::size_t column = 0; column < table.header().size(); ++column) {
    ColumnRow row{table.header()[column], {}, import_->mapping()[column]};
    for (std::size_t i = 0; i < table.rows().size() && i < 200 && row.samples.size() < shown_samples; ++i) {
      std::string cell = tidy(table.cell(i, column));
      if (!cell.empty() && std::find(row.samples.begin(), row.samples.end(), cell) == row.samples.end()) row.samples.push_back(std::move(cell));
    }
    columns_.push_back(std::move(row));
  }
  targets_ = {{"", msg("import.not_imported")}};
  for (const ImportField& field : import_->fields()) targets_.push_back({field.key, field.label});
}

void ImportPage::set_column(std::size_t column, const std::string& target) {
  if (phase_ != Phase::columns) return;
  error_.reset();
  import_->set_column(column, target);
  rebuild_columns();
}

std::int64_t ImportPage::row_count() const { return import_ ? import_->total() : 0; }

const std::vector<ImportPage::Question>& ImportPage::questions() const {
  static const std::vector<Question> none;
  return import_ ? import_->questions() : none;
}

void ImportPage::answer(std::size_t question, std::size_t row, const std::string& target) {
  if (phase_ != Phase::values) return;
  error_.reset();
  import_->answer(question, row, target);
}

void ImportPage::rebuild_counts() {
  const ImportCounts& counts = import_->counts();
  counts_.clear();
  const auto add = [&](Message label, std::int64_t count, Tone tone = Tone::neutral) {
    if (count > 0) counts_.push_back({std::move(label), count, tone});
  };
  counts_.push_back({msg("import.count.rows"), counts.rows, Tone::neutral});
  counts_.push_back({msg("import.count.made", std::vector<Message>{msg("import.kinds." + std::string(name_of(import_->kind())))}), counts.made,
                     counts.made > 0 ? Tone::good : Tone::neutral});
  add(msg("import.count.filled"), counts.filled, Tone::good);
  add(msg("import.count.already_there"), counts.already_there);
  add(msg("import.count.left_out"), counts.left_out, Tone::warning);
  add(msg("import.count.refused"), counts.refused, Tone::bad);
  add(msg("import.count.doubtful"), counts.doubtful, Tone::warning);
  add(msg("import.count.converted"), counts.converted);
  add(msg("import.count.won"), counts.won);
  add(msg("import.count.lost"), counts.lost);
  add(msg("import.count.without_gate"), counts.without_gate, Tone::warning);
  add(msg("import.count.without_account"), counts.without_account);
  add(msg("import.count.linked_leads"), counts.linked_leads);
  add(msg("import.count.unlinked"), counts.unlinked, Tone::warning);
  add(msg("import.count.owners_made"), counts.owners_made);
  add(msg("import.count.accounts_made"), counts.accounts_made);
  add(msg("import.count.products_made"), counts.products_made);
  // The first of each kind of problem come first, so that none hides behind hundreds of another.
  problems_.clear();
  const auto& all = import_->problems();
  std::vector<std::pair<std::string, std::size_t>> seen;
  std::vector<std::size_t> order;
  for (std::size_t limit : {std::size_t{3}, shown_problems}) {
    for (std::size_t i = 0; i < all.size() && order.size() < shown_problems; ++i) {
      const auto known = std::find_if(seen.begin(), seen.end(), [&](const auto& one) { return one.first == all[i].reason.key; });
      auto& count = known == seen.end() ? seen.emplace_back(all[i].reason.key, 0).second : known->second;
      if (count >= limit || std::find(order.begin(), order.end(), i) != order.end()) continue;
      ++count;
      order.push_back(i);
    }
  }
  std::sort(order.begin(), order.end());
  for (const std::size_t i : order) problems_.push_back({all[i].line, all[i].reason, excerpt_of(import_->table(), all[i].row)});
}

std::int64_t ImportPage::problem_count() const { return import_ ? static_cast<std::int64_t>(import_->problems().size()) : 0; }
bool ImportPage::can_import() const {
  return phase_ == Phase::preview && import_ && import_->counts().made + import_->counts().filled > 0;
}

std::int64_t ImportPage::done_count() const { return import_ ? import_->done() : 0; }
std::int64_t ImportPage::total_count() const { return import_ ? import_->total() : 0; }
std::int64_t ImportPage::rows_per_second() const {
  return import_ && import_->seconds() > 0 ? static_cast<std::int64_t>(static_cast<double>(import_->done()) / import_->seconds()) : 0;
}

void ImportPage::next() {
  error_.reset();
  if (!import_ || working()) return;
  Status status;
  if (phase_ == Phase::columns) status = import_->survey();
  else if (phase_ == Phase::values) status = import_->check();
  if (!status) fail_with(status.error());
}

void ImportPage::back() {
  error_.reset();
  if (!import_ || working()) return;
  if (phase_ == Phase::columns) return again();
  if (phase_ == Phase::values) {
    import_->back_to_mapping();
    phase_ = Phase::columns;
  } else if (phase_ == Phase::preview) {
    import_->back_to_questions();
    phase_ = Phase::values;
  }
}

void ImportPage::start() {
  error_.reset();
  if (!can_import()) return;
  if (const Status status = import_->apply(); !status) return fail_with(status.error());
  phase_ = Phase::applying;
}

void ImportPage::cancel() {
  if (phase_ != Phase::applying) return again();
  import_->cancel();
  if (import_->phase() != Import::Phase::applying) phase_ = Phase::preview;  // otherwise all is written already
}

void ImportPage::again() {
  if (phase_ == Phase::applying) return;
  import_.reset();
  error_.reset();
  bytes_.clear();
  choice_ = {};
  wanted_sheet_.reset();
  sheets_.clear();
  sheet_ = 0;
  phase_ = Phase::choose;
  undone_ = false;
  undone_revision_ = 0;
}

Uuid ImportPage::transaction() const { return phase_ == Phase::result && import_ ? import_->transaction() : Uuid{}; }

bool ImportPage::undone() {
  if (transaction().empty()) return false;
  if (undone_revision_ != session_.revision()) {
    undone_revision_ = session_.revision();
    const auto logged = store::find_transaction(session_.db(), transaction());
    undone_ = logged && *logged && (*logged)->reverted;
  }
  return undone_;
}

std::string ImportPage::problems_csv(const Say& say) const { return import_ ? import_->problems_csv(say) : std::string(); }
std::string ImportPage::problems_name() const {
  const auto dot = file_name_.rfind('.');
  return file_name_.substr(0, dot) + "-problems.csv";
}

const std::vector<ImportPage::EarlierRow>& ImportPage::earlier() {
  if (earlier_revision_ == session_.revision()) return earlier_;
  earlier_revision_ = session_.revision();
  earlier_.clear();
  const auto logged = store::standing_imports(session_.db(), shown_imports);
  if (!logged) return earlier_;
  for (const auto& one : *logged)
    if (one.label.key == "import.done_label")  // a backup added beside is none
      earlier_.push_back({one.id, one.label, Names(session_).when(store::HybridClock::time_of(one.hlc))});
  return earlier_;
}

const std::vector<ImportPage::ExportRow>& ImportPage::exports() {
  if (exports_revision_ == session_.revision()) return exports_;
  exports_revision_ = session_.revision();
  exports_.clear();
  for (const Entity entity : {Entity::lead, Entity::opportunity, Entity::account, Entity::contact, Entity::activity, Entity::product})
    exports_.push_back({entity, msg("import.kinds." + std::string(name_of(entity))), store::count(session_.db(), entity).value_or(0)});
  return exports_;
}

}  // namespace cohoi::app
