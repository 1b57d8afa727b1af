"""What a release-only table keeps of the table it was drawn from: counts of single categories and pairs.

    /usr/bin/python3 src/bench/release_detail.py REAL.csv SYNTHETIC.csv SCHEMA.json

Prints, for categories shared by 10 to 100 rows and by more, the root mean square of their errors, each scaled to the real
table's n and divided by the deviation of m binomial draws, with the largest; and the share of pair structure kept:
0 for columns shuffled independently, 1 for the table drawn anew. Numbers count in 20 quantile bins, the first 25 columns in pairs.
"""
import itertools
import json
import sys

import numpy
import pandas

BINS, WIDEST = 20, 25

real_file, synthetic_file, schema_file = sys.argv[1:]
real = pandas.read_csv(real_file, dtype=str, keep_default_na=False)
synthetic = pandas.read_csv(synthetic_file, dtype=str, keep_default_na=False)
kinds = {a["name"]: a["kind"] for a in json.load(open(schema_file))["attributes"]}
n, m = len(real), len(synthetic)


def counted(column):
    """Both tables' codes of a column, equally spelled numbers being one category."""
    a, b = real[column], synthetic[column]
    x, y = pandas.to_numeric(a, errors="coerce"), pandas.to_numeric(b, errors="coerce")
    if kinds[column] == "numeric":
        bins = min(BINS, max(2, n // 10))
        edges = numpy.unique(numpy.nanquantile(x, numpy.linspace(0, 1, bins + 1)))[1:-1]
        code = lambda v: numpy.where(numpy.isnan(v), -1, numpy.searchsorted(edges, v, side="right"))
        return code(x.values), code(y.values)
    spelled = lambda text, number: text.where(number.isna(), number.map("{:g}".format))
    codes, _ = pandas.factorize(pandas.concat([spelled(a, x), spelled(b, y)]))
    return codes[:n], codes[n:]


columns = {c: counted(c) for c in synthetic.columns if kinds[c] in ("categorical", "numeric")}
errors = []
for name, (a, b) in columns.items():
    if kinds[name] == "categorical":
        for code, count in zip(*numpy.unique(a, return_counts=True)):
            if 10 <= count < n:
                deviation = numpy.sqrt(count * (1 - count / n) * n / m)
                errors.append((count, ((b == code).sum() * n / m - count) / deviation))


def summed(low, high):
    found = numpy.array([e for count, e in errors if low <= count < high])
    return f"{numpy.sqrt((found**2).mean()):.2f} (of {len(found)}; largest {abs(found).max():.1f})" if len(found) else "-"


def distance(first, second):
    names = list(columns)[:WIDEST]
    total = []
    for p, q in itertools.combinations(names, 2):
        tables = [pandas.crosstab(t[p], t[q], normalize=True).stack() for t in (first, second)]
        total.append(tables[0].subtract(tables[1], fill_value=0).abs().sum() / 2)
    return numpy.mean(total)


random = numpy.random.default_rng(1)
anew = random.integers(0, n, m)
codes = {c: a for c, (a, b) in columns.items()}
drawn = distance(codes, {c: b for c, (a, b) in columns.items()})
best = distance(codes, {c: a[anew] for c, a in codes.items()})
independent = distance(codes, {c: random.choice(a, m) for c, a in codes.items()})
print(f"10-99: {summed(10, 100)}; more: {summed(100, n)}; pairs kept {(independent - drawn) / (independent - best):.2f}")
