"""What a browser may load on our pages: our own files, our media server, nothing inline."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from twinhall import environment

GetResponse = Callable[[HttpRequest], HttpResponse]


def content_security_policy(get_response: GetResponse) -> GetResponse:
    """Middleware that sets Content-Security-Policy and Permissions-Policy on every answer."""
    signalling = environment.current().livekit_url_public
    over_http = signalling.replace("ws", "http", 1)  # the client validates a refused connection over HTTP
    policy = "; ".join(
        [
            "default-src 'self'",
            f"connect-src 'self' {signalling} {over_http}",
            "img-src 'self' data: blob:",
            "media-src 'self' blob: mediastream:",
            "style-src 'self'",
            "script-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault(
            "Permissions-Policy",
            "camera=(self), microphone=(self), display-capture=(self), autoplay=(self), "
            "speaker-selection=(self)",
        )
        return response

    return answer
