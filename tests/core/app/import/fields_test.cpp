#include "core/app/import/fields.h"

#include <doctest/doctest.h>

using namespace cohoi;
using namespace cohoi::app;

using Header = std::vector<std::string>;

TEST_CASE("the kind of a file is guessed from its headers") {
  CHECK(guess_kind({"account", "sector", "year_established", "revenue", "employees", "office_location", "subsidiary_of"}) == Entity::account);
  CHECK(guess_kind({"product", "series", "sales_price"}) == Entity::product);
  CHECK(guess_kind({"opportunity_id", "sales_agent", "product", "account", "deal_stage", "close_value"}) == Entity::opportunity);
  CHECK(guess_kind({"LEADID", "Last Name", "Company", "Lead Owner", "Lead Status", "CONVERTED"}) == Entity::lead);
  CHECK(guess_kind({"CONTACTID", "Last Name", "Contact Owner", "Account Id", "Email"}) == Entity::contact);
  CHECK(guess_kind({"Potential Name", "Closing Date", "Stage", "Amount", "LEADID"}) == Entity::opportunity);
  CHECK(guess_kind({"Deal Name", "Deal Stage", "Close Date", "Amount", "Deal owner"}) == Entity::opportunity);
  CHECK(guess_kind({"Tên cơ hội", "Khách hàng", "Giai đoạn", "Số tiền"}) == Entity::opportunity);
  CHECK(guess_kind({"Tên khách hàng", "Mã số thuế", "Địa chỉ"}) == Entity::account);
  CHECK(guess_kind({"Họ", "Tên", "Công ty", "Trạng thái", "Nhu cầu"}) == Entity::lead);
}

TEST_CASE("headers of other products and of people find their fields") {
  CHECK(guess_mapping(Entity::opportunity, {"opportunity_id", "sales_agent", "product", "account", "deal_stage", "engage_date", "close_date", "close_value"}) ==
        Header{"external_id", "owner", "product", "account", "stage", "entered_on", "close_date", "amount"});
  CHECK(guess_mapping(Entity::account, {"account", "sector", "year_established", "revenue", "employees", "office_location", "subsidiary_of"}) ==
        Header{"name", "industry", "founded", "revenue", "employees", "country", "account"});
  CHECK(guess_mapping(Entity::lead, {"LEADID", "Last Name", "Lead Owner", "Lead Source", "Lead Status", "Created Time", "CONVERTED", "month_Created Time1"}) ==
        Header{"external_id", "last_name", "owner", "source", "lead_status", "created_at", "converted", ""});
  CHECK(guess_mapping(Entity::contact, {"FirstName", "LastName", "MailingCity", "MobilePhone", "Account Name"}) ==
        Header{"first_name", "last_name", "city", "mobile", "account"});
  CHECK(guess_mapping(Entity::lead, {"Họ và tên", "Điện thoại", "Chức vụ", "Nguồn", "Ngân sách", "Người phụ trách"}) ==
        Header{"full_name", "phone", "title", "source", "estimated_budget", "owner"});
}

TEST_CASE("\"Tên\" is the whole name of a person unless \"Họ\" stands beside it") {
  CHECK(guess_mapping(Entity::lead, {"Tên", "Email"}).front() == "full_name");
  CHECK(guess_mapping(Entity::lead, {"Họ", "Tên"}) == Header{"last_name", "first_name"});
}

TEST_CASE("of two columns for one field the first has it") {
  CHECK(guess_mapping(Entity::lead, {"Email", "E-mail"}) == Header{"email", ""});
}

TEST_CASE("the Vietnamese headers of an exported list are read back") {
  CHECK(guess_mapping(Entity::lead, {"Họ", "Tên đệm và tên", "Vai trò khi mua", "Quan tâm đến", "Nhu cầu và yêu cầu", "Số nhà, đường", "Tỉnh hoặc bang", "Không gọi điện", "Không gửi email"}) ==
        Header{"last_name", "first_name", "part", "interest", "needs", "street", "region", "do_not_call", "do_not_email"});
  CHECK(guess_mapping(Entity::account, {"Tên", "Công ty mẹ", "Tỉnh, bang"}) == Header{"name", "account", "region"});
  CHECK(guess_mapping(Entity::opportunity, {"Ngày chốt dự kiến", "Nhà cung cấp hiện tại", "Đã bỏ nhà cung cấp hiện tại", "Đang bàn điều khoản thanh toán", "Điều khoản thanh toán", "Số hợp đồng", "Hợp đồng đã soạn", "Hợp đồng đã ký", "Số đơn hàng", "Nhóm dự báo", "Đối thủ cạnh tranh", "Ghi chú khi thua"}) ==
        Header{"expected_close", "present_supplier", "supplier_dropped", "payment_terms_discussed", "payment_terms", "contract_number", "contract_drafted", "contract_signed", "order_number", "forecast_category", "competitor", "loss_note"});
}
