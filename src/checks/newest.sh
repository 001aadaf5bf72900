#!/bin/sh
# Fails when a library whose version the pom names is behind by more than a patch. Needs the network, so it is run by hand.
set -eu
cd "$(dirname "$0")/../.."
versions=org.codehaus.mojo:versions-maven-plugin:2.19.1
found=$(mvn -B -ntp "$versions:display-property-updates" "$versions:display-parent-updates" \
    -DallowMajorUpdates=false -DallowMinorUpdates=false)
printf '%s\n' "$found" | grep -e ' -> ' || true
printf '%s\n' "$found" | sed -n 's/.*\.\([0-9][0-9]*\)[.A-Za-z]* -> .*\.\([0-9][0-9]*\)[.A-Za-z]*$/\1 \2/p' |
    awk '$2 - $1 > 1 { behind++ } END { if (behind) { print behind " of these by more than a patch."; exit 1 } print "None by more than a patch." }'
