"""Checks the tree: layers by #include, JS kept out of C++, file sizes, listed sources, no traces of a machine."""
import pathlib
import re

import common

# Each folder may include from itself and from the folders above it in this list.
LAYERS = [
    "core/base", "core/domain", "core/store", "core/app", "web/ui", "web/views", "web/shell", "web/platform", "web",
]  # fmt: skip
# What a layer must not know although it stands further left.
FORBIDDEN = {
    "core/domain": {"core/base/clock.h": "the domain knows no clock; a day is handed in"},
    "web/ui": {"core/store/": "drawing never touches the store", "core/app/session": "the ui knows no session"},
    "web/views": {"core/store/": "a view never queries"},
}
# Outside headers and who alone may include them.
OUTSIDE = [
    (re.compile(r"^sqlite3(ext)?\.h$"), ("core/store",)),
    (re.compile(r"^(imgui|imstb)\w*\.h$"), ("web/ui", "web/views", "web/shell", "web/platform", "web")),
    (re.compile(r"^(emscripten|GLES)"), ("web/platform", "web")),
    (re.compile(r"^utf8proc\.h$"), ("core/base",)),
    (re.compile(r"^nlohmann/"), ()),  # in tests only
    (re.compile(r"^rapidjson/"), ("core/store",)),
    (re.compile(r"^generated/"), ("web/ui", "web/views", "web/shell", "web/platform", "web")),
]
MAX_LINES = 400
LONG_REASON = "over 400 lines because"
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
# A test may fall back to the temporary folder of POSIX itself.
MACHINE = re.compile(r"(?<![\w./-])/(?:home/(?!web_user\b)[\w.-]+|tmp/(?!cohoi)[\w.-]+|(?:work|root|Users)(?:/[\w.-]+|\b(?=[\"'\s])))")


def layer_of(name):
    for layer in LAYERS:
        if name.startswith(layer + "/"):
            return layer
    return None


def sources():
    return [n for n in common.text_files() if n.endswith((".h", ".cpp")) and n.startswith(("core/", "web/"))]


def include_problems(name, text):
    """What is wrong with the #includes of the file `name`."""
    layer, problems = layer_of(name), []
    if layer is None:
        return [f"{name} stands in no layer"]
    for match in INCLUDE.finditer(common.without_comments(text)):
        target, place = match.group(2), f"{name}:{common.line_of(text, match.start())}"
        other = layer_of(target)
        if other is None:
            for pattern, allowed in OUTSIDE:
                if pattern.match(target) and layer not in allowed:
                    problems.append(f"{place}: {layer} may not include {target}")
            if match.group(1) == '"' and "/" not in target:
                problems.append(f"{place}: write the path from the root: {target}")
            continue
        if LAYERS.index(other) > LAYERS.index(layer) and target != "web/imconfig.h":
            problems.append(f"{place}: {layer} may not include {target}")
        for prefix, reason in FORBIDDEN.get(layer, {}).items():
            if target.startswith(prefix):
                problems.append(f"{place}: {target}: {reason}")
    return problems


def check_layers():
    return [problem for name in sources() for problem in include_problems(name, common.read(name))]


def check_no_js_in_cpp():
    found = []
    for name in sources():
        text = common.without_comments(common.read(name))
        for match in re.finditer(r"\b(MAIN_THREAD_)?(EM_ASM\w*|EM_JS\w*|emscripten_run_script\w*)\b", text):
            found.append(f"{name}:{common.line_of(text, match.start())}: {match.group(0)}")
    return found


def check_signatures():
    """A js-library function that C++ calls says its types, or a wrong call shows only in the browser."""
    problems = []
    for name in common.text_files():
        if name.startswith("web/js/") and name.endswith(".js"):
            text = common.without_comments(common.read(name))
            for match in re.finditer(r"^  (?!\$)(\w+)(?::\s*(?:async )?function\b|\s*\()", text, re.MULTILINE):
                if not re.search(rf"\b{match.group(1)}__sig\b", text):
                    problems.append(f"{name}:{common.line_of(text, match.start())}: no {match.group(1)}__sig")
    return problems


def check_sizes():
    problems = []
    for name in common.text_files():
        if name.endswith((".h", ".cpp", ".js", ".mjs", ".py", ".html", ".css")):
            text = common.read(name)
            lines = text.count("\n")
            if lines > MAX_LINES and LONG_REASON not in "\n".join(text.split("\n")[:12]):
                problems.append(f"{name}: {lines} lines; split it, or say `{LONG_REASON} …` in its first comment")
    return problems


def check_listed():
    """Source lists are explicit, so a file can be forgotten: a test that never runs looks green."""
    problems = []
    listings = {}
    for name in common.text_files():
        if name.endswith("CMakeLists.txt") or name.startswith("tools/cmake/"):
            listings[name] = common.read(name)
    for name in common.text_files():
        if not name.endswith(".cpp") or name.startswith(("tests/fuzz/", "tests/bench/")):
            continue
        folder = pathlib.PurePosixPath(name).parent
        base = pathlib.PurePosixPath(name).name
        if not any(
            re.search(rf"(?<![\w-]){re.escape(base)}(?![\w])", text)
            for listing, text in listings.items()
            if folder.is_relative_to(pathlib.PurePosixPath(listing).parent) or listing.startswith("tools/cmake/")
        ):
            problems.append(f"{name} is in no CMakeLists.txt")
    for listing, text in listings.items():
        if listing == "CMakeLists.txt" or listing.startswith("tools/"):
            continue
        folder = pathlib.PurePosixPath(listing).parent
        for match in re.finditer(r"(?<![\w./$}{-])([\w/-]+\.cpp)\b", re.sub(r"#[^\n]*", "", text)):
            if not (common.ROOT / folder / match.group(1)).exists():
                problems.append(f"{listing} lists {match.group(1)}, which is not there")
    return problems


def check_icons():
    """Each icon is a few hundred bytes of every first visit."""
    drawn = set()
    for name in (name for name in common.text_files() if name.endswith((".h", ".cpp"))):
        drawn |= set(re.findall(r"\bicon::(\w+)", common.read(name)))
    names = [line.strip() for line in common.read("assets/icons.txt").splitlines()]
    return [name for name in names if name and not name.startswith("#") and name.replace("-", "_") not in drawn]


def check_clean():
    problems = []
    for name in common.text_files():
        if name == "tests/checks/layers.py":
            continue
        text = common.read(name)
        for match in MACHINE.finditer(text):
            problems.append(f"{name}:{common.line_of(text, match.start())}: a path of a machine: {match.group(0)}")
        if not name.endswith((".json", ".md")):
            for match in re.finditer(r"\b(TODO|FIXME|XXX)\b", text):
                problems.append(f"{name}:{common.line_of(text, match.start())}: {match.group(0)}")
        if name == "package-lock.json" and '"resolved"' in text:
            problems.append(f"{name} names a registry host: run npm with the project's .npmrc")
    return problems


if __name__ == "__main__":
    common.run([
        ("each layer includes only what stands left of it", check_layers()),
        ("no JS inside C++", check_no_js_in_cpp()),
        ("every function of web/js says its signature", check_signatures()),
        (f"no file over {MAX_LINES} lines without a reason", check_sizes()),
        ("every source is in a CMakeLists.txt", check_listed()),
        ("every icon of assets/icons.txt is drawn", check_icons()),
        ("no path of a machine, no registry host, no note to self", check_clean()),
    ])  # fmt: skip
