#!/bin/bash
# Runs Python 3.11 or newer, whatever it is called here.
set -euo pipefail
for name in "${PYTHON:-}" python3.11 python3 python3.12 python3.13; do
    if [[ -n $name ]] && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        exec "$name" "$@"
    fi
done
echo "Python 3.11 or newer is needed; set PYTHON to it if it has another name" >&2
exit 1
