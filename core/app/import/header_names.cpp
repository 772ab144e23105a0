// The words other products, and people, head their columns with.
#include <algorithm>
#include <array>
#include <utility>

#include "core/app/import/fields.h"
#include "core/base/text.h"

namespace cohoi::app {
namespace {

struct Alias {
  std::string_view header;  // compact
  std::string_view field;
};

// For every kind that has the field.
constexpr auto common = std::to_array<Alias>({
    {"name", "name"}, {"fullname", "full_name"}, {"hoten", "full_name"}, {"hovaten", "full_name"}, {"contactname", "full_name"},
    {"leadname", "full_name"}, {"nguoilienhe", "full_name"}, {"firstname", "first_name"}, {"givenname", "first_name"},
    {"ten", "first_name"}, {"tendem", "first_name"}, {"tenvatendem", "first_name"}, {"tendemvaten", "first_name"}, {"lastname", "last_name"}, {"surname", "last_name"},
    {"familyname", "last_name"}, {"ho", "last_name"}, {"company", "company"}, {"companyname", "company"}, {"organization", "company"},
    {"organisation", "company"}, {"congty", "company"}, {"tencongty", "company"}, {"tochuc", "company"}, {"donvi", "company"},
    {"title", "title"}, {"jobtitle", "title"}, {"position", "title"}, {"chucvu", "title"}, {"chucdanh", "title"}, {"part", "part"},
    {"vaitro", "part"}, {"vaitrokhimua", "part"}, {"role", "part"}, {"email", "email"}, {"emailaddress", "email"}, {"mail", "email"}, {"thudientu", "email"},
    {"phone", "phone"}, {"phonenumber", "phone"}, {"telephone", "phone"}, {"tel", "phone"}, {"dienthoai", "phone"}, {"sodienthoai", "phone"},
    {"sdt", "phone"}, {"mobile", "mobile"}, {"mobilephone", "mobile"}, {"mobilephonenumber", "mobile"}, {"didong", "mobile"},
    {"dienthoaididong", "mobile"}, {"sodidong", "mobile"}, {"website", "website"}, {"websiteurl", "website"}, {"url", "website"},
    {"domain", "website"}, {"domainname", "website"}, {"trangweb", "website"}, {"taxcode", "tax_code"}, {"taxid", "tax_code"},
    {"vat", "tax_code"}, {"vatnumber", "tax_code"}, {"masothue", "tax_code"}, {"mst", "tax_code"}, {"industry", "industry"},
    {"sector", "industry"}, {"nganh", "industry"}, {"nganhnghe", "industry"}, {"linhvuc", "industry"}, {"street", "street"},
    {"streetaddress", "street"}, {"address", "street"}, {"addressline1", "street"}, {"diachi", "street"}, {"sonhaduong", "street"}, {"city", "city"},
    {"town", "city"}, {"thanhpho", "city"}, {"quanhuyen", "city"}, {"state", "region"}, {"stateprovince", "region"},
    {"stateregion", "region"}, {"province", "region"}, {"region", "region"}, {"provinceorstate", "region"}, {"tinh", "region"},
    {"tinhthanh", "region"}, {"tinhthanhpho", "region"}, {"tinhbang", "region"}, {"tinhhoacbang", "region"}, {"postalcode", "postal_code"}, {"zip", "postal_code"}, {"zipcode", "postal_code"},
    {"mabuuchinh", "postal_code"}, {"country", "country"}, {"countryregion", "country"}, {"officelocation", "country"},
    {"quocgia", "country"}, {"nuoc", "country"}, {"source", "source"}, {"leadsource", "source"}, {"originalsource", "source"},
    {"nguon", "source"}, {"nguonkhachhang", "source"}, {"tags", "tags"}, {"tag", "tags"}, {"nhan", "tags"}, {"the", "tags"},
    {"notes", "notes"}, {"note", "notes"}, {"description", "notes"}, {"comments", "notes"}, {"ghichu", "notes"}, {"mota", "notes"},
    {"emailwork", "email"}, {"email1", "email"}, {"emailfrom", "email"}, {"phonework", "phone"}, {"officephone", "phone"},
    {"phoneoffice", "phone"}, {"phonemobile", "mobile"}, {"mobilenumber", "mobile"}, {"cellphone", "mobile"}, {"zippostalcode", "postal_code"},
    {"postcode", "postal_code"}, {"jobposition", "title"}, {"salesperson", "owner"}, {"assigneduser", "owner"}, {"assignedusername", "owner"},
    {"datecreated", "created_at"}, {"dateentered", "created_at"}, {"currencyofvalue", "currency"}, {"amountcurrency", "currency"},
    {"companyaccount", "company"}, {"partnername", "company"}, {"displayname", "full_name"},
    {"donotcall", "do_not_call"}, {"hasoptedoutofemail", "do_not_email"}, {"emailoptout", "do_not_email"}, {"donotemail", "do_not_email"}, {"khonggoidien", "do_not_call"}, {"khongguiemail", "do_not_email"},
    {"needs", "needs"}, {"needsandrequirements", "needs"}, {"requirements", "needs"}, {"nhucau", "needs"}, {"yeucau", "needs"}, {"nhucauvayeucau", "needs"},
    {"paymentterms", "payment_terms"}, {"dieukhoanthanhtoan", "payment_terms"}, {"owner", "owner"}, {"ownername", "owner"}, {"salesagent", "owner"}, {"salesrep", "owner"},
    {"assignedto", "owner"}, {"nguoiphutrach", "owner"}, {"phutrach", "owner"}, {"nhanvienkinhdoanh", "owner"},
    {"created", "created_at"}, {"createdtime", "created_at"}, {"createddate", "created_at"}, {"createdate", "created_at"},
});
constexpr auto created = std::to_array<Alias>({{"createdat", "created_at"}, {"createdon", "created_at"}, {"ngaytao", "created_at"},
                                        {"id", "external_id"}, {"recordid", "external_id"}, {"externalid", "external_id"}, {"uid", "external_id"}});

// Words of one kind; they come first, and speak for it.
constexpr auto lead_words = std::to_array<Alias>({
    {"name", "full_name"}, {"leadid", "external_id"}, {"leadstatus", "lead_status"}, {"status", "lead_status"}, {"trangthai", "lead_status"},
    {"tinhtrang", "lead_status"}, {"converted", "converted"}, {"isconverted", "converted"}, {"dachuyendoi", "converted"},
    {"leadowner", "owner"}, {"leadsource", "source"}, {"interest", "interest"}, {"interestedin", "interest"}, {"productinterest", "interest"},
    {"product", "interest"}, {"sanpham", "interest"}, {"sanphamquantam", "interest"}, {"quantam", "interest"}, {"quantamden", "interest"}, {"nhucau", "needs"},
    {"budget", "estimated_budget"}, {"estimatedbudget", "estimated_budget"}, {"ngansach", "estimated_budget"},
    {"ngansachdukien", "estimated_budget"}, {"expectedpurchase", "expected_purchase"}, {"dukienmua", "expected_purchase"},
    {"mobile", "phone"}, {"mobilephone", "phone"}, {"leadtitle", "interest"}, {"accountname", "company"}, {"opportunity", "interest"}, {"contactperson", "full_name"},
    {"leadcreated", "created_at"},
});
constexpr auto account_words = std::to_array<Alias>({
    {"accountid", "external_id"}, {"account", "name"}, {"accountname", "name"}, {"company", "name"}, {"companyname", "name"},
    {"tencongty", "name"}, {"congty", "name"}, {"tenkhachhang", "name"}, {"khachhang", "name"}, {"tentochuc", "name"}, {"ten", "name"},
    {"accountowner", "owner"}, {"accounttype", "status"}, {"type", "status"}, {"trangthai", "status"}, {"loai", "kind"},
    {"yearestablished", "founded"}, {"founded", "founded"}, {"yearfounded", "founded"}, {"namthanhlap", "founded"},
    {"revenue", "revenue"}, {"annualrevenue", "revenue"}, {"doanhthu", "revenue"}, {"employees", "employees"},
    {"numberofemployees", "employees"}, {"sonhanvien", "employees"}, {"subsidiaryof", "account"}, {"parentaccount", "account"},
    {"parentcompany", "account"}, {"congtyme", "account"}, {"memberof", "account"}, {"organizationname", "name"},
    {"organizationid", "external_id"}, {"organizationcreated", "created_at"}, {"noofemployees", "employees"}, {"companyowner", "owner"},
});
constexpr auto contact_words = std::to_array<Alias>({
    {"name", "full_name"}, {"contactid", "external_id"}, {"contactowner", "owner"}, {"accountname", "account"}, {"account", "account"}, {"company", "account"},
    {"companyname", "account"}, {"associatedcompany", "account"}, {"congty", "account"}, {"tencongty", "account"}, {"khachhang", "account"},
    {"tochuc", "account"}, {"accountid", "account_key"}, {"contactname", "full_name"}, {"mailingcity", "city"},
    {"mailingstreet", "street"}, {"organization", "account"}, {"organisation", "account"}, {"accountnameid", "account_key"},
    {"associatedcompanyids", "account_key"}, {"personname", "full_name"}, {"personid", "external_id"}, {"personcreated", "created_at"},
    {"personowner", "owner"}, {"displayname", "full_name"},
});
constexpr auto opportunity_words = std::to_array<Alias>({
    {"opportunityid", "external_id"}, {"dealid", "external_id"}, {"potentialid", "external_id"}, {"opportunityname", "name"},
    {"dealname", "name"}, {"potentialname", "name"}, {"opportunity", "name"}, {"deal", "name"}, {"tencohoi", "name"}, {"cohoi", "name"},
    {"ten", "name"}, {"accountname", "account"}, {"account", "account"}, {"company", "account"}, {"companyname", "account"},
    {"associatedcompany", "account"}, {"congty", "account"}, {"tencongty", "account"}, {"khachhang", "account"},
    {"tenkhachhang", "account"}, {"accountid", "account_key"}, {"stage", "stage"}, {"dealstage", "stage"}, {"stagename", "stage"},
    {"salesstage", "stage"}, {"giaidoan", "stage"}, {"trangthai", "stage"}, {"status", "stage"}, {"amount", "amount"},
    {"closevalue", "amount"}, {"value", "amount"}, {"dealvalue", "amount"}, {"sotien", "amount"}, {"giatri", "amount"},
    {"doanhso", "amount"}, {"closedate", "close_date"}, {"closingdate", "close_date"}, {"closedon", "close_date"},
    {"ngaydong", "close_date"}, {"ngaychot", "close_date"}, {"ngayketthuc", "close_date"}, {"expectedclosedate", "expected_close"},
    {"expectedclose", "expected_close"}, {"ngaychotdukien", "expected_close"}, {"ngaydongdukien", "expected_close"},
    {"dukienchot", "expected_close"}, {"engagedate", "entered_on"}, {"probability", "probability"}, {"xacsuat", "probability"},
    {"product", "product"}, {"productname", "product"}, {"sanpham", "product"}, {"leadid", "lead_key"}, {"lostreason", "loss_reason"},
    {"dealtitle", "name"}, {"dealstatus", "outcome"}, {"organization", "account"}, {"organisation", "account"}, {"customer", "account"},
    {"accountnameid", "account_key"}, {"associatedcompanyids", "account_key"}, {"dealcreated", "created_at"}, {"dealclosedon", "close_date"},
    {"wontime", "close_date"}, {"dateclosed", "close_date"}, {"expectedclosing", "expected_close"}, {"datedeadline", "expected_close"},
    {"expectedrevenue", "amount"}, {"stageid", "stage"}, {"dealowner", "owner"}, {"opportunityowner", "owner"},
    {"closedlostreason", "loss_reason"}, {"lydothua", "loss_reason"}, {"ghichukhithua", "loss_note"},
    {"nhacungcaphientai", "present_supplier"}, {"dabonhacungcaphientai", "supplier_dropped"}, {"doithucanhtranh", "competitor"},
    {"dangbandieukhoanthanhtoan", "payment_terms_discussed"}, {"sohopdong", "contract_number"}, {"hopdongdasoan", "contract_drafted"},
    {"hopdongdaky", "contract_signed"}, {"sodonhang", "order_number"}, {"nhomdubao", "forecast_category"},
});
constexpr auto product_words = std::to_array<Alias>({
    {"product", "name"}, {"productname", "name"}, {"sanpham", "name"}, {"tensanpham", "name"}, {"ten", "name"}, {"productid", "external_id"},
    {"productcode", "code"}, {"code", "code"}, {"sku", "code"}, {"masanpham", "code"}, {"ma", "code"}, {"series", "series"},
    {"salesprice", "price"}, {"unitprice", "price"}, {"listprice", "price"}, {"dongia", "price"}, {"gia", "price"},
});
constexpr auto product_more = std::to_array<Alias>({{"price", "price"}, {"dongsanpham", "series"}, {"giaban", "price"}});

constexpr auto activity_words = std::to_array<Alias>({
    {"taskid", "external_id"}, {"eventid", "external_id"}, {"activityid", "external_id"}, {"taskowner", "owner"}, {"eventowner", "owner"},
    {"callowner", "owner"}, {"subject", "subject"}, {"tasksubject", "subject"}, {"tieude", "subject"}, {"duedate", "due_at"}, {"due", "due_at"},
    {"deadline", "due_at"}, {"hanchot", "due_at"}, {"startdatetime", "due_at"}, {"callstarttime", "due_at"}, {"status", "done"}, {"completed", "done"},
    {"trangthai", "done"}, {"closedtime", "done_at"}, {"completedon", "done_at"}, {"type", "kind"}, {"activitytype", "kind"}, {"loai", "kind"},
    {"leadid", "lead_key"}, {"accountid", "account_key"}, {"accountname", "account"}, {"company", "account"}, {"congty", "account"}, {"khachhang", "account"},
});

template <std::size_t size>
std::string_view find_in(const std::array<Alias, size>& aliases, std::string_view header) {
  const auto found = std::find_if(aliases.begin(), aliases.end(), [&](const Alias& alias) { return alias.header == header; });
  return found == aliases.end() ? std::string_view{} : found->field;
}

std::string_view own_word(Entity kind, std::string_view header) {
  switch (kind) {
    case Entity::lead: return find_in(lead_words, header);
    case Entity::account: return find_in(account_words, header);
    case Entity::contact: return find_in(contact_words, header);
    case Entity::opportunity: return find_in(opportunity_words, header);
    case Entity::activity: return find_in(activity_words, header);
    default: break;
  }
  const auto found = find_in(product_words, header);
  return found.empty() ? find_in(product_more, header) : found;
}

bool has_field(Entity kind, std::string_view key) {
  const auto fields = import_fields(kind);
  return std::any_of(fields.begin(), fields.end(), [&](const ImportField& field) { return field.key == key; });
}

std::string_view known_word(Entity kind, std::string_view header) {
  if (const auto own = own_word(kind, header); !own.empty()) return own;
  if (const auto found = find_in(common, header); !found.empty()) return found;
  return find_in(created, header);
}

// A header that names the kind before the field: "Lead Owner", "Billing City", "Contact Phone".
constexpr std::array<std::string_view, 20> prefixes{"lead", "account", "contact", "opportunity", "potential", "deal", "company", "mailing",
                                                    "billing", "primary", "work", "business", "customer", "record",
                                                    "person", "organization", "address", "primaryaddress", "billingaddress", "mailingaddress"};

}  // namespace

std::string compact(std::string_view text) {
  std::string letters = fold(text);
  letters.erase(std::remove_if(letters.begin(), letters.end(), [](char c) { return c == ' ' || c == '_'; }), letters.end());
  return letters;
}

namespace {

// Our own labels of the fields of a kind, in both languages: what an exported list is headed with.
using OwnLabels = std::vector<std::pair<std::string, std::string>>;

OwnLabels own_labels(Entity kind, const TextOf& text_of) {
  OwnLabels labels;
  if (!text_of) return labels;
  for (const ImportField& field : import_fields(kind))
    for (const Language language : {Language::vi, Language::en})
      if (std::string label = compact(text_of(language, field.label.key)); !label.empty()) labels.emplace_back(std::move(label), field.key);
  return labels;
}

bool ends_with(std::string_view text, std::string_view end) { return text.size() > end.size() && text.substr(text.size() - end.size()) == end; }

// Empty when unknown.
std::string field_of_header(Entity kind, std::string_view header, const OwnLabels& own) {
  const std::string wanted = compact(header);
  if (wanted.empty()) return {};
  const auto usable = [&](std::string_view field) { return !field.empty() && has_field(kind, field); };
  if (const auto found = known_word(kind, wanted); usable(found)) return std::string(found);
  const auto label = std::find_if(own.begin(), own.end(), [&](const auto& one) { return one.first == wanted; });
  if (label != own.end()) return label->second;
  for (const ImportField& field : import_fields(kind))
    if (compact(field.key) == wanted) return field.key;
  for (const FieldInfo& field : custom_fields_of(kind))
    if (const CustomField* custom = custom_field_named(field.key); custom && compact(custom->name) == wanted) return custom->key;
  for (const std::string_view prefix : prefixes) {
    if (wanted.size() <= prefix.size() || wanted.compare(0, prefix.size(), prefix) != 0) continue;
    const auto found = known_word(kind, std::string_view(wanted).substr(prefix.size()));
    // Another record's id or name behind the prefix is not this record's.
    if (usable(found) && found != "external_id" && found != "name") return std::string(found);
  }
  if ((ends_with(wanted, "currency") || ends_with(wanted, "loaitien")) && has_field(kind, "currency")) return "currency";
  return {};
}

}  // namespace

std::vector<std::string> guess_mapping(Entity kind, const std::vector<std::string>& header, const TextOf& text_of) {
  const OwnLabels own = own_labels(kind, text_of);
  std::vector<std::string> mapping;
  for (const std::string& name : header) {
    std::string field = field_of_header(kind, name, own);
    if (std::find(mapping.begin(), mapping.end(), field) != mapping.end()) field.clear();
    mapping.push_back(std::move(field));
  }
  // "Tên" alone is the whole name of a person; beside "Họ" it is the given name.
  const auto first = std::find(mapping.begin(), mapping.end(), "first_name");
  const bool whole = first != mapping.end() && compact(header[static_cast<std::size_t>(first - mapping.begin())]) == "ten" &&
                     std::find(mapping.begin(), mapping.end(), "last_name") == mapping.end() &&
                     std::find(mapping.begin(), mapping.end(), "full_name") == mapping.end();
  if (whole) *first = "full_name";
  return mapping;
}

Entity guess_kind(const std::vector<std::string>& header, const TextOf& text_of) {
  Entity best = Entity::lead;
  int best_score = -1;
  for (const Entity kind : import_kinds()) {
    const OwnLabels labels = own_labels(kind, text_of);
    int score = 0;
    for (const std::string& name : header) {
      const std::string word = compact(name);
      if (!field_of_header(kind, name, labels).empty()) score += 2;
      const auto own = own_word(kind, word);
      if (own.empty()) continue;
      // An id of its own, or what only this kind has, decides.
      const bool decides = own == "external_id" || own == "stage" || own == "outcome" || own == "lead_status" || own == "converted" ||
                           own == "founded" || own == "price" || word == "mailingcity" || word == "mailingstreet" || word == "personname" || word == "displayname" ||
                           word == "leadtitle" || (own == "owner" && word.size() > 5) ||
                           (own == "name" && word != "ten" && word != "company" && word != "congty");
      score += decides ? 4 : 1;
    }
    if (score > best_score) {
      best_score = score;
      best = kind;
    }
  }
  return best;
}

}  // namespace cohoi::app
