#!/usr/bin/env python3
"""Reading beside OCRmyPDF and bare Tesseract: character errors and CPU time of the same pages in one run.

    bench/reading.py [--programs DIR] [--drawn N] [--seed S] [--scans DIR] [--samples DIR] [--accuracy fast,best] [--peers] [--worst N]

Pages drawn by draw-pages, transcribed scans of DIR (name.gt.txt beside the image) and the single pages of a samples folder.
Needs `ninja twofold twofold-reader draw-pages`, and for --peers what bench/packages.txt names.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

from ingest import ROOT, character_error, cpu_seconds, run_ocrmypdf, run_tesseract, sample_pages, scan_pages

PROGRAMS = ROOT / "build/release/bin"


class Drawn:
    def __init__(self, folder, entry):
        self.path = folder / entry["file"]
        self.truth, self.language = entry["text"], entry["language"]
        self.kind = f'{entry["layout"]} {entry["language"]} {entry["damage"]}'


def drawn_pages(programs, folder, count, seed):
    subprocess.run([programs / "draw-pages", folder, "--pages", str(count), "--seed", str(seed)], check=True)
    lines = (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines()
    return [Drawn(folder, json.loads(line)) for line in lines]


def run_twofold(programs, pages, accuracy):
    """CPU seconds of all processes, the share inside the recogniser, and the texts."""
    used, done = cpu_seconds([programs / "twofold", "recognise", "--accuracy", accuracy, "--json", *[p.path for p in pages]])
    if not done.stdout:
        sys.exit(done.stderr)
    files = json.loads(done.stdout)["files"]
    texts = ["\n".join(page["text"] for page in file["pages"]) for file in files]
    inside = sum(page["cpu_ms"]["recognise"] for file in files for page in file["pages"]) / 1000
    return used, inside, texts


def by_group(pages, texts, key):
    groups = {}
    for page, text in zip(pages, texts):
        if page.truth:
            groups.setdefault(key(page), []).append(character_error(page.truth, text))
    return {name: sum(errors) / len(errors) for name, errors in sorted(groups.items())}


def show(label, pages, used, texts):
    everything = by_group(pages, texts, lambda page: "all")
    languages = by_group(pages, texts, lambda page: page.language)
    errors = "  ".join(f"{name} {error:.4f}" for name, error in {**everything, **languages}.items())
    print(f"{label:28} {used / len(pages):6.2f} CPU s/page   character error {errors}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--drawn", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scans", type=pathlib.Path)
    parser.add_argument("--samples", type=pathlib.Path)
    parser.add_argument("--most-samples", type=int, default=40)
    parser.add_argument("--accuracy", default="fast")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--programs", type=pathlib.Path, default=PROGRAMS, help="a copy of the programs, so that a build does not disturb the run")
    parser.add_argument("--worst", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        pages = drawn_pages(options.programs, scratch / "drawn", options.drawn, options.seed) if options.drawn else []
        if options.scans:
            pages += [page for page in scan_pages(options.scans) if page.truth]
        if options.samples:
            found = list(sample_pages(options.samples, scratch))
            pages += found[:: max(1, len(found) // options.most_samples)][: options.most_samples]
        print(f"{len(pages)} pages")
        ours = {}
        for accuracy in options.accuracy.split(","):
            used, inside, texts = run_twofold(options.programs, pages, accuracy)
            ours[accuracy] = used
            show(f"twofold {accuracy}", pages, used, texts)
            print(f"{'':28} outside reading {100 * (used - inside) / used:.1f} %")
            for key in (lambda page: getattr(page, "kind", page.path.name).split()[-1],
                        lambda page: getattr(page, "kind", "other").split()[0]):
                print("   ", "  ".join(f"{group} {error:.4f}" for group, error in by_group(pages, texts, key).items()))
            worst = sorted(zip(pages, texts), key=lambda pair: -character_error(pair[0].truth, pair[1]))[: options.worst]
            for page, text in worst:
                print(f"      {character_error(page.truth, text):.3f} {page.path.name} {getattr(page, 'kind', '')}")
        if options.peers:
            for label, (used, texts) in (("ocrmypdf --deskew --clean", run_ocrmypdf(pages, scratch)),
                                         ("tesseract chi_sim+eng", run_tesseract(pages))):
                show(label, pages, used, texts)
                print(f"{'':28} ratio " + ", ".join(f"{used / cost:.2f}x {name}" for name, cost in ours.items()))


if __name__ == "__main__":
    main()
