#!/usr/bin/env python3
"""Skew angles beside the programs people use: error and CPU time of the same drawn pages, each program as a whole process.

    bench/deskew.py [--programs DIR] [--pages N] [--seed S] [--reach DEGREES]

`tesseract --psm 2` is what OCRmyPDF's --deskew asks; `unpaper` straightens by itself. In one process, beside Leptonica: bench-deskew.
"""
import argparse
import json
import math
import pathlib
import re
import statistics
import subprocess
import tempfile

from ingest import cpu_seconds
from reading import PROGRAMS

TESSERACT_ANGLE = re.compile(r"Deskew angle: (-?[\d.]+)")
UNPAPER_ANGLE = re.compile(r"^rotate \([^)]*\): (-?[\d.]+)", re.M)


def drawn_pages(programs, folder, options):
    subprocess.run([programs / "draw-pages", folder, "--pages", str(options.pages), "--seed", str(options.seed), "--reach",
                    str(options.reach), "--pgm"], check=True)
    return [json.loads(line) for line in (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines()]


def ours(programs, folder, pages):
    used, done = cpu_seconds([programs / "twofold", "deskew", "--json", *[folder / page["file"] for page in pages]])
    files = json.loads(done.stdout)["files"]
    answers = [file["pages"][0] for file in files]
    inside = sum(answer["cpu_ms"] for answer in answers) / 1000
    return used, inside, [None if answer["abstained"] else answer["angle"] for answer in answers]


def asked(command, pattern, folder, pages):
    """A program that prints the angle in radians, negative where the content is turned counter-clockwise."""
    used, angles = 0.0, []
    for page in pages:
        cost, done = cpu_seconds(command(folder / page["file"]))
        used += cost
        found = pattern.search(done.stdout + done.stderr)
        angles.append(-math.degrees(float(found.group(1))) if found else 0.0)
    return used, angles


def show(label, pages, used, angles, note=""):
    errors = [abs(page["degrees"] - angle) for page, angle in zip(pages, angles) if angle is not None]
    close = sum(error <= 0.1 for error in errors)
    print(f"{label:18} answered {len(errors)}/{len(pages)}  mean {statistics.mean(errors):.4f}  median {statistics.median(errors):.4f}  "
          f"worst {max(errors):.3f}  within 0.1: {100 * close / len(errors):.1f} %  > 1: {sum(error > 1 for error in errors)}  "
          f"CPU {1000 * used / len(pages):.0f} ms a page{note}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", type=pathlib.Path, default=PROGRAMS)
    parser.add_argument("--pages", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reach", type=float, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        pages = drawn_pages(options.programs, folder, options)
        used, inside, angles = ours(options.programs, folder, pages)
        show("twofold deskew", pages, used, angles, f", {1000 * inside / len(pages):.1f} ms of it for the angle")
        used, angles = asked(lambda path: ["tesseract", path, "-", "--psm", "2"], TESSERACT_ANGLE, folder, pages)
        show("tesseract --psm 2", pages, used, angles)
        used, angles = asked(lambda path: ["unpaper", "-v", "--dpi", "300", "--overwrite", path.with_suffix(".pgm"), folder / "out.pgm"],
                             UNPAPER_ANGLE, folder, pages)
        show("unpaper", pages, used, angles)


if __name__ == "__main__":
    main()
