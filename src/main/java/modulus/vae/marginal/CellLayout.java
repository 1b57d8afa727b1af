package modulus.vae.marginal;

import java.util.ArrayList;
import java.util.List;
import modulus.encoding.FineCoding;

/**
 * What the codes of one finely coded attribute stand for.
 *
 * @param cells number of codes of present values, at least 1
 * @param ordered whether the cells are consecutive intervals of a number's range; false for
 *     categories
 * @param missing whether one further, last code stands for a missing value
 */
public record CellLayout(int cells, boolean ordered, boolean missing) {

  public CellLayout {
    if (cells < 1) {
      throw new IllegalArgumentException("cells must be at least 1 but is " + cells);
    }
  }

  /** The layouts of a coding's attributes, in order. */
  public static List<CellLayout> of(FineCoding coding) {
    List<CellLayout> layouts = new ArrayList<>();
    for (int j = 0; j < coding.sizes().length; j++) {
      boolean missing = coding.missingCode(j) >= 0;
      int cells = coding.size(j) - (missing ? 1 : 0);
      layouts.add(new CellLayout(cells, coding.grid(j).isPresent(), missing));
    }
    return layouts;
  }

  /** Number of codes, the missing one included. */
  public int size() {
    return missing ? cells + 1 : cells;
  }
}
