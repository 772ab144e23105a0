#include "core/app/import/words.h"

#include <doctest/doctest.h>

#include "core/domain/stage_rules.h"
#include "tests/support/seeded_ids.h"

using namespace cohoi;
using namespace cohoi::app;

TEST_CASE("foreign stage names are guessed, unknown ones are not") {
  test::SeededIds ids;
  const auto stages = default_pipeline(ids).stages;
  const auto guess = [&](const char* word) {
    const Stage* stage = guess_stage(word, stages);
    return stage ? stage->key : std::string("?");
  };
  for (const char* word : {"Won", "Closed Won", "closedwon", "Thắng"}) CHECK(guess(word) == "won");
  for (const char* word : {"Lost", "Closed Lost", "Closed-Lost to Competition", "Thua"}) CHECK(guess(word) == "lost");
  for (const char* word : {"Prospecting", "Engaging", "Needs Analysis", "Qualification", "Xác nhận nhu cầu"}) CHECK(guess(word) == "needs");
  for (const char* word : {"Proposal/Price Quote", "Initial Offer", "Đề xuất"}) CHECK(guess(word) == "proposal");
  CHECK(guess("Negotiation/Review") == "negotiation");
  CHECK(guess("Ký hợp đồng") == "contract");
  CHECK(guess("Blue") == "?");
}

TEST_CASE("foreign lead statuses are guessed, unknown ones are not") {
  CHECK(guess_lead_status("Junk Lead") == LeadStatus::disqualified);
  CHECK(guess_lead_status("Lost Lead") == LeadStatus::disqualified);
  CHECK(guess_lead_status("Contact in Future") == LeadStatus::nurturing);
  CHECK(guess_lead_status("Not Contacted") == LeadStatus::fresh);
  CHECK(guess_lead_status("Open - Not Contacted") == LeadStatus::fresh);
  CHECK(guess_lead_status("Attempted to Contact") == LeadStatus::working);
  CHECK(guess_lead_status("Pre Qualified") == LeadStatus::working);
  CHECK(guess_lead_status("Closed - Converted") == LeadStatus::converted);
  CHECK(guess_lead_status("Mới") == LeadStatus::fresh);
  CHECK(guess_lead_status("Đang tiếp cận") == LeadStatus::working);
  CHECK(guess_lead_status("Đang nuôi dưỡng") == LeadStatus::nurturing);
  CHECK(guess_lead_status("Đã loại") == LeadStatus::disqualified);
  CHECK(guess_lead_status("Đã chuyển đổi") == LeadStatus::converted);
  CHECK_FALSE(guess_lead_status("Blue"));
}

TEST_CASE("what stands for nothing is not given") {
  for (const char* word : {"", "-", " -- ", "–", "N/A", "#N/A", "Select", "--None--", "-None-", "null", "(none)"}) CHECK(given_text(word).empty());
  for (const char* word : {"Na", "-5", "Nguyễn", "Selected", "None", "no", "0"}) CHECK(given_text(word) == word);
  CHECK(given_text("  An ") == "An");
}

TEST_CASE("the near miss of a product is offered, a far one is not") {
  std::vector<Product> products(3);
  products[0].name = "GTX Pro";
  products[1].name = "GTX Plus Pro";
  products[2].name = "MG Special";
  const auto same = guess_product("GTXPro", products);
  CHECK(same.product == &products[0]);
  CHECK(same.sure);
  const auto near = guess_product("MG Speciel", products);
  CHECK(near.product == &products[2]);
  CHECK_FALSE(near.sure);
  CHECK(guess_product("Washing machine", products).product == nullptr);
  CHECK(edit_distance("kitten", "sitting") == 3);
}
