package modulus.workbench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import modulus.encoding.CodedTable;
import modulus.encoding.EncodedTable;
import modulus.encoding.FineCoding;
import modulus.privacy.GaussianMechanism;
import modulus.privacy.GuaranteeRandom;
import modulus.privacy.SecureGuaranteeRandom;
import modulus.schema.Attribute;
import modulus.schema.Schema;
import modulus.table.CsvWriter;
import modulus.table.Table;
import modulus.vae.marginal.BinSelection;
import modulus.vae.marginal.CellLayout;
import modulus.vae.marginal.Coarsening;
import modulus.vae.marginal.MarginalMechanism;
import modulus.vae.marginal.NoisyMarginals;

/**
 * The baseline of the benchmarks: every attribute drawn by itself from noisy marginals that got the
 * whole budget. Usage: TABLE SCHEMA EPSILON DELTA OUT.
 */
public final class IndependentMarginals {
  private IndependentMarginals() {}

  public static void main(String[] arguments) throws Exception {
    Table table = new TableOpening().open(Path.of(arguments[0]), RunListener.silent()).table();
    Schema schema = new SchemaFiles().read(Path.of(arguments[1]));
    double mu =
        GaussianMechanism.mu(Double.parseDouble(arguments[2]), Double.parseDouble(arguments[3]));
    GuaranteeRandom random = new SecureGuaranteeRandom();
    FineCoding coding = FineCoding.of(schema);
    EncodedTable records = coding.encode(table);
    int rows = records.rows();
    NoisyMarginals marginals =
        MarginalMechanism.withMu(CellLayout.of(coding), mu, 1)
            .measure(records.codes(), rows, random);
    Coarsening coarsening = BinSelection.forNoise(marginals).select(marginals);
    int[] sizes = coarsening.sizes();
    short[][] columns = new short[sizes.length][rows];
    for (int j = 0; j < sizes.length; j++) {
      double[] cumulative = coarsening.frequencies(j);
      Arrays.parallelPrefix(cumulative, Double::sum);
      for (int row = 0; row < rows; row++) {
        int at = Arrays.binarySearch(cumulative, random.nextDouble());
        columns[j][row] = (short) Math.min(sizes[j] - 1, at < 0 ? -at - 1 : at + 1);
      }
    }
    CodedTable drawn = new CodedTable(rows, sizes, columns);
    List<String> marks = schema.modelled().stream().map(Attribute::missingMark).toList();
    CsvWriter.write(
        coding.decode(coarsening.refine(drawn, random), random::nextInt),
        marks,
        Path.of(arguments[4]));
  }
}
