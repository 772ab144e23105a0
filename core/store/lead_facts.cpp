#include "core/store/lead_facts.h"

#include <map>

#include "core/store/list_query.h"
#include "core/store/records.h"
#include "core/store/schema.h"
#include "core/store/sql_transaction.h"

namespace cohoi::store {
namespace {

constexpr char separator = '\n';

std::string joined(const std::vector<std::string>& keys) {
  std::string text;
  for (const std::string& key : keys) {
    if (!text.empty()) text += separator;
    text += key;
  }
  return text;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> keys;
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    keys.emplace_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return keys;
}

// Everything that qualify() reads of criteria and settings, as one text.
Result<std::string> basis_of(Database& db) {
  COHOI_TRY(const auto criteria, all<Criterion>(db));
  COHOI_TRY(const Settings settings, load_settings(db));
  std::string text = std::to_string(settings.reasonable_months) + (settings.evidence_required ? " proof" : "");
  for (const Criterion& criterion : criteria) {
    text += separator + criterion.key + ' ' + std::string(name_of(criterion.kind)) + ' ' +
            std::to_string(criterion.weight) + ' ' + std::to_string(criterion.position) +
            (criterion.retired ? " retired" : "");
  }
  return text;
}

Result<std::string> meta(Database& db, std::string_view key) {
  COHOI_TRY(Statement row, db.prepare("SELECT value FROM meta WHERE key=?"));
  row.bind(key);
  COHOI_TRY(const bool there, row.step());
  return there ? std::string(row.text(0)) : std::string{};
}

Status set_meta(Database& db, std::string_view key, std::string_view value) {
  return db.run("INSERT INTO meta(key, value) VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value=excluded.value", key,
                value);
}

constexpr std::string_view basis_key = "lead_facts.basis";
constexpr std::string_view month_key = "lead_facts.month";

}  // namespace

Result<LeadFactsKeeper> LeadFactsKeeper::load(Database& db, Date today) {
  LeadFactsKeeper keeper;
  COHOI_TRY(keeper.criteria_, all<Criterion>(db));
  COHOI_TRY(keeper.settings_, load_settings(db));
  keeper.today_ = today;
  return keeper;
}

RowBatch LeadFactsKeeper::fresh_rows() { return {"INSERT OR FAIL INTO lead_facts(rid, verdict, score, missing)", 4}; }

LeadFactsKeeper::Facts LeadFactsKeeper::facts_of(const Lead& lead, const std::vector<CriterionAnswer>& answers) {
  const bool unanswered = answers.empty() && !lead.expected_purchase;
  if (unanswered && unanswered_) return *unanswered_;
  const Qualification qualification = qualify(lead, criteria_, answers, settings_, today_);
  Facts facts{qualification.verdict, qualification.score, joined(qualification.missing)};
  if (unanswered) unanswered_ = facts;
  return facts;
}

Status LeadFactsKeeper::keep(Database& db, std::int64_t rid, const Lead& lead, const std::vector<CriterionAnswer>& answers) {
  const Facts facts = facts_of(lead, answers);
  {
    COHOI_TRY(Statement row, db.prepare("SELECT verdict, score, missing FROM lead_facts WHERE rid=?"));
    row.bind(rid);
    COHOI_TRY(const bool there, row.step());
    if (there && row.text(0) == name_of(facts.verdict) && row.integer(1) == facts.score && row.text(2) == facts.missing)
      return {};
  }
  return db.run("INSERT OR REPLACE INTO lead_facts(rid, verdict, score, missing) VALUES(?,?,?,?)", rid, name_of(facts.verdict), facts.score,
                facts.missing);
}

Status LeadFactsKeeper::keep(Database& db, std::int64_t rid) {
  std::optional<Lead> lead;
  {
    COHOI_TRY(Statement row, db.prepare(table_of(Entity::lead).select_by_rid));
    row.bind(rid);
    COHOI_TRY(const bool there, row.step());
    if (there) lead = read_record<Lead>(row);
  }
  if (!lead) return db.run("DELETE FROM lead_facts WHERE rid=?", rid);
  COHOI_TRY(const auto answers, find_by<CriterionAnswer>(db, "lead_id", lead->id.to_string()));
  return keep(db, rid, *lead, answers);
}

Status LeadFactsKeeper::keep_all(Database& db, Which which) {
  std::map<std::string, std::vector<CriterionAnswer>, std::less<>> answers;
  {
    COHOI_TRY(Statement rows, db.prepare(table_of(Entity::answer).select + " WHERE lead_id IS NOT NULL ORDER BY id"));
    for (;;) {
      COHOI_TRY(const bool row, rows.step());
      if (!row) break;
      auto answer = read_record<CriterionAnswer>(rows);
      answers[answer.lead_id.to_string()].push_back(std::move(answer));
    }
  }
  const std::string where = which == Which::with_expected_month ? " WHERE expected_purchase IS NOT NULL" : "";
  // Read apart from the writing below: only what decides is read.
  struct Row {
    std::int64_t rid = 0;
    Lead lead;
  };
  std::vector<Row> leads;
  {
    COHOI_TRY(Statement rows, db.prepare("SELECT rid, id, expected_purchase FROM lead" + where));
    for (;;) {
      COHOI_TRY(const bool row, rows.step());
      if (!row) break;
      Row& read = leads.emplace_back();
      read.rid = rows.integer(0);
      read.lead.id.uuid = Uuid::parse(rows.text(1)).value_or(Uuid{});
      read.lead.expected_purchase = Month::parse_iso(rows.text(2));
    }
  }
  const std::vector<CriterionAnswer> none;
  for (const Row& row : leads) {
    const auto found = answers.find(row.lead.id.to_string());
    COHOI_CHECK(keep(db, row.rid, row.lead, found == answers.end() ? none : found->second));
  }
  return {};
}

Status remember_basis(Database& db, Date today) {
  COHOI_TRY(const std::string basis, basis_of(db));
  COHOI_TRY(const std::string known, meta(db, basis_key));
  if (basis != known) COHOI_CHECK(set_meta(db, basis_key, basis));
  return set_meta(db, month_key, Month::of(today).to_iso());
}

Status refresh_lead_facts_for_settings(Database& db, Date today) {
  COHOI_TRY(const std::string basis, basis_of(db));
  COHOI_TRY(const std::string known, meta(db, basis_key));
  if (basis == known) return {};
  COHOI_TRY(auto keeper, LeadFactsKeeper::load(db, today));
  COHOI_CHECK(keeper.keep_all(db, LeadFactsKeeper::Which::all));
  return remember_basis(db, today);
}

Status refresh_lead_facts(Database& db, Date today) {
  COHOI_TRY(const std::string basis, basis_of(db));
  COHOI_TRY(const std::string known, meta(db, basis_key));
  COHOI_TRY(const std::string month, meta(db, month_key));
  const bool all_stale = basis != known;
  // The expected month is compared with today's month (DOMAIN, timeframe), so nothing goes stale within one.
  if (!all_stale && month == Month::of(today).to_iso()) return {};
  COHOI_TRY(auto savepoint, Savepoint::begin(db, "lead_facts"));
  COHOI_TRY(auto keeper, LeadFactsKeeper::load(db, today));
  COHOI_CHECK(
      keeper.keep_all(db, all_stale ? LeadFactsKeeper::Which::all : LeadFactsKeeper::Which::with_expected_month));
  COHOI_CHECK(remember_basis(db, today));
  return savepoint.commit();
}

Result<LeadFacts> lead_facts(Database& db, LeadId lead) {
  COHOI_TRY(
      Statement row,
      db.prepare("SELECT f.verdict, f.score, f.missing FROM lead l JOIN lead_facts f ON f.rid=l.rid WHERE l.id=?"));
  row.bind(lead.to_string());
  COHOI_TRY(const bool there, row.step());
  if (!there) return fail(ErrorCode::not_found, msg("store.record_gone"), "lead " + lead.to_string());
  return LeadFacts{enum_named<Verdict>(row.text(0)).value_or(Verdict::incomplete), static_cast<int>(row.integer(1)),
                   split(row.text(2))};
}

}  // namespace cohoi::store
