"""What of others is inside the product: versions read from the very sources that are compiled, licences with their texts."""
import json
import pathlib
import re
import shutil
import sys
import typing

ROOT = pathlib.Path(__file__).resolve().parents[1]
IMGUI, MODULES, HEADERS = ROOT / "build" / "deps" / "imgui", ROOT / "node_modules", ROOT / "build" / "deps" / "include"
DOC = pathlib.Path("/usr/share/doc")


class Part(typing.NamedTuple):
    name: str
    version: str
    licence: str  # an SPDX expression
    source: str  # a package URL
    does: str
    text: str


def read(*candidates):
    """The first of these files that is there."""
    for path in candidates:
        if path.exists():
            return path.read_text(encoding="utf-8", errors="replace")
    sys.exit(f"not there: {' or '.join(map(str, candidates))} (tools/setup gets it)")


def found(pattern, text):
    match = re.search(pattern, text, re.DOTALL | re.MULTILINE)
    if not match:
        sys.exit(f"nothing here reads like {pattern}: tools/inside.py has to learn the new form")
    return ".".join(match.groups()).strip()


def of_debian(package, first_line):
    """One licence out of a Debian copyright file, as running text."""
    # The licences' own paragraphs stand at the end; a paragraph about files may only name them.
    text = read(DOC / package / "copyright") + "\n\n"
    alone = re.search(rf"\n\n({re.escape(first_line)}\n.*?)\n\n", text, re.DOTALL)
    paragraph = alone.group(1) if alone else found(rf"^({re.escape(first_line)}\n.*?)\n\n", text)
    return "\n".join("" if line == " ." else line.removeprefix(" ") for line in paragraph.splitlines())


def npm_version(package):
    return json.loads(read(MODULES / package / "package.json"))["version"]


def emscripten():
    """The folder of the compiler's own libraries, which become part of the program."""
    for folder in (pathlib.Path(shutil.which("emcc") or "emcc").resolve().parent, pathlib.Path("/usr/share/emscripten")):
        if (folder / "emscripten-version.txt").exists():
            return folder
    sys.exit("emcc is not there: tools/setup gets it")


def defined(names, header):
    return ".".join(found(rf"#define\s+{name}\s+(\S+)", header).strip('"') for name in names)


