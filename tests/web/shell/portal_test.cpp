// A frame keeps to its options, and answers and tells the page around it.
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/app/models/record_list.h"
#include "generated/text.h"
#include "tests/support/memory_session.h"
#include "tests/web/ui/harness.h"
#include "web/shell/shell.h"

using namespace cohoi;
using shell::Ask;

namespace {

struct Framed {
  test::MemorySession data;
  shell::Ports ports;
  store::SaveStatus saving;
  std::vector<std::pair<std::string, std::string>> told;
  std::unique_ptr<shell::Shell> shell;
  std::unique_ptr<ui_test::Page> page;

  explicit Framed(const char* query) {
    ports.go = [this](const std::string& address, bool) { shell->arrive(address); };
    ports.set_title = [](const std::string&) {};
    ports.recall = [](const std::string&) { return std::optional<std::string>(); };
    ports.remember = [](const std::string&, const std::string&) {};
    ports.save_status = [this] { return saving; };
    ports.schedule = [] {};
    ports.embedding = shell::read_embedding(query);
    ports.tell = [this](const char* event, const std::string& text) { told.emplace_back(event, text); };
    text::set_language(Language::en);
  }

  void open(const std::string& address = "#/", float width = 1440) {
    if (ports.embedding.read_only) data->set_access(app::Access::viewer);
    shell = std::make_unique<shell::Shell>(*data.session, ports);
    page = std::make_unique<ui_test::Page>(width, 900.0F);
    shell->arrive(address);
    draw();
    draw();
  }
  void draw() {
    page->draw([this] { shell->draw(); });
  }
  std::string ask(Ask what, const std::string& text) { return shell->answer(what, text); }
  [[nodiscard]] std::vector<std::string> told_of(const std::string& event) const {
    std::vector<std::string> texts;
    for (const auto& [name, text] : told)
      if (name == event) texts.push_back(text);
    return texts;
  }
};

}  // namespace

TEST_CASE("a frame without its rail has none at any width, and its page takes the room") {
  for (const float width : {360.0F, 800.0F, 1440.0F}) {
    Framed product("?embed=1&rail=0");
    product.data.lead("An", "Hòa Phú");
    product.open("#/leads", width);
    CHECK_FALSE(product.page->has("navigation"));
    CHECK(product.page->has("grid", "Leads"));
  }
}

TEST_CASE("a frame of some screens offers those alone: rail, search, palette, keys, new records; Home's address is its first screen") {
  Framed product("?embed=1&screens=leads,contacts");
  product.data.account("Thép Hòa Phú");
  product.data.lead("An", "Hòa Phú");
  product.open("#/");
  CHECK(product.page->has("heading", "Leads"));
  CHECK(product.page->has("link", "Contacts"));
  for (const char* other : {"Home", "Accounts", "Settings", "Guide"}) CHECK_FALSE(product.page->has("link", other));
  product.page->click("button", "New");
  CHECK(product.page->has("menuitem", "New contact"));
  CHECK_FALSE(product.page->has("menuitem", "New account"));
  product.page->press("Escape");
  product.page->press("g");
  product.page->press("a");
  CHECK(product.page->has("heading", "Leads"));
  const auto found = product.ask(Ask::find, "hoa phu");
  CHECK(found.starts_with(std::string("lead") + shell::field_end + "#/leads/"));
  CHECK(found.find("accounts") == found.npos);
  CHECK(product.ask(Ask::open, "#/accounts").starts_with('!'));
  product.shell->arrive("#/accounts");
  product.draw();
  CHECK(product.page->shows("This frame does not show that page."));
}

TEST_CASE("a frame that only shows refuses every change, with the reason in both languages") {
  Framed product("?embed=1&readonly=1");
  product.data.lead("An", "Nguyễn");
  product.open("#/leads");
  CHECK(product.page->shows("View only: nothing can be changed here"));
  CHECK_FALSE(product.page->has("button", "New"));
  const auto before = product.data.dump();
  CHECK(product.ask(Ask::create, "#/leads/new?last_name=Minh").find("View only") != std::string::npos);
  text::set_language(Language::vi);
  CHECK(product.ask(Ask::create, "#/leads/new?last_name=Minh").find("Chỉ để xem") != std::string::npos);
  CHECK(product.data.refused(app::LoadSampleData{}).code == ErrorCode::read_only);
  CHECK_FALSE(product.data->undo());
  CHECK_FALSE(product.data->erase_everything());
  CHECK(product.data.difference(before).empty());
  text::set_language(Language::en);
}

