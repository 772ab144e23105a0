#include "core/app/session.h"

#include <utility>

#include "core/app/inverse.h"
#include "core/app/plans.h"
#include "core/app/seed.h"
#include "core/app/undo_stacks.h"
#include "core/store/erase.h"
#include "core/store/migrations.h"

namespace cohoi::app {

struct Session::Impl {
  Impl(store::Database& database, const Options& options)
      : db(database),
        clock(options.clock),
        ids(options.ids),
        language(options.language),
        access(options.access),
        context{options.clock, options.ids, hybrid_clock, options.device, {}, {}} {}

  store::Database& db;
  Clock& clock;
  Ids& ids;
  Language language;
  Access access;
  Settings settings;
  Owner me;
  store::HybridClock hybrid_clock;
  store::WriteContext context;
  UndoStacks stacks;
  std::optional<Message> busy;
  std::uint64_t revision = 1;
  std::vector<std::function<void()>> listeners;

  [[nodiscard]] Surroundings surroundings() { return {db, ids, settings, clock.now(), clock.utc_offset_minutes(), me}; }
  [[nodiscard]] Status load();
  [[nodiscard]] Result<Planned> plan_command(const Command& command, Draft& draft);
  [[nodiscard]] Result<Uuid> write(std::vector<Write> writes, const Message& label, store::TransactionKind kind, const Uuid& reverts);
  [[nodiscard]] Status check_doing_again(const Uuid& transaction);
  void after_commit();
};

Status Session::Impl::load() {
  COHOI_TRY(settings, store::load_settings(db));
  COHOI_TRY(const std::vector<Owner> owners, store::all<Owner>(db));
  me = {};
  for (const Owner& owner : owners)
    if (owner.is_me) me = owner;
  context.actor = me.name;
  COHOI_TRY(std::vector<CustomField> fields, store::all<CustomField>(db));
  use_custom_fields(std::move(fields));
  return {};
}

Result<Planned> Session::Impl::plan_command(const Command& command, Draft& draft) {
  return std::visit([&](const auto& one) -> Result<Planned> { return plan(one, draft); }, command);
}

Result<Uuid> Session::Impl::write(std::vector<Write> writes, const Message& label, store::TransactionKind kind, const Uuid& reverts) {
  COHOI_TRY(auto transaction, store::Transaction::begin(db, context, label, kind, reverts));
  const auto apply = [&](const Write& one) {
    if (one.removed) return transaction.remove(one.record.entity, one.record.id);
    return one.restored ? transaction.restore_raw(one.record) : transaction.put_raw(one.record);
  };
  for (Write& one : writes) {
    if (one.stamp_conversion)
      for (FieldValue& field : one.record.values)
        if (field.key == "conversion_transaction") field.value = to_value(transaction.id());
    COHOI_CHECK(apply(one));
  }
  return transaction.commit();
}

// Taking back an undo does the thing again, and its gates are asked again (P-1, C-0). An import brings history and asks none.
Status Session::Impl::check_doing_again(const Uuid& id) {
  COHOI_TRY(const auto transaction, store::find_transaction(db, id));
  if (!transaction || transaction->kind != store::TransactionKind::undo) return {};
  COHOI_TRY(const auto original, store::find_transaction(db, transaction->reverts));
  if (original && original->kind == store::TransactionKind::import) return {};
  Draft draft(surroundings());
  COHOI_CHECK(plan_inverse(draft, id, {.even_if_changed = true, .only = {}}));
  return check_gates_of(draft);
}

void Session::Impl::after_commit() {
  // The commit stands whatever follows: what cannot be derived now is derived at the next start.
  static_cast<void>(load());
  static_cast<void>(store::refresh_lead_facts(db, clock.today()));
  ++revision;
  for (const auto& listener : listeners) listener();
}

Result<std::unique_ptr<Session>> Session::open(store::Database& db, Options options) {
  auto impl = std::make_unique<Impl>(db, options);
  if (options.access == Access::writer) {
    COHOI_CHECK(store::migrate(db));
    COHOI_CHECK(seed_defaults(db, impl->context, options.language));
    COHOI_CHECK(store::refresh_lead_facts(db, options.clock.today()));
  } else {
    COHOI_CHECK(store::check_version(db));
  }
  COHOI_CHECK(impl->load());
  return std::unique_ptr<Session>(new Session(std::move(impl)));
}

Session::Session(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Session::~Session() = default;

store::Database& Session::db() { return impl_->db; }
const Clock& Session::clock() const { return impl_->clock; }
Ids& Session::ids() { return impl_->ids; }
Language Session::language() const { return impl_->language; }
void Session::set_language(Language language) { impl_->language = language; }
Access Session::access() const { return impl_->access; }
void Session::set_access(Access access) { impl_->access = access; }
Status Session::may_write() const {
  if (impl_->access == Access::viewer) return fail(ErrorCode::read_only, msg("refusal.view_only"));
  if (impl_->access == Access::reader) return fail(ErrorCode::read_only, msg("refusal.read_only"));
  if (impl_->busy) return fail(ErrorCode::refused, *impl_->busy);
  return {};
}
const Settings& Session::settings() const { return impl_->settings; }
const Owner& Session::me() const { return impl_->me; }
Surroundings Session::surroundings() { return impl_->surroundings(); }
std::uint64_t Session::revision() const { return impl_->revision; }
void Session::on_commit(std::function<void()> callback) { impl_->listeners.push_back(std::move(callback)); }
void Session::set_busy(std::optional<Message> reason) { impl_->busy = std::move(reason); }
store::WriteContext& Session::write_context() { return impl_->context; }

Result<Outcome> Session::preview(const Command& command) {
  COHOI_CHECK(may_write());
  Draft draft(impl_->surroundings());
  COHOI_TRY(Planned planned, impl_->plan_command(command, draft));
  return Outcome{std::move(planned.done), {}, {}, std::move(planned.per_record)};
}

Status Session::can_execute(const Command& command) {
  COHOI_CHECK(preview(command));
  return {};
}

Result<Outcome> Session::execute(const Command& command) {
  COHOI_CHECK(may_write());
  Draft draft(impl_->surroundings());
  COHOI_TRY(Planned planned, impl_->plan_command(command, draft));
  const auto kind = planned.reverts.empty() ? store::TransactionKind::edit : store::TransactionKind::undo;
  COHOI_TRY(const Uuid transaction, impl_->write(draft.take_writes(), planned.done, kind, planned.reverts));
  if (!transaction.empty()) {
    impl_->stacks.did({transaction, planned.done});
    impl_->after_commit();
  }
  return Outcome{std::move(planned.done), transaction, std::move(planned.made), std::move(planned.per_record)};
}

std::optional<Message> Session::undo_label() const {
  const UndoStep* step = impl_->stacks.to_undo();
  return step ? std::optional{step->label} : std::nullopt;
}

std::optional<Message> Session::redo_label() const {
  const UndoStep* step = impl_->stacks.to_redo();
  return step ? std::optional{step->label} : std::nullopt;
}

Result<Outcome> Session::undo() {
  COHOI_CHECK(may_write());
  const auto id = to_undo();
  return id ? undo_transaction(*id) : fail(ErrorCode::not_found, msg("refusal.nothing_to_undo"));
}

Result<Outcome> Session::redo() {
  COHOI_CHECK(may_write());
  const auto id = to_redo();
  return id ? undo_transaction(*id) : fail(ErrorCode::not_found, msg("refusal.nothing_to_redo"));
}

std::optional<Uuid> Session::to_undo() const {
  const UndoStep* step = impl_->stacks.to_undo();
  return step ? std::optional{step->transaction} : std::nullopt;
}

std::optional<Uuid> Session::to_redo() const {
  const UndoStep* step = impl_->stacks.to_redo();
  return step ? std::optional{step->transaction} : std::nullopt;
}

Result<Outcome> Session::undo_transaction(const Uuid& id, bool even_if_changed) {
  COHOI_CHECK(may_write());
  COHOI_CHECK(impl_->check_doing_again(id));
  COHOI_TRY(const Uuid by, store::revert(impl_->db, impl_->context, id, even_if_changed));
  return undone(id, by, even_if_changed);
}

Result<store::Reversal> Session::begin_undo(const Uuid& id, bool even_if_changed) {
  COHOI_CHECK(may_write());
  COHOI_TRY(auto reversal, store::Reversal::begin(impl_->db, impl_->context, id, even_if_changed));
  COHOI_CHECK(impl_->check_doing_again(id));
  return reversal;
}

Outcome Session::undone(const Uuid& id, const Uuid& by, bool even_if_changed) {
  const auto logged = store::find_transaction(impl_->db, id);
  const bool again = !even_if_changed && to_redo() == id;
  const Message label = again ? impl_->stacks.to_redo()->label : logged && *logged ? (*logged)->label : msg("done.imported");
  const Outcome outcome{msg(again ? "done.redone" : "done.undone", std::vector<Message>{label}), by, {}, {}};
  if (again) {
    impl_->stacks.redone(by);
  } else if (!even_if_changed && to_undo() == id) {
    impl_->stacks.undone(by);
  } else if (by.empty()) {
    return outcome;
  } else {
    impl_->stacks.forget(id);
    impl_->stacks.did({by, outcome.done});
  }
  impl_->after_commit();
  return outcome;
}

Status Session::reload() {
  impl_->stacks.clear();
  COHOI_CHECK(impl_->load());
  // What is derived may be of another day or program.
  if (impl_->access == Access::writer) impl_->after_commit();
  else ++impl_->revision;
  return {};
}

Status Session::erase_everything() {
  COHOI_CHECK(may_write());
  COHOI_CHECK(store::erase_everything(impl_->db));
  COHOI_CHECK(seed_defaults(impl_->db, impl_->context, impl_->language));
  impl_->stacks.clear();
  impl_->after_commit();
  return {};
}

Status Session::day_changed() {
  if (impl_->access == Access::writer) COHOI_CHECK(store::refresh_lead_facts(impl_->db, impl_->clock.today()));
  ++impl_->revision;
  return {};
}

void Session::committed(const Uuid& transaction) {
  if (transaction.empty()) return;
  const auto logged = store::find_transaction(impl_->db, transaction);
  impl_->stacks.did({transaction, logged && *logged ? (*logged)->label : msg("done.imported")});
  impl_->after_commit();
}

}  // namespace cohoi::app
