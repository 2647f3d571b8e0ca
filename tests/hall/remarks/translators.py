"""Engines that the hall chooses among in tests, named by the setting TRANSLATORS."""

from dataclasses import dataclass, field

from twinhall.environment import SettingError
from twinhall.language.choice import Choice
from twinhall.language.translation import Cost, EngineFacts, Job, Rendered

HERE = "tests.hall.remarks.translators.choice"
VIETNAMESE = {
    "감사합니다.": "Xin cảm ơn.",
    "대단히 감사합니다.": "Xin chân thành cảm ơn.",
    "2004년에 시작했습니다.": "Bắt đầu từ năm 2005.",
}


@dataclass
class Reader:
    """Knows a few sentences by heart and says something about the others; fails when told to."""

    name: str = "reader"
    cost: Cost = Cost.FREE
    leaves: bool = False
    lack: str = ""
    fails: Exception | None = None
    before: list = field(default_factory=list)  # called with each job, before it is done
    asked: list[str] = field(default_factory=list)

    @property
    def facts(self) -> EngineFacts:
        return EngineFacts(self.name, self.cost, "none", leaves=self.leaves)

    def lacks(self, source: str, target: str) -> str | None:
        return self.lack or (None if (source, target) == ("ko", "vi") else f"{self.name} only does ko-vi")

    def model(self, source: str, target: str) -> str:
        return f"{self.name}-{source}-{target} 1.0"

    def translate(self, job: Job) -> tuple[Rendered, ...]:
        for each in self.before:
            each(job)
        if self.fails:
            raise self.fails
        self.asked += job.sentences
        return tuple(Rendered(VIETNAMESE.get(s) or self._about(s)) for s in job.sentences)

    def _about(self, sentence: str) -> str:
        """Keep what is not Korean, masks above all."""
        kept = "".join(letter for letter in sentence if not "가" <= letter <= "힣")
        return f"Câu này nói {kept.strip()}"


ENGINES: dict[str, Reader] = {}


def choice() -> Choice:
    """The settings ask the first engine only."""
    return Choice(ENGINES, lambda source, target: tuple(ENGINES)[:1])


def choice_of_all() -> Choice:
    """The settings ask all."""
    return Choice(ENGINES, lambda source, target: tuple(ENGINES))


def broken() -> Choice:
    """The settings cannot be read."""
    raise SettingError("TWINHALL_TRANSLATORS names nobody")
