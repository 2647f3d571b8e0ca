"""Keeps one part alive."""

import asyncio

from twinhall.supervise.answering import answers
from twinhall.supervise.log import Tell, read_line
from twinhall.supervise.part import Answer, Part
from twinhall.supervise.process import Running, lines, start, stop

FIRST_PAUSE_S = 0.2
LONGEST_PAUSE_S = 10.0
STEADY_S = 30.0  # a part that lived this long starts again at once
_POLL_STARTING_S = 0.1
_POLL_RUNNING_S = 2.0
_LAST_WORDS_S = 1.0


class Keeper:
    """Starts a part, says when it is ready, and starts it again whenever it ends. It never gives up."""

    def __init__(self, part: Part, log: Tell) -> None:
        self.part = part
        self.ready = asyncio.Event()
        self._log = log

    async def keep(self) -> None:
        """Run until cancelled, which stops the part."""
        clock = asyncio.get_running_loop()
        pause = FIRST_PAUSE_S
        while True:
            started = clock.time()
            try:
                why = await self._one_life()
            except asyncio.CancelledError:
                self._say("INFO", "stopped")
                raise
            self.ready.clear()
            if clock.time() - started > STEADY_S:
                pause = FIRST_PAUSE_S
            self._say("ERROR", f"{why} restart_in_s={pause:g}")
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE_S)

    async def _one_life(self) -> str:
        """Start the part and stay with it to its end; return why it ended."""
        try:
            running = await start(self.part)
        except OSError as error:
            return f"cannot start: {error}"
        process = running.process
        self._say("INFO", f"started pid={process.pid}")
        copying = asyncio.create_task(self._copy(running))
        watching = asyncio.create_task(self._watch())
        ending = asyncio.create_task(process.wait())
        try:
            await asyncio.wait({watching, ending}, return_when=asyncio.FIRST_COMPLETED)
            return watching.result() if watching.done() else f"ended code={process.returncode}"
        finally:
            watching.cancel()
            await stop(running, self.part.grace_s)
            await asyncio.wait({copying}, timeout=_LAST_WORDS_S)
            copying.cancel()
            running.pipe.close()

    async def _copy(self, running: Running) -> None:
        async for line in lines(running):
            if line:
                self._say(*read_line(line))

    async def _watch(self) -> str:
        """Set ready when the part answers; return only when it has been silent for too long."""
        if self.part.answer is None:
            self.ready.set()
            await asyncio.Event().wait()  # for ever: its end is heard elsewhere
            return "watched no longer"
        return await self._watch_answer(self.part.answer)

    async def _watch_answer(self, answer: Answer) -> str:
        clock = asyncio.get_running_loop()
        patience = self.part.start_s
        heard = clock.time()
        while clock.time() - heard < patience:
            if await answers(answer):
                heard = clock.time()
                if not self.ready.is_set():
                    patience = self.part.patience_s
                    self.ready.set()
                    self._say("INFO", f"ready port={answer.port}")
            await asyncio.sleep(_POLL_RUNNING_S if self.ready.is_set() else _POLL_STARTING_S)
        return f"no answer for {patience:g} s"

    def _say(self, level: str, text: str) -> None:
        self._log(self.part.name, level, text)
