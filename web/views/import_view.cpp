#include "web/views/import_view.h"

#include "generated/icons.h"
#include "generated/text.h"
#include "web/views/duplicates_view.h"

namespace cohoi::views {

namespace {

using Phase = app::ImportPage::Phase;

constexpr const char* csv_type = "text/csv;charset=utf-8";

std::string say(const Message& message) { return ui::translate(message); }

void draw_error(const app::ImportPage& page) {
  if (page.error()) ui::banner("error", ui::BannerKind::bad, ui::translate(*page.error()));
}

// Where one is: the steps as chips, the present one marked.
void draw_steps(Phase phase) {
  const ui::Group group("steps", ui::Role::group, text::import_steps());
  const ui::Inline line;
  const auto step = [&](const std::string& name, bool now) {
    ui::chip({.label = name, .tone = now ? ui::Tone::accent : ui::Tone::second, .dot = now});
  };
  step(text::import_step_columns(), phase == Phase::columns);
  step(text::import_step_values(), phase == Phase::values);
  step(text::import_step_preview(), phase == Phase::preview || phase == Phase::applying);
  step(text::import_step_result(), phase == Phase::result);
}

void draw_earlier(app::ImportPage& page, IntentSink& sink) {
  if (page.earlier().empty()) return;
  const ui::IdScope scope("earlier");
  const ui::Section section(text::import_section_earlier());
  for (const auto& one : page.earlier()) {
    const ui::IdScope id(one.transaction.to_string());
    ui::Row row({ui::flexible(), ui::fixed(160)}, ui::gap_medium, 420);
    {
      const ui::Stack tight(2);
      ui::text(say(one.label), ui::TextStyle::semibold);
      ui::caption(one.when);
    }
    row.next();
    if (ui::button("undo", {.label = text::import_undo(), .icon = icon::undo_2, .name = text::import_undo_one(say(one.label))}))
      sink.push(UndoTransaction{one.transaction});
  }
}

void draw_choose(ImportState& state, IntentSink& sink) {
  app::ImportPage& page = *state.page;
  {
    const ui::Section section(text::import_section_file());
    draw_error(page);
    ui::paragraph(text::import_section_file_hint(), ui::TextStyle::body, ui::Tone::second);
    const ui::Inline line;
    if (ui::button("choose", {.label = text::import_choose_file(), .kind = ui::ButtonKind::primary, .icon = icon::upload}))
      sink.push(UseFile{FileAction::choose_import});
  }
  {
    const ui::IdScope scope("paste");
    const ui::Section section(text::import_paste());
    ui::text_area("pasted", {.label = text::import_paste_label(), .hint = text::import_paste_hint()}, state.pasted, 3);
    const ui::Inline line;
    if (ui::button("use", {.label = text::import_paste_use(), .icon = icon::arrow_right, .refused = state.pasted.empty()}) && !state.pasted.empty()) {
      page.open_file(text::import_pasted(), {state.pasted.begin(), state.pasted.end()});
      state.pasted.clear();
      return;
    }
  }
  draw_earlier(page, sink);
  {
    const ui::IdScope scope("export");
    const ui::Section section(text::import_section_export());
    ui::paragraph(text::import_section_export_hint(), ui::TextStyle::body, ui::Tone::second);
    {
      const std::vector<ui::Option> formats{{.value = "0", .label = text::export_workbook()}, {.value = "1", .label = text::export_csv()},
                                            {.value = "2", .label = text::export_csv_semicolon()}, {.value = "3", .label = text::export_csv_plain()},
                                            {.value = "4", .label = text::export_json()}};
      std::string chosen = std::to_string(static_cast<int>(state.format));
      const ui::Row row({ui::flexible()}, 0);
      if (ui::select_field("format", {.label = text::export_format(), .css_width = 360}, formats, chosen))
        state.format = static_cast<app::TableFormat>(chosen.front() - '0');
    }
    const ui::Inline line;
    for (const auto& row : page.exports()) {
      const ui::IdScope one(name_of(row.entity));
      const auto label = show(row.label);
      if (ui::button("save", {.label = text::import_export_list(label, number(row.count)), .icon = icon::file_spreadsheet}))
        sink.push(ExportList{row.entity, state.format});
    }
  }
  draw_way_to_duplicates();
  const ui::IdScope scope("backup");
  const ui::Section section(text::import_section_backup());
  ui::paragraph(text::import_section_backup_hint(), ui::TextStyle::body, ui::Tone::second);
  const ui::Inline line;
  if (ui::button("save", {.label = text::import_save_backup(), .icon = icon::download})) sink.push(UseFile{FileAction::save_backup});
  if (ui::button("json", {.label = text::settings_backup_json(), .icon = icon::braces, .hint = text::settings_backup_json_hint()}))
    sink.push(UseFile{FileAction::save_json});
  if (ui::button("restore", {.label = text::import_restore_backup(), .icon = icon::archive})) sink.push(UseFile{FileAction::choose_restore});
}

// Back and the way on, right below what they are about.
void draw_moves(app::ImportPage& page, const std::string& on, bool refused) {
  const ui::Inline line(ui::Align::end);
  if (ui::button("cancel", {.label = text::import_cancel(), .kind = ui::ButtonKind::quiet})) return page.cancel();
  if (ui::button("back", {.label = text::import_back(), .icon = icon::arrow_left})) return page.back();
  if (!ui::button("next", {.label = on, .kind = ui::ButtonKind::primary, .icon = icon::arrow_right, .refused = refused})) return;
  if (page.phase() == Phase::preview) page.start();
  else page.next();
}

// What the file was taken for, and the ways to take it otherwise.
void draw_source(app::ImportPage& page) {
  const bool csv = page.format() == app::SourceFormat::csv;
  std::string facts = csv ? text::import_format_csv() : page.format() == app::SourceFormat::vcard ? text::import_format_vcard() : text::import_format_workbook();
  if (!page.product().empty()) facts += " · " + text::import_preset(std::string(page.product()));
  if (!page.skipped().empty()) facts += " · " + text::import_skipped(page.skipped());
  ui::caption(facts);
  if (page.format() == app::SourceFormat::workbook) {
    if (page.sheets().size() < 2) return;
    std::vector<ui::Option> sheets;
    for (std::size_t i = 0; i < page.sheets().size(); ++i) sheets.push_back({std::to_string(i), page.sheets()[i]});
    std::string sheet = std::to_string(page.sheet());
    if (ui::select_field("sheet", {.label = text::import_sheet(), .css_width = 280}, sheets, sheet)) page.choose_sheet(std::atoi(sheet.c_str()));
    return;
  }
  ui::Row row({ui::flexible(), ui::flexible()}, ui::gap_large, 620);
  std::vector<ui::Option> encodings;
  for (std::size_t i = 0; i < text_encoding_names.size(); ++i) encodings.push_back({std::to_string(i), std::string(text_encoding_names[i])});
  std::string encoding = std::to_string(static_cast<int>(page.encoding()));
  if (ui::select_field("encoding", {.label = text::import_encoding()}, encodings, encoding))
    return page.set_encoding(static_cast<TextEncoding>(encoding.front() - '0'));
  row.next();
  if (!csv) return;
  const std::vector<ui::Option> delimiters{{",", text::import_delimiter_comma()}, {";", text::import_delimiter_semicolon()},
                                           {"\t", text::import_delimiter_tab()}, {"|", text::import_delimiter_bar()}};
  std::string delimiter(1, page.delimiter());
  if (ui::select_field("delimiter", {.label = text::import_delimiter()}, delimiters, delimiter)) page.set_delimiter(delimiter.front());
}

void draw_columns(app::ImportPage& page) {
  {
    const ui::Section section(text::import_column_head());
    draw_error(page);
    ui::text(text::import_file_line(page.file_name(), number(page.row_count())), ui::TextStyle::semibold);
    draw_source(page);
    std::string kind(name_of(page.kind()));
    if (ui::select_field("kind", {.label = text::import_kind(), .css_width = 280}, options(page.kind_options()), kind))
      if (const auto chosen = entity_named(kind)) page.set_kind(*chosen);
    ui::divider();
    auto targets = options(page.column_targets());
    if (page.can_make_fields()) targets.push_back({"+", text::import_new_field()});
    // Changing one column may change another: what was chosen is carried out after all are drawn.
    std::optional<std::pair<std::size_t, std::string>> changed;
    for (std::size_t i = 0; i < page.columns().size(); ++i) {
      const ui::IdScope scope(i);
      const auto& column = page.columns()[i];
      ui::Row row({ui::flexible(), ui::flexible()}, ui::gap_large, 620);
      {
        const ui::Stack tight(2);
        ui::text(column.header, ui::TextStyle::semibold);
        std::string samples;
        for (const auto& sample : column.samples) samples += (samples.empty() ? "" : " · ") + sample;
        ui::caption(samples.empty() ? "–" : text::import_samples(samples));
      }
      row.next();
      std::string target = column.target;
      if (ui::select_field("target", {.label = text::import_column_label(column.header), .show_label = false}, targets, target))
        changed.emplace(i, target);
    }
    if (changed && changed->second == "+") page.make_field(changed->first);
    else if (changed) page.set_column(changed->first, changed->second);
  }
  draw_moves(page, text::import_next(), false);
}

void draw_question(app::ImportPage& page, std::size_t index) {
  const auto& question = page.questions()[index];
  const bool dates = question.about == app::ImportQuestion::About::date_order;
  const ui::Section section(show(question.title));
  ui::paragraph(show(question.hint), ui::TextStyle::body, ui::Tone::second);
  auto choices = options(question.options);
  for (std::size_t i = 0; i < question.rows.size(); ++i) {
    const ui::IdScope scope(i);
    const auto& word = question.rows[i];
    ui::Row row({ui::flexible(), ui::flexible()}, ui::gap_large, 620);
    {
      const ui::Stack tight(2);
      if (!word.foreign.empty()) ui::text(word.foreign, ui::TextStyle::semibold);
      std::string note = text::import_value_count(number(word.count));
      if (!word.suggestion.empty()) note += " · " + (dates ? text::import_date_example(word.suggestion) : text::import_suggestion(word.suggestion));
      ui::caption(note);
    }
    row.next();
    auto offered = choices;
    if (word.target.empty()) offered.insert(offered.begin(), {"", text::import_unanswered()});
    std::string target = word.target;
    const bool ways = question.about == app::ImportQuestion::About::match_by;
    const auto label = ways ? show(question.title) : word.foreign.empty() ? text::import_value_label_all() : text::import_value_label(word.foreign);
    if (ui::select_field("target", {.label = label, .show_label = false}, offered, target)) page.answer(index, i, target);
  }
}

void draw_values(app::ImportPage& page) {
  draw_error(page);
  if (page.questions().empty()) {
    const ui::Card card;
    ui::paragraph(text::import_values_none());
  }
  for (std::size_t i = 0; i < page.questions().size(); ++i) {
    const ui::IdScope scope(i);
    draw_question(page, i);
  }
  draw_moves(page, text::import_next(), false);
}

void draw_counts(const app::ImportPage& page) {
  ui::Row row(ui::equal_columns(150, static_cast<int>(page.counts().size())), ui::gap_medium);
  bool first = true;
  for (const auto& count : page.counts()) {
    if (!first) row.next();
    first = false;
    ui::figure(show(count.label), number(count.count), {}, count.tone == app::Tone::neutral ? ui::Tone::normal : tone(count.tone));
  }
}

void draw_problems(const app::ImportPage& page, IntentSink& sink) {
  if (page.problems().empty()) return;
  const ui::IdScope scope("problems");
  const ui::Section section(text::import_problem_head(number(page.problem_count())));
  if (ui::button("save", {.label = text::import_save_problems(), .icon = icon::file_down}))
    sink.push(SaveText{page.problems_name(), csv_type, page.problems_csv(say)});
  std::size_t index = 0;
  for (const auto& problem : page.problems()) {
    const ui::IdScope one(index++);
    ui::Row row({ui::fixed(96), ui::flexible()}, ui::gap_medium);
    ui::text(text::import_problem_line(number(problem.line)), ui::TextStyle::body, ui::Tone::second);
    row.next();
    const ui::Stack tight(2);
    ui::paragraph(ui::translate(problem.reason));
    if (!problem.excerpt.empty()) ui::caption(problem.excerpt);
  }
  const auto more = page.problem_count() - static_cast<std::int64_t>(page.problems().size());
  if (more > 0) ui::caption(text::import_problem_more(number(more)));
}

void draw_preview(app::ImportPage& page, IntentSink& sink) {
  {
    const ui::Section section(text::import_step_preview());
    draw_error(page);
    ui::paragraph(text::import_preview_hint(), ui::TextStyle::body, ui::Tone::second);
    draw_counts(page);
  }
  draw_moves(page, text::import_start(), !page.can_import());
  draw_problems(page, sink);
}

// Reading, looking and writing all show how far they are.
void draw_work(app::ImportPage& page) {
  const ui::Section section(page.phase() == Phase::applying ? text::import_applying(page.file_name()) : text::import_reading(page.file_name()));
  const auto total = page.total_count();
  const auto share = total > 0 ? static_cast<double>(page.done_count()) / static_cast<double>(total) : 0.0;
  ui::progress("work", {.label = page.file_name(),
                        .share = share,
                        .value = text::import_progress(number(page.done_count()), number(total), number(page.rows_per_second()))});
  const ui::Inline line(ui::Align::end);
  if (ui::button("cancel", {.label = text::import_cancel()})) page.cancel();
}

void draw_result(app::ImportPage& page, IntentSink& sink) {
  {
    const ui::Section section(text::import_step_result());
    const auto transaction = page.transaction();
    const bool undone = page.undone();
    if (undone) {
      ui::status("done", text::import_result_undone(), ui::Tone::second, ui::TextStyle::semibold, icon::undo_2);
    } else if (transaction.empty()) {
      ui::status("done", text::import_result_nothing(), ui::Tone::second, ui::TextStyle::semibold);
    } else {
      ui::status("done", text::import_result_done(page.file_name()), ui::Tone::good, ui::TextStyle::semibold, icon::check);
    }
    draw_counts(page);
    const ui::Inline line;
    if (!undone && !transaction.empty() && ui::button("undo", {.label = text::import_undo(), .icon = icon::undo_2}))
      sink.push(UndoTransaction{transaction});
    if (ui::button("again", {.label = text::import_another(), .icon = icon::upload})) return page.again();
    const char* list = page.kind() == Entity::account       ? "#/accounts"
                       : page.kind() == Entity::contact     ? "#/contacts"
                       : page.kind() == Entity::opportunity ? "#/opportunities"
                       : page.kind() == Entity::product     ? "#/products"
                       : page.kind() == Entity::activity    ? "#/activities"
                                                            : "#/leads";
    ui::link("list", {.label = text::import_show_list(), .href = list, .icon = icon::arrow_right});
  }
  draw_problems(page, sink);
}

}  // namespace

void draw_import(ImportState& state, IntentSink& sink) {
  const ui::Page body("import", text::import_title(), ui::PageBody::scrolls);
  if (!state.page) return;
  auto& page = *state.page;
  const auto phase = page.phase();
  if (phase != Phase::choose) draw_steps(phase);
  if (page.working()) return draw_work(page);
  switch (phase) {
    case Phase::choose:
    case Phase::reading: return draw_choose(state, sink);
    case Phase::columns: return draw_columns(page);
    case Phase::values: return draw_values(page);
    case Phase::preview:
    case Phase::applying: return draw_preview(page, sink);
    case Phase::result: return draw_result(page, sink);
  }
}

}  // namespace cohoi::views
