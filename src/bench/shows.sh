#!/usr/bin/env bash
# Measures utility and cost of the packaged product on real tables, several runs each, medians at the end.
#
#   bash src/bench/shows.sh DATA JUDGE [OUT]
#
# BASELINE=1 adds tables of independent noisy marginals that get the whole budget (needs target/test-classes: `mvn -q test-compile`).
# GUARANTEE=release reads EPSILONS as Lipschitz bounds.
#
# DATA is a folder with NAME_train.csv and NAME_test.csv, JUDGE the script that prints one JSON line
# for TRAIN TEST SYNTHETIC TARGET (needs python3-sklearn and python3-pandas). RUNS, EPSILONS and TABLES may be
# set in the environment; TABLES is a list of NAME:TARGET. Run `mvn -q -DskipTests package` before.
set -euo pipefail
data=${1:?folder with the splits}; judge=${2:?judge script}; out=${3:-$(mktemp -d)}
runs=${RUNS:-3}; epsilons=${EPSILONS:-"1 3"}
tables=${TABLES:-"adult:income diabetes130:readmitted"}
top=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$out"

# judges one table on the columns it has: identifiers are excluded from both sides
judged() { # method, synthetic table, cost
  for half in train test; do
    /usr/bin/python3 - "$data/${name}_$half.csv" "$2" "$out/$half.csv" <<'PY'
import pandas, sys
source, synthetic, target = sys.argv[1:]
kept = list(pandas.read_csv(synthetic, dtype=str, nrows=0).columns)
table = pandas.read_csv(source, dtype=str, keep_default_na=False)
table[[c for c in table.columns if c in kept]].to_csv(target, index=False)
PY
  done
  PYTHONWARNINGS=ignore /usr/bin/python3 "$judge" "$out/train.csv" "$out/test.csv" "$2" "$target" \
    --no-dcr --tag table="$name" --tag method="$1" --tag epsilon="$epsilon" --tag run="$run" --tag cost="$3" >> "$results"
  tail -n 1 "$results" >&2
}

results=$out/results.jsonl
: > "$results"
for entry in $tables; do
  name=${entry%%:*}; target=${entry#*:}
  java -jar "$top/target/modulus.jar" schema "$data/${name}_train.csv" -o "$out/$name.schema.json" 2> "$out/$name.schema.log"
  for epsilon in $epsilons; do
    for run in $(seq "$runs"); do
      folder=$out/$name-$epsilon-$run
      rm -rf "$folder"
      if [ "${GUARANTEE:-}" = release ]; then budget="--lipschitz $epsilon"; else budget="--epsilon $epsilon --delta 1e-5"; fi
      /usr/bin/env bash -c "TIMEFORMAT='{\"wall\": %R, \"user\": %U, \"system\": %S}'; time java -jar '$top/target/modulus.jar' synthesize \
        '$data/${name}_train.csv' --schema '$out/$name.schema.json' --guarantee ${GUARANTEE:-end-to-end} $budget --ledger '$out/ledger' ${OPTIONS:-} \
        --out '$folder' > '$folder.stdout' 2> '$folder.stderr'" 2> "$folder.time"
      judged product "$folder/synthetic.csv" "$(tail -n 1 "$folder.time")"
      if [ -n "${BASELINE:-}" ]; then
        java -cp "$top/target/test-classes:$top/target/modulus.jar" modulus.workbench.IndependentMarginals \
          "$data/${name}_train.csv" "$out/$name.schema.json" "$epsilon" 1e-5 "$folder.independent.csv" 2> "$folder.independent.stderr"
        judged independent "$folder.independent.csv" '{"wall": 0, "user": 0, "system": 0}'
      fi
    done
  done
done
/usr/bin/python3 - "$results" <<'PY'
import json, statistics, sys
rows = [json.loads(line) for line in open(sys.argv[1])]
print(f"{'table':18}{'method':13}{'eps':>5}{'runs':>5}{'tvd1':>8}{'tvd2':>8}{'hgb':>8}{'lr':>8}{'CPU s':>8}{'wall s':>8}")
for key in dict.fromkeys((r['table'], r['method'], r['epsilon']) for r in rows):
    group = [r for r in rows if (r['table'], r['method'], r['epsilon']) == key]
    cost = [json.loads(r['cost']) for r in group]
    med = lambda values: statistics.median(values)
    print(f"{key[0]:18}{key[1]:13}{key[2]:5g}{len(group):5d}" + ''.join(f"{med([r[m] for r in group]):8.4f}" for m in
          ('tvd1', 'tvd2', 'tstr_hgb_auc', 'tstr_lr_auc')) + f"{med([c['user'] + c['system'] for c in cost]):8.1f}{med([c['wall'] for c in cost]):8.1f}")
PY
