# Shared by ./drever, ./test and engine/fetch.sh. To be sourced; the caller has set -euo pipefail.
# shellcheck shell=bash

fail() {
    echo "drever: $*" >&2
    exit 1
}

# dotnet, npm and the engine's cache all live under HOME. Where there is none that can be written, the checkout serves.
ensure_home() {
    local root=$1
    if [ -z "${HOME:-}" ] || [ ! -d "$HOME" ] || [ ! -w "$HOME" ]; then
        export HOME="$root/artifacts/home"
        mkdir -p "$HOME" || fail "there is no home folder that can be written, and $HOME can't be made either."
    fi
}

require_dotnet() {
    command -v dotnet >/dev/null || fail "the .NET 10 SDK is needed; install it (https://dotnet.microsoft.com/download) and run this again."
    dotnet --list-sdks 2>/dev/null | grep -q '^10\.' ||
        fail "the .NET 10 SDK is needed, and $(command -v dotnet) has: $(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1 | paste -sd' ' - | grep . || echo 'no SDK at all')."
}

quiet_dotnet() {
    export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
    export MSBUILDDISABLENODEREUSE=1 # nothing stays behind that holds our output open
}

require_space() {
    local folder=$1 need_mb=$2 what=$3 free_mb
    free_mb=$(df -Pk "$folder" | awk 'NR == 2 { print int($4 / 1024) }')
    [ "$free_mb" -ge "$need_mb" ] || fail "the disk of $folder has $free_mb MB free and $what needs $need_mb MB; make room and run this again."
}

# One process at a time: a folder that only one can make, holding the maker's process id. What a dead maker left is taken over.
take_lock() {
    local lock=$1 doing=$2 owner told=
    until mkdir "$lock" 2>/dev/null; do
        [ -d "$lock" ] || fail "the folder $(dirname "$lock") can't be written."
        owner=$(cat "$lock/pid" 2>/dev/null || true)
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            mv "$lock" "$lock.stale.$$" 2>/dev/null && rm -rf "$lock.stale.$$"
            continue
        fi
        [ -n "$told" ] || echo "drever: waiting for process ${owner:-unknown}, which is $doing (if there is no such process, delete $lock)" >&2
        told=1
        sleep 0.5
    done
    echo $$ >"$lock/pid"
}

# Says in one sentence why a step of dotnet (restore, build, ...) failed, from its log, after the first errors themselves.
explain_dotnet() {
    local log=$1 step=$2
    if grep -q 'NU1301\|NU1900.*Unable to load' "$log"; then
        fail "no connection to the NuGet package source, and the packages must be fetched once; connect and run this again."
    elif grep -q 'No space left on device' "$log"; then
        fail "the disk became full during $step; make room and run this again."
    elif grep -q 'NU1004' "$log"; then
        fail "a packages.lock.json does not fit its project any more; run 'dotnet restore' without CI=true and commit the lock files."
    fi
    grep -E ': error |error MSB|error :' "$log" | sed 's/ \[[^]]*\]$//' | sort -u | head -n 20 >&2 || true
    fail "$step failed; all of its output is in $log"
}
