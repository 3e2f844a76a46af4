"""The workers and who may have one: short queries at once, long ones as places are free.

How long a query takes shows only when it runs. So each begins with one of the quick workers, and
most are done there. One that is not done after a moment needs a place for long ones: if there is
one, its worker goes on and another one is begun for the quick; if not, its worker is killed, and
the query waits and begins again. Nothing is sent to the client before a query has such a place or
is done. However many long queries there are, a short one waits only moments.
"""

import asyncio
import signal
import time

from questions_rdf.serve import refusals
from questions_rdf.serve.answers import Answer
from questions_rdf.serve.limits import Limits
from questions_rdf.serve.lines import Line, Outcome, WorkerEndedError, opened
from questions_rdf.serve.messages import Declined, Generation, Task
from questions_rdf.serve.metrics import Metrics
from questions_rdf.serve.nursery_line import NurseryError, NurseryLine
from questions_rdf.serve.queueing import Refused, Room, Turns
from questions_rdf.serve.refusals import Refusal

_PATIENCE = 1.0  # before a worker is begun again that did not even get ready
_READY_WITHIN = 60.0
_BY_CODE = {one.code: one for one in vars(refusals).values() if isinstance(one, Refusal)}


class Run:
    """A task on its way through the pool, and its answer."""

    def __init__(self, task: Task, timeout: float) -> None:
        self.task, self.answer = task, Answer()
        self.deadline = time.monotonic() + timeout
        self.generation: Generation | None = None

    @property
    def left(self) -> float:
        """Seconds until its time is up."""
        return max(0.0, self.deadline - time.monotonic())

    def given_to(self, line: Line) -> asyncio.Future[Outcome]:
        """Have a worker begin with it."""
        self.answer.forget()
        self.generation = line.generation
        return line.ask(self.task, self.answer)


