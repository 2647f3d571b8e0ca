#!/bin/bash
# install.sh TARGET: puts the LiveKit server of VERSION at TARGET.
#
# A livekit-server on PATH of that version or newer is linked; else it is built from the Go module proxy,
# whose checksums Go verifies. Why this version: docs/adr/0001-shape.md.
set -euo pipefail
here=$(dirname "$0")
version=$(cat "$here/VERSION")
target=$1
mkdir -p "$(dirname "$target")"

if found=$(livekit-server --version 2>/dev/null) &&
    [[ $(printf '%s\n%s\n' "$version" "${found##* }" | sort -V | head -n 1) == "$version" ]]; then
    echo "      using $(command -v livekit-server), ${found##* }"
    ln -sf "$(command -v livekit-server)" "$target"
    exit
fi

PATH="$("$here/../setup/toolchain.sh" go):$PATH"
building=$(mktemp -d "$(dirname "$target")/building.XXXX")
trap 'rm -rf "$building"' EXIT
GOBIN=$(realpath "$building") CGO_ENABLED=0 GOFLAGS=-buildvcs=false \
    go install "github.com/livekit/livekit-server/cmd/server@v$version" 2>"$building/log" || {
    tail -n 30 "$building/log" >&2
    exit 1
}
mv "$building/server" "$target"
