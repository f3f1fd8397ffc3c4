#!/usr/bin/env python3
"""The server's wire under load: requests a second, the 99th percentile, and memory at rest.

    bench/wire.py [--clients 50] [--seconds 5] [--programs DIR]

Starts `twofold serve` on an archive of its own with a web application of one file, asks /healthz and a file of 10 kB with wrk, both alone and
beside 200 silent connections, and prints a line for each. Needs what bench/packages.txt names.
"""
import argparse
import json
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile

PROGRAMS = pathlib.Path(__file__).resolve().parent.parent / "build/release/bin"


def resident_megabytes(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def asked(url, clients, seconds):
    """Requests a second and the 99th percentile, as wrk prints them."""
    out = subprocess.run(["wrk", "-t1", f"-c{clients}", f"-d{seconds}s", "--latency", url], check=True, capture_output=True,
                         text=True).stdout
    failed = re.search(r"Non-2xx.*|Socket errors.*", out)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]), re.search(r"99%\s+(\S+)", out)[1], failed[0] if failed else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=int, default=5)
    parser.add_argument("--programs", type=pathlib.Path, default=PROGRAMS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        programs = pathlib.Path(scratch) / "bin"
        programs.mkdir()
        for name in ("twofold", "twofold-reader"):
            shutil.copy2(options.programs / name, programs / name)
        web = pathlib.Path(scratch) / "web"
        web.mkdir()
        (web / "page.bin").write_bytes(b"x" * 10_000)
        archive = pathlib.Path(scratch) / "archive"
        subprocess.run([programs / "twofold", "init", archive, "--fonds", "A001", "--profile", "club"], check=True, stdout=subprocess.DEVNULL)
        server = subprocess.Popen([programs / "twofold", "serve", "--port", "0", "--archive", archive, "--json"], stdout=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL, text=True)
        try:
            port = json.loads(server.stdout.readline())["port"]
            print(f"at rest: {resident_megabytes(server):.1f} MB")
            silent = []
            for beside in ("alone", "beside 200 silent connections"):
                for path in ("healthz", "page.bin"):
                    rate, p99, failed = asked(f"http://127.0.0.1:{port}/{path}", options.clients, options.seconds)
                    print(f"/{path}, {options.clients} clients, {beside}: {rate:.0f} requests/s, p99 {p99} {failed}")
                silent = silent or [socket.create_connection(("127.0.0.1", port)) for _ in range(200)]
            print(f"after it: {resident_megabytes(server):.1f} MB")
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(20)


if __name__ == "__main__":
    main()
