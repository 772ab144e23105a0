#include <algorithm>

#include "core/base/contact_points.h"
#include "core/base/mail_providers.h"
#include "core/base/text.h"

namespace cohoi {
namespace {

constexpr std::size_t longest_local = 64;
constexpr std::size_t longest_domain = 253;
constexpr std::size_t longest_label = 63;

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || is_high(c); }

bool is_local_part(std::string_view local) {
  if (local.empty() || local.size() > longest_local || local.front() == '.' || local.back() == '.') return false;
  if (local.find("..") != std::string_view::npos) return false;
  return std::all_of(local.begin(), local.end(), [](char c) {
    return is_alphanumeric(c) || std::string_view(".!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
  });
}

bool is_label(std::string_view label) {
  return !label.empty() && label.size() <= longest_label && label.front() != '-' && label.back() != '-' &&
         std::all_of(label.begin(), label.end(), [](char c) { return is_alphanumeric(c) || c == '-'; });
}

// At least two labels, and the last one no number: an IP address is no domain.
bool is_domain(std::string_view domain) {
  if (domain.size() > longest_domain || domain.find('.') == std::string_view::npos) return false;
  while (true) {
    const std::size_t dot = domain.find('.');
    const std::string_view label = domain.substr(0, dot);
    if (!is_label(label)) return false;
    if (dot == std::string_view::npos) return label.size() >= 2 && !is_ascii_digits(label);
    domain.remove_prefix(dot + 1);
  }
}

bool starts_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

// The host of a web address, or of something that may be one.
std::string_view host_of(std::string_view address) {
  if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos)
    address.remove_prefix(scheme + 3);
  if (starts_with(address, "//")) address.remove_prefix(2);
  address = address.substr(0, address.find_first_of("/?#"));
  if (const std::size_t user = address.rfind('@'); user != std::string_view::npos) address.remove_prefix(user + 1);
  address = address.substr(0, address.find(':'));
  if (!address.empty() && address.back() == '.') address.remove_suffix(1);
  return address;
}

}  // namespace

std::string normal_email(std::string_view text) {
  std::string address = lower(trim(text));
  const std::size_t at = address.find('@');
  if (at == std::string::npos) return {};
  const std::string_view local = std::string_view(address).substr(0, at);
  const std::string_view domain = std::string_view(address).substr(at + 1);
  if (!is_local_part(local) || !is_domain(domain)) return {};
  const std::size_t plus = local.find('+');
  // Behind a leading plus there is no name left to keep.
  if (plus == std::string_view::npos || plus == 0) return address;
  return std::string(local.substr(0, plus)) + "@" + std::string(domain);
}

bool is_email(std::string_view text) { return !normal_email(text).empty(); }

std::string business_domain(std::string_view email_or_website) {
  std::string address = lower(trim(email_or_website));
  if (starts_with(address, "mailto:")) address.erase(0, 7);
  std::string_view host = host_of(address);
  if (starts_with(host, "www.")) host.remove_prefix(4);
  if (!is_domain(host) || is_shared_domain(host)) return {};
  return std::string(host);
}

}  // namespace cohoi
