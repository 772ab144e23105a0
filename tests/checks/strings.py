"""Checks the texts: both languages agree, every key is used and every used key exists, Vietnamese reads as it should."""
import re
import sys
import unicodedata

import common

sys.path.insert(0, str(common.ROOT / "assets" / "strings"))
import gen_strings  # noqa: E402  (the path comes first)

# Wrong words of other products (DOMAIN, "Words"); they never stand on screen.
FORBIDDEN = ["chì", "chỉ dẫn", "trưởng nhóm", "tài khoản", "trình độ chuyên môn", "thùng rác"]
SAME = common.ROOT / "assets" / "strings" / "same.txt"
LITERAL = re.compile(r'"((?:\\.|[^"\\\n])*)"')
HELPERS = {"lookup", "fill", "set_language", "language"}


def used_literals():
    """({literal: place}, {prefix}, {function: place}): a literal ending in a dot is the head of a family of keys."""
    literals, functions = {}, {}
    for name in common.text_files():
        if name.startswith(("core/", "web/")) and name.endswith((".h", ".cpp", ".js")) or name == "shell.html":
            text = common.without_comments(common.read(name))
            for match in LITERAL.finditer(text):
                literals.setdefault(match.group(1), f"{name}:{common.line_of(text, match.start())}")
            for match in re.finditer(r"(?<![\w:])(?:cohoi::)?text::(\w+)\s*[(;,)}]", text):
                functions.setdefault(match.group(1), f"{name}:{common.line_of(text, match.start())}")
    heads = {literal for literal in literals if re.fullmatch(r"[a-z][a-z0-9_.]*\.", literal)}
    return literals, heads, functions


def check_used(texts, literals, heads, functions):
    unused = []
    for key in texts["vi"]:
        if key in literals or gen_strings.function_name(key) in functions:
            continue
        if any(key.startswith(head) for head in heads):
            continue
        unused.append(key)
    return sorted(unused)


def check_exist(texts, literals, functions):
    problems, keys = [], set(texts["vi"])
    names = {gen_strings.function_name(key) for key in keys} | HELPERS
    for name in common.text_files():
        if name.startswith(("core/", "web/")) and name.endswith((".h", ".cpp")):
            text = common.without_comments(common.read(name))
            for match in re.finditer(r'\bmsg\(\s*"([^"]*)"(\s*\+)?', text):
                if match.group(1) not in keys and not match.group(2):
                    problems.append(f"{name}:{common.line_of(text, match.start())}: no text for {match.group(1)}")
    declared = set()
    for header in ("web/ui/text.h", "core/base/text.h"):
        if (common.ROOT / header).exists():
            declared |= set(re.findall(r"\b(\w+)\s*\(", common.read(header)))
    for function, place in functions.items():
        if place.startswith("web/") and function not in names and function not in declared:
            problems.append(f"{place}: there is no text::{function}")
    return problems


def check_translated(texts):
    same = set()
    if SAME.exists():
        same = {line.strip() for line in SAME.read_text(encoding="utf-8").splitlines() if not line.startswith("#")} - {""}
    problems = []
    for key, text in texts["vi"].items():
        letters = re.sub(r"\{\d\}|[\W\d_]", "", text)
        if letters and text == texts["en"].get(key) and key not in same:
            problems.append(f"{key} = {text} (the same in both; if it should be, list it in assets/strings/same.txt)")
    problems += [f"same.txt lists {key}, which differs or is gone" for key in sorted(same)
                 if key not in texts["vi"] or texts["vi"][key] != texts["en"].get(key)]  # fmt: skip
    return problems


def check_words(texts):
    problems = []
    for key, text in texts["vi"].items():
        folded = text.lower()
        problems += [f"{key} = {text} (never say “{word}”)" for word in FORBIDDEN if re.search(rf"\b{word}\b", folded)]
    for language, table in texts.items():
        problems += [f"{language} {key}: not NFC" for key, text in table.items() if unicodedata.normalize("NFC", text) != text]
    return problems


if __name__ == "__main__":
    texts, _, errors = gen_strings.read_all(common.ROOT / "assets" / "strings")
    literals, heads, functions = used_literals()
    common.run([
        ("both languages have the same keys and placeholders", errors),
        ("every used key has a text", check_exist(texts, literals, functions)),
        ("every text is used", check_used(texts, literals, heads, functions)),
        ("Vietnamese differs from English", check_translated(texts)),
        ("Vietnamese uses the product's words, in NFC", check_words(texts)),
    ])  # fmt: skip
