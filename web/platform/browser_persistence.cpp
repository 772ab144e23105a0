#include "web/platform/browser_persistence.h"

#include <utility>

namespace cohoi::platform {
namespace {

// As numbered in web/js/persistence_save.js.
enum class Outcome : std::uint8_t { saved, other_page, emptied, quota, failed, no_storage };

}  // namespace

void BrowserPersistence::start(std::function<void(const Started&)> started) {
  started_ = std::move(started);
  cohoi_store_start(this, mount, folder, detail_.data(), static_cast<int>(detail_.size()));
}

void BrowserPersistence::save(const store::ChunkFiles&, const store::ChunkBatch& batch, store::Urgency urgency, Done done) {
  const std::uint32_t ticket = ++tickets_;
  saves_.emplace(ticket, std::move(done));
  cohoi_store_save(ticket, batch.written.data(), static_cast<std::uint32_t>(batch.written.size()), batch.removed.data(),
                   static_cast<std::uint32_t>(batch.removed.size()), urgency == store::Urgency::last ? 1 : 0);
}

void BrowserPersistence::reload(Done done) {
  reload_ = std::move(done);
  cohoi_store_reload();
}

void BrowserPersistence::restore_copy(Done done) {
  reload_ = std::move(done);
  cohoi_store_restore();
}

void BrowserPersistence::ask_for_writing() { cohoi_store_take_over(); }

void BrowserPersistence::call_after(int milliseconds, std::function<void()> callback) {
  const std::uint32_t ticket = ++tickets_;
  timers_.emplace(ticket, std::move(callback));
  cohoi_store_call_after(milliseconds, ticket);
}

Error BrowserPersistence::error_of(int outcome) const {
  const std::string detail = detail_.data();
  switch (static_cast<Outcome>(outcome)) {
    case Outcome::other_page:
      return {ErrorCode::read_only, msg("saving.why.other_page"), detail, {}};
    case Outcome::emptied:
      return {ErrorCode::not_found, msg("saving.why.emptied"), detail, {}};
    case Outcome::quota:
      return {ErrorCode::io, msg("saving.why.quota"), detail, {}};
    case Outcome::no_storage:
      return {ErrorCode::io, msg("saving.why.no_storage"), detail, {}};
    case Outcome::saved:
    case Outcome::failed:
      break;
  }
  return {ErrorCode::io, msg("saving.why.failed"), detail, {}};
}

void BrowserPersistence::on_started(int flags) {
  Started started{(flags & 1) != 0 ? store::Role::writer : store::Role::reader, (flags & 2) != 0, (flags & 4) != 0,
                  (flags & 16) != 0, (flags & 32) != 0, {}};
  if ((flags & 8) != 0) started.error = error_of(static_cast<int>(Outcome::no_storage));
  if (const auto callback = std::exchange(started_, nullptr)) callback(started);
}

void BrowserPersistence::on_saved(std::uint32_t ticket, int outcome) {
  const auto found = saves_.extract(ticket);
  if (found.empty()) return;
  if (static_cast<Outcome>(outcome) == Outcome::saved) return found.mapped()(Status{});
  found.mapped()(fail(error_of(outcome)));
}

void BrowserPersistence::on_reloaded(bool ok) {
  const auto done = std::exchange(reload_, nullptr);
  if (!done) return;
  if (ok) return done(Status{});
  done(fail(error_of(static_cast<int>(Outcome::failed))));
}

void BrowserPersistence::on_timer(std::uint32_t ticket) {
  if (const auto found = timers_.extract(ticket); !found.empty()) found.mapped()();
}

}  // namespace cohoi::platform

using cohoi::platform::BrowserPersistence;

void cohoi_on_store_started(BrowserPersistence* self, int flags) { self->on_started(flags); }
void cohoi_on_store_saved(BrowserPersistence* self, std::uint32_t ticket, int outcome) { self->on_saved(ticket, outcome); }
void cohoi_on_store_reloaded(BrowserPersistence* self, int ok) { self->on_reloaded(ok != 0); }
void cohoi_on_store_timer(BrowserPersistence* self, std::uint32_t ticket) { self->on_timer(ticket); }
void cohoi_on_store_changed(BrowserPersistence* self) {
  if (auto* listener = self->listener()) listener->changed_elsewhere();
}
void cohoi_on_store_role(BrowserPersistence* self, int writer) {
  if (auto* listener = self->listener())
    listener->role_changed(writer != 0 ? cohoi::store::Role::writer : cohoi::store::Role::reader);
}
void cohoi_on_store_hiding(BrowserPersistence* self, int for_good) {
  if (auto* listener = self->listener()) listener->hiding(for_good != 0);
}
int cohoi_store_may_yield(const BrowserPersistence* self) {
  auto* listener = self->listener();
  return listener != nullptr && listener->may_yield() ? 1 : 0;
}
int cohoi_store_all_saved(const BrowserPersistence* self) {
  const auto* listener = self->listener();
  return listener == nullptr || listener->all_saved() ? 1 : 0;
}
