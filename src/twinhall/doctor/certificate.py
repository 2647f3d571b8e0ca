"""The city's own certificate: does it fit its key, the name and the date?"""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from twinhall.doctor.finding import Finding, advice, missing, ok
from twinhall.environment import Environment

_SOON = timedelta(days=21)
_THING = "certificate"
_SETTINGS = "TWINHALL_TLS_CERT and TWINHALL_TLS_KEY"


def look(env: Environment) -> Iterator[Finding]:
    """Look at the certificate, where the city gave one."""
    if env.tls_cert is not None and env.tls_key is not None:
        yield _certificate(env.tls_cert, env.tls_key, urlsplit(env.public_url).hostname or "")


def _certificate(certificate: Path, key: Path, name: str) -> Finding:
    try:
        ends = expires(certificate, key, name)
    except ssl.SSLCertVerificationError as error:
        return missing(_THING, f"{certificate} will be refused: {error.verify_message}", f"see {_SETTINGS}")
    except (OSError, ssl.SSLError) as error:
        return missing(_THING, f"{certificate} and {key} cannot be used: {error}", f"see {_SETTINGS}")
    said = f"good for {name} until {ends:%Y-%m-%d}"
    if ends - datetime.now(UTC) < _SOON:
        return advice(_THING, said, f"renew it and start again: {_SETTINGS}")
    return ok(_THING, said)


def expires(certificate: Path, key: Path, name: str) -> datetime:
    """Return when the certificate ends, by a handshake with ourselves in memory.

    Raises OSError or ssl.SSLError when the files cannot be read or do not belong together, and
    ssl.SSLCertVerificationError when a browser would refuse it for its name or its date.
    """
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate, key)
    client = ssl.create_default_context(cafile=str(certificate))
    client.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN  # who signed it is the browsers' business
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    ours = client.wrap_bio(to_client, to_server, server_hostname=name)
    theirs = server.wrap_bio(to_server, to_client, server_side=True)
    for side in (ours, theirs, ours, theirs):
        try:
            side.do_handshake()
        except ssl.SSLWantReadError:
            continue
    presented = ours.getpeercert() or {}
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(presented["notAfter"])), UTC)
