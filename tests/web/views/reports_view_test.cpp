#include "web/views/reports_view.h"

#include "generated/text.h"
#include "tests/support/memory_session.h"
#include "tests/web/ui/harness.h"
#include "tests/web/views/pushed.h"

using namespace cohoi;
using test::MemorySession;

namespace {

struct Screen {
  explicit Screen(float width) : page(width, 900.0F) {
    m.must(app::LoadSampleData{});
    text::set_language(m->language());
  }
  void show(app::ReportRequest request) {
    auto built = app::report(*m, names, request);
    REQUIRE(built);
    model = *std::move(built);
    state = {.request = std::move(request)};
    page.draw([this] { views::draw_reports(model, state, sink); });
    CHECK(page.semantics.unnamed().empty());
    CHECK(ui::overflowing_texts().empty());
  }

  MemorySession m;
  app::Names names{*m};
  app::Report model;
  views::ReportsState state;
  views::IntentSink sink;
  ui_test::Page page;
};

}  // namespace

TEST_CASE("every report has a picture with a sentence and the same as a table, wide and on a phone, in both languages") {
  for (const float width : {1216.0F, 390.0F}) {
    Screen screen(width);
    for (const auto language : {Language::en, Language::vi}) {
      screen.m->set_language(language);
      screen.page.context.language = language;
      text::set_language(language);
      for (const auto& kind : app::report_kinds()) {
        CAPTURE(kind.value);
        screen.show({{"report", kind.value}});
        std::size_t filled = 0;
        for (const auto& part : screen.model.parts) filled += !part.empty;
        CHECK(filled > 0);
        CHECK(screen.page.all("img").size() == filled);
        CHECK(screen.page.all("grid").size() == filled);
        for (const auto* img : screen.page.all("img")) CHECK(img->name.size() > 10);
      }
    }
  }
  text::set_language(Language::en);
}

TEST_CASE("choices go into the address, the table into a file") {
  Screen screen(1216.0F);
  screen.show({{"report", "win_loss"}});
  REQUIRE(screen.page.choose("Grouped by", "Product"));
  auto went = pushed<views::Navigate>(screen.sink);
  REQUIRE(went);
  CHECK(went->address == "#/reports?report=win_loss&by=product");
  REQUIRE(screen.page.click("tab", "Forecast"));
  went = pushed<views::Navigate>(screen.sink);
  REQUIRE(went);
  CHECK(went->address == "#/reports?report=forecast");
  screen.show({{"report", "win_loss"}, {"by", "reason"}});
  REQUIRE(screen.page.click("button", "Save “Lost, by reason” as CSV"));
  const auto file = pushed<views::SaveText>(screen.sink);
  REQUIRE(file);
  CHECK(file->name == "win_loss.csv");
  CHECK(file->text.find("Reason,Lost,Share") != std::string::npos);
}

TEST_CASE("a period of one's own asks for two days and says when one is none; an empty one offers the whole time") {
  Screen screen(1216.0F);
  screen.show({{"report", "trend"}, {"period", "custom"}, {"from", "2001-01-01"}, {"to", "2001-03-31"}});
  REQUIRE(screen.page.click("button", "Show all time"));
  auto went = pushed<views::Navigate>(screen.sink);
  REQUIRE(went);
  CHECK(went->address.find("period=all") != std::string::npos);
  REQUIRE(screen.page.type("textbox", "From", "soon"));
  CHECK_FALSE(pushed<views::Navigate>(screen.sink));
  CHECK(screen.page.find("textbox", "From")->error == "A day such as 24/11/2026");
  REQUIRE(screen.page.type("textbox", "From", "1/2/2000"));
  went = pushed<views::Navigate>(screen.sink);
  REQUIRE(went);
  CHECK(went->address.find("from=2000-02-01") != std::string::npos);
}
