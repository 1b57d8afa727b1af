#!/usr/bin/env bash
# Builds Modulus and opens the workbench on the bundled sample. Without a display the same job runs
# in the terminal and leaves the signed package in a folder named at the end.
set -eu
cd "$(dirname "$0")/.."

has_display() { [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}" ]; }

fresh_folder() {
  local n=1
  while [ -e "target/sample-package-$n" ]; do n=$((n + 1)); done
  echo "target/sample-package-$n"
}

run_in_terminal() {
  local out
  out="$(fresh_folder)"
  java -jar target/modulus.jar synthesize assets/ward-sample.csv --schema assets/ward-sample.schema.json \
    --guarantee end-to-end --epsilon 1 --delta 1e-5 --out "$out"
  echo
  java -jar target/modulus.jar verify "$out"
  echo
  echo "The synthetic table and its certificate are in $PWD/$out"
}

if has_display; then bash installer/setup.sh window; else bash installer/setup.sh build; fi

echo "Building (the first time Maven fetches about 400 MB; that takes some minutes) ..."
mvn -B -q -DskipTests package

if has_display; then
  echo "Opening the workbench ..."
  exec java -jar target/modulus.jar assets/ward-sample.csv
fi
echo "No display here, so the window cannot open; running the same job in the terminal."
run_in_terminal