class Pool:
    """All workers."""

    def __init__(self, nursery: NurseryLine, limits: Limits, metrics: Metrics) -> None:
        self._nursery, self._limits, self._metrics = nursery, limits, metrics
        self.generation: Generation | None = None
        self._room = Room(limits.queue)
        self._idle: Turns[Line] = Turns(self._room, last_first=True)
        self._places: Turns[int] = Turns(self._room)
        for place in range(limits.workers):
            self._places.put(place)
        self._quick: set[Line] = set()  # idle ones, too
        self._lines: set[Line] = set()
        self._beginning = 0
        self._ending = False
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def network_shut(self) -> bool:
        """Whether the workers said that they have no network."""
        return all(line.ready.result() for line in self._lines)

    @property
    def living(self) -> int:
        """Workers of all kinds."""
        return len(self._lines)

    @property
    def waiting(self) -> int:
        """Requests that wait for a worker."""
        return self._room.waiting

    @property
    def running_long(self) -> int:
        """Queries that have a place for long ones."""
        return self._limits.workers - self._places.free

    # -- What is asked ----------------------------------------------------------------------------

    def begun(self, task: Task) -> Run:
        """A task whose time runs from now on."""
        return Run(task, self._limits.timeout)

    async def finish(self, run: Run) -> None:
        """Have a task answered; returns when all of it is in the answer.

        Raises:
            Refused: if there is no answer, or not all of one.
        """
        line = await self._idle.get(run.deadline)
        outcome = run.given_to(line)
        try:
            await asyncio.wait([outcome], timeout=self._limits.quick)
        except asyncio.CancelledError:
            self._give_up(line)
            raise
        if outcome.done():
            await self._conclude(line, outcome)
            return
        place = self._places.take()
        if place is not None:
            await self._take_long(run, line, outcome, place)
            return
        self._give_up(line)
        place = await self._places.get(run.deadline)
        try:
            line = await self._idle.get(run.deadline)
        except BaseException:
            self._places.put(place)
            raise
        await self._take_long(run, line, run.given_to(line), place)

    async def _take_long(
        self, run: Run, line: Line, outcome: asyncio.Future[Outcome], place: int
    ) -> None:
        """Let a worker take long, up to the deadline; another one takes its place."""
        line.be_nice()
        self._quick.discard(line)
        self._fill()
        run.answer.commit()
        try:
            await asyncio.wait([outcome], timeout=run.left)
            if not outcome.done():
                raise Refused(refusals.TIMEOUT)
            await self._conclude(line, outcome)
        finally:
            line.kill()
            self._places.put(place)

    async def _conclude(self, line: Line, outcome: asyncio.Future[Outcome]) -> None:
        """What became of a task that a worker was given."""
        try:
            declined = outcome.result()
        except WorkerEndedError:
            self._give_up(line)
            raise Refused(await self._cause(line)) from None
        if line in self._quick:
            self._put_back(line)
        if declined is not None:
            raise Refused(_refusal(declined))

    async def _cause(self, line: Line) -> Refusal:
        """Why a worker ended by itself: the engine aborts when there is no more memory."""
        if self._ending:
            return refusals.STOPPING
        ended_by = await self._nursery.ended(line.pid)
        self._metrics.ended_by(ended_by)
        return refusals.OUT_OF_MEMORY if ended_by == signal.SIGABRT else refusals.CRASHED

    def _put_back(self, line: Line) -> None:
        """A quick worker is done."""
        if line.generation is not self.generation:
            self._give_up(line)
        else:
            self._idle.put(line)

    def _give_up(self, line: Line) -> None:
        """Kill a worker; another one takes its place."""
        line.kill()
        self._quick.discard(line)
        self._fill()

    # -- Where workers come from ------------------------------------------------------------------

    async def change_to(self, generation: Generation) -> None:
        """Answer from another generation; queries under way end where they began.

        Raises:
            NurseryError: if no worker of it gets ready; all stays as it was.
        """
        first = await self._born(generation)
        self.generation = generation
        for line in self._idle.take_all():
            self._quick.discard(line)
            line.kill()
        self._admit(first)
        self._fill()

    def _fill(self) -> None:
        """See to it that there are as many quick workers as there should be."""
        if self._ending:
            return
        current = sum(line.generation is self.generation for line in self._quick)
        for _ in range(self._limits.quick_workers - current - self._beginning):
            self._beginning += 1
            self._keep(asyncio.get_running_loop().create_task(self._begin()))

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _begin(self) -> None:
        """Begin a quick worker; again, a while later, if it fails."""
        generation = self.generation
        try:
            if generation is not None:
                line = await self._born(generation)
                if generation is self.generation:
                    self._admit(line)
                else:
                    line.kill()
        except NurseryError:
            await asyncio.sleep(_PATIENCE)
        finally:
            self._beginning -= 1
        if not self._nursery.gone.is_set():
            self._fill()

    async def _born(self, generation: Generation) -> Line:
        line = await opened(await self._nursery.fork(generation), generation)
        self._metrics.workers_begun += 1
        try:
            await asyncio.wait_for(asyncio.shield(line.ready), _READY_WITHIN)
        except (WorkerEndedError, TimeoutError) as error:
            line.kill()
            raise NurseryError("a worker ended before it was ready") from error
        return line

    def _admit(self, line: Line) -> None:
        self._lines.add(line)
        self._quick.add(line)
        self._keep(asyncio.get_running_loop().create_task(self._until_ended(line)))
        self._idle.put(line)

    async def _until_ended(self, line: Line) -> None:
        """Notice the end of a worker, whoever ended it."""
        await line.ended.wait()
        self._lines.discard(line)
        self._idle.remove(line)
        if line in self._quick:
            self._quick.discard(line)
            self._fill()

    def living_of(self, generation: Generation) -> int:
        """How many workers a generation still has."""
        return sum(line.generation is generation for line in self._lines)

    def end(self) -> None:
        """Answer what is under way with a refusal, and nothing any more."""
        self._ending = True
        for line in list(self._lines):
            line.kill()

    def close(self) -> None:
        """End all workers."""
        for task in self._tasks:
            task.cancel()
        for line in list(self._lines):
            line.kill()


def _refusal(declined: Declined) -> Refusal:
    return _BY_CODE[declined.code].because(declined.detail)
