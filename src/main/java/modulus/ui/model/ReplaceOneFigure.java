package modulus.ui.model;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.Schema;
import modulus.ui.common.Background;
import modulus.ui.common.LatestOnly;
import modulus.workbench.Failure;
import modulus.workbench.ReadOut;
import modulus.workbench.SynthesisSettings;

/**
 * The one figure that takes longer than a slider waits: it follows the others a moment later, and
 * until then is open rather than old.
 */
public final class ReplaceOneFigure {

  /** Asks for it: {@link modulus.workbench.ReadOuts#replaceOne}. */
  @FunctionalInterface
  public interface Reading {
    double epsilon(int patients, Schema schema, SynthesisSettings settings);
  }

  /** What the figure of an end-to-end run depends on. */
  private record Cost(
      int patients,
      int attributes,
      int estimatedRanges,
      int estimatedCategories,
      double domainShare,
      double epsilon,
      double delta) {
    static Cost of(ModelViewModel.Question question) {
      List<Attribute> modelled = question.schema().modelled();
      List<Attribute> estimated = modelled.stream().filter(Attribute::estimatedPrivately).toList();
      int ranges =
          (int) estimated.stream().filter(a -> a.domain() instanceof Domain.Numeric).count();
      return new Cost(
          question.patients(),
          modelled.size(),
          ranges,
          estimated.size() - ranges,
          estimated.isEmpty() ? 0 : question.settings().domainShare(),
          question.settings().epsilon().orElseThrow(),
          question.settings().delta());
    }
  }

  private final LatestOnly<ModelViewModel.Question, Double> figures;
  private final ObjectProperty<ReadOut> readOut;
  private Cost shown;
  private Cost known;
  private double figure;

  /**
   * @param readOut completed once the figure is known
   */
  ReplaceOneFigure(
      Background background,
      Reading reading,
      ObjectProperty<ReadOut> readOut,
      Consumer<Failure> failed) {
    this.readOut = readOut;
    this.figures =
        new LatestOnly<>(
            background,
            question ->
                reading.epsilon(question.patients(), question.schema(), question.settings()),
            this::read,
            failed);
  }

  /**
   * Shows {@code answer}, with the figure where it is known.
   *
   * @param settled whether no later question waits; only then is it worth to ask
   */
  void complete(ModelViewModel.Question question, ReadOut answer, boolean settled) {
    if (answer.exportReplaceOne().isPresent()) {
      shown = null;
      readOut.set(answer);
      return;
    }
    shown = Cost.of(question);
    if (shown.equals(known)) {
      readOut.set(answer.withReplaceOne(figure));
      return;
    }
    readOut.set(answer);
    if (settled) {
      figures.ask(question);
    }
  }

  /** One that was overtaken is kept, not shown. */
  private void read(ModelViewModel.Question question, double epsilon) {
    Cost cost = Cost.of(question);
    known = cost;
    figure = epsilon;
    ReadOut present = readOut.get();
    if (present != null && cost.equals(shown)) {
      readOut.set(present.withReplaceOne(epsilon));
    }
  }
}
