#include "core/base/mail_providers.h"

#include <algorithm>
#include <array>

namespace cohoi {
namespace {

// These have an address in most countries: yahoo.com.vn, hotmail.fr, outlook.de …
constexpr std::array<std::string_view, 6> families{"yahoo", "hotmail", "outlook", "gmx", "yandex", "rocketmail"};

constexpr std::array<std::string_view, 111> shared{
    // international mail
    "gmail.com", "googlemail.com", "ymail.com", "live.com", "live.com.vn", "live.co.uk", "live.fr", "live.de",
    "live.nl", "live.it", "live.ca", "live.com.au", "live.com.sg", "live.jp", "live.cn", "live.se", "live.dk",
    "live.no", "msn.com", "passport.com", "icloud.com", "me.com", "mac.com", "aol.com", "aim.com", "aol.co.uk",
    "proton.me", "protonmail.com", "protonmail.ch", "pm.me", "tutanota.com", "tuta.io", "tuta.com", "zoho.com",
    "zohomail.com", "zohomail.eu", "zoho.eu", "zoho.in", "mail.com", "email.com", "usa.com", "fastmail.com",
    "fastmail.fm", "hushmail.com", "hey.com", "duck.com", "inbox.com", "lycos.com", "excite.com", "rediffmail.com",
    "ya.ru", "mail.ru", "inbox.ru", "list.ru", "bk.ru", "rambler.ru", "qq.com", "foxmail.com", "163.com", "126.com",
    "139.com", "sina.com", "sina.cn", "sohu.com", "yeah.net", "aliyun.com", "naver.com", "hanmail.net", "daum.net",
    "nate.com", "docomo.ne.jp", "ezweb.ne.jp", "web.de", "t-online.de", "freenet.de", "orange.fr", "wanadoo.fr",
    "free.fr", "laposte.net", "sfr.fr", "libero.it", "virgilio.it", "btinternet.com", "comcast.net", "verizon.net",
    "att.net", "sbcglobal.net", "bellsouth.net", "cox.net", "charter.net", "bigpond.com", "singnet.com.sg",
    // Vietnamese mail
    "fpt.vn", "hcm.fpt.vn", "hn.fpt.vn", "saigonnet.vn", "netnam.vn", "viettel.vn", "zing.vn",
    // pages on a network of somebody else's
    "facebook.com", "fb.com", "m.facebook.com", "zalo.me", "linkedin.com", "instagram.com", "youtube.com", "tiktok.com",
    "twitter.com", "x.com", "shopee.vn", "lazada.vn"};

bool is_country_ending(std::string_view ending) {
  std::size_t label = 0;
  int labels = 1;
  for (const char c : ending) {
    if (c == '.') {
      ++labels;
      label = 0;
    } else if (++label > 3) {
      return false;
    }
  }
  return labels <= 2 && label > 0;
}

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() > ending.size() && text.substr(text.size() - ending.size()) == ending;
}

}  // namespace

bool is_shared_domain(std::string_view domain) {
  if (std::find(shared.begin(), shared.end(), domain) != shared.end()) return true;
  if (domain == "vnn.vn" || ends_with(domain, ".vnn.vn")) return true;  // one sub-domain a province
  const std::size_t dot = domain.find('.');
  if (dot == std::string_view::npos || !is_country_ending(domain.substr(dot + 1))) return false;
  return std::find(families.begin(), families.end(), domain.substr(0, dot)) != families.end();
}

}  // namespace cohoi
