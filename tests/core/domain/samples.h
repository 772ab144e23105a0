// Records the domain tests start from. Each test changes only what it is about.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/domain/conversion.h"
#include "core/domain/record.h"
#include "core/domain/stage_rules.h"

namespace cohoi::samples {

// 1, 2, 3 … as ids: the same in every run.
class CountingIds final : public Ids {
 public:
  Uuid next() override {
    ++count_;
    std::array<std::uint8_t, 16> bytes{};
    bytes[14] = static_cast<std::uint8_t>(count_ >> 8);
    bytes[15] = static_cast<std::uint8_t>(count_ & 0xFF);
    return Uuid{bytes};
  }

 private:
  unsigned count_ = 0;
};

inline Date day(int year, int month, int day_of_month) { return Date::from_ymd(year, month, day_of_month).value_or(Date{}); }
inline Timestamp at(int year, int month, int day_of_month, int hour = 9) { return Timestamp::at(day(year, month, day_of_month), hour * 60, 0); }
inline Date today() { return day(2026, 11, 23); }
inline Money dong(std::int64_t amount) { return Money{amount, Currency{}}; }

template <class Record>
Id<Record> id(std::uint8_t number) {
  std::array<std::uint8_t, 16> bytes{};
  bytes[0] = 0xAA;
  bytes[15] = number;
  return Id<Record>{Uuid{bytes}};
}

inline Lead lead() {
  Lead one;
  one.id = id<Lead>(1);
  one.first_name = "Văn An";
  one.last_name = "Nguyễn";
  one.company = "Công ty TNHH Sao Mai";
  one.title = "Trưởng phòng mua hàng";
  one.part = Part::advisor;
  one.email = "an@saomai.vn";
  one.phone = "0903 123 456";
  one.website = "saomai.vn";
  one.tax_code = "0312345678";
  one.industry = "manufacturing";
  one.street = "12 Lê Lợi";
  one.city = "Đà Nẵng";
  one.country = "Việt Nam";
  one.source = "event";
  one.interest = "Máy in nhãn";
  one.estimated_budget = dong(250000000);
  one.needs = "In 5.000 nhãn mỗi ngày";
  one.present_supplier = "In Nhanh";
  one.payment_terms = "30 ngày";
  one.owner_id = id<Owner>(7);
  one.tags = make_tags({"miền Trung"});
  one.notes = "Gặp ở hội chợ";
  return one;
}

inline Activity done_call() {
  Activity call;
  call.kind = ActivityKind::call;
  call.subject = "Gọi lần đầu";
  call.done_at = at(2026, 11, 20);
  call.lead_id = id<Lead>(1);
  return call;
}

inline CriterionAnswer answer(const char* criterion, Answer given, const char* evidence = "họ nói vậy") {
  CriterionAnswer one;
  one.id = id<CriterionAnswer>(50);
  one.lead_id = id<Lead>(1);
  one.criterion = criterion;
  one.answer = given;
  one.evidence = evidence;
  one.answered_at = at(2026, 11, 21);
  one.answered_by = "Lan";
  return one;
}

inline std::vector<CriterionAnswer> qualifying_answers() {
  return {answer("need", Answer::yes), answer("ability", Answer::yes), answer("timeframe", Answer::yes)};
}

inline std::vector<Criterion> criteria() {
  CountingIds ids;
  return default_criteria(ids);
}

inline Account account() {
  Account one;
  one.id = id<Account>(2);
  one.name = "Sao Mai";
  one.owner_id = id<Owner>(8);
  return one;
}

inline Contact contact() {
  Contact one;
  one.id = id<Contact>(3);
  one.first_name = "An";
  one.last_name = "Nguyễn";
  one.account_id = id<Account>(2);
  one.owner_id = id<Owner>(8);
  return one;
}

inline DefaultPipeline pipeline() {
  CountingIds ids;
  return default_pipeline(ids);
}

inline const Stage& stage(const DefaultPipeline& of, std::string_view key) {
  for (const Stage& one : of.stages)
    if (one.key == key) return one;
  return of.stages.front();
}

// In `needs`, with nothing of the later gates.
inline Opportunity opportunity(const DefaultPipeline& of) {
  Opportunity one;
  one.id = id<Opportunity>(4);
  one.name = "Sao Mai – Máy in nhãn";
  one.account_id = id<Account>(2);
  one.pipeline_id = of.pipeline.id;
  one.stage_id = stage(of, "needs").id;
  one.needs = "In 5.000 nhãn mỗi ngày";
  return one;
}

inline ContactRole role(Part part, std::uint8_t number = 1) {
  ContactRole one;
  one.id = id<ContactRole>(number);
  one.opportunity_id = id<Opportunity>(4);
  one.contact_id = id<Contact>(number);
  one.part = part;
  return one;
}

// Passes every gate up to won but for the close date.
inline Opportunity ripe_opportunity(const DefaultPipeline& of) {
  Opportunity one = opportunity(of);
  one.amount = dong(250000000);
  one.supplier_dropped = SupplierDropped::none;
  one.payment_terms = "30 ngày";
  one.expected_close = day(2026, 12, 31);
  one.contract_drafted = true;
  one.order_number = "DH-001";
  return one;
}

inline std::vector<std::string> keys_of(const std::vector<Message>& messages) {
  std::vector<std::string> keys;
  for (const Message& message : messages) keys.push_back(message.key);
  return keys;
}

}  // namespace cohoi::samples
