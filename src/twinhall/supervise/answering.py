"""Does a part answer HTTP?"""

import asyncio
import ssl

from twinhall.supervise.part import Answer


async def answers(asked: Answer, timeout_s: float = 2.0) -> bool:
    """True when the part answers with a status below asked.below within timeout_s."""
    try:
        async with asyncio.timeout(timeout_s):
            return await _status(asked) < asked.below
    except (OSError, TimeoutError, ValueError):
        return False


async def _status(asked: Answer) -> int:
    """Return the HTTP status. Raises OSError, or ValueError when it isn't HTTP that comes back."""
    reader, writer = await asyncio.open_connection(
        asked.host, asked.port, ssl=_any_certificate() if asked.tls else None
    )
    try:
        writer.write(f"GET {asked.path} HTTP/1.1\r\nHost: {asked.host}\r\nConnection: close\r\n\r\n".encode())
        await writer.drain()
        version, _, rest = (await reader.readline()).decode("ascii").partition(" ")
        if not version.startswith("HTTP/"):
            raise ValueError(version)
        return int(rest[:3])
    finally:
        writer.close()


def _any_certificate() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
