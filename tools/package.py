"""Packs a release: content-hashed names, references rewritten, .br and .gz beside each file.

Sources write plain names ("cohoi.js", "fonts/x.ttf", "./sibling.js"); here each becomes its hashed one, so that a server
may call everything but those of FIXED and FOR_PORTALS immutable. In texts, __COHOI_VERSION__ becomes the version, __COHOI_FILES__ the JSON
list of the files that a visit needs, __COHOI_WASM_BYTES__ the size of the program.
"""
import gzip
import hashlib
import json
import pathlib
import posixpath
import re
import shutil
import subprocess
import sys

import inside

ROOT = pathlib.Path(__file__).resolve().parents[1]
NOTICES = "THIRD-PARTY.txt"
FIXED = {"index.html", "sw.js", "manifest.webmanifest", NOTICES}
# For the home screen, where a picture of fixed size is asked for: name, size, whether the system cuts the corners itself.
ICONS = [("icon-192.png", 192, False), ("icon-512.png", 512, False), ("icon-maskable-512.png", 512, True), ("icon-touch-180.png", 180, True)]
# For pages around ours, which link to them by these names.
FOR_PORTALS = {"cohoi-embed.js", "cohoi-embed.d.ts"}
# The deployment's own, beside index.html.
FOREIGN = {"cohoi.config.json"}
# Nothing of these comes with a visit, and nothing is kept offline.
LATER = {NOTICES, *(name for name, _, _ in ICONS)} | FOR_PORTALS | FOREIGN
TEXTS = {".html", ".js", ".css", ".webmanifest", ".svg", ".json", ".txt"}
# What already is compressed gains nothing.
PACKED = {".png", ".woff2", ".ico"}


def shortened(script):
    """A script without comments and long names."""
    terser = ROOT / "node_modules" / "terser" / "bin" / "terser"
    command = ["node", str(terser), str(script), "--module", "--ecma", "2020", "--compress", "--mangle"]
    return subprocess.run(command, check=True, capture_output=True).stdout


def without_comments(style):
    return re.sub(rb"\s+", b" ", re.sub(rb"/\*.*?\*/", b"", style, flags=re.S))


def collect(site):
    """{path on the site: bytes}"""
    files = {"index.html": (ROOT / "shell.html").read_bytes()}
    for path in sorted(site.rglob("*")):
        if path.suffix in {".js", ".wasm", ".ttf"}:
            files[path.relative_to(site).as_posix()] = path.read_bytes()
    for path in sorted((ROOT / "web" / "page").rglob("*")):
        if path.suffix in {".js", ".css", ".svg", ".json"}:
            content = shortened(path) if path.suffix == ".js" else without_comments(path.read_bytes()) if path.suffix == ".css" else path.read_bytes()
            files["page/" + path.relative_to(ROOT / "web" / "page").as_posix()] = content
    for path in sorted((ROOT / "assets" / "site").rglob("*")):
        if path.is_file():
            content = shortened(path) if path.name == "sw.js" else path.read_bytes()
            files[path.relative_to(ROOT / "assets" / "site").as_posix()] = content
    files |= icons(ROOT / "assets" / "site" / "icon.svg", json.loads(files["manifest.webmanifest"])["theme_color"])
    files[NOTICES] = inside.notices(inside.parts()).encode()
    return files


def icons(picture, ground):
    """{name: PNG}: a maskable one has the ground up to its corners."""
    return {
        name: subprocess.run(
            ["rsvg-convert", f"--width={size}", f"--height={size}", *([f"--background-color={ground}"] if full else []), str(picture)],
            check=True, capture_output=True,
        ).stdout
        for name, size, full in ICONS
    }  # fmt: skip


def forms(target, folder):
    """How a file in `folder` may write the path of `target`: from the page's address, or relative to itself."""
    relative = posixpath.relpath(target, folder or ".")
    result = {target, "./" + target}
    result |= {relative} if relative.startswith("..") else {relative, "./" + relative}
    return result


def references(name, text, files):
    """{written form: target} of the files that a text names, in quotes, url() or unquoted attributes."""
    folder, found = posixpath.dirname(name), {}
    for target in files:
        if target == name or target in FIXED | FOR_PORTALS:
            continue
        for form in forms(target, folder):
            if re.search(rf"""(?<=["'`(=]){re.escape(form)}(?=["'`)\s>?#])""", text):
                found[form] = target
    return found


def rewrite(text, found, renamed):
    for form, target in sorted(found.items(), key=lambda item: -len(item[0])):
        new = form[: len(form) - len(posixpath.basename(form))] + posixpath.basename(renamed[target])
        text = re.sub(rf"""(?<=["'`(=]){re.escape(form)}(?=["'`)\s>?#])""", lambda _: new, text)
    return text


def hashed(name, content):
    stem, suffix = posixpath.splitext(name)
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:10]}{suffix}"


def pack(files):
    """{final path: bytes}: the files that name nobody first, then those whose references all have their final names."""
    wasm = str(len(files.get("cohoi.wasm", b"")))
    texts = {n: c.decode("utf-8").replace("__COHOI_WASM_BYTES__", wasm) for n, c in files.items()
             if posixpath.splitext(n)[1] in TEXTS}  # fmt: skip
    needs = {name: references(name, text, files) for name, text in texts.items()}
    renamed, result = {}, {}
    waiting = sorted(name for name in files if name not in FIXED | FOR_PORTALS)
    while waiting:
        ready = [name for name in waiting if all(target in renamed for target in needs.get(name, {}).values())]
        if not ready:
            sys.exit(f"files that name each other cannot be hashed: {', '.join(waiting)}")
        for name in ready:
            content = rewrite(texts[name], needs[name], renamed).encode() if name in texts else files[name]
            renamed[name] = hashed(name, content)
            result[renamed[name]] = content
            waiting.remove(name)
    fixed = b"".join(files[name] for name in sorted(FIXED & files.keys()))
    version = hashlib.sha256("".join(sorted(result)).encode() + fixed).hexdigest()[:10]
    needed = [renamed.get(name, name) for name in files if name not in LATER and name != "sw.js"]
    every = json.dumps(sorted(needed))
    for name in sorted(FIXED & files.keys()):
        text = rewrite(texts[name], needs[name], renamed)
        result[name] = text.replace("__COHOI_VERSION__", version).replace("__COHOI_FILES__", every).encode()
    return result | {name: files[name] for name in FOR_PORTALS & files.keys()}


def compress(path):
    # Zopfli writes the same format 4 % smaller; without it the site still works.
    if shutil.which("zopfli"):
        packed = subprocess.run(["zopfli", "-c", str(path)], check=True, capture_output=True).stdout
    else:
        packed = gzip.compress(path.read_bytes(), 9, mtime=0)
    path.with_name(path.name + ".gz").write_bytes(packed)
    subprocess.run(["node", str(pathlib.Path(__file__).with_name("squeeze.mjs")), str(path)], check=True)


def main():
    site, dist = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    result = pack(collect(site))
    dist.mkdir(parents=True, exist_ok=True)
    keep = {dist / name for name in FOREIGN}
    for name, content in result.items():
        path = dist / name
        keep |= {path, path.with_name(path.name + ".br"), path.with_name(path.name + ".gz")}
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)
            if path.suffix not in PACKED:
                compress(path)
    for path in sorted(dist.rglob("*"), reverse=True):
        if path.is_file() and path not in keep:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    print(f"packed {len(result)} files into {dist}")


if __name__ == "__main__":
    main()
