#!/bin/bash
# Installs what debian-packages.txt lists and this machine lacks; costs nothing when nothing is missing.
set -euo pipefail
cd "$(dirname "$0")"

missing=()
while read -r package _; do
    [[ -z $package || $package == \#* ]] && continue
    [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
done <debian-packages.txt
((${#missing[@]})) || exit 0

if ! command -v apt-get >/dev/null; then
    echo "[1/8] this is no Debian: install what these Debian packages hold, then come back: ${missing[*]}" >&2
    exit 1
fi
if ((EUID != 0)); then
    echo "[1/8] system packages are missing. Run this, then come back:" >&2
    echo "    sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
fi
echo "[1/8] installing system packages: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
export DEBIAN_FRONTEND=noninteractive
if ! { apt-get update -q && apt-get install -y -q --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    exit 1
fi

# Debian's caddy package starts a web server of its own on port 80; Twinhall starts caddy itself.
if [[ " ${missing[*]} " == *" caddy "* && -d /run/systemd/system ]]; then
    systemctl disable --now --quiet caddy
fi
