"""Draws the curves that cost.sh measured: processor time and memory, both axes logarithmic, beside a line of slope 1.

    /usr/bin/python3 src/bench/cost_plot.py cost.jsonl FILE.svg
"""
import json
import sys

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plot

TITLES = {
    "rows": "rows n (ward table, 30 columns)",
    "kdd": "rows n (kdd99, 8 columns)",
    "attributes": "columns k (ward table, 100,000 rows)",
    "inputs": "categories of 12 attributes together (50,000 rows)",
    "released": "released rows m (ward table, 100,000 × 18)",
}


def draw(axes, points, field, label):
    points = sorted(points, key=lambda point: point["value"])
    x = [point["value"] for point in points]
    y = [point[field] for point in points]
    axes.loglog(x, y, "o-", color="#1f6f8b", label="measured")
    axes.loglog(x, [y[-1] * value / x[-1] for value in x], ":", color="#888888", label="in proportion")
    axes.set_ylabel(label)
    axes.grid(True, which="major", alpha=0.3)


def main(source, target):
    with open(source) as lines:
        points = [json.loads(line) for line in lines]
    curves = [curve for curve in TITLES if any(point["curve"] == curve for point in points)]
    figure, rows = plot.subplots(len(curves), 2, figsize=(9, 2.6 * len(curves)), squeeze=False)
    for curve, (time, memory) in zip(curves, rows):
        own = [point for point in points if point["curve"] == curve]
        draw(time, own, "cpu", "processor time, s")
        draw(memory, own, "memory_mb", "largest memory, MB")
        for axes in (time, memory):
            axes.set_xlabel(TITLES[curve])
    rows[0][0].legend()
    figure.tight_layout()
    figure.savefig(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
