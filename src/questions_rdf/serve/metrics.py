"""What the server counts, in the text format of Prometheus."""

import signal
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """Counters and a histogram; gauges are asked when they are wanted."""

    def __init__(self) -> None:
        self._outcomes: Counter[tuple[str, str]] = Counter()
        self._buckets = [0] * (len(_SECONDS) + 1)
        self._seconds = 0.0
        self._bytes = 0
        self._ended: Counter[str] = Counter()
        self.workers_begun = 0
        self.generations = 0
        self.failed_builds = 0

    def request(self, status: int, outcome: str, seconds: float, size: int) -> None:
        """Count a request."""
        self._outcomes[str(status), outcome] += 1
        self._buckets[bisect_left(_SECONDS, seconds)] += 1
        self._seconds += seconds
        self._bytes += size

    def ended_by(self, number: int) -> None:
        """Count a worker that ended by itself, by a signal or by none."""
        self._ended[signal.Signals(number).name if number else "none"] += 1

    def written(self, gauges: Mapping[str, tuple[str, float]]) -> str:
        """All of it; ``gauges`` are values of this moment, with what they mean."""
        return "".join(f"{line}\n" for line in self._lines(gauges))

    def _lines(self, gauges: Mapping[str, tuple[str, float]]) -> Iterator[str]:
        yield from _heading("requests_total", "counter", "Requests by status and outcome.")
        for (status, outcome), count in sorted(self._outcomes.items()):
            labels = f'status="{status}",outcome="{outcome}"'
            yield f"questions_rdf_requests_total{{{labels}}} {count}"
        yield from self._durations()
        counters = {
            "sent_bytes_total": ("Bytes of answers.", self._bytes),
            "workers_begun_total": ("Worker processes that were begun.", self.workers_begun),
            "generations_total": ("States of the data that were served.", self.generations),
            "failed_builds_total": ("States of the data without a store.", self.failed_builds),
        }
        for name, (meaning, value) in counters.items():
            yield from _heading(name, "counter", meaning)
            yield f"questions_rdf_{name} {value}"
        yield from _heading("workers_crashed_total", "counter", "Workers that ended by themselves.")
        for name, count in sorted(self._ended.items()):
            yield f'questions_rdf_workers_crashed_total{{signal="{name}"}} {count}'
        for name, (meaning, gauge) in gauges.items():
            yield from _heading(name, "gauge", meaning)
            yield f"questions_rdf_{name} {gauge:g}"

    def _durations(self) -> Iterator[str]:
        name = "request_seconds"
        yield from _heading(name, "histogram", "Time from a request to the end of its answer.")
        total = 0
        for limit, count in zip((*_SECONDS, "+Inf"), self._buckets, strict=True):
            total += count
            yield f'questions_rdf_{name}_bucket{{le="{limit}"}} {total}'
        yield f"questions_rdf_{name}_sum {self._seconds:.6f}"
        yield f"questions_rdf_{name}_count {total}"


def _heading(name: str, kind: str, meaning: str) -> Iterator[str]:
    yield f"# HELP questions_rdf_{name} {meaning}"
    yield f"# TYPE questions_rdf_{name} {kind}"
