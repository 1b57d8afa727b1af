#!/usr/bin/env bash
# Cost of a whole end-to-end run (read, train, calibrate, sign) against rows, attributes, encoder inputs and released rows.
#
#   mvn -q -DskipTests package test-compile
#   bash src/bench/cost.sh OUT [DATA]
#   /usr/bin/python3 src/bench/cost_plot.py OUT/cost.jsonl FILE.svg        (needs python3-matplotlib)
#
# Every point is one process of the packaged product: wall clock, processor time, largest resident memory. DATA is a folder with
# kdd99_8col.csv; without it that curve is left out. CURVES chooses among: rows kdd attributes inputs released. HEAP is -Xmx (default 6g).
set -euo pipefail
out=${1:?folder for results}; data=${2:-}
curves=${CURVES:-"rows kdd attributes inputs released"}
top=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$out"; : >> "$out/cost.jsonl"

ward() { # rows, columns
  [ -f "$out/ward-$1-$2.csv" ] || java -cp "$top/target/test-classes:$top/target/modulus.jar" modulus.sample.WardSample "$1" "$2" 7 "$out/ward-$1-$2.csv"
}

run() { # curve, value, table, more arguments
  local curve=$1 value=$2 table=$3; shift 3
  java -jar "$top/target/modulus.jar" schema "$table" -o "$out/schema.json" 2> "$out/schema.log"
  rm -rf "$out/package"
  /usr/bin/time -f '%e %U %S %M' -o "$out/time" java "-Xmx${HEAP:-6g}" -jar "$top/target/modulus.jar" synthesize "$table" --schema "$out/schema.json" \
    --guarantee end-to-end --epsilon 1 --delta 1e-7 --ledger "$out/ledger-$RANDOM$RANDOM" --out "$out/package" "$@" > "$out/stdout" 2> "$out/stderr"
  read -r wall user system memory < "$out/time"
  echo "{\"curve\": \"$curve\", \"value\": $value, \"wall\": $wall, \"cpu\": $(echo "$user + $system" | bc), \"memory_mb\": $((memory / 1024))}" | tee -a "$out/cost.jsonl"
}

for curve in $curves; do
  case $curve in
    rows) for n in ${ROWS:-62500 125000 250000 500000 1000000}; do ward "$n" 30; run rows "$n" "$out/ward-$n-30.csv"; rm "$out/ward-$n-30.csv"; done ;;
    kdd) [ -n "$data" ] || continue
      for n in 31250 62500 125000 250000 494021; do head -n $((n + 1)) "$data/kdd99_8col.csv" > "$out/kdd.csv"; run kdd "$n" "$out/kdd.csv"; done ;;
    attributes) for k in 5 10 20 40 80; do ward 100000 "$k"; run attributes "$k" "$out/ward-100000-$k.csv"; done ;;
    inputs) for c in 5 10 20 40 80 160; do
        /usr/bin/python3 - "$c" "$out/inputs.csv" <<'PY'
import random, sys
codes, path = int(sys.argv[1]), sys.argv[2]
random.seed(codes)
with open(path, "w") as file:
    file.write(",".join(f"a{j}" for j in range(12)) + "\n")
    for _ in range(50_000):
        group = random.random()
        file.write(",".join("c" + str(int(codes * min(0.999, abs(random.gauss(group, 0.2)) % 1))) for j in range(12)) + "\n")
PY
        run inputs $((12 * c)) "$out/inputs.csv"; done ;;
    released) ward 100000 18; for m in 25000 100000 400000 1600000; do run released "$m" "$out/ward-100000-18.csv" --rows "$m"; done ;;
  esac
done
