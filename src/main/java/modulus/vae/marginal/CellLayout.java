package modulus.vae.marginal;

/**
 * What the codes of one finely coded attribute stand for.
 *
 * @param cells number of codes of present values, at least 1
 * @param ordered whether the cells are consecutive intervals of equal width of a number's range;
 *     false for categories
 * @param missing whether one further, last code stands for a missing value
 */
public record CellLayout(int cells, boolean ordered, boolean missing) {

  public CellLayout {
    if (cells < 1) {
      throw new IllegalArgumentException("cells must be at least 1 but is " + cells);
    }
  }

  /** Number of codes, the missing one included. */
  public int size() {
    return missing ? cells + 1 : cells;
  }
}
