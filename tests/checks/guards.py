"""Proves that the checks and the packaging bite: each is shown a wrong case and must say so."""
import pathlib
import sys
import tempfile

import common
import layers
import rules

sys.path.insert(0, str(common.ROOT / "assets" / "strings"))
sys.path.insert(0, str(common.ROOT / "tools"))
import gen_strings  # noqa: E402
import package  # noqa: E402


def expect(*pairs):
    return [f"expected {wanted!r}, got {got!r}" for got, wanted in pairs if got != wanted]


def layers_bite():
    def count(name, text):
        return len(layers.include_problems(name, text))

    return expect(
        (count("core/domain/lead.cpp", '#include "core/base/money.h"\n#include <string>\n'), 0),
        (count("core/domain/lead.cpp", '#include "core/store/database.h"\n'), 1),
        (count("core/domain/lead.cpp", '#include "core/base/clock.h"\n'), 1),
        (count("core/domain/lead.cpp", "#include <sqlite3.h>\n"), 1),
        (count("core/domain/lead.cpp", '// #include "core/store/database.h"\n'), 0),
        (count("core/app/session.cpp", "#include <imgui.h>\n"), 1),
        (count("web/views/lead_view.cpp", '#include "core/store/database.h"\n'), 1),
        (count("web/ui/theme.cpp", '#include "web/views/intent.h"\n'), 1),
        (count("web/ui/theme.cpp", '#include "theme.h"\n'), 1),
        (count("web/main.cpp", '#include "web/platform/mirror.h"\n#include <emscripten.h>\n'), 0),
    )


def machine_paths_bite():
    def found(text):
        return bool(layers.MACHINE.search(text))

    return expect(
        (found('cd "/wo' + 'rk/main"'), True),
        (found("/ho" + "me/ann/x"), True),
        (found("see core/work/x"), False),
        (found('mount("/home/web_user")'), False),
    )


def rule_names_are_read():
    text = 'TEST_CASE("C-5 accepts: x") TEST_CASE("C-5, C-6 refuses: y") TEST_CASE("about P-1 refuses: z")'
    found = rules.cases([text])
    return expect((found["accepts"], {"C-5"}), (found["refuses"], {"C-5", "C-6"}))


def string_errors(vi, en):
    with tempfile.TemporaryDirectory() as folder:
        for language, text in (("vi", vi), ("en", en)):
            path = pathlib.Path(folder) / language / "a.ini"
            path.parent.mkdir()
            path.write_text(text, encoding="utf-8")
        return len(gen_strings.read_all(pathlib.Path(folder))[2])


def strings_bite():
    return expect(
        (string_errors("a.b = một {0}", "a.b = one {0}"), 0),
        (string_errors("a.b = một {0}", "a.b = one"), 1),
        (string_errors("a.b = một {1}", "a.b = one {1}"), 1),
        (string_errors("a.b = một\na.b = hai", "a.b = one"), 1),
        (string_errors("a.b = một", "a.c = one"), 2),
        (string_errors("a.b = một\na_b = hai", "a.b = one\na_b = two"), 1),
        (string_errors("a.b =", "a.b = one"), 2),
        (string_errors("A.b = một", "a.b = one"), 2),
    )


def packing_keeps_references():
    files = {
        "index.html": b'<script src="page/boot.js"></script> __COHOI_VERSION__',
        "page/boot.js": b"import create from '../cohoi.js'; import { say } from './say.js'; f('fonts/a.ttf')",
        "page/say.js": b"export const say = 'boot.json';",
        "cohoi.js": b'new URL("cohoi.wasm",import.meta.url)',
        "cohoi.wasm": b"wasm",
        "fonts/a.ttf": b"font",
        "sw.js": b"const files = __COHOI_FILES__;",
        "cohoi-embed.js": b"export const page = 'page/boot.js';",
    }
    packed = package.pack(files)
    names = {name.split(".")[0]: name for name in packed if name not in ("index.html", "sw.js", "cohoi-embed.js")}
    boot = packed[names["page/boot"]].decode()
    wasm = next(name for name in packed if name.endswith(".wasm"))
    module = next(name for name in packed if name.startswith("cohoi.") and name.endswith(".js"))
    other = package.pack({**files, "cohoi.wasm": b"changed"})
    return expect(
        (names["page/boot"] in packed["index.html"].decode(), True),
        (f"'../{module}'" in boot and f"'./{names['page/say'][5:]}'" in boot and f"'{names['fonts/a']}'" in boot, True),
        (wasm in packed[module].decode(), True),
        (b"boot.json" in packed[names["page/say"]], True),
        (b"__COHOI" in packed["index.html"] + packed["sw.js"], False),
        (all(name.encode() in packed["sw.js"] for name in packed if name not in ("sw.js", "cohoi-embed.js")), True),
        # What portals link to keeps its name and its text, and is no part of a visit.
        (packed["cohoi-embed.js"] == files["cohoi-embed.js"] and b"cohoi-embed" not in packed["sw.js"], True),
        # A changed program renames whatever names it, up to the page.
        (names["page/boot"] in other or module in other, False),
    )


if __name__ == "__main__":
    common.run([
        ("the layer check refuses wrong includes", layers_bite()),
        ("the check of machine paths refuses them", machine_paths_bite()),
        ("the rule check reads the names of tests", rule_names_are_read()),
        ("the texts refuse disagreement", strings_bite()),
        ("packing renames files and every reference to them", packing_keeps_references()),
    ])  # fmt: skip
