// What the palette and the sheet of keys hold.
#include "core/base/text.h"
#include "generated/icons.h"
#include "generated/text.h"
#include "web/shell/commands.h"
#include "web/shell/impl.h"
#include "web/views/keys_view.h"

namespace cohoi::shell {

namespace {

constexpr std::size_t commands_while_typing = 5, records_shown = 20;
const std::string record_mark = "#/";

ui::Icon icon_of(const std::string& address) {
  for (const auto& command : commands())
    if (command.does == Does::go && address.starts_with(std::string(command.address) + "/")) return command.icon;
  return icon::search;
}

}  // namespace

void Shell::Impl::fill_palette(OpenedDialog& dialog) {
  auto& palette = dialog.palette;
  palette.sections.clear();
  const bool typing = !tidy(palette.typed).empty();
  std::vector<app::FoundRecord> records;
  if (typing) records = app::search_everything(session, palette.typed);
  std::size_t shown = 0;
  for (const auto* command : find_commands(palette.typed, place)) {
    if (!offers(*command)) continue;
    if (typing && ++shown > commands_while_typing) break;
    const auto heading = typing ? text::commands_title() : title_of(command->group);
    if (palette.sections.empty() || palette.sections.back().title != heading) palette.sections.push_back({heading, {}});
    palette.sections.back().options.push_back({command->key, command->title(), typing ? title_of(command->group) : std::string(), command->icon, command->keys});
  }
  std::erase_if(records, [this](const app::FoundRecord& record) { return !ports.embedding.shows(read_address(record.address).screen); });
  if (records.empty()) return;
  if (records.size() > records_shown) records.resize(records_shown);
  ui::FinderSection section{text::commands_records(), {}};
  for (const auto& record : records) {
    auto second = ui::translate(record.kind);
    if (!record.second.empty()) second += " · " + record.second;
    section.options.push_back({record.address, record.title, second, icon_of(record.address), {}});
  }
  palette.sections.push_back(std::move(section));
}

void Shell::Impl::draw_palette(OpenedDialog& dialog) {
  if (dialog.palette_revision != session.revision() + 1) {
    dialog.palette_revision = session.revision() + 1;
    fill_palette(dialog);
  }
  const auto answer = views::draw_palette(dialog.palette);
  if (answer.typed) {
    dialog.palette_revision = 0;
    ui::context().request_frame();
  }
  if (answer.dismissed || answer.chosen) sink.push(views::CloseDialog{});
  if (!answer.chosen) return;
  if (answer.chosen->starts_with(record_mark)) sink.push(views::Navigate{*answer.chosen});
  else if (const auto* command = command_named(*answer.chosen)) run(*command);
}

void Shell::Impl::draw_keys_sheet() {
  std::vector<views::KeyGroup> groups;
  for (const auto& command : commands()) {
    if (command.keys[0] == '\0' || !offers(command)) continue;
    const auto heading = title_of(command.group);
    if (groups.empty() || groups.back().title != heading) groups.push_back({heading, {}});
    groups.back().lines.push_back({command.title(), command.keys});
  }
  if (views::draw_keys_sheet(groups, single_keys, sink)) ports.remember("single_keys", single_keys ? "1" : "0");
}

}  // namespace cohoi::shell
