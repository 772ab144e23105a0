#include <cmath>

#include "generated/icons.h"
#include "generated/text.h"
#include "web/views/duplicates_view.h"
#include "web/views/settings_parts.h"

namespace cohoi::views {

namespace {

void draw_storage(const DeviceFacts& device, IntentSink& sink) {
  const ui::Section section(text::settings_storage());
  if (!device.storage_known) {
    ui::paragraph(text::settings_storage_unknown(), ui::TextStyle::body, ui::Tone::second);
    return;
  }
  const auto size = [](double bytes) {
    const auto megabytes = static_cast<std::int64_t>(std::ceil(bytes / 1048576.0));
    return megabytes < 1024 ? number(megabytes) + " MB" : number(megabytes / 1024) + " GB";
  };
  ui::progress("space", {.label = text::settings_space(), .share = device.quota_bytes > 0 ? device.used_bytes / device.quota_bytes : 0.0,
                         .value = text::settings_space_used(size(device.used_bytes), size(device.quota_bytes))});
  ui::status("kept", device.kept ? text::settings_kept() : device.refused ? text::settings_not_promised() : text::settings_not_kept(),
             device.kept ? ui::Tone::good : ui::Tone::second, ui::TextStyle::body, device.kept ? icon::circle_check : icon::info);
  if (!device.kept && ui::button("keep", {.label = text::settings_keep(), .hint = text::settings_keep_hint()})) sink.push(AskToKeep{});
}

}  // namespace

void draw_settings_data(const app::SettingsPage& model, const DeviceFacts& device, IntentSink& sink) {
  {
    const ui::Section section(text::settings_records());
    ui::Row row(ui::equal_columns(120, 6), ui::gap_medium);
    bool first = true;
    for (const auto& count : model.counts) {
      if (!first) row.next();
      first = false;
      ui::fact(show(count.label), show(count.value));
    }
  }
  draw_storage(device, sink);
  {
    const ui::Section section(text::settings_backups());
    ui::paragraph(text::settings_backups_hint(), ui::TextStyle::body, ui::Tone::second);
    const ui::Inline line;
    if (ui::button("backup", {.label = text::settings_backup(), .icon = icon::download})) sink.push(UseFile{FileAction::save_backup});
    if (ui::button("json", {.label = text::settings_backup_json(), .icon = icon::braces, .hint = text::settings_backup_json_hint()}))
      sink.push(UseFile{FileAction::save_json});
    if (ui::button("restore", {.label = text::settings_restore(), .icon = icon::upload, .hint = text::settings_restore_hint()}))
      sink.push(UseFile{FileAction::choose_restore});
  }
  draw_way_to_duplicates();
  {
    const ui::Section section(text::settings_sample());
    ui::paragraph(model.has_sample_data ? text::settings_sample_there() : text::settings_sample_none(), ui::TextStyle::body, ui::Tone::second);
    if (model.has_sample_data) {
      if (ui::button("no_sample", {.label = text::settings_remove_sample(), .icon = icon::trash_2})) sink.push(Execute{app::RemoveSampleData{}});
    } else if (ui::button("sample", {.label = text::home_load_sample(), .icon = icon::sparkles})) {
      sink.push(Execute{app::LoadSampleData{ui::context().language}});
    }
  }
  {
    const ui::Section section(text::settings_sync());
    ui::paragraph(text::settings_sync_none(), ui::TextStyle::body, ui::Tone::second);
  }
  const ui::Section section(text::settings_erase());
  ui::paragraph(text::settings_erase_hint(), ui::TextStyle::body, ui::Tone::second);
  if (ui::button("erase", {.label = text::settings_erase_button(), .kind = ui::ButtonKind::danger, .icon = icon::trash_2}))
    sink.push(OpenDialog{DialogKind::erase_everything, {}, {}, {}});
}

}  // namespace cohoi::views
