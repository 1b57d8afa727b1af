#!/usr/bin/env bash
# Takes a picture of every screen of the real window: two sizes, light and dark, English and German.
#   bash installer/screenshots.sh TABLE FOLDER
# Needs Xvfb (apt package xvfb). Trains on TABLE several times: with 30,000 rows that takes minutes.
set -eu
if [ $# -ne 2 ]; then sed -n 2,4p "$0" >&2; exit 2; fi
table="$(realpath "$1")"
mkdir -p "$2"
folder="$(realpath "$2")"
cd "$(dirname "$0")/.."
mvn -B -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test-classpath.txt
xvfb-run -a -s "-screen 0 1920x1080x24" java -Dprism.order=sw -Dmodulus.home="$folder/user" \
  -cp "target/test-classes:target/classes:$(cat target/test-classpath.txt)" \
  modulus.ui.Screenshots "$table" "$folder"
