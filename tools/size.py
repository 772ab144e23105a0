"""Sums the compressed files of a packaged release that come with the first visit."""
import pathlib
import sys

from package import LATER

BUDGETS = {".br": 900_000, ".gz": 1_100_000}


def comes_later(path):
    name = path.name.split(".")
    return path.name in LATER or ".".join([name[0], name[-1]]) in LATER


def main():
    dist = pathlib.Path(sys.argv[1])
    files = sorted(p for p in dist.rglob("*") if p.is_file() and p.suffix not in BUDGETS and not comes_later(p))
    if not files:
        sys.exit(f"{dist} is empty: run tools/build")
    totals = dict.fromkeys(BUDGETS, 0)
    print(f"{'raw':>10} {'brotli':>10} {'gzip':>10}")
    for path in files:
        row = [path.stat().st_size]
        for suffix in BUDGETS:
            packed = path.with_name(path.name + suffix)
            row.append(packed.stat().st_size if packed.exists() else row[0])
            totals[suffix] += row[-1]
        print("".join(f"{n:>10,} " for n in row) + path.relative_to(dist).as_posix())
    over = False
    for suffix, budget in BUDGETS.items():
        name = {".br": "brotli", ".gz": "gzip"}[suffix]
        over |= totals[suffix] > budget
        print(f"first visit, {name}: {totals[suffix]:,} of {budget:,} bytes")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
