"""What the checks share: the project's own files, and one line per check with its problems below."""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEXT_SUFFIXES = {
    "", ".bash", ".c", ".cmake", ".cpp", ".css", ".csv", ".h", ".html", ".ini", ".js", ".json", ".md", ".mjs", ".py",
    ".sh", ".sql", ".svg", ".ts", ".txt", ".webmanifest", ".yml", ".yaml",
}  # fmt: skip


def project_files():
    """Tracked files and new ones not ignored: a check speaks up before the commit."""
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        capture_output=True, check=False,
    )  # fmt: skip
    if listed.returncode == 0:
        names = [name for name in listed.stdout.decode().split("\0") if name]
    else:  # an unpacked archive
        names = [path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.is_file()]
        names = [name for name in names if not name.startswith(("build/", "node_modules/", ".git/"))]
    return sorted(name for name in set(names) if (ROOT / name).is_file())


def text_files():
    return [name for name in project_files() if pathlib.PurePosixPath(name).suffix in TEXT_SUFFIXES]


def read(name):
    return (ROOT / name).read_text(encoding="utf-8", errors="replace")


def without_comments(source):
    """C++ or JS with comments blanked out, string literals and line numbers kept."""
    pattern = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|//[^\n]*|/\*.*?\*/', re.DOTALL)

    def blank(match):
        text = match.group(0)
        return text if text[0] in "\"'" else re.sub(r"[^\n]", " ", text)

    return pattern.sub(blank, source)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def run(checks):
    """checks: [(sentence, [problems])]. Prints them and exits non-zero when there is any problem."""
    failed = 0
    for sentence, problems in checks:
        failed += bool(problems)
        print(f"{'FAIL' if problems else 'ok'}: {sentence}")
        for problem in problems:
            print(f"    {problem}")
    sys.exit(1 if failed else 0)
