"""Memory and speed of extract over a large WARC file, made on the way and given to standard input.

usage: warc_memory.py HEXAPLA FIXTURES [MEGABYTES]

Nine tenths of the bytes are pictures, as in a crawl of a news site; the rest are pages of fixtures/. Exit codes: 0
within the limit of memory, and every page was read; 1 not.
"""
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MOST_MEMORY = 300  # MB, whatever the file's size
PICTURE = 1 << 20


def record(address, media_type, body):
    block = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\n\r\n".encode() + body
    head = (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n")
    return head.encode() + block + b"\r\n\r\n"


def main(arguments):
    if len(arguments) not in (2, 3):
        print(__doc__.split("\n\n")[1], file=sys.stderr)
        return 2
    program, fixtures = arguments[:2]
    megabytes = int(arguments[2]) if len(arguments) == 3 else 2048
    pages = [page.read_bytes() for page in sorted(Path(fixtures).glob("stories/*/html/*.html"))]
    picture = record("https://static.dw.com/image/1.jpg", "image/jpeg", bytes(range(256)) * (PICTURE // 256))
    some_pages = b"".join(record(f"https://www.dw.com/x/a-{19300000 + i}", "text/html", page)
                          for i, page in enumerate(pages))
    begin = time.monotonic()
    said = tempfile.TemporaryFile()  # a pipe that nobody reads would fill, and stop the program
    run = subprocess.Popen([program, "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said)
    written = rounds = 0
    while written < megabytes << 20:
        run.stdin.write(picture)
        written += len(picture)
        if written >= 9 * rounds * len(some_pages):
            run.stdin.write(some_pages)
            written += len(some_pages)
            rounds += 1
    run.stdin.close()
    run.wait()
    said.seek(0)
    summary = said.read().decode().strip().split("\n")[-1]
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss >> 10
    seconds = time.monotonic() - begin
    whole = run.returncode == 0 and f"{rounds * len(pages)} articles read" in summary
    print(f"WARC of {written >> 20} MB: {seconds:.0f} s, {memory} MB of memory (at most {MOST_MEMORY}); {summary}")
    return 0 if whole and memory <= MOST_MEMORY else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
