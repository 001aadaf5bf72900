#!/bin/sh
# Fills a registry, indexes it, warms up and measures searching. Builds first, needs Linux and a free port. See README.md.
#   src/bench/search-bench.sh DIRECTORY [FACTOR] [PORT]
set -eu
cd "$(dirname "$0")/../.."
data=${1:?directory for the data}
factor=${2:-1}
port=${3:-8080}
run=$(mktemp -d)
app=

# One kind of memory pool that gives back what it does not need, the collector for small heaps, and classes from an archive: what the
# budget for memory is meant for.
start() {
    SERVER_PORT=$port PACTA_DATA_DIR=$data MALLOC_ARENA_MAX=2 MALLOC_TRIM_THRESHOLD_=131072 \
        java -Xmx320m -XX:+UseSerialGC "$1" -jar "$run/app/pacta.jar" > "$run/log" 2>&1 &
    app=$!
    until curl -sf "http://127.0.0.1:$port/actuator/health/search" 2> /dev/null | grep -q ready; do
        kill -0 $app || { cat "$run/log"; exit 1; }
        sleep 2
    done
}

stop() {
    kill "$app"
    wait "$app" || true
    app=
}

trap 'test -z "$app" || kill "$app"; rm -rf "$run"' EXIT
mvn -q -B -DskipTests package
cp target/pacta-*.jar "$run/pacta.jar"
(cd "$run" && java -Djarmode=tools -jar pacta.jar extract --destination app > /dev/null)
start "-XX:ArchiveClassesAtExit=$run/classes"
mvn -q -B -Pbench exec:exec -Dbench="--factor $factor --data-dir $data"
stop
rm -rf "$data/search"
start "-XX:SharedArchiveFile=$run/classes"
grep -o 'Built the search index.*' "$run/log"
mvn -q -B -Pbench exec:exec -Dbench.program=SearchBench -Dbench="--at http://127.0.0.1:$port --pid $app --data-dir $data"
grep RssAnon "/proc/$app/status"
# Once more, now that the JVM has compiled what indexes.
PACTA_DATA_DIR=$data java -jar "$run/app/pacta.jar" --pacta.search.rebuild > /dev/null
until test "$(grep -c 'Built the search index' "$run/log")" = 2; do sleep 1; done
grep -o 'Built the search index.*' "$run/log" | tail -1
stop
