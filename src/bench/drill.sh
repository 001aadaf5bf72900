#!/bin/sh
# Runs a drill on a Pacta of its own, from its jar. See README.md.
#   src/bench/drill.sh DeskDrill|SiteDrill JAR [ARGUMENTS]
set -eu
cd "$(dirname "$0")"
drill=${1:?name of the drill}
jar=${2:?jar of Pacta}
case $jar in /*) ;; *) jar=$OLDPWD/$jar ;; esac
shift 2
classes=$(mktemp -d)
trap 'rm -rf "$classes"' EXIT
driver=$(jar tf "$jar" | grep 'BOOT-INF/lib/postgresql-')
(cd "$classes" && jar xf "$jar" "$driver")
javac -d "$classes" -cp "$classes/$driver" Drill.java FillRegistry.java "$drill.java"
java -cp "$classes:$classes/$driver" "$drill" "$jar" "$@"
