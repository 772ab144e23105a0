#include "core/store/saving.h"

#include <algorithm>
#include <utility>

namespace cohoi::store {
namespace {

constexpr int first_pause_ms = 1000;
constexpr int longest_pause_ms = 60000;

}  // namespace

Message describe(const SaveStatus& status) {
  if (status.state == SaveState::not_saved) {
    const Message why = status.why ? status.why->message : msg("saving.why.failed");
    return msg("saving.not_saved", std::vector<Message>{why});
  }
  if (status.role == Role::reader) {
    if (status.why) return msg("saving.not_followed", std::vector<Message>{status.why->message});
    return msg("saving.reading");
  }
  return status.state == SaveState::saved ? msg("saving.saved") : msg("saving.saving");
}

Saving::Saving(Database& database, Persistence& persistence, Role role) : database_(database), persistence_(persistence) {
  status_.role = role;
}

void Saving::publish(const SaveStatus& status) {
  if (status == status_) return;
  status_ = status;
  if (on_status_) on_status_();
}

void Saving::committed() {
  SaveStatus next = status_;
  ++next.committed;
  if (next.state == SaveState::saved) next.state = SaveState::saving;
  publish(next);
  start_save();
}

void Saving::try_again() { start_save(); }

void Saving::save_everything(std::uint32_t known) {
  if (ChunkFiles* files = database_.files()) files->mark_all_dirty(known);
  committed();
}

void Saving::start_save() {
  const Urgency urgency = leaving_ ? Urgency::last : Urgency::normal;
  if (status_.role != Role::writer || status_.reloading || database_.files() == nullptr) return;
  if (flight_ && urgency == Urgency::normal) return;
  // Inside a transaction nothing may be taken; its commit comes back here.
  if (database_.in_transaction()) return;
  ++retry_;
  // A last save carries what the one under way would have: whether that one still arrives is unknown, and harmless.
  if (flight_) database_.files()->put_back(flight_->batch);
  Flight flight{database_.take_dirty(), status_.committed, ++tickets_};
  flight_.reset();
  if (flight.batch.empty()) {
    SaveStatus next = status_;
    next.saved = next.committed;
    next.state = SaveState::saved;
    next.why.reset();
    return publish(next);
  }
  flight_ = flight;
  persistence_.save(*database_.files(), flight.batch, urgency,
                    [this, ticket = flight.ticket](const Status& result) { finished(ticket, result); });
}

void Saving::finished(std::uint64_t ticket, const Status& result) {
  if (!flight_ || flight_->ticket != ticket) return;  // given up for a last save
  const Flight flight = *std::exchange(flight_, std::nullopt);
  if (!result) return failed(flight, result.error());
  failures_ = 0;
  SaveStatus next = status_;
  next.saved = flight.committed;
  next.why.reset();
  next.state = next.saved == next.committed ? SaveState::saved : SaveState::saving;
  publish(next);
  if (next.state == SaveState::saving) start_save();
}

void Saving::failed(const Flight& flight, const Error& error) {
  if (ChunkFiles* files = database_.files()) files->put_back(flight.batch);
  SaveStatus next = status_;
  next.state = SaveState::not_saved;
  next.why = error;
  if (error.code == ErrorCode::read_only) {
    // This page's state is outdated: what it could not save is lost to it, and it says so; it goes on as a reader.
    next.role = Role::reader;
    publish(next);
    return reload();
  }
  publish(next);
  if (error.code == ErrorCode::not_found && failures_ == 0) {
    ++failures_;
    if (ChunkFiles* files = database_.files()) files->mark_all_dirty();
    return start_save();
  }
  ++failures_;
  retry_later();
}

void Saving::retry_later() {
  const int pause = std::min(longest_pause_ms, first_pause_ms << std::min(failures_ - 1, 6));
  persistence_.call_after(pause, [this, number = retry_] {
    if (number == retry_) start_save();
  });
}

void Saving::take_over() {
  if (status_.role == Role::reader) persistence_.ask_for_writing();
}

void Saving::changed_elsewhere() {
  if (status_.role == Role::reader) reload();
}

void Saving::role_changed(Role role) {
  if (role == status_.role) return;
  SaveStatus next = status_;
  next.role = role;
  publish(next);
  // A new writer must start from the last save of the former one; a new reader must not show what it never saved.
  reload();
}

bool Saving::may_yield() { return all_saved() && !database_.in_transaction() && !status_.reloading; }

void Saving::hiding(bool for_good) {
  leaving_ = leaving_ || for_good;
  start_save();
}

bool Saving::all_saved() const { return status_.role == Role::reader || status_.saved == status_.committed; }

void Saving::reload() {
  if (status_.reloading) {
    reload_again_ = true;
    return;
  }
  reload_again_ = false;
  const Status closed = database_.close();
  if (!closed) return reloaded(closed);
  SaveStatus next = status_;
  next.reloading = true;
  publish(next);
  persistence_.reload([this](const Status& result) { reloaded(result); });
}

void Saving::reloaded(const Status& result) {
  Status outcome = result;
  if (outcome && !database_.is_open())
    outcome = database_.reopen(status_.role == Role::writer ? OpenMode::read_write : OpenMode::read_only);
  SaveStatus next = status_;
  next.reloading = false;
  if (!outcome) {
    next.why = outcome.error();
  } else {
    // Edits that could not be saved stay said until the user's next save or reload of the page.
    if (next.state != SaveState::not_saved) next.why.reset();
    next.saved = next.committed;
    if (next.state == SaveState::saving) next.state = SaveState::saved;
  }
  publish(next);
  if (outcome && on_reloaded_) on_reloaded_();
  if (reload_again_) reload();
}

}  // namespace cohoi::store