def parts():
    sqlite, emcc = MODULES / "better-sqlite3" / "deps" / "sqlite3", emscripten()
    truetype = read(IMGUI / "imstb_truetype.h")
    libraries = emcc / "system" / "lib"
    emcc_version = read(emcc / "emscripten-version.txt").strip().strip('"')
    libcxx = found(r"_LIBCPP_VERSION (\d\d)", read(libraries / "libcxx" / "include" / "__config"))  # 13000 and 170006
    allocator = read(libraries / "dlmalloc.c")
    emcc_text, llvm_text = emcc / "LICENSE", libraries / "libcxx" / "LICENSE.TXT"
    fonts = "@expo-google-fonts/be-vietnam-pro"
    imgui_version = defined(["IMGUI_VERSION"], read(IMGUI / "imgui.h"))
    json_version = defined([f"RAPIDJSON_{n}_VERSION" for n in ("MAJOR", "MINOR", "PATCH")], read(HEADERS / "rapidjson" / "rapidjson.h"))
    tl_version = defined([f"TL_EXPECTED_VERSION_{n}" for n in ("MAJOR", "MINOR", "PATCH")], read(HEADERS / "tl" / "expected.hpp"))
    sqlite_version = defined(["SQLITE_VERSION"], read(sqlite / "sqlite3.h"))
    musl_version = read(libraries / "libc" / "musl" / "VERSION").strip()
    return [
        Part("SQLite", sqlite_version, "blessing", f"pkg:npm/better-sqlite3@{npm_version('better-sqlite3')}#deps/sqlite3",
             "keeps the data", re.sub(r"^\*\* ?", "", found(r"(\*\* The author disclaims.*?you give\.)", read(sqlite / "sqlite3.c")), flags=re.M)),
        Part("Dear ImGui", imgui_version, "MIT", f"pkg:github/ocornut/imgui@v{imgui_version}", "draws the screen", read(IMGUI / "LICENSE.txt")),
        Part("stb_truetype, stb_rect_pack, stb_textedit", found(r"stb_truetype\.h - v(\S+)", truetype), "MIT OR Unlicense",
             f"pkg:github/ocornut/imgui@v{imgui_version}", "draw letters; inside Dear ImGui",
             found(r"(This software is available under 2 licenses.*?)\*/", truetype)),
        Part("RapidJSON", json_version, "MIT", f"pkg:deb/debian/rapidjson-dev@{json_version}", "reads and writes JSON",
             of_debian("rapidjson-dev", "Files: *")),
        Part("tl::expected", tl_version, "CC0-1.0", f"pkg:deb/debian/libexpected-dev@{tl_version}", "carries errors",
             of_debian("libexpected-dev", "License: CC0-1.0")),
        Part("Emscripten", emcc_version, "MIT OR NCSA", f"pkg:github/emscripten-core/emscripten@{emcc_version}",
             "joins the program to the browser", read(emcc_text) if emcc_text.exists() else
             "\n\n".join(of_debian("emscripten", part) for part in ("Files:\n *", "License: Expat"))),
        Part("musl", musl_version, "MIT", f"pkg:generic/musl@{musl_version}", "the C library", read(libraries / "libc" / "musl" / "COPYRIGHT")),
        Part("dlmalloc", found(r"[Vv]ersion (\d\.\d\.\d)", allocator), "CC0-1.0", f"pkg:github/emscripten-core/emscripten@{emcc_version}",
             "gives out memory", found(r"(This is a version \(aka dlmalloc\).*?publicdomain/zero/1\.0/?)", allocator)),
        Part("libc++, libc++abi, compiler-rt", libcxx, "Apache-2.0 WITH LLVM-exception", "pkg:github/llvm/llvm-project",
             "the C++ library", read(llvm_text) if llvm_text.exists() else of_debian("emscripten", "License: Apache-2.0 with LLVM exception")),
        Part("Be Vietnam Pro", npm_version(fonts), "OFL-1.1", f"pkg:npm/%40expo-google-fonts/be-vietnam-pro@{npm_version(fonts)}",
             "the typeface, cut down to the letters in use, its figures of one width", read(MODULES / fonts / "LICENSE_FONT")),
        Part("Lucide", npm_version("lucide-static"), "ISC AND MIT", f"pkg:npm/lucide-static@{npm_version('lucide-static')}",
             "the icons, cut down to those in use", read(MODULES / "lucide-static" / "LICENSE")),
    ]  # fmt: skip


def notices(inside):
    """THIRD-PARTY.txt: who made what is inside, and on what terms."""
    line = "-" * 80
    head = ["Cohoi contains work of others. Thank you.", ""]
    head += [f"* {part.name} {part.version}: {part.does} ({part.licence})" for part in inside]
    texts = [f"{line}\n{part.name} {part.version} ({part.licence})\n\n{part.text.strip()}\n" for part in inside]
    return "\n".join(head) + "\n\n" + "\n".join(texts)


def sbom(inside, name, version, moment):
    """CycloneDX 1.5, without anything that changes from run to run."""
    return {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": {"timestamp": moment, "component": {"type": "application", "name": name, "version": version, "bom-ref": name}},
        "components": [
            {"type": "library", "name": part.name, "version": part.version, "description": part.does, "purl": part.source,
             "bom-ref": part.name, "licenses": [{"expression": part.licence}]} for part in inside
        ],
        "dependencies": [{"ref": name, "dependsOn": [part.name for part in inside]}],
    }  # fmt: skip


if __name__ == "__main__":
    for part in parts():
        print(f"{part.name:45} {part.version:10} {part.licence}")
