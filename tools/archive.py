"""Packs build/dist into one archive: the site, configurations of web servers, what is inside (CycloneDX), checksums.

Names are sorted, owners 0, and every time is that of the commit: the same sources give the same bytes. A fixed time would not
do: servers tell versions of a file by time and size, and index.html of every version has the same size.
"""
import datetime
import gzip
import hashlib
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tarfile

import inside

ROOT = pathlib.Path(__file__).resolve().parents[1]


def moment():
    """Seconds of the commit; SOURCE_DATE_EPOCH where there is no history or another time is wanted."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return int(os.environ["SOURCE_DATE_EPOCH"])
    told = subprocess.run(["git", "-C", str(ROOT), "log", "-1", "--format=%ct"], capture_output=True, text=True, check=False)
    if told.returncode:
        sys.exit("no git history: set SOURCE_DATE_EPOCH to the seconds of this version")
    return int(told.stdout)


def collect(dist, name, version, seconds):
    """{path in the archive: bytes}"""
    when = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    files = {}
    for folder, place in ((dist, "site"), (ROOT / "tools" / "hosting", "hosting")):
        for path in folder.rglob("*"):
            if path.is_file():
                files[f"{place}/{path.relative_to(folder).as_posix()}"] = path.read_bytes()
    files["sbom.cdx.json"] = (json.dumps(inside.sbom(inside.parts(), name, version, when), indent=2) + "\n").encode()
    sums = "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
    files["SHA256SUMS"] = sums.encode()
    return files


def tar(files, top, seconds):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for path in sorted(files):
            entry = tarfile.TarInfo(f"{top}/{path}")
            entry.size, entry.mtime, entry.mode = len(files[path]), seconds, 0o644
            archive.addfile(entry, io.BytesIO(files[path]))
    return out.getvalue()


def main():
    dist, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    if not (dist / "index.html").exists():
        sys.exit(f"{dist} is empty: run tools/build")
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    build = re.search(r'data-version="(\w+)"', (dist / "index.html").read_text(encoding="utf-8")).group(1)
    seconds, version = moment(), f"{package['version']}+{build}"
    top = f"{package['name']}-{package['version']}-{build}"
    files = collect(dist, package["name"], version, seconds)
    target.mkdir(parents=True, exist_ok=True)
    archive = target / f"{top}.tar.gz"
    archive.write_bytes(gzip.compress(tar(files, top, seconds), 9, mtime=0))
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    archive.with_name(archive.name + ".sha256").write_text(f"{digest}  {archive.name}\n", encoding="utf-8")
    print(f"{archive}: {len(files)} files, {archive.stat().st_size:,} bytes, sha256 {digest}")


if __name__ == "__main__":
    main()
