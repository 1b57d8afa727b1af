package modulus.evaluation.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import modulus.evaluation.Cancellation;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Rows in the form a learner reads. Labels are spelled as the class's number. */
final class Examples {
  private static final int PER_CHECK = 1000;

  /** How a row is told to a learner. */
  interface Spelling {
    /** Appends the row's features, a name and a value each; no name twice. */
    void spell(int row, List<String> names, List<Double> values);
  }

  private Examples() {}

  /**
   * @param rows which rows, in order
   * @param labels one class per row of the table
   */
  static List<Example<Label>> of(
      Spelling spelling, int[] rows, int[] labels, BooleanSupplier cancelled) {
    List<Example<Label>> examples = new ArrayList<>(rows.length);
    List<String> names = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (i % PER_CHECK == 0) {
        Cancellation.check(cancelled);
      }
      names.clear();
      values.clear();
      spelling.spell(rows[i], names, values);
      examples.add(
          new ArrayExample<>(
              new Label(Integer.toString(labels[rows[i]])),
              names.toArray(new String[0]),
              values.stream().mapToDouble(Double::doubleValue).toArray()));
    }
    return examples;
  }

  static MutableDataset<Label> dataset(List<Example<Label>> examples) {
    LabelFactory factory = new LabelFactory();
    MutableDataset<Label> data =
        new MutableDataset<>(new SimpleDataSourceProvenance("table", factory), factory);
    data.addAll(examples);
    return data;
  }
}
