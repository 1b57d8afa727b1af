package modulus.ui.model;

import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import modulus.ui.common.Background;
import modulus.ui.common.LatestOnly;
import modulus.workbench.Failure;
import modulus.workbench.ReadOut;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisSettings;

/**
 * The figures that take longer than a slider waits: they follow the others a moment later, and
 * until then are open or cautious rather than old.
 */
final class SettledReadOut {
  private final LatestOnly<ModelViewModel.Question, ReadOut> readings;
  private final ObjectProperty<ReadOut> readOut;
  private final Consumer<Failure> failed;
  private ModelViewModel.Question shown;
  private ModelViewModel.Question known;
  private ReadOut figures;

  /**
   * @param reading {@link modulus.workbench.ReadOuts#settled}
   * @param readOut replaced once the figures are known
   */
  SettledReadOut(
      Background background,
      ModelViewModel.Reading reading,
      ObjectProperty<ReadOut> readOut,
      Consumer<Failure> failed) {
    this.readOut = readOut;
    this.failed = failed;
    this.readings =
        new LatestOnly<>(
            background,
            question -> reading.of(question.patients(), question.schema(), question.settings()),
            this::read,
            this::unread);
  }

  /**
   * Shows {@code atOnce}, or the settled figures where they are known.
   *
   * @param settled whether no later question waits; only then is it worth to ask
   */
  void complete(ModelViewModel.Question question, ReadOut atOnce, boolean settled) {
    shown = essence(question);
    if (shown.equals(known)) {
      readOut.set(figures);
      return;
    }
    readOut.set(atOnce);
    if (settled) {
      readings.ask(shown);
    }
  }

  /** Without what no figure depends on. */
  private static ModelViewModel.Question essence(ModelViewModel.Question question) {
    SynthesisSettings settings = question.settings().withLatent(SynthesisSettings.DEFAULT_LATENT);
    return new ModelViewModel.Question(
        question.patients(),
        question.schema(),
        settings.scope() == Scope.END_TO_END ? settings.withRows(OptionalInt.empty()) : settings);
  }

  /** One that was overtaken is kept, not shown. */
  private void read(ModelViewModel.Question question, ReadOut answer) {
    known = question;
    figures = answer;
    if (readOut.get() != null && question.equals(shown)) {
      readOut.set(answer);
    }
  }

  /** Of an overtaken question it says nothing about the present one. */
  private void unread(Failure failure) {
    if (!readings.behindProperty().get()) {
      failed.accept(failure);
    }
  }
}
