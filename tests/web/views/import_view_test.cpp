#include "web/views/import_view.h"

#include "generated/text.h"
#include "tests/support/memory_session.h"
#include "tests/web/ui/harness.h"
#include "tests/web/views/pushed.h"

using namespace cohoi;
using test::MemorySession;

namespace {

struct Screen {
  explicit Screen(float width = 1440.0F) : page(width, 900.0F) {
    state.page = &model;
    redraw();
  }
  void redraw() {
    page.draw([this] { views::draw_import(state, sink); });
    REQUIRE(page.semantics.unnamed().empty());
    CHECK(ui::overflowing_texts().empty());
  }
  void bring(const std::string& text) {
    model.open_file("deals.csv", {text.begin(), text.end()});
    work();
  }
  void work() {
    while (model.working()) model.step(1000);
    redraw();
  }
  void press(const char* name) {
    CAPTURE(name);
    REQUIRE(page.click("button", name));
    work();
  }

  MemorySession m;
  app::ImportPage model{*m};
  views::ImportState state;
  views::IntentSink sink;
  ui_test::Page page;
};

const std::string deals = "Deal Name,Account Name,Deal Stage,Amount,Colour\nPumps,ACME,Closed Won,1000,red\nHoses,,Blue,2000,\nbroken\n";

}  // namespace

TEST_CASE("the import page takes a file from its columns to its result, and back out by undo") {
  Screen screen;
  REQUIRE(screen.page.click("button", "Choose file"));
  const auto file = pushed<views::UseFile>(screen.sink);
  REQUIRE(file);
  CHECK(file->action == views::FileAction::choose_import);

  screen.bring(deals);
  CHECK(screen.page.has("select", "This file holds"));
  CHECK(screen.page.has("select", "Column “Deal Stage” becomes"));
  screen.press("Next");
  REQUIRE(screen.page.has("select", "“Blue” means"));
  screen.press("Next");
  REQUIRE(screen.model.error());
  CHECK(screen.page.shows("still needs an answer"));
  REQUIRE(screen.page.choose("“Blue” means", "Proposal"));
  screen.press("Next");
  CHECK(screen.model.phase() == app::ImportPage::Phase::preview);
  CHECK(screen.page.shows("Fewer fields"));
  screen.press("Import");
  CHECK(screen.model.phase() == app::ImportPage::Phase::result);
  CHECK(screen.m.all<Opportunity>().size() == 2);
  REQUIRE(screen.page.click("button", "Save these lines as CSV"));
  const auto csv = pushed<views::SaveText>(screen.sink);
  REQUIRE(csv);
  CHECK(csv->text.find("Fewer fields than the header line has") != std::string::npos);
  REQUIRE(screen.page.click("button", "Undo import"));
  const auto undo = pushed<views::UndoTransaction>(screen.sink);
  REQUIRE(undo);
  REQUIRE(screen.m->undo_transaction(undo->transaction));
  screen.redraw();
  CHECK_FALSE(screen.page.has("button", "Undo import"));
  CHECK(screen.m.all<Opportunity>().empty());
}

TEST_CASE("a file that can't be read says why and leaves the page ready for another") {
  Screen screen;
  screen.bring("");
  CHECK(screen.page.shows("The file is empty."));
  CHECK(screen.page.has("button", "Choose file"));
}

TEST_CASE("a list goes out in the chosen format, and the backup, by the shell") {
  Screen screen(400.0F);
  screen.m.account("ACME");
  screen.redraw();
  REQUIRE(screen.page.click("button", "Accounts (1)"));
  const auto list = pushed<views::ExportList>(screen.sink);
  REQUIRE(list);
  CHECK(list->entity == Entity::account);
  CHECK(list->format == app::TableFormat::workbook);
  REQUIRE(screen.page.click("button", "Save backup"));
  const auto backup = pushed<views::UseFile>(screen.sink);
  REQUIRE(backup);
  CHECK(backup->action == views::FileAction::save_backup);
}

TEST_CASE("a spreadsheet waits for its sheet, another one can be chosen, and what can't be unpacked says so") {
  Screen screen;
  screen.bring("PK\x03\x04");
  CHECK(screen.model.take_wanted_sheet() == 0);
  CHECK_FALSE(screen.model.take_wanted_sheet());
  screen.model.open_sheet({{"People", "Goods"}, "Last name,City\nAn,Huế\n", std::nullopt});
  screen.work();
  CHECK(screen.page.has("select", "Column “City” becomes"));
  CHECK_FALSE(screen.page.has("select", "Character set"));
  REQUIRE(screen.page.choose("Sheet", "Goods"));
  CHECK(screen.model.take_wanted_sheet() == 1);
  screen.model.open_sheet({{"People", "Goods"}, "Product name,Unit price\nPump,5\n", std::nullopt});
  screen.work();
  CHECK(screen.page.has("select", "Column “Unit price” becomes"));
  screen.bring("PK\x03\x04");
  screen.model.open_sheet({{}, {}, msg("import.file.not_workbook")});
  screen.redraw();
  CHECK(screen.page.shows("holds no spreadsheet"));
  CHECK(screen.page.has("button", "Choose file"));
}

TEST_CASE("the character set and the separator can be chosen, and pasted cells are a table") {
  Screen screen;
  screen.bring("H\xE4 t\xAAn;T\xD8nh\nNguy\xD4n V\xA8n H\xB9nh;Ngh\xD6 An\n");
  CHECK(screen.page.has("select", "Column “Họ tên” becomes"));
  REQUIRE(screen.page.choose("Character set", "Windows-1252"));
  screen.work();
  CHECK(screen.page.has("select", "Column “Hä tªn” becomes"));
  REQUIRE(screen.page.choose("Separator", "Comma ,"));
  screen.work();
  CHECK(screen.page.has("select", "Column “Hä tªn;TØnh” becomes"));
  screen.press("Cancel");
  screen.state.pasted = "Last name\tShoe size\nAn\t42\n";
  screen.redraw();
  screen.press("Use these cells");
  REQUIRE(screen.page.choose("Column “Shoe size” becomes", "New field of your own"));
  screen.work();
  CHECK(screen.m.all<CustomField>().empty());  // it is made with the import
  screen.press("Next");
  screen.press("Next");
  screen.press("Import");
  CHECK(screen.m.all<CustomField>().size() == 1);
  CHECK(screen.m.all<Lead>().size() == 1);
}
