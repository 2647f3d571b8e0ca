"""Google Cloud Translation, by its REST API v3 and a service account."""

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import jwt

from twinhall.engines.http import Failure, Patience, Service, portions
from twinhall.language.failure import EngineError
from twinhall.language.translation import Cost, EngineFacts, Flag, Job, Rendered

SCOPE = "https://www.googleapis.com/auth/cloud-translation"
GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
TOKEN_S = 3600
EARLY_S = 60  # before its end a token is renewed
TOO_MANY = 429
MOST_TEXTS = 1024
MOST_CHARACTERS = 30_000
CODES = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}


@dataclass(frozen=True, slots=True)
class Account:
    """What a service account's file says."""

    project: str
    email: str
    token_url: str
    private_key: str = field(repr=False)


def account_in(path: Path) -> Account:
    """Read a service account's JSON file. Raises EngineError, which shows nothing of what is in it."""
    try:
        told = json.loads(path.read_bytes())
        return Account(told["project_id"], told["client_email"], told["token_uri"], told["private_key"])
    except (OSError, ValueError, KeyError, TypeError):
        raise EngineError(f"google: {path} is not a service account's JSON file that can be read") from None


def used_up(failure: Failure) -> bool:
    """Say whether a daily quota is used up; a quota by the minute is waited for."""
    return failure.status in (403, TOO_MANY) and "per day" in str(failure.told).lower()


class GoogleTranslator:
    """Translates by Google Cloud."""

    def __init__(
        self,
        credentials: Path | None,
        url: str,
        timeout_s: float = 30,
        patience: Patience | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._credentials, self._clock = credentials, clock
        self._service = Service("google", url, timeout_s=timeout_s, patience=patience, is_quota=used_up)
        self._renewing = threading.Lock()
        self._token, self._until_s = "", 0.0

    @property
    def facts(self) -> EngineFacts:
        """What the engine is."""
        return EngineFacts("google", Cost.METERED, "Google Cloud's terms of service", html=True, leaves=True)

    def lacks(self, source: str, target: str) -> str | None:
        """Say whether the service account is missing; Google knows every language that we do."""
        if self._credentials is None:
            return "google needs a service account: set TWINHALL_GOOGLE_CREDENTIALS to its JSON file"
        return None if self._credentials.is_file() else f"google: there is no file {self._credentials}"

    def model(self, source: str, target: str) -> str:
        """Name the service and its model."""
        return f"Google Cloud Translation v3 general/nmt {source}-{target}"

    def translate(self, job: Job) -> tuple[Rendered, ...]:
        """Translate by Google Cloud. Raises EngineError."""
        if self._credentials is None:
            raise EngineError("google needs a service account: set TWINHALL_GOOGLE_CREDENTIALS")
        account = account_in(self._credentials)
        parent = f"projects/{account.project}/locations/global"
        rendered: list[Rendered] = []
        for portion in portions(job.sentences, MOST_TEXTS, MOST_CHARACTERS):
            body = {
                "contents": list(portion),
                "mimeType": "text/html" if job.html else "text/plain",
                "sourceLanguageCode": CODES.get(job.source, job.source),
                "targetLanguageCode": CODES.get(job.target, job.target),
                "model": f"{parent}/models/general/nmt",
            }
            headers = {"Authorization": f"Bearer {self._bearer(account)}"}
            rendered += self._texts(
                self._service.post(f"/v3/{parent}:translateText", body, headers), len(portion)
            )
        return tuple(rendered)

    def _bearer(self, account: Account) -> str:
        """Return a token for an hour, exchanged for a claim that is signed with the account's key."""
        with self._renewing:
            now_s = self._clock()
            if now_s < self._until_s - EARLY_S:
                return self._token
            claim = {
                "iss": account.email,
                "scope": SCOPE,
                "aud": account.token_url,
                "iat": int(now_s),
                "exp": int(now_s) + TOKEN_S,
            }
            try:
                signed = jwt.encode(claim, account.private_key, algorithm="RS256")
            except (ValueError, TypeError, jwt.PyJWTError):
                raise EngineError("google: the key in the service account's file cannot be used") from None
            answer = self._service.send_form(account.token_url, {"grant_type": GRANT, "assertion": signed})
            try:
                self._token, self._until_s = str(answer["access_token"]), now_s + float(answer["expires_in"])
            except (KeyError, TypeError, ValueError) as error:
                raise self._service.misunderstood() from error
            return self._token

    def _texts(self, answer: object, count: int) -> list[Rendered]:
        try:
            texts = [str(t["translatedText"]) for t in answer["translations"]]  # type: ignore[index]
        except (KeyError, TypeError) as error:
            raise self._service.misunderstood() from error
        if len(texts) != count:
            raise EngineError(f"google gave {len(texts)} texts for {count}")
        return [Rendered(t) if t.strip() else Rendered("", frozenset({Flag.UNUSABLE})) for t in texts]
