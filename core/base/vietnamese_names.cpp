#include "core/base/vietnamese_names.h"

#include <algorithm>
#include <array>

#include "core/base/text.h"
#include "core/base/utf8.h"

namespace cohoi {
namespace {

// Words that are far more often given names (Minh, Bình, Sơn …) are left out although some families bear them.
constexpr std::array<std::string_view, 143> marked_families{
    "biện",   "bành",  "bùi",    "bạch",   "bế",    "châu",   "chương", "chế",    "chử",   "cái",   "cát",   "công",
    "cù",     "cự",    "diệp",   "doãn",   "dư",    "dương",  "giáp",   "giả",    "hoàn",  "hoàng", "huỳnh", "hà",
    "hàn",    "hàng",  "hướng",  "hạ",     "hầu",   "hồ",     "hứa",    "khiếu",  "khuất", "khà",   "khúc",  "khưu",
    "khương", "khổng", "kiều",   "lâm",    "lãnh",  "lê",     "lò",     "lý",     "lư",    "lưu",   "lương", "lường",
    "lạc",    "lại",   "lỗ",     "lộ",     "lộc",   "lục",    "lữ",     "miêu",   "mã",    "mông",  "mùi",   "mạc",
    "mạnh",   "mẫu",   "nghiêm", "nguyễn", "nguỵ",  "ngô",    "ngũ",    "ngạc",   "ngụy",  "nhâm",  "nhậm",  "nhữ",
    "nông",   "phí",   "phó",    "phù",    "phùng", "phương", "phạm",   "quách",  "quản",  "quảng", "quế",   "sái",
    "sùng",   "sầm",   "thiều",  "thiệu",  "thái",  "thân",   "thôi",   "thường", "thạch", "thẩm",  "tiêu",  "tiết",
    "tiền",   "triệu", "trình",  "trương", "trần",  "trịnh",  "tào",    "tòng",   "tô",    "tôn",   "tăng",  "tưởng",
    "tạ",     "tất",   "tề",     "tống",   "từ",    "uông",   "viên",   "vàng",   "vòng",  "võ",    "văn",   "vũ",
    "vưu",    "vương", "vạn",    "xà",     "âu",    "ông",    "đan",    "đinh",   "điêu",  "điền",  "đoàn",  "đoạn",
    "đàm",    "đào",   "đèo",    "đường",  "đậu",   "đặng",   "đồng",   "đổng",   "đỗ",    "đới",   "ứng",
};

constexpr std::array<std::string_view, 142> plain_families{
    "au",    "bach",   "banh",  "be",   "bien",   "bui",   "cai",    "cao",   "cat",    "chau",  "che",    "chu",
    "chung", "chuong", "cong",  "cu",   "cung",   "dam",   "dan",    "dang",  "dao",    "dau",   "deo",    "dien",
    "diep",  "dieu",   "dinh",  "do",   "doan",   "doi",   "dong",   "du",    "duong",  "gia",   "giang",  "giap",
    "ha",    "han",    "hang",  "hau",  "ho",     "hoan",  "hoang",  "hua",   "huong",  "huynh", "kha",    "khang",
    "khieu", "khong",  "khuat", "khuc", "khuong", "khuu",  "kieu",   "kim",   "la",     "lac",   "lai",    "lam",
    "lanh",  "le",     "lo",    "loc",  "lu",     "luc",   "luong",  "luu",   "ly",     "ma",    "mac",    "mai",
    "manh",  "mau",    "mieu",  "mong", "mui",    "ngac",  "nghiem", "ngo",   "ngu",    "nguy",  "nguyen", "nham",
    "nhan",  "nhu",    "ninh",  "nong", "ong",    "pham",  "phan",   "phi",   "pho",    "phu",   "phung",  "phuong",
    "quach", "quan",   "quang", "que",  "sai",    "sam",   "sung",   "ta",    "tang",   "tao",   "tat",    "te",
    "thach", "thai",   "tham",  "than", "thang",  "thi",   "thieu",  "thoi",  "thuong", "tien",  "tiet",   "tieu",
    "to",    "ton",    "tong",  "tran", "trieu",  "trinh", "truong", "tu",    "tuong",  "ty",    "ung",    "uong",
    "van",   "vang",   "vi",    "vien", "vo",     "vong",  "vu",     "vuong", "vuu",    "xa",
};

constexpr std::array<std::string_view, 26> initials{
    "b",  "c",   "ch", "d", "g",  "gh", "gi", "h", "k", "kh", "l",  "m", "n",
    "ng", "ngh", "nh", "p", "ph", "qu", "r",  "s", "t", "th", "tr", "v", "x",
};

constexpr std::array<std::string_view, 43> vowels{
    "a",   "ai",  "ao",  "au",  "ay",  "e",  "eo",  "eu",  "i",   "ia",  "ie",  "ieu", "iu",  "o",  "oa",
    "oai", "oao", "oay", "oe",  "oeo", "oi", "oo",  "u",   "ua",  "uai", "uao", "uau", "uay", "ue", "ueu",
    "ui",  "uo",  "uoi", "uou", "uu",  "uy", "uya", "uye", "uyu", "y",   "ya",  "ye",  "yeu",
};

constexpr std::array<std::string_view, 8> finals{
    "c", "ch", "m", "n", "ng", "nh", "p", "t",
};

constexpr std::array<std::string_view, 58> english_given_names{
    "adam", "al",   "alan", "ann", "ben",   "bob",  "chad", "dan",  "dean", "don",  "ed",   "ema",  "ena", "eva", "gil",
    "hal",  "hank", "ian",  "jan", "ken",   "kit",  "len",  "leo",  "lou",  "lynn", "mac",  "mat",  "max", "meg", "mia",
    "mike", "nan",  "nat",  "ned", "neil",  "noel", "pam",  "pat",  "paul", "phil", "ray",  "rob",  "rod", "ron", "roy",
    "sam",  "seth", "sid",  "sue", "susan", "tad",  "ted",  "theo", "tim",  "tom",  "toni", "tony", "una",
};

static_assert(std::is_sorted(marked_families.begin(), marked_families.end()));
static_assert(std::is_sorted(plain_families.begin(), plain_families.end()));
static_assert(std::is_sorted(initials.begin(), initials.end()));
static_assert(std::is_sorted(vowels.begin(), vowels.end()));
static_assert(std::is_sorted(finals.begin(), finals.end()));
static_assert(std::is_sorted(english_given_names.begin(), english_given_names.end()));

template <class List>
bool listed(const List& list, std::string_view word) {
  return std::binary_search(list.begin(), list.end(), word);
}

constexpr bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

bool is_rhyme(std::string_view text) {
  for (std::size_t length = 0; length <= 2 && length < text.size(); ++length) {
    const std::size_t vowel_count = text.size() - length;
    if (!is_vowel(text[vowel_count - 1])) continue;  // spares most words the search
    if (length > 0 && !listed(finals, text.substr(vowel_count))) continue;
    if (listed(vowels, text.substr(0, vowel_count))) return true;
  }
  return false;
}

}  // namespace

bool is_vietnamese_family_name(std::string_view word) {
  const std::string small = lower(word);
  return utf8::is_ascii(small) ? listed(plain_families, small) : listed(marked_families, small);
}

bool is_vietnamese_syllable(std::string_view folded) {
  constexpr std::size_t longest = 7;  // nghiêng
  if (folded.empty() || folded.size() > longest) return false;
  if (is_rhyme(folded)) return true;
  for (std::size_t length = 1; length <= 3 && length < folded.size(); ++length)
    if (is_vowel(folded[length]) && listed(initials, folded.substr(0, length)) && is_rhyme(folded.substr(length))) return true;
  return false;
}

bool is_english_given_name(std::string_view folded) { return listed(english_given_names, folded); }

}  // namespace cohoi
