#!/usr/bin/env python3
"""Our searchable PDFs beside OCRmyPDF's: the same pages, sizes in bytes.

    bench/pdf_size.py [--scans DIR] [--samples DIR] [--most PAGES]

Prints both sizes and their ratio per page, per kind of picture and overall, and the worst page. OCRmyPDF uses JBIG2
only where jbig2enc is installed, which Debian 12 lacks; the answer says whether it was there. Needs what
bench/packages.txt names.
"""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAMS = pathlib.Path(__file__).resolve().parent.parent / "build/release/bin"
IMAGES = {".png", ".tif", ".tiff", ".jpg", ".jpeg"}


def images(folder, most):
    found = sorted(p for p in folder.rglob("*") if p.suffix.lower() in IMAGES)
    return found[:: max(1, len(found) // most)][:most]


def ours(path, scratch, programs):
    """The copy of a single page; None for files of more pages, and for a blank page, which has no copy."""
    done = subprocess.run([programs / "twofold", "recognise", path, "--pdf", scratch, "--json"],
                          capture_output=True, text=True)
    read = json.loads(done.stdout)["files"][0]
    if len(read["pages"]) == 1 and read["reading_copy"]:
        return pathlib.Path(read["reading_copy"])
    print(f"  left out: {path.name}: {len(read['pages'])} pages {read['message']}", file=sys.stderr)
    return None


def peers(path, kind, scratch):
    made = scratch / f"{path.stem}-{kind}.pdf"
    done = subprocess.run(["ocrmypdf", "--deskew", "--clean", "-l", "chi_sim+eng", "--jobs", "1", "--image-dpi", "300",
                           "--output-type", kind, path, made], capture_output=True, text=True)
    if not made.exists():
        print(f"  ocrmypdf: {path.name}: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
    return made


def picture_rows(pdf):
    rows = subprocess.run(["pdfimages", "-list", pdf], capture_output=True, text=True).stdout.splitlines()[2:]
    return [row.split() for row in rows]


def kind_of(pdf):
    """What a page of ours is: bilevel, grey or colour."""
    _, _, _, _, _, colour, _, bits, *_ = picture_rows(pdf)[0]
    return "bilevel" if bits == "1" else {"gray": "grey", "rgb": "colour"}[colour]


def stored_as(pdf):
    """How the page's picture is stored: ccitt, jbig2, jpeg, image (that is, deflated)."""
    return "+".join(sorted({row[8] for row in picture_rows(pdf)})) or "none"


def measure(path, folder, programs):
    """A row of name, kind, encodings and sizes; None when a side makes no copy."""
    scratch = pathlib.Path(tempfile.mkdtemp(dir=folder))
    mine = ours(path, scratch, programs)
    if mine is None:
        return None
    copies = [mine, peers(path, "pdf", scratch), peers(path, "pdfa", scratch)]
    row = None
    if all(copy.exists() for copy in copies):
        row = (path.name, kind_of(mine), "/".join(map(stored_as, copies)), *(copy.stat().st_size for copy in copies))
    shutil.rmtree(scratch)
    return row


def ratios(rows):
    mine, pdf, pdfa = (sum(row[i] for row in rows) for i in (3, 4, 5))
    return mine / pdf, mine / pdfa


def report(rows):
    print(f"\n{len(rows)} pages; OCRmyPDF {'with' if shutil.which('jbig2') else 'without'} jbig2enc")
    for kind in sorted({row[1] for row in rows}):
        alike = [row for row in rows if row[1] == kind]
        print("  {:10} {:3} pages: {:.2f}x its pdf, {:.2f}x its pdfa".format(kind, len(alike), *ratios(alike)))
    print("  {:10} {:3} pages: {:.2f}x its pdf, {:.2f}x its pdfa".format("all", len(rows), *ratios(rows)))
    for column, peer in ((4, "pdf"), (5, "pdfa")):
        worst = max(rows, key=lambda row: row[3] / row[column])
        print(f"  worst against {peer}: {worst[0]} {worst[3] / worst[column]:.2f}x")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--scans", type=pathlib.Path)
    parser.add_argument("--samples", type=pathlib.Path)
    parser.add_argument("--programs", type=pathlib.Path, default=PROGRAMS, help="folder of twofold and twofold-reader")
    parser.add_argument("--most", type=int, default=30, help="pages of each folder")
    options = parser.parse_args()
    pages = [page for folder in (options.scans, options.samples) if folder for page in images(folder, options.most)]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            row = measure(page, folder, options.programs)
            if row is None:
                continue
            rows.append(row)
            name, kind, stored, mine, pdf, pdfa = row
            print(f"{name[:34]:34} {kind:8}{stored:20} {mine:8} {pdf:8} {pdfa:8} "
                  f" {mine / pdf:5.2f}x {mine / pdfa:5.2f}x", flush=True)
    if rows:
        report(rows)


if __name__ == "__main__":
    main()
