"""What a job process runs. It is imported before Django is ready, so what needs Django is imported inside."""

import os

from livekit.agents import JobContext, JobProcess, JobRequest

SETTINGS = "twinhall.hall.config.settings"
WARMED = ("ko",)  # one model serves every language


def prepare(_process: JobProcess) -> None:
    """Make a process ready before it has a job: Django, and the model in memory."""
    import django  # reason: app-ready

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()

    from twinhall.captioner import job  # noqa: F401  reason: app-ready; loaded now, not at the first job
    from twinhall.captions.ports import EngineError  # reason: slow
    from twinhall.engines.registry import speech_engines  # reason: slow

    for language in WARMED:
        try:
            speech_engines(language)
        except EngineError as error:
            print(f"ERROR captioner {error}", flush=True)  # noqa: T201  the jobs try again and say so


async def caption(context: JobContext) -> None:
    """Run a job."""
    from twinhall.captioner import job  # reason: app-ready

    await job.caption(context)


async def accept(request: JobRequest) -> None:
    """Take every job, under an identity that tells who it is."""
    await request.accept(identity=f"captioner-{request.id}")
