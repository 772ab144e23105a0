#include "core/domain/labels.h"

#include "core/domain/matching.h"
#include "generated/text.h"
#include "tests/core/domain/samples.h"

using namespace cohoi;
using namespace cohoi::samples;

namespace {

void check_text(const Message& message) {
  CAPTURE(message.key);
  CHECK_FALSE(text::lookup(Language::en, message.key).empty());
  CHECK_FALSE(text::lookup(Language::vi, message.key).empty());
}

std::string beginning(Language language, const char* key) {
  const std::string_view found = text::lookup(language, key);
  return std::string(found.substr(0, found.find(':')));
}

}  // namespace

TEST_CASE("Every entity, field and closed choice has its label in both languages") {
  for (std::size_t i = 0; i < entity_names.size(); ++i) {
    check_text(entity_label(static_cast<Entity>(i)));
    for (const FieldInfo& field : fields_of(static_cast<Entity>(i))) {
      check_text(field_label(field.key));
      for (const std::string_view choice : field.choices) {
        CHECK(choice_label(field, choice).key != "verbatim");
        check_text(choice_label(field, choice));
      }
    }
  }
  for (std::size_t i = 0; i < EnumNames<GateItem>::names.size(); ++i) check_text(gate_item_name(static_cast<GateItem>(i)));
  for (std::size_t i = 0; i < EnumNames<MatchReason>::names.size(); ++i) check_text(match_reason(static_cast<MatchReason>(i)));
  for (std::size_t i = 0; i < EnumNames<Verdict>::names.size(); ++i) check_text(label_of(static_cast<Verdict>(i)));
}

TEST_CASE("What comes with the product has its names in both languages") {
  CountingIds ids;
  for (const Choice& choice : default_choices(ids)) check_text(choice_name(choice));
  const DefaultPipeline pipe = pipeline();
  check_text(pipeline_name(pipe.pipeline));
  for (const Stage& one : pipe.stages) check_text(stage_name(one));
  for (const Criterion& criterion : criteria()) {
    check_text(criterion_name(criterion));
    check_text(criterion_question(criterion));
    for (const char* family : {"sentence.yes.", "sentence.no.", "sentence.unknown.", "next."}) check_text(Message{family + criterion.key, {}});
  }
}

TEST_CASE("A value that is no closed choice is its own label") {
  const FieldInfo part{.key = "part", .type = FieldType::choice, .choices = EnumNames<Part>::names};
  CHECK(choice_label(part, "buyer") == msg("part.buyer"));
  CHECK(choice_label(part, "boss") == msg("verbatim", std::string("boss")));
  CHECK(choice_label(FieldInfo{.key = "source"}, "event") == msg("verbatim", std::string("event")));
  CHECK(label_of(LeadStatus::fresh) == msg("lead_status.new"));
}

TEST_CASE("The verdict begins with its word in both languages") {
  for (const char* key : {"sentence.qualified", "sentence.qualified.nothing_asked"}) {
    CHECK(beginning(Language::en, key) == "Qualified");
    CHECK(beginning(Language::vi, key) == "Đủ điều kiện");
  }
  for (const char* key : {"sentence.incomplete.unknown", "sentence.incomplete.evidence", "sentence.incomplete.both"}) {
    CHECK(beginning(Language::en, key) == "Incomplete");
    CHECK(beginning(Language::vi, key) == "Chưa đủ thông tin");
  }
  CHECK(beginning(Language::en, "sentence.unqualified") == "Unqualified");
  CHECK(beginning(Language::vi, "sentence.unqualified") == "Không đủ điều kiện");
}
