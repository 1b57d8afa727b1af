package modulus.workbench;

/** Computes what a setting means for a table, from public quantities alone. */
public final class ReadOuts {

  /**
   * @param records n₀ ≥ 2
   * @param attributes k ≥ 1 modelled attributes
   */
  public ReadOut of(int records, int attributes, SynthesisSettings settings) {
    throw new UnsupportedOperationException("not wired: " + records + attributes + settings);
  }
}
