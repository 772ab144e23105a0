"""Builds and runs the tests step by step, goes on after a failure, and adds everything up in one last line."""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
CHECKS = ("layers", "strings", "rules", "guards")


class Tally:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0
        self.broken = []

    def add(self, step, passed, failed, skipped=0):
        self.passed += passed
        self.failed += failed
        self.skipped += skipped
        if failed:
            self.broken.append(f"{step} ({failed})")


def run(command, env=None):
    """Runs with its output passed on; returns (exit code, output)."""
    process = subprocess.Popen(
        [str(part) for part in command], cwd=ROOT, env={**os.environ, **(env or {})},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
    )  # fmt: skip
    lines = []
    for line in process.stdout:
        sys.stdout.write(line)
        lines.append(line)
    sys.stdout.flush()
    return process.wait(), "".join(lines)


def head(title):
    print(f"\n=== {title}", flush=True)


def build(tally, preset, *targets):
    head(f"build {preset}")
    log = ROOT / "build" / f"{preset}.log"
    log.parent.mkdir(exist_ok=True)
    with log.open("w", encoding="utf-8") as out:
        for command in (
            None if (ROOT / "build" / preset / "build.ninja").exists() else ["cmake", "--preset", preset],
            ["cmake", "--build", "--preset", preset, *(["--target", *targets] if targets else [])],
        ):
            if command and subprocess.run(command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT).returncode:
                out.flush()
                text = log.read_text(encoding="utf-8", errors="replace")
                first = text.find("FAILED:")
                print(text[first:][:8000] if first >= 0 else text[-4000:])
                tally.add(f"build {preset}", 0, 1)
                return False
    return True


def doctest(tally, step, command, env, count_skipped):
    head(step)
    code, output = run(command, env)
    found = re.search(r"test cases:\s*(\d+)\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed\s*\|\s*(\d+) skipped", output)
    if not found:  # crashed, or a sanitizer stopped it
        tally.add(step, 0, 1)
        return
    _, passed, failed, skipped = map(int, found.groups())
    if code and not failed:
        failed = 1
    tally.add(step, passed, failed, skipped if count_skipped else 0)


def node_tests(tally, step, files, env):
    if not files:
        return
    head(step)
    report = ROOT / "build" / "node-tests.tap"
    report.unlink(missing_ok=True)
    code, _ = run([
        "node", "--test", "--test-reporter=spec", "--test-reporter-destination=stdout",
        "--test-reporter=tap", f"--test-reporter-destination={report}", *files,
    ], env)  # fmt: skip
    text = report.read_text(encoding="utf-8") if report.exists() else ""
    # The totals are the last comments of the report; a test's own output may hold the same words before them.
    counts = {name: int(number) for name, number in re.findall(r"^# (pass|fail|cancelled|skipped|todo) (\d+)$", text, re.M)}
    failed = counts.get("fail", 0) + counts.get("cancelled", 0)
    tally.add(step, counts.get("pass", 0), failed or (1 if code else 0), counts.get("skipped", 0))


def checks(tally):
    head("checks")
    for name in CHECKS:
        code, output = run([sys.executable, f"tests/checks/{name}.py"])
        failed = len(re.findall(r"^FAIL:", output, re.M))
        tally.add(f"check {name}", len(re.findall(r"^ok:", output, re.M)), failed or (1 if code else 0))


def release(tally):
    """Packs what web-release built; one check that it packs, one that it is small enough."""
    head("release")
    code, _ = run([sys.executable, "tools/package.py", "build/web-release/site", "build/dist"])
    tally.add("packaging", int(code == 0), int(code != 0))
    if code == 0:
        code, _ = run([sys.executable, "tools/size.py", "build/dist"])
        tally.add("size", int(code == 0), int(code != 0))
        return True
    return False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--data", type=pathlib.Path)
    options = parser.parse_args()
    env = {
        "ASAN_OPTIONS": "strict_string_checks=1:detect_stack_use_after_return=1",
        "UBSAN_OPTIONS": "print_stacktrace=1:halt_on_error=1",
    }
    if options.data:
        if not options.data.is_dir():
            parser.error(f"{options.data} is no folder")
        env["COHOI_DATA"] = str(options.data.resolve())
    else:
        os.environ.pop("COHOI_DATA", None)
    without_data = [] if options.data else ["--test-case-exclude=data:*"]

    tally, started = Tally(), time.monotonic()
    checks(tally)
    native = "dev" if options.quick else "asan"
    if build(tally, native, "cohoi_tests"):
        doctest(tally, f"native tests ({native})", [f"build/{native}/cohoi_tests", "--no-colors", *without_data], env, True)
    node_tests(tally, "page tests", sorted((ROOT / "tests" / "web").rglob("*.test.mjs")), env)
    if not options.quick:
        if build(tally, "web-release"):
            # The data sets are read natively; a wasm under node sees no files.
            command = ["node", "build/web-release/cohoi_tests.cjs", "--no-colors", "--test-case-exclude=data:*"]
            doctest(tally, "wasm tests", command, env, False)
            if release(tally):
                node_tests(tally, "browser tests", sorted((ROOT / "tests" / "e2e").glob("*.test.mjs")), env)
    print(f"\n{time.monotonic() - started:.0f} s" + (f"; failed: {', '.join(tally.broken)}" if tally.broken else ""))
    print(f"{tally.passed} passed, {tally.failed} failed, {tally.skipped} skipped", flush=True)
    return 1 if tally.failed else 0


if __name__ == "__main__":
    sys.exit(main())
