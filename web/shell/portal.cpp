// What the page around us asks and is told.
#include <algorithm>

#include "web/shell/commands.h"
#include "web/shell/impl.h"

namespace cohoi::shell {

namespace {

constexpr std::size_t most_records = 500;  // of one event

std::string record_of(Entity entity, const Uuid& id) { return std::string(name_of(entity)) + field_end + app::address_of(entity, id); }

std::string refusal(const Error& error) {
  return "!" + std::to_string(static_cast<int>(error.code)) + field_end + ui::translate(error) + field_end + error.detail;
}
std::string refusal(Message message, std::string detail = {}) { return refusal(Error{ErrorCode::invalid, std::move(message), std::move(detail), {}}); }

bool has_page(Entity entity) { return entity_of(read_address(app::address_of(entity)).screen) == entity; }

void add(std::string& records, const std::string& record) {
  if (!records.empty()) records += record_end;
  records += record;
}

}  // namespace

bool Shell::Impl::offers(const Command& command) const {
  const auto& embedding = ports.embedding;
  if (command.does == Does::go) return embedding.shows(command.screen);
  if (command.does == Does::log) return !embedding.read_only;
  if (command.does != Does::create) return true;
  return !embedding.read_only && (command.value < 0 || embedding.shows(read_address(app::address_of(static_cast<Entity>(command.value))).screen));
}

const Command* Shell::Impl::first_place() const {
  for (const auto& command : commands())
    if (command.does == Does::go && offers(command)) return &command;
  return nullptr;
}

std::string Shell::answer(Ask ask, const std::string& text) {
  auto& shell = *impl_;
  const auto shown = [&shell](const Place& place) { return place.screen != Screen::not_found && shell.ports.embedding.shows(place.screen); };
  if (ask == Ask::find) {
    std::string records;
    for (const auto& hit : app::search_everything(shell.session, text))
      if (shown(read_address(hit.address)))
        add(records, hit.kind.key.substr(hit.kind.key.find('.') + 1) + field_end + hit.address + field_end + hit.title + field_end + hit.second);
    return records;
  }
  const auto place = read_address(text);
  if (!shown(place)) return refusal(msg("shell.not_in_frame"));
  shell.ports.schedule();
  if (ask == Ask::open) {
    shell.ports.go(text, false);
    return shell.address;
  }
  // As the dialog of a new record does it, with the fields that are given.
  const auto entity = entity_of(place.screen).value_or(Entity::lead);
  std::vector<std::string> keys{"owner_id"};
  for (const auto& [key, value] : place.query) {
    const auto* field = field_of(entity, key);
    if (!field || field->written != Written::by_user) return refusal(msg("shell.unknown_field", key), key);
    if (key != "owner_id") keys.push_back(key);
  }
  const auto form = shell.forms.make(entity, {}, keys);
  if (!form) return refusal(form.error());
  std::map<std::string, Message> errors;
  const auto values = shell.forms.read(*form, place.query, errors);
  if (!values) return errors.empty() ? refusal(values.error()) : refusal(errors.begin()->second, errors.begin()->first);
  const views::Execute make{app::SaveRecord{entity, {}, *values}};
  const auto made = shell.session.execute(make.command);
  if (!made) return refusal(made.error());
  shell.say(made, make);
  return record_of(entity, made->made.front().id);
}

// Whatever changed the records (a command, an undo, an import): the log says which.
void Shell::Impl::note_commit() {
  const auto latest = store::latest_transactions(session.db(), 1);
  if (!latest || latest->empty()) return;
  std::vector<app::RecordRef> touched;
  std::string saved, converted, won;
  if (latest->front().kind != store::TransactionKind::import) {
    const auto changes = store::changes_of_transaction(session.db(), latest->front().id).value_or(std::vector<store::Change>());
    for (const auto& change : changes) {
      const app::RecordRef record{change.entity, change.record};
      const auto* after = std::get_if<std::string>(&change.after);
      if (change.entity == Entity::lead && change.field == "converted_opportunity_id" && after) {
        add(converted, record_of(change.entity, change.record));
        if (const auto id = Uuid::parse(*after)) add(converted, record_of(Entity::opportunity, *id));
      }
      if (change.entity == Entity::opportunity && change.field == "stage_id" && after)
        for (const auto& stage : names.stages())
          if (stage.kind == StageKind::won && stage.id.to_string() == *after) add(won, record_of(change.entity, change.record));
      if (touched.size() == most_records || !has_page(change.entity)) continue;
      if (std::find(touched.begin(), touched.end(), record) != touched.end()) continue;
      touched.push_back(record);
      add(saved, record_of(change.entity, change.record));
    }
  }
  untold.emplace_back("saved", std::move(saved));
  if (!converted.empty()) untold.emplace_back("converted", std::move(converted));
  if (!won.empty()) untold.emplace_back("won", std::move(won));
}

// What is told as done is durable.
void Shell::Impl::tell_saved() {
  if (!ports.tell) return;
  const auto status = ports.save_status();
  if (status.state == store::SaveState::saved)
    for (const auto& [event, text] : std::exchange(untold, {})) ports.tell(event, text);
  const bool failing = status.state == store::SaveState::not_saved;
  if (failing && !told_failing) ports.tell("error", ui::translate(store::describe(status)));
  told_failing = failing;
}

}  // namespace cohoi::shell
