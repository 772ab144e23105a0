"""Every rule of the domain has a test where it accepts and a test where it refuses, named by its id:
TEST_CASE("C-5 accepts: an empty field is filled") and TEST_CASE("C-5 refuses: …"); several ids: "C-5, C-6 refuses: …".
"""
import re

import common

RULES = ["L-1", "L-2"] + [f"C-{n}" for n in range(15)] + [f"P-{n}" for n in range(1, 9)]
CASE = re.compile(r'(?:TEST_CASE|SCENARIO|TEST_CASE_FIXTURE)\s*\((?:[^"()]*,)?\s*"((?:[A-Z]-\d+[,\s/and]*)+) (accepts|refuses):')


def cases(texts):
    found = {"accepts": set(), "refuses": set()}
    for text in texts:
        for match in CASE.finditer(text):
            found[match.group(2)].update(re.findall(r"[A-Z]-\d+", match.group(1)))
    return found


if __name__ == "__main__":
    names = [name for name in common.text_files() if name.startswith("tests/") and name.endswith(".cpp")]
    found = cases(common.read(name) for name in names)
    common.run([
        (f"every rule has a test that it {verb.rstrip('s')}s", [rule for rule in RULES if rule not in found[verb]])
        for verb in ("accepts", "refuses")
    ])  # fmt: skip
