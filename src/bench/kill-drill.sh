#!/usr/bin/env bash
# Kills Pacta again and again at a moment nobody chose, and looks whether the registry is the same afterwards.
#
#     src/bench/kill-drill.sh target/pacta-0.1.0-SNAPSHOT.jar [rounds]
#
# Started by hand; builds nothing. Pacta runs from the jar on a free port, over a data directory that is made for the drill and deleted
# after a drill that went well. The first start fills it with the sample. Each of the rounds (10 unless told) starts Pacta, every second
# round over an empty directory, and 0 to 15 seconds later kills (kill -9) in turn: the application, its PostgreSQL, or both. Then Pacta
# must start again, be healthy and show the same pages, and be stopped in the ordinary way without leaving a PostgreSQL behind.
#
# Needs bash 5, curl, sha256sum, java on the path (or JAVA_HOME) and Linux, whose /proc tells which PostgreSQL belongs to the drill. No
# process is ended but those the drill started. The environment may say otherwise:
#
#     PAGES     the paths that are compared, by default the front page and all lists; one that is not 200 at first is left out with a warning
#     WINDOW    seconds after a start within which it is killed, 15; more than a start takes also kills applications at work
#     PATIENCE  seconds a start may take, 180
#     SEED      the same seed kills at the same moments
#
# Exit code 0: nothing was lost. 1: something was, or Pacta did not come back; data and log are kept and named. 2: wrong arguments.

set -euo pipefail

jar=${1:-}
rounds=${2:-10}
if [[ ! -f $jar || ! $rounds =~ ^[1-9][0-9]*$ ]]; then
    echo "usage: $0 <jar> [rounds]" >&2
    exit 2
fi
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
window=${WINDOW:-15}
patience=${PATIENCE:-180}
read -ra pages <<<"${PAGES:-/ /councils /meetings /agreements /projects /organisations /people /places /sources}"
RANDOM=${SEED:-$$}

work=$(mktemp -d "${TMPDIR:-/tmp}/kill-drill.XXXXXX")
data=$work/data
log=$work/pacta.log
application=

fail() {
    echo "FAILED: $*" >&2
    echo "Data and log are in $work" >&2
    exit 1
}

# Ends what still runs when the drill itself is broken off.
tidy() {
    local code=$? server
    [[ -z $application ]] || kill -9 "$application" 2>>"$log" || true
    server=$(postgres)
    [[ -z $server ]] || kill "$server" 2>>"$log" || true
    if ((code == 0)); then
        rm -rf "$work"
    fi
}

# The PostgreSQL of the drill: the number in its pid file, if that process works in that directory.
postgres() {
    local cluster=$data/postgres/18 number=
    [[ -f $cluster/postmaster.pid ]] || return 0
    read -r number <"$cluster/postmaster.pid" || true
    if [[ $number =~ ^[1-9][0-9]*$ && $(readlink "/proc/$number/cwd" || true) == "$cluster" ]]; then
        echo "$number"
    fi
} 2>>"$log"

free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 12000))
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>>"$log"; then
            echo "$port"
            return
        fi
    done
}

launch() {
    port=$(free_port)
    echo "=== starts on port $port" >>"$log"
    "$java" -jar "$jar" --server.port="$port" --pacta.data-dir="$data" >>"$log" 2>&1 &
    application=$!
}

healthy() {
    [[ $(curl -s -o "$work/health" -w '%{http_code}' --max-time 5 "http://127.0.0.1:$port/actuator/health") == 200 ]]
}

await_health() {
    local deadline=$((SECONDS + patience))
    until healthy; do
        kill -0 "$application" 2>>"$log" || fail "Pacta ended while it started"
        ((SECONDS < deadline)) || fail "Pacta is not healthy after $patience s"
        sleep 0.2
    done
}

# Ends once the process is gone; bash says on standard error how it went.
await_end() {
    wait "$1" 2>>"$log" || true
    application=
}

# One hash over all pages that are compared.
content() {
    local page
    for page in "${pages[@]}"; do
        echo "$page"
        curl -sf --max-time 30 "http://127.0.0.1:$port$page" || echo "no answer"
    done | sha256sum | cut -d' ' -f1
}

readable_pages() {
    local page kept=()
    for page in "${pages[@]}"; do
        if curl -sf -o "$work/page" --max-time 30 "http://127.0.0.1:$port$page"; then
            kept+=("$page")
        else
            echo "warning: $page is no page and is left out" >&2
        fi
    done
    pages=("${kept[@]}")
}

# Asks Pacta to stop. It may take half a minute for requests that are under way.
stop() {
    local asked=$application deadline=$((SECONDS + 60))
    kill "$asked"
    while kill -0 "$asked" 2>>"$log"; do
        ((SECONDS < deadline)) || fail "Pacta does not stop when asked"
        sleep 0.2
    done
    await_end "$asked"
}

# $1: application, postgres or both
kill_now() {
    local server
    server=$(postgres)
    case $1 in
        application)
            kill -9 "$application" || fail "Pacta had ended by itself"
            await_end "$application"
            ;;
        postgres)
            [[ -z $server ]] || kill -9 "$server"
            # Without its database the application is asked to stop; during its start it has given up by itself.
            if kill -0 "$application" 2>>"$log"; then stop; else await_end "$application"; fi
            ;;
        both)
            kill -9 "$application" ${server:+"$server"} || fail "Pacta had ended by itself"
            await_end "$application"
            ;;
    esac
}

trap tidy EXIT
trap 'exit 1' INT TERM

launch
await_health
readable_pages
before=$(content)
echo "compares ${pages[*]:-nothing but the health}: $before"
stop

victims=(application postgres both)
for ((round = 1; round <= rounds; round++)); do
    victim=${victims[(round - 1) % 3]}
    moment=$((RANDOM * window * 1000 / 32768))
    start=later
    if ((round % 2 == 0)); then
        start=first
        rm -rf "$data"
    fi
    launch
    sleep "$(printf '%d.%03d' $((moment / 1000)) $((moment % 1000)))"
    state=starting
    if healthy; then state=healthy; fi
    kill_now "$victim"

    began=$SECONDS
    launch
    await_health
    after=$(content)
    printf 'round %2d: killed %-11s %5d ms into a %s start (%s), healthy again in %d s\n' \
        "$round" "$victim" "$moment" "$start" "$state" $((SECONDS - began))
    [[ $after == "$before" ]] || fail "the pages are not the same after round $round"
    stop
    [[ -z $(postgres) ]] || fail "PostgreSQL still runs after an ordinary stop"
done

echo "Nothing was lost in $rounds rounds."
