"""Reads assets/strings/<language>/*.ini and writes text.h and text.cpp: a typed function per key and a table by key.

Lines are `key = text with {0} {1}`, `#` starts a comment line, `\\n` is a line break. Python 3 only, no packages.
"""
import pathlib
import re
import sys

LANGUAGES = ("vi", "en")
KEY = re.compile(r"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$")
PLACEHOLDER = re.compile(r"\{(\d)\}")
KEYWORDS = {
    "and", "auto", "bool", "break", "case", "catch", "char", "class", "const", "continue", "default", "delete", "do",
    "double", "else", "enum", "explicit", "export", "extern", "false", "float", "for", "friend", "goto", "if", "inline",
    "int", "long", "namespace", "new", "not", "operator", "or", "private", "protected", "public", "register", "return",
    "short", "signed", "sizeof", "static", "struct", "switch", "template", "this", "throw", "true", "try", "typedef",
    "union", "unsigned", "using", "virtual", "void", "while", "xor",
}


def read_language(folder):
    """All texts of one language: ({key: text}, {key: "file:line"}, [errors])."""
    texts, places, errors = {}, {}, []
    for path in sorted(folder.glob("*.ini")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            line = line.strip()
            place = f"{folder.name}/{path.name}:{number}"
            if not line or line.startswith("#"):
                continue
            key, equals, text = line.partition("=")
            key, text = key.strip(), text.strip().replace("\\n", "\n")
            if not equals or not KEY.match(key):
                errors.append(f"{place}: not `key = text`: {line}")
            elif not text:
                errors.append(f"{place}: {key} has no text")
            elif key in texts:
                errors.append(f"{place}: {key} stands already at {places[key]}")
            else:
                texts[key], places[key] = text, place
    return texts, places, errors


def placeholders(text):
    return sorted({int(digit) for digit in PLACEHOLDER.findall(text)})


def function_name(key):
    name = key.replace(".", "_")
    return name + "_" if name in KEYWORDS else name


def read_all(root):
    """({language: {key: text}}, {language: {key: place}}, [errors]) with both languages held against each other."""
    texts, places, errors = {}, {}, []
    for language in LANGUAGES:
        texts[language], places[language], found = read_language(root / language)
        errors += found
    first, second = LANGUAGES
    for one, other in ((first, second), (second, first)):
        for key in sorted(texts[one].keys() - texts[other].keys()):
            errors.append(f"{places[one][key]}: {key} is missing in {other}")
    names = {}
    for key in sorted(texts[first].keys() & texts[second].keys()):
        used = placeholders(texts[first][key])
        if used != placeholders(texts[second][key]):
            errors.append(f"{places[first][key]}: {key} has other placeholders in {second}")
        if used != list(range(len(used))):
            errors.append(f"{places[first][key]}: {key} skips a placeholder number")
        if function_name(key) in names:
            errors.append(f"{places[first][key]}: {key} and {names[function_name(key)]} make the same function")
        names[function_name(key)] = key
    return texts, places, errors


def literal(text):
    """A C++ string literal; bytes beyond ASCII stay as they are (the files are UTF-8)."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def run_of(texts):
    """Literals that follow each other, every one with its zero byte."""
    return "\n".join("    " + literal(text)[:-1] + '\\0"' for text in texts)


HEADER = """// Generated from assets/strings by assets/strings/gen_strings.py.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "core/base/locale.h"

namespace cohoi::text {

// The language of the functions below. The one piece of state of this layer: a page has one language at a time, and
// handing it through every draw function would say nothing more.
void set_language(Language language);
[[nodiscard]] Language language();

// The text of a key, with its placeholders as they stand; empty when there is no such key. The view ends in a zero byte.
[[nodiscard]] std::string_view lookup(Language language, std::string_view key);

// Puts args[n] for {n}. A placeholder without its argument stays as it is.
[[nodiscard]] std::string fill(std::string_view pattern, std::span<const std::string_view> args);

// For the functions below only: the text of the index-th key in the language of now.
[[nodiscard]] std::string plain(std::size_t index);
[[nodiscard]] std::string filled(std::size_t index, std::initializer_list<std::string_view> args);

"""

SOURCE = """// Generated from assets/strings by assets/strings/gen_strings.py.
#include "generated/text.h"

#include <algorithm>
#include <array>

namespace cohoi::text {
namespace {

constexpr std::size_t count = %(count)d;

// One run of characters a column, each text ended by a zero byte: rows of string_view would spend 35 kB on addresses, and
// the linker scatters literals of their own, which compress worse for it. Sorted by key.
constexpr char keys[] =
%(keys)s;
constexpr char vi[] =
%(vi)s;
constexpr char en[] =
%(en)s;

struct Columns {
  using Column = std::array<std::string_view, count>;
  Column key, vi, en;

  Columns() {
    split(text::keys, key);
    split(text::vi, vi);
    split(text::en, en);
  }
  static void split(const char* at, Column& column) {
    for (auto& text : column) {
      text = at;
      at += text.size() + 1;
    }
  }
};

const Columns& columns() {
  static const Columns made;
  return made;
}

Language current = Language::vi;

const Columns::Column& column_of(Language language) { return language == Language::vi ? columns().vi : columns().en; }

}  // namespace

void set_language(Language language) { current = language; }

Language language() { return current; }

std::string_view lookup(Language language, std::string_view key) {
  const auto& all = columns().key;
  const auto* found = std::lower_bound(all.begin(), all.end(), key);
  if (found == all.end() || *found != key) return "";
  return column_of(language)[static_cast<std::size_t>(found - all.begin())];
}

std::string plain(std::size_t index) { return std::string{column_of(current)[index]}; }

std::string filled(std::size_t index, std::initializer_list<std::string_view> args) {
  return fill(column_of(current)[index], std::span{args.begin(), args.size()});
}

std::string fill(std::string_view pattern, std::span<const std::string_view> args) {
  std::string result;
  result.reserve(pattern.size() + 16);
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}' && pattern[at + 1] >= '0' &&
        pattern[at + 1] <= '9') {
      const auto index = static_cast<std::size_t>(pattern[at + 1] - '0');
      if (index < args.size()) {
        result += args[index];
        at += 2;
        continue;
      }
    }
    result += pattern[at];
  }
  return result;
}

}  // namespace cohoi::text
"""


def write_if_changed(path, content):
    if not path.exists() or path.read_text(encoding="utf-8") != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def main():
    root, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    texts, _, errors = read_all(root)
    for error in errors:
        print(error, file=sys.stderr)
    if errors:
        return 1
    keys = sorted(texts["vi"]) or [""]
    functions = []
    for index, key in enumerate(sorted(texts["vi"])):
        count = len(placeholders(texts["vi"][key]))
        params = ", ".join(f"std::string_view a{n}" for n in range(count))
        args = ", ".join(f"a{n}" for n in range(count))
        body = f"filled({index}, {{{args}}})" if count else f"plain({index})"
        functions.append(f"[[nodiscard]] inline std::string {function_name(key)}({params}) {{ return {body}; }}")
    columns = {
        "keys": run_of(keys),
        "vi": run_of(texts["vi"].get(key, "") for key in keys),
        "en": run_of(texts["en"].get(key, "") for key in keys),
    }
    write_if_changed(out / "text.h", HEADER + "\n".join(functions) + "\n\n}  // namespace cohoi::text\n")
    write_if_changed(out / "text.cpp", SOURCE % {"count": len(keys), **columns})
    return 0


if __name__ == "__main__":
    sys.exit(main())
