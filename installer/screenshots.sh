#!/usr/bin/env bash
# Takes a picture of every screen of the real window: two sizes, light and dark, English and German.
#   bash installer/screenshots.sh TABLE FOLDER         # a TABLE.schema.json beside it is taken up
#   bash installer/screenshots.sh TABLE FOLDER guide   # only the eight of the user guide; assets/screen-*.png
#                                                  # are those of assets/ward-sample.csv
#   bash installer/screenshots.sh TABLE FOLDER letters # with larger letters, also on a 4K screen
# Needs Xvfb (apt package xvfb). Trains on TABLE eight times: with 30,000 rows that takes minutes.
set -eu
if [ $# -lt 2 ] || [ $# -gt 3 ]; then sed -n 2,7p "$0" >&2; exit 2; fi
table="$(realpath "$1")"
mkdir -p "$2"
folder="$(realpath "$2")"
home="$(mktemp -d)"
trap 'rm -rf "$home"' EXIT
cd "$(dirname "$0")/.."
mvn -B -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test-classpath.txt
xvfb-run -a -s "-screen 0 3840x2160x24" java -Dprism.order=sw -Dmodulus.home="$home" \
  -cp "target/test-classes:target/classes:$(cat target/test-classpath.txt)" \
  modulus.ui.Screenshots "$table" "$folder" "${@:3}"
if [ "${3:-}" = guide ]; then
  mv "$folder"/1280x800/*.png "$folder"
  rmdir "$folder/1280x800"
fi
