#!/usr/bin/env python3
"""Ingest beside OCRmyPDF and bare Tesseract: the same pages, one run, CPU time of all processes.

    bench/ingest.py [--scans DIR] [--samples DIR] [--most PAGES]

Prints pages per CPU minute of each, the ratios, our share outside Tesseract, and character errors where the text is known.
Needs what bench/packages.txt names.
"""
import argparse
import functools
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
TWOFOLD = ROOT / "build/release/bin/twofold"
IMAGES = {".png", ".tif", ".tiff", ".jpg", ".jpeg", ".jp2"}


def cpu_seconds(command, **options):
    """CPU time of a command with all its children, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)
    return used, done


def folded(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).lower()


def edit_distance(left, right):
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        diagonal, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (a != b))
    return row[-1]


@functools.cache
def character_error(truth, text):
    truth, text = folded(truth), folded(text)
    return edit_distance(truth, text) / max(1, len(truth))


class Page:
    """One image file of one page, with its text where that is known."""

    def __init__(self, path, truth=None, language="en"):
        self.path, self.truth, self.language = path, truth, language


def scan_pages(folder):
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in IMAGES:
            continue
        truth = path.with_suffix("").with_suffix(".gt.txt")
        yield Page(path, truth.read_text(encoding="utf-8") if truth.exists() else None)


def sample_pages(folder, scratch):
    """Single-page image files of the samples; pages of multi-page files are left out so that every peer sees the same."""
    truth = {}
    for line in (folder / "truth/pages.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        truth.setdefault(entry["file"], []).append(entry)
    for name, entries in sorted(truth.items()):
        path = next((p for p in (folder / name, folder / "binder" / name) if p.exists()), None)
        if path is None or path.suffix.lower() not in IMAGES - {".jp2"} or len(entries) != 1:
            continue
        entry = entries[0]
        if entry["blank"] or entry["kind"] == "photo" or entry["upside_down"]:
            continue
        yield Page(path, entry["text"], "zh")


def words_of(archive):
    """Text of each ingested file, by file name."""
    rows = subprocess.run(
        ["sqlite3", "-json", str(archive / "catalogue.sqlite"),
         "SELECT item.source_name AS name, group_concat(page.text, char(10)) AS text FROM item JOIN page ON page.item_id = item.id"
         " GROUP BY item.id"], capture_output=True, text=True, check=True).stdout
    return {pathlib.Path(row["name"]).name: row["text"] or "" for row in json.loads(rows or "[]")}


def run_twofold(pages, scratch):
    folder = scratch / "in"
    folder.mkdir()
    for number, page in enumerate(pages):
        shutil.copy(page.path, folder / f"{number:04}{page.path.suffix}")
    archive = scratch / "archive"
    subprocess.run([TWOFOLD, "init", archive, "--fonds", "A001", "--profile", "club"], check=True, capture_output=True)
    used, done = cpu_seconds([TWOFOLD, "ingest", folder, "--archive", archive, "--json"])
    answer = json.loads(done.stdout)
    texts = words_of(archive)
    return used, answer["summary"]["pages"], [texts.get(f"{n:04}{p.path.suffix}", "") for n, p in enumerate(pages)]


def run_ocrmypdf(pages, scratch):
    used, texts = 0.0, []
    for number, page in enumerate(pages):
        out, side = scratch / f"o{number}.pdf", scratch / f"o{number}.txt"
        cost, done = cpu_seconds(["ocrmypdf", "--deskew", "--clean", "-l", "chi_sim+eng", "--jobs", "1", "--image-dpi", "300",
                                  "--output-type", "pdf", "--sidecar", side, page.path, out],
                                 env={**os.environ, "OMP_THREAD_LIMIT": "1"})
        used += cost
        texts.append(side.read_text(encoding="utf-8") if side.exists() else "")
        if done.returncode not in (0, 10):
            print(f"  ocrmypdf: {page.path.name}: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
    return used, texts


def run_tesseract(pages):
    used, texts = 0.0, []
    for page in pages:
        cost, done = cpu_seconds(["tesseract", page.path, "-", "-l", "chi_sim+eng"], env={**os.environ, "OMP_THREAD_LIMIT": "1"})
        used += cost
        texts.append(done.stdout)
    return used, texts


def mean_error(pages, texts, language):
    errors = [character_error(p.truth, t) for p, t in zip(pages, texts) if p.truth and p.language == language]
    return sum(errors) / len(errors) if errors else float("nan")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--scans", type=pathlib.Path)
    parser.add_argument("--samples", type=pathlib.Path)
    parser.add_argument("--most", type=int, default=40)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        pages = list(scan_pages(options.scans)) if options.scans else []
        if options.samples:
            pages += list(sample_pages(options.samples, scratch))
        pages = pages[:: max(1, len(pages) // options.most)][: options.most]
        count = len(pages)
        ours, filed, our_texts = run_twofold(pages, scratch)
        peer, peer_texts = run_ocrmypdf(pages, scratch)
        bare, bare_texts = run_tesseract(pages)
    print(f"{count} pages; {filed} filed by twofold")
    for label, used, texts in (("twofold ingest", ours, our_texts), ("ocrmypdf --deskew --clean", peer, peer_texts),
                               ("tesseract", bare, bare_texts)):
        print(f"{label:28} {used / count:7.2f} CPU s/page {60 * count / used:7.1f} pages/CPU min   character error "
              f"zh {mean_error(pages, texts, 'zh'):.3f} en {mean_error(pages, texts, 'en'):.3f}")
    print(f"ratio to ocrmypdf {peer / ours:.2f}x, to bare tesseract {bare / ours:.2f}x")


if __name__ == "__main__":
    main()
