#include "tests/support/memory_session.h"

using namespace cohoi;
using namespace cohoi::test;
using namespace cohoi::app;

TEST_CASE("P-8 accepts: several people on one opportunity, one of them primary") {
  MemorySession m;
  const OpportunityId id = m.opportunity("Pumps");
  const ContactId an = m.contact("An", "Nguyễn");
  m.must(SetRole{{.opportunity_id = id, .contact_id = an, .part = Part::buyer, .primary = true}});
  m.must(SetRole{{.opportunity_id = id, .contact_id = m.contact("Chi", "Lê"), .part = Part::advisor}});
  auto roles = m.by<ContactRole>("opportunity_id", id);
  REQUIRE(roles.size() == 2);
  roles[0].part = Part::decision_maker;
  m.must(SetRole{roles[0]});
  CHECK(m.get(roles[0].id).part == Part::decision_maker);
  m.must(RemoveRole{roles[1].id});
  CHECK(m.by<ContactRole>("opportunity_id", id).size() == 1);
}

TEST_CASE("P-8 refuses: the same person twice, or a second primary one") {
  MemorySession m;
  const OpportunityId id = m.opportunity("Pumps");
  const ContactId an = m.contact("An", "Nguyễn");
  const ContactId chi = m.contact("Chi", "Lê");
  m.must(SetRole{{.opportunity_id = id, .contact_id = an, .part = Part::buyer, .primary = true}});
  CHECK(m.refused(SetRole{{.opportunity_id = id, .contact_id = an, .part = Part::advisor}}).code == ErrorCode::conflict);
  CHECK(m.refused(SetRole{{.opportunity_id = id, .contact_id = chi, .primary = true}}).code == ErrorCode::refused);
  CHECK(m.refused(SetRole{{.opportunity_id = id, .contact_id = m.ids.next_of<Contact>()}}).code == ErrorCode::not_found);
}

TEST_CASE("line items: the product's price where none is given, and sums that fit") {
  MemorySession m;
  const OpportunityId id = m.opportunity("Pumps");
  const ProductId pump = m.save<Product>({text("name", "Pump"), vnd("price", 1'500'000)});
  const Outcome made = m.must(SetLineItem{{.opportunity_id = id, .product_id = pump, .quantity = 3}});
  const Id<LineItem> item{made.made.front().id};
  CHECK(m.get(item).price == Money{1'500'000, Currency{}});
  CHECK(m.refused(SetLineItem{{.opportunity_id = id, .product_id = pump, .quantity = 0}}).detail == "quantity");
  CHECK(m.refused(SetLineItem{{.opportunity_id = id, .product_id = pump, .quantity = 1, .discount_percent = 101}}).detail == "discount_percent");
  CHECK(m.refused(SetLineItem{{.opportunity_id = id, .quantity = 1}}).detail == "product_id");
  const Money huge{INT64_MAX, Currency{}};
  CHECK(m.refused(SetLineItem{{.opportunity_id = id, .description = "x", .quantity = 2, .price = huge}}).detail == "price");
  m.must(RemoveLineItem{item});
  CHECK_FALSE(m.there(item));
}
