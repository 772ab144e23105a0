#include "core/app/models/settings_page.h"

#include "core/app/models/setting_form.h"
#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;
using namespace cohoi::app;

namespace {

struct Sections {
  MemorySession m;
  Names names{*m};

  SettingsPage page(const char* section) {
    auto made = settings_page(*m, names, section);
    REQUIRE(made);
    return *std::move(made);
  }
  SettingForm form(RecordRef record, const std::vector<FieldValue>& values = {}) {
    auto made = setting_form(*m, names, record, values);
    REQUIRE(made);
    return *std::move(made);
  }
  Result<Command> command(const SettingForm& form, const std::map<std::string, std::string>& typed) {
    errors.clear();
    return setting_command(*m, form, typed, form.stage.gate, errors);
  }
  std::map<std::string, Message> errors;
};

}  // namespace

TEST_CASE("pipelines show their stages in order, the ends last, with what each asks for") {
  Sections s;
  s.m.opportunity("Pumps");
  const SettingsPage page = s.page("pipelines");
  REQUIRE(page.groups.size() == 1);
  const SettingGroup& group = page.groups.front();
  CHECK_FALSE(group.owner_deletes);
  REQUIRE(group.rows.size() == 6);
  CHECK(group.rows[0].name.message == msg("stage.needs"));
  CHECK(group.rows[0].figure.message == msg("settings.opportunities_inside", std::string("1")));
  CHECK(group.rows[0].chips[0].label.text == "20%");
  CHECK(group.rows[3].last);
  CHECK(group.rows[3].place == 3);
  CHECK(group.rows[4].place == -1);
  CHECK_FALSE(group.rows[4].deletes);
  s.m.save<Pipeline>({text("name", "Renewals")});
  CHECK(s.page("pipelines").groups.size() == 2);
  CHECK(s.page("pipelines").groups[1].owner_deletes);
}

TEST_CASE("criteria show their kind and weight, and the total of those that are asked") {
  Sections s;
  CHECK(s.page("qualification").groups.front().foot.message == msg("settings.total_weight", std::int64_t{100}));
  s.m.save<Criterion>({text("question", "Do they pay on time?"), number("weight", 20)});
  CHECK(s.page("qualification").groups.front().foot.message == msg("settings.total_weight_scaled", std::int64_t{120}));
  const SettingRow row = s.page("qualification").groups.front().rows.back();
  CHECK(row.deletes);
  s.m.must(SaveRecord{Entity::criterion, row.record.id, {number("retired", 1)}});
  const SettingGroup group = s.page("qualification").groups.front();
  CHECK(group.foot.message == msg("settings.total_weight", std::int64_t{100}));
  CHECK(group.rows.back().retired);
}

TEST_CASE("lists say in how many records an entry stands") {
  Sections s;
  s.m.edit(s.m.lead("An", "Nguyễn"), {text("source", "event"), text("tags", "vip")});
  const SettingGroup sources = s.page("sources").groups.front();
  CHECK(sources.rows[3].figure.message == msg("settings.on_records", std::string("1")));
  CHECK(sources.rows[0].figure.empty());
  CHECK_FALSE(sources.rows[0].deletes);
  CHECK(s.page("tags").groups.front().rows.front().id == "vip");
  const SettingRow me = s.page("owners").groups.front().rows.front();
  CHECK_FALSE(me.deletes);
  CHECK_FALSE(me.may_be_me);
  CHECK(s.page("data").counts.size() == 6);
  CHECK(s.page("currencies").groups.front().rows.empty());
}

TEST_CASE("an entry of the product keeps the product's word until another is written") {
  Sections s;
  const SettingRow website = s.page("sources").groups.front().rows.front();
  const SettingForm form = s.form(website.record);
  CHECK(form.usual_name == msg("choice.source.website"));
  CHECK_FALSE(form.form.fields.front().required);
  auto same = s.command(form, {{"name", ""}});
  REQUIRE(same);
  CHECK(std::get<SaveRecord>(*same).values.empty());
  const auto renamed = s.command(form, {{"name", "Trang chủ"}});
  REQUIRE(renamed);
  s.m.must(*renamed);
  CHECK(s.page("sources").groups.front().rows.front().name.message == msg("verbatim", std::string("Trang chủ")));
}

TEST_CASE("a stage is edited, made at the end of its pipeline, and deleted with its opportunities' way said") {
  Sections s;
  const Stage needs = s.m.stage("needs");
  const auto edited = s.command(s.form({Entity::stage, needs.id.uuid}), {{"name", "Tìm hiểu"}, {"probability", "25"}});
  REQUIRE(edited);
  s.m.must(*edited);
  CHECK(s.m.get(needs.id).name == "Tìm hiểu");
  CHECK(s.m.get(needs.id).probability == 25);
  CHECK(s.m.get(needs.id).gate == needs.gate);

  const auto made = s.command(s.form({Entity::stage, {}}, {{"pipeline_id", to_value(needs.pipeline_id)}}), {{"name", "Trial"}});
  REQUIRE(made);
  const StageId trial{s.m.must(*made).made.front().id};
  CHECK(s.m.get(trial).position == 4);
  CHECK_FALSE(s.command(s.form({Entity::stage, {}}), {{"name", "Trial"}, {"probability", "200"}}));
  CHECK(s.errors.count("probability") == 1);

  const OpportunityId id = s.m.opportunity("Pumps");
  s.m.prepare_for_contract(id);
  s.m.must(MoveStage{{id}, s.m.stage("proposal").id, {}});
  const SettingForm deletion = s.form({Entity::stage, s.m.stage("proposal").id.uuid}, {{"delete", Value(std::int64_t{1})}});
  REQUIRE(deletion.form.fields.size() == 1);
  CHECK(deletion.form.fields.front().options.size() == 4);
  const auto gone = s.command(deletion, {{"move_to", needs.id.to_string()}});
  REQUIRE(gone);
  s.m.must(*gone);
  CHECK(s.m.get(id).stage_id == needs.id);
  CHECK(s.form({Entity::stage, trial.uuid}, {{"delete", Value(std::int64_t{1})}}).form.fields.empty());
}

TEST_CASE("a rate is typed and shown in the user's language, stored plainly") {
  Sections s;
  s.m->set_language(Language::vi);
  const SettingForm form = s.form({Entity::rate, {}}, {{"rate_date", Value(std::string("2026-11-24"))}});
  const auto command = s.command(form, {{"currency", "USD"}, {"rate", "25.400,5"}});
  REQUIRE(command);
  const Id<Rate> id{s.m.must(*command).made.front().id};
  CHECK(s.m.get(id).rate == "25400.5");
  const SettingForm again = s.form({Entity::rate, id.uuid});
  CHECK(again.form.fields[1].text == "25.400,5");
  const auto same = s.command(again, {});
  REQUIRE(same);
  CHECK(s.m.must(*same).transaction.empty());
  CHECK_FALSE(s.command(again, {{"rate", "không"}}));
  CHECK(s.errors.count("rate") == 1);
}

TEST_CASE("a tag's dialog renames it, and refuses to leave it without a name") {
  Sections s;
  s.m.edit(s.m.lead("An", "Nguyễn"), {text("tags", "vip")});
  const SettingForm form = s.form({Entity::choice, {}}, {{"tag", Value(std::string("vip"))}});
  CHECK_FALSE(s.command(form, {{"name", "  "}}));
  const auto renamed = s.command(form, {{"name", "VIP 2026"}});
  REQUIRE(renamed);
  s.m.must(*renamed);
  CHECK(s.page("tags").groups.front().rows.front().id == "VIP 2026");
}
