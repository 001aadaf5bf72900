#!/usr/bin/env bash
# Kills Pacta at random moments and checks that it always comes back with everything it had.
#
#   src/bench/kill-drill.sh [rounds] [jar]       10 rounds of target/pacta-*.jar
#
# Each round starts the jar on the same data directory, ends it with kill -9 somewhere between the first moment and a few seconds after it
# is ready, every third time together with its PostgreSQL, and starts it again. That start must report health within two minutes
# (HEALTHY_WITHIN, in seconds) and serve every list page byte for byte as before. The first kill mostly falls into the very first start, while
# the programs are unpacked, the server is initialised and the sample is loaded.
#
# Needs bash, curl and a built jar (mvn package). Works in a temporary directory of its own, kills only what it started, changes nothing
# else, and leaves the directory and its logs behind when a round fails. By hand; not part of the build.
set -euo pipefail

rounds=${1:-10}
jar=${2:-$(ls target/pacta-*.jar | head -n 1)}
healthy_within=${HEALTHY_WITHIN:-120}
port=$((20000 + RANDOM % 20000))
address=http://127.0.0.1:$port
pages="/councils /meetings /agreements /projects /organisations /people /places /sources"
work=$(mktemp -d)
data=$work/data
application=

start() {
    java -jar "$jar" --pacta.data-dir="$data" --server.port="$port" >>"$work/pacta.log" 2>&1 &
    application=$!
}

healthy() {
    curl --silent --fail --max-time 5 --output "$work/health" "$address/actuator/health" && grep --quiet UP "$work/health"
}

await_health() {
    local deadline=$((SECONDS + healthy_within))
    until healthy; do
        kill -0 "$application" 2>/dev/null || fail "the application ended by itself"
        ((SECONDS < deadline)) || fail "not healthy within $healthy_within s"
        sleep 0.2
    done
}

# One line per page: its address and the checksum of what it serves.
fingerprint() {
    local page
    for page in $pages; do
        curl --silent --show-error --fail --max-time 30 --output "$work/page" "$address$page" || fail "$page is not served"
        echo "$page $(cksum <"$work/page")"
    done
}

postgres() {
    head -n 1 "$data/postgres/18/postmaster.pid" 2>/dev/null || true
}

kill_all() {
    local server
    server=$(postgres)
    kill -9 "$application" 2>/dev/null || true
    if [[ ${1:-} == with_postgres && -n $server ]]; then
        kill -9 "$server" 2>/dev/null || true
    fi
    wait "$application" 2>/dev/null || true
}

# Ends a healthy application the ordinary way.
stop() {
    kill "$application" 2>/dev/null || true
    wait "$application" 2>/dev/null || true
}

fail() {
    echo "FAILED: $1. See $work/pacta.log and $data/postgres/server.log" >&2
    tail -n 20 "$work/pacta.log" >&2
    stop
    trap - EXIT
    exit 1
}

clean() {
    stop
    rm -rf "$work"
}
trap clean EXIT

before=
for ((round = 1; round <= rounds; round++)); do
    began=$SECONDS
    start
    # Up to 26 s: a start takes 5 to 20 s, depending on the machine.
    moment=$((RANDOM % 26)).$((RANDOM % 10))
    sleep "$moment"
    state=$(healthy && echo ready || echo starting)
    with=
    ((round % 3 == 0)) && with=with_postgres
    kill_all $with

    start
    await_health
    after=$(fingerprint)
    [[ -z $before || $after == "$before" ]] || fail "pages changed: $(diff <(echo "$before") <(echo "$after"))"
    before=$after
    echo "round $round: killed ${with:+$with }after $moment s while $state, back in $((SECONDS - began)) s with the same $(wc -w <<<"$pages") pages"
    # Half of the rounds go on from a clean stop, half from another kill.
    if ((round % 2)); then stop; else kill_all; fi
done
echo "All $rounds rounds came back."
