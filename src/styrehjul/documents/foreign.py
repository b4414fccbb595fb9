"""What the child process does with foreign files. Runs as `python -m styrehjul.documents.foreign`, never imported
by a page."""

from __future__ import annotations

import resource
import sys

from styrehjul.documents import child
from styrehjul.kernel.refusal import Refused


def main(job: str, memory: int, seconds: int) -> None:
    """Read a message, do the job within the limits, write the answer."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    facts, blobs = child.unpacked(sys.stdin.buffer.read())
    try:
        answer, found = _do(job, facts, blobs)
    except Refused as refusal:
        answer, found = {"refused": refusal.code, "facts": refusal.facts}, []
    sys.stdout.buffer.write(child.packed(answer, found))
    sys.stdout.buffer.flush()


def _do(job: str, facts: child.Json, blobs: child.Blobs) -> tuple[child.Json, child.Blobs]:
    # Imported here, so that each job loads only the library it needs within its memory.
    match job:
        case "rows":
            from styrehjul.documents import sheet_reading

            return sheet_reading.rows(facts, blobs[0]), []
        case "word":
            from styrehjul.documents import word_reading

            return word_reading.read(facts, blobs[0]), []
        case "annex":
            from styrehjul.documents import guard

            return {"readable": not guard.check_annex(blobs[0]), "text": guard.has_text(blobs[0])}, []
        case "picture":
            from styrehjul.documents import picture_reading

            return picture_reading.clean(facts, blobs[0])
        case "pdf":
            from styrehjul.documents import merging

            return merging.survey(blobs), []
        case "merge":
            from styrehjul.documents import merging

            return {}, [merging.merge(facts, blobs)]
    raise ValueError(f"unknown job {job!r}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
