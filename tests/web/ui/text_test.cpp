#include "web/ui/text.h"

#include <doctest/doctest.h>

#include "generated/text.h"

using namespace cohoi;

TEST_CASE("a message is written in the page's language, its values as that language writes them") {
  text::set_language(Language::en);
  CHECK(ui::translate(Message{"ui.list.last", {std::int64_t{1200}, std::int64_t{5000}}}) == "1,200 and 5,000");
  text::set_language(Language::vi);
  CHECK(ui::translate(Message{"ui.list.last", {std::int64_t{1200}, std::int64_t{5000}}}) == "1.200 và 5.000");
  text::set_language(Language::en);
}

TEST_CASE("lists inside messages are joined with the language's last word") {
  text::set_language(Language::en);
  CHECK(ui::join_list({}).empty());
  CHECK(ui::join_list({"a"}) == "a");
  CHECK(ui::join_list({"a", "b"}) == "a and b");
  CHECK(ui::join_list({"a", "b", "c"}) == "a, b and c");
  text::set_language(Language::vi);
  CHECK(ui::join_list({"a", "b", "c"}) == "a, b và c");
  text::set_language(Language::en);
  const Message nested{"ui.select_row", {std::vector<Message>{Message{"ui.save", {}}, Message{"ui.cancel", {}}}}};
  CHECK(ui::translate(nested) == "Select Save and Cancel");
}

TEST_CASE("an unknown key shows itself") { CHECK(ui::translate(Message{"no.such.key", {}}) == "no.such.key"); }
