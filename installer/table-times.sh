#!/usr/bin/env bash
# Measures the real window on a table: time to open, heap over the columns, longest waits of its thread
# while the table opens and is scrolled, while each screen is gone to for the first time, and while theme,
# letters and language change.
#   bash installer/table-times.sh TABLE           # needs Xvfb (apt package xvfb)
#   bash installer/table-times.sh TABLE looks     # and what the thread did in the longest waits
#   bash installer/table-times.sh TABLE train     # trains too, and goes on to Compare and Export
# HEAP is what the heap may have, 3g where nothing is said.
set -eu
if [ $# -lt 1 ] || [ $# -gt 3 ]; then sed -n 2,8p "$0" >&2; exit 2; fi
table="$(realpath "$1")"
home="$(mktemp -d)"
trap 'rm -rf "$home"' EXIT
cd "$(dirname "$0")/.."
mvn -B -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test-classpath.txt
xvfb-run -a -s "-screen 0 1400x1000x24" java "-Xmx${HEAP:-3g}" -Dprism.order=sw -Dmodulus.home="$home" \
  -cp "target/test-classes:target/classes:$(cat target/test-classpath.txt)" \
  modulus.ui.TableTimes "$table" "${@:2}"
