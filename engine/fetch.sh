#!/usr/bin/env bash
# Puts the engine library where Drever looks for it and prints its path on stdout.
# Fetched with npm, checked against engine/package-lock.json, unpacked once per user, shared by all checkouts.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
need_mb=1500 # 180 packed in npm's cache, 570 unpacked, and room for npm's own copies

# shellcheck source=../scripts/common.sh
. "$here/../scripts/common.sh"

platform() {
    case "$(uname -s)/$(uname -m)" in
        Linux/x86_64) echo linux-x64-gnu ;;
        Linux/aarch64 | Linux/arm64) echo linux-arm64-gnu ;;
        Darwin/x86_64) echo darwin-x64 ;;
        Darwin/arm64) echo darwin-arm64 ;;
        *) fail "the engine library exists for Linux and macOS on x64 and arm64 only, not for $(uname -s) on $(uname -m)." ;;
    esac
}

pinned_version() {
    sed -n "s|.*\"@chdb/lib-$1\": *\"\([^\"]*\)\".*|\1|p" "$here/package.json"
}

require_node() {
    command -v node >/dev/null || fail "Node.js 20 or newer is needed to fetch the engine library; install it and run this again."
    command -v npm >/dev/null || fail "npm is needed to fetch the engine library; install it (it comes with Node.js) and run this again."
    local major
    major=$(node -p 'process.versions.node.split(".")[0]')
    [ "$major" -ge 20 ] || fail "Node.js 20 or newer is needed to fetch the engine library, and this is $(node --version)."
}

# Says in one sentence why npm failed, from its log.
explain_npm() {
    local log=$1 package=$2
    if grep -q EINTEGRITY "$log"; then
        fail "what the package registry sent as $package does not have the checksum in engine/package-lock.json; nothing was installed."
    elif grep -q ENOSPC "$log"; then
        fail "the disk became full while fetching the engine library; make room and run this again."
    elif grep -qE 'E404|ETARGET' "$log"; then
        fail "the package registry ($(npm config get registry 2>/dev/null)) does not have $package; use one that does."
    elif grep -qE 'ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|FETCH_ERROR|ENOTCACHED|network' "$log"; then
        fail "no connection to the package registry ($(npm config get registry 2>/dev/null)), and the engine library must be fetched once; connect and run this again."
    fi
    fail "npm could not fetch $package: $(grep -E '^npm (error|ERR!)' "$log" | head -n 1 | sed 's/^npm [^ ]* *//')"
}

main() {
    if [ -n "${DREVER_ENGINE_LIBRARY:-}" ]; then
        [ -f "$DREVER_ENGINE_LIBRARY" ] || fail "DREVER_ENGINE_LIBRARY names $DREVER_ENGINE_LIBRARY, and there is no such file."
        echo "$DREVER_ENGINE_LIBRARY"
        return
    fi

    ensure_home "$(dirname "$here")"
    local platform version cache target
    platform=$(platform)
    version=$(pinned_version "$platform")
    cache="${XDG_CACHE_HOME:-$HOME/.cache}/drever/engine"
    target="$cache/$version-$platform"
    if [ ! -f "$target/libchdb.so" ]; then
        fetch "@chdb/lib-$platform" "$version" "$cache" "$target"
    fi
    echo "$target/libchdb.so"
}

fetch() {
    local package=$1 version=$2 cache=$3 target=$4
    require_node
    mkdir -p "$cache" 2>/dev/null || fail "the folder $cache for the engine library can't be made; set XDG_CACHE_HOME to one that can be written."
    require_space "$cache" "$need_mb" "the engine library"

    lock="$cache/.fetching"
    take_lock "$lock" "fetching the engine library"
    work=
    trap 'rm -rf "$lock" ${work:+"$work"}' EXIT
    trap 'exit 130' INT TERM HUP
    [ ! -f "$target/libchdb.so" ] || return 0 # the one we waited for has done it

    work=$(mktemp -d "$cache/.unpacking.XXXXXX")
    node "$here/select-platform.mjs" "$package" "$work" ||
        fail "engine/package-lock.json holds no checksum of $package $version yet; record it (docs/operations.md, 'The engine library') or set DREVER_ENGINE_LIBRARY to a libchdb of that version."
    echo "drever: fetching the engine library ($package $version, 180 MB, once per user)" >&2
    (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --fetch-retries=2 --fetch-retry-mintimeout=1000 --fetch-retry-maxtimeout=5000) >"$work/npm.log" 2>&1 ||
        explain_npm "$work/npm.log" "$package $version"

    local library="$work/node_modules/$package/libchdb.so"
    [ -f "$library" ] || fail "the package $package $version holds no libchdb.so."
    mkdir "$work/ready"
    mv "$library" "$work/ready/libchdb.so"
    rm -rf "$target"
    mv "$work/ready" "$target"
}

main