TEST_CASE("a record made for the page around goes through the commands: checked, told, and taken back by Undo") {
  Framed product("?embed=1");
  product.open();
  CHECK(product.ask(Ask::create, "#/leads/new?last_name=Minh&shoe_size=42").find("shoe_size") != std::string::npos);
  CHECK(product.ask(Ask::create, "#/leads/new?last_name=Minh&status=converted").starts_with('!'));
  const auto wrong = product.ask(Ask::create, "#/leads/new?last_name=Minh&email=at+home");
  CHECK(wrong.starts_with("!0"));
  CHECK(wrong.ends_with(std::string(1, shell::field_end) + "email"));
  CHECK(product.data.all<Lead>().empty());
  CHECK(product.told_of("saved").empty());

  product.saving.state = store::SaveState::saving;
  const auto made = product.ask(Ask::create, "#/leads/new?first_name=Thu&last_name=L%C3%AA&email=thu@hoasen.vn");
  REQUIRE(product.data.all<Lead>().size() == 1);
  const auto lead = product.data.all<Lead>().front();
  CHECK(made == std::string("lead") + shell::field_end + app::address_of(Entity::lead, lead.id.uuid));
  CHECK(lead.last_name == "Lê");
  CHECK(lead.owner_id == product.data->me().id);
  product.draw();
  CHECK(product.told_of("saved").empty());  // not durable yet
  product.saving.state = store::SaveState::saved;
  product.draw();
  CHECK(product.told_of("saved") == std::vector<std::string>{made});
  CHECK(product.data->undo());
  CHECK(product.data.all<Lead>().empty());
}

TEST_CASE("the page around is told of conversions, of sales, of refusals, and where the user is") {
  Framed product("?embed=1");
  product.open("#/leads");
  CHECK(product.told_of("navigated").back() == std::string("#/leads") + shell::field_end + "Leads");
  const auto lead = product.data.convert(product.data.qualified_lead());
  product.draw();
  const auto opportunity = lead.converted_opportunity_id;
  const auto record = [](Entity entity, const Uuid& id) { return std::string(name_of(entity)) + shell::field_end + app::address_of(entity, id); };
  REQUIRE(product.told_of("converted").size() == 1);
  CHECK(product.told_of("converted").front() == record(Entity::lead, lead.id.uuid) + shell::record_end + record(Entity::opportunity, opportunity.uuid));
  product.data.prepare_for_contract(opportunity);
  product.data.must(app::CloseWon{opportunity, {.closed_on = product.data.clock.today()}, "signed at the fair"});
  product.draw();
  CHECK(product.told_of("won") == std::vector<std::string>{record(Entity::opportunity, opportunity.uuid)});
  product.saving = {.state = store::SaveState::not_saved, .why = Error{ErrorCode::io, msg("saving.why.quota"), {}, {}}};
  product.draw();
  product.draw();
  REQUIRE(product.told_of("error").size() == 1);
  CHECK(product.told_of("error").front().starts_with("Not saved"));
}

TEST_CASE("a link prefills a new record with every field it names, keeps what cannot be read as it came, and saves nothing") {
  Framed product("?embed=1");
  product.open("#/leads/new?last_name=Minh&email=at+home&notes=from+the+fair&shoe_size=42&status=converted");
  CHECK(product.data.all<Lead>().empty());
  REQUIRE(product.page->has("dialog", "New lead"));
  CHECK(product.page->find("textbox", "Last name")->value == "Minh");
  CHECK(product.page->find("textbox", "E-mail")->value == "at home");
  CHECK_FALSE(product.page->find("textbox", "E-mail")->error.empty());
  CHECK(product.page->shows("Notes"));
  product.page->click("button", "Save");
  CHECK(product.data.all<Lead>().empty());
  product.page->type("textbox", "E-mail", "minh@hoasen.vn");
  product.page->click("button", "Save");
  REQUIRE(product.data.all<Lead>().size() == 1);
  CHECK(product.data.all<Lead>().front().notes == "from the fair");
}
