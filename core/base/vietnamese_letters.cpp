#include "core/base/vietnamese_letters.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace cohoi {
namespace {

struct Row {
  char base;
  std::uint8_t variant;
  std::u32string_view lower;  // ngang huyền hỏi ngã sắc nặng
  std::u32string_view upper;
};

constexpr std::array<Row, 13> rows{{
    {'a', 0, U"aàảãáạ", U"AÀẢÃÁẠ"},
    {'a', 1, U"ăằẳẵắặ", U"ĂẰẲẴẮẶ"},
    {'a', 2, U"âầẩẫấậ", U"ÂẦẨẪẤẬ"},
    {'d', 1, U"đ", U"Đ"},
    {'e', 0, U"eèẻẽéẹ", U"EÈẺẼÉẸ"},
    {'e', 1, U"êềểễếệ", U"ÊỀỂỄẾỆ"},
    {'i', 0, U"iìỉĩíị", U"IÌỈĨÍỊ"},
    {'o', 0, U"oòỏõóọ", U"OÒỎÕÓỌ"},
    {'o', 1, U"ôồổỗốộ", U"ÔỒỔỖỐỘ"},
    {'o', 2, U"ơờởỡớợ", U"ƠỜỞỠỚỢ"},
    {'u', 0, U"uùủũúụ", U"UÙỦŨÚỤ"},
    {'u', 1, U"ưừửữứự", U"ƯỪỬỮỨỰ"},
    {'y', 0, U"yỳỷỹýỵ", U"YỲỶỸÝỴ"},
}};

constexpr char32_t low_first = 0xC0;
constexpr char32_t low_last = 0x1B0;
constexpr char32_t high_first = 0x1EA0;
constexpr char32_t high_last = 0x1EF9;
constexpr std::size_t low_count = low_last - low_first + 1;
constexpr std::size_t high_count = high_last - high_first + 1;

using Table = std::array<VietnameseLetter, low_count + high_count>;

constexpr std::size_t no_place = low_count + high_count;

constexpr std::size_t place_of(char32_t code_point) {
  if (code_point >= low_first && code_point <= low_last) return code_point - low_first;
  if (code_point >= high_first && code_point <= high_last) return low_count + (code_point - high_first);
  return no_place;
}

constexpr Table make_table() {
  Table table{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.lower.size(); ++i) {
      const auto tone = static_cast<Tone>(i);
      if (const std::size_t at = place_of(row.lower[i]); at != no_place)
        table[at] = {row.base, row.variant, tone, false};
      if (const std::size_t at = place_of(row.upper[i]); at != no_place)
        table[at] = {row.base, row.variant, tone, true};
    }
  }
  return table;
}

constexpr Table table = make_table();

}  // namespace

VietnameseLetter vietnamese_letter(char32_t code_point) {
  const std::size_t at = place_of(code_point);
  return at == no_place ? VietnameseLetter{} : table[at];
}

}  // namespace cohoi
