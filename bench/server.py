#!/usr/bin/env python3
"""The server on a large archive: what a screen's requests take while many people work.

    bench/server.py ARCHIVE [--items 100000] [--clients 50] [--seconds 10] [--pause 500] [--programs DIR]

Makes ARCHIVE where it is not there (fill-archive; some minutes), serves it, and asks as the web application asks: searches with
facets, items, pictures of pages as they are shown first and as they are drawn for whoever looks closely, by wrk. Each kind is asked twice: by clients who pause for a while
between two requests, as people do, and by clients who never pause, beside /healthz, which is the wire alone. Needs what
bench/packages.txt names.
"""
import argparse
import datetime
import getpass
import json
import pathlib
import random
import re
import shutil
import signal
import subprocess
import tempfile
import urllib.parse
import urllib.request

PROGRAMS = pathlib.Path(__file__).resolve().parent.parent / "build/release/bin"

SCRIPT = """
local paths, at = {}, 0
for line in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = line end
local pause = tonumber(os.getenv("PAUSE"))
function init() math.randomseed(os.time()) ; at = math.random(#paths) end
function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], {["Authorization"] = "Bearer " .. os.getenv("TOKEN")})
end
if pause > 0 then function delay() return math.random(math.floor(pause / 2), math.floor(pause * 1.5)) end end
"""


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, **options).stdout


def make_archive(options):
    twofold = options.programs / "twofold"
    run(options.programs / "fill-archive", options.archive, "--items", options.items)
    # The first who writes indexes what was received.
    run(twofold, "user", "add", "总经理", "--role", "administrator,general_manager", "--system-user", getpass.getuser(),
        "--archive", options.archive)


def resident_megabytes(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


class Server:
    def __init__(self, options):
        self.options = options
        until = datetime.date.today() + datetime.timedelta(days=30)
        self.token = json.loads(run(options.programs / "twofold", "token", "make", f"bench {random.getrandbits(32)}", "--until", until,
                                    "--archive", options.archive, "--json"))["token"]
        self.process = subprocess.Popen([options.programs / "twofold", "serve", "--port", "0", "--archive", options.archive, "--json"],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.port = json.loads(self.process.stdout.readline())["port"]

    def get(self, path):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers={"Authorization": f"Bearer {self.token}"})
        with urllib.request.urlopen(request) as answer:
            return answer.read()

    def asked(self, paths, pause):
        """Requests a second, median and 99th percentile as wrk prints them, and what failed."""
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            (folder / "ask.lua").write_text(SCRIPT)
            (folder / "paths").write_text("\n".join(paths))
            environment = {"PATHS": str(folder / "paths"), "PAUSE": str(pause), "TOKEN": self.token, "PATH": "/usr/bin:/bin"}
            out = run("wrk", "-t1", f"-c{self.options.clients}", f"-d{self.options.seconds}s", "--latency", "-s", folder / "ask.lua",
                      f"http://127.0.0.1:{self.port}", env=environment)
        failed = re.search(r"Non-2xx.*|Socket errors.*", out)
        return (float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]), re.search(r"^\s+50%\s+(\S+)", out, re.M)[1],
                re.search(r"^\s+99%\s+(\S+)", out, re.M)[1], failed[0] if failed else "")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)


def some_numbers(server, count):
    """Numbers of items from all over the archive, by searches for single words."""
    numbers = set()
    for word in ("合同", "欠款", "回访", "agreement", "客户", "信用"):
        offset = 0
        while len(numbers) < count and offset < 1000:
            path = "/api/v1/search?" + urllib.parse.urlencode({"q": word, "limit": 100, "offset": offset, "sort": "newest"})
            hits = json.loads(server.get(path))["hits"]
            numbers |= {hit["number"] for hit in hits}
            offset += 100
            if len(hits) < 100:
                break
    return sorted(numbers)[:count]


def searches(server, numbers):
    """One word, two words, a customer and a word, and numbers, in turn."""
    words = ["合同", "欠款", "付款期限", "信用额度", "违约金", "回访", "赔偿", "agreement", "invoice", "delivery", "客户 投诉", "合同 2024"]
    titles = [json.loads(server.get(f"/api/v1/items/{urllib.parse.quote(number)}")) for number in numbers[:60]]
    questions = []
    for i, item in enumerate(titles):
        questions += [words[i % len(words)], f'{item.get("customer", "")} {words[(i * 5 + 1) % len(words)]}', item["title"], item["number"]]
    return ["/api/v1/search?" + urllib.parse.urlencode({"q": question, "limit": 20, "facets": 8}) for question in questions]


def lose_pictures(archive):
    pictures, aside = archive / "cache/pictures", archive / "cache/pictures-aside"
    if aside.exists():
        shutil.rmtree(pictures, ignore_errors=True)
    else:
        pictures.rename(aside)


def bring_pictures_back(archive):
    pictures, aside = archive / "cache/pictures", archive / "cache/pictures-aside"
    if aside.exists():
        shutil.rmtree(pictures, ignore_errors=True)
        aside.rename(pictures)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=pathlib.Path)
    parser.add_argument("--items", type=int, default=100_000)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--pause", type=int, default=500, help="milliseconds between two requests of a person, on average")
    parser.add_argument("--programs", type=pathlib.Path, default=PROGRAMS)
    options = parser.parse_args()
    if not options.archive.exists():
        make_archive(options)
    server = Server(options)
    try:
        print(f"at rest: {resident_megabytes(server.process):.1f} MB")
        numbers = some_numbers(server, 1000)
        items = [f"/api/v1/items/{urllib.parse.quote(number)}" for number in numbers]
        images = [f"{item}/pages/1/image?width=" for item in items]
        kinds = [("healthz", ["/healthz"], (options.pause, 0)), ("search", searches(server, numbers), (options.pause, 0)),
                 ("item", items, (options.pause, 0)), ("item's pages", [f"{item}/pages" for item in items], (options.pause, 0)),
                 ("picture", [f"{image}1000" for image in images], (options.pause, 0)),
                 # Whoever reads looks at a page for some seconds; a picture is new only once.
                 ("picture, closer", [f"{image}2000" for image in images], (10 * options.pause,)),
                 ("picture, lost", [f"{image}1000" for image in images], (10 * options.pause,))]
        for name, paths, pauses in kinds:
            if name in ("picture, closer", "picture, lost"):
                lose_pictures(options.archive)
            for pause in pauses:
                rate, median, p99, failed = server.asked(paths, pause)
                how = f"each every {pause} ms" if pause else "without pause"
                print(f"{name:20} {options.clients} clients {how:20} {rate:7.0f} requests/s  p50 {median:>8}  p99 {p99:>8}  {failed}", flush=True)
        print(f"after it: {resident_megabytes(server.process):.1f} MB")
    finally:
        server.stop()
        bring_pictures_back(options.archive)


if __name__ == "__main__":
    main()
