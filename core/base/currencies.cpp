#include "core/base/currencies.h"

#include <algorithm>
#include <array>

namespace cohoi {
namespace {

constexpr std::string_view iso_codes =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP CNY COP "
    "CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS "
    "INR IQD IRR "
    "ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR "
    "MVR MWK MXN "
    "MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP "
    "SLE SOS SRD "
    "SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF "
    "YER ZAR ZMW ZWL";

constexpr std::string_view no_minor_codes = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
constexpr std::string_view three_minor_codes = "BHD IQD JOD KWD LYD OMR TND";
constexpr std::string_view dollar_codes =
    "USD AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD NAD NZD SBD SGD SRD TTD TWD XCD";

bool listed(std::string_view codes, std::string_view code) {
  for (std::size_t i = 0; i + 3 <= codes.size(); i += 4)
    if (codes.substr(i, 3) == code) return true;
  return false;
}

struct Sign {
  std::string_view sign;
  std::string_view code;
};

constexpr std::array<Sign, 36> signs{{
    {"₫", "VND"},     {"đ", "VND"},      {"d", "VND"},       {"vnđ", "VND"}, {"đồng", "VND"}, {"dong", "VND"},
    {"us$", "USD"},   {"dollar", "USD"}, {"dollars", "USD"}, {"đô", "USD"},  {"€", "EUR"},    {"euro", "EUR"},
    {"euros", "EUR"}, {"£", "GBP"},      {"jp¥", "JPY"},     {"yen", "JPY"}, {"円", "JPY"},   {"cn¥", "CNY"},
    {"rmb", "CNY"},   {"元", "CNY"},     {"₩", "KRW"},       {"won", "KRW"}, {"฿", "THB"},    {"baht", "THB"},
    {"₹", "INR"},     {"₽", "RUB"},    {"₱", "PHP"},       {"₭", "LAK"},   {"៛", "KHR"},    {"a$", "AUD"},
    {"au$", "AUD"},   {"s$", "SGD"},     {"ca$", "CAD"},     {"hk$", "HKD"}, {"nt$", "TWD"},  {"nz$", "NZD"},
}};

}  // namespace

int Currency::minor_digits() const {
  if (listed(no_minor_codes, code())) return 0;
  return listed(three_minor_codes, code()) ? 3 : 2;
}

bool is_iso_currency(std::string_view upper_code) { return upper_code.size() == 3 && listed(iso_codes, upper_code); }

std::optional<Currency> currency_from_sign(std::string_view lower_sign, Currency fallback) {
  if (lower_sign == "$") return listed(dollar_codes, fallback.code()) ? fallback : Currency::parse("USD");
  if (lower_sign == "¥" || lower_sign == "¥") return fallback.code() == "CNY" ? fallback : Currency::parse("JPY");
  const auto found =
      std::find_if(signs.begin(), signs.end(), [&](const Sign& sign) { return sign.sign == lower_sign; });
  if (found != signs.end()) return Currency::parse(found->code);
  const auto code = Currency::parse(lower_sign);
  return code && is_iso_currency(code->code()) ? code : std::nullopt;
}

std::string_view currency_sign(Currency currency) {
  constexpr std::array<Sign, 14> shown{{
      {"₫", "VND"},
      {"$", "USD"},
      {"€", "EUR"},
      {"£", "GBP"},
      {"¥", "JPY"},
      {"CN¥", "CNY"},
      {"₩", "KRW"},
      {"฿", "THB"},
      {"₹", "INR"},
      {"A$", "AUD"},
      {"S$", "SGD"},
      {"CA$", "CAD"},
      {"HK$", "HKD"},
      {"NT$", "TWD"},
  }};
  const auto found =
      std::find_if(shown.begin(), shown.end(), [&](const Sign& sign) { return sign.code == currency.code(); });
  return found == shown.end() ? std::string_view{} : found->sign;
}

}  // namespace cohoi
