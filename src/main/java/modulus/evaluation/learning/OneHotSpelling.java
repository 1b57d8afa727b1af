package modulus.evaluation.learning;

import java.util.List;

/**
 * For a linear model: a standardised number with the median where it is missing and a mark that it
 * is; one indicator per group, the rarer groups sharing one.
 */
final class OneHotSpelling implements Examples.Spelling {
  private static final int MOST_GROUPS = 60;
  private static final String ALWAYS = "always";

  private final Features features;
  private final Features.Rows rows;
  private final String[][] names;

  OneHotSpelling(Features features, Features.Rows rows) {
    this.features = features;
    this.rows = rows;
    this.names = new String[features.size()][];
    for (int j = 0; j < names.length; j++) {
      names[j] = new String[features.numeric(j) ? 2 : MOST_GROUPS + 1];
      for (int g = 0; g < names[j].length; g++) {
        names[j][g] = j + "=" + g;
      }
    }
  }

  @Override
  public void spell(int row, List<String> to, List<Double> values) {
    // a row whose every group is new to the model must still have a feature it knows
    to.add(ALWAYS);
    values.add(1.0);
    for (int j = 0; j < names.length; j++) {
      if (features.numeric(j)) {
        double value = rows.standard()[j][row];
        boolean missing = Double.isNaN(value);
        to.add(names[j][0]);
        values.add(missing ? features.scale(j).typical() : value);
        if (missing) {
          to.add(names[j][1]);
          values.add(1.0);
        }
      } else {
        to.add(names[j][indicator(j, rows.groups()[j][row] & 0xff)]);
        values.add(1.0);
      }
    }
  }

  /** Missing keeps an indicator of its own. */
  private int indicator(int j, int group) {
    if (group == features.grouping(j).missing()) {
      return MOST_GROUPS;
    }
    return Math.min(group, MOST_GROUPS - 1);
  }
}
