package modulus.ui.train;

import java.util.OptionalInt;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import modulus.schema.Schema;
import modulus.ui.common.AuditText;
import modulus.ui.common.CountValue;
import modulus.ui.common.Figure;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.CanaryChoice;
import modulus.workbench.OpenedTable;
import modulus.workbench.SynthesisRun;

/** Whether the next run is audited, and by how many canaries. */
final class AuditForm {
  private final Session session;
  private final BooleanProperty chosen = new SimpleBooleanProperty();
  private final CountValue canaries =
      new CountValue(
          SynthesisRun.DEFAULT_CANARIES, SynthesisRun.LEAST_CANARIES, SynthesisRun.MOST_CANARIES);

  private boolean moving;

  AuditForm(Session session) {
    this.session = session;
    session
        .canariesProperty()
        .addListener(
            (source, before, now) -> {
              if (!moving) {
                take(now);
              }
            });
    take(session.canariesProperty().get());
    chosen.addListener((source, before, now) -> choose(now));
    canaries.textProperty().addListener(source -> tell());
  }

  private void take(CanaryChoice choice) {
    moving = true;
    chosen.set(choice.planted());
    if (canaries.value().isEmpty() || canaries.value().getAsInt() != choice.count()) {
      canaries.textProperty().set(Integer.toString(choice.count()));
    }
    moving = false;
  }

  private void choose(boolean audited) {
    if (moving) {
      return;
    }
    moving = true;
    if (audited && untouched()) {
      canaries.textProperty().set(Integer.toString(proposal()));
    }
    moving = false;
    tell();
  }

  private boolean untouched() {
    return canaries.value().orElse(0) == SynthesisRun.DEFAULT_CANARIES;
  }

  /** So many that those planted among few patients do not blur the synthetic table. */
  private int proposal() {
    OptionalInt patients = patients();
    return patients.isEmpty()
        ? SynthesisRun.DEFAULT_CANARIES
        : Math.max(
            SynthesisRun.LEAST_CANARIES,
            Math.min(SynthesisRun.DEFAULT_CANARIES, 2 * AuditText.most(patients.getAsInt())));
  }

  private OptionalInt patients() {
    OpenedTable opened = session.tableProperty().get();
    Schema schema = session.schemaProperty().get();
    return opened == null || schema == null
        ? OptionalInt.empty()
        : OptionalInt.of(opened.patients(schema));
  }

  /** A count that is none is not told: the last one stands until it is put right. */
  private void tell() {
    if (moving) {
      return;
    }
    moving = true;
    int last = session.canariesProperty().get().count();
    session.canariesProperty().set(new CanaryChoice(chosen.get(), canaries.value().orElse(last)));
    moving = false;
  }

  BooleanProperty chosenProperty() {
    return chosen;
  }

  CountValue canaries() {
    return canaries;
  }

  /** Whether a run can start: the count is in order, or not needed. */
  BooleanBinding ready() {
    return chosen.not().or(canaries.problemProperty().isNull());
  }

  /** 0 for a run without an audit. */
  int count() {
    return chosen.get() ? canaries.value().orElseThrow() : 0;
  }

  /**
   * What is planted beside how many patients, and what the outcome will mean; null where the count
   * that is typed is none.
   */
  ObservableValue<Text> sentence() {
    return Bindings.createObjectBinding(
        this::sentenceNow,
        chosen,
        canaries.textProperty(),
        session.tableProperty(),
        session.schemaProperty());
  }

  private Text sentenceNow() {
    if (!chosen.get()) {
      int proposed = untouched() ? proposal() / 2 : planted();
      return Text.of("train.audit.off", new Figure.Count(proposed));
    }
    if (canaries.value().isEmpty()) {
      return null;
    }
    Figure planted = new Figure.Count(planted());
    OptionalInt patients = patients();
    return patients.isEmpty()
        ? Text.of("train.audit.sentence", planted)
        : Text.of("train.audit.beside", planted, new Figure.Count(patients.getAsInt()));
  }

  /** A warning where the planted records would weigh heavily among the patients; else null. */
  ObservableValue<Text> warning() {
    return Bindings.createObjectBinding(
        () -> many() ? Text.of("train.audit.many") : null,
        chosen,
        canaries.textProperty(),
        session.tableProperty(),
        session.schemaProperty());
  }

  private boolean many() {
    OptionalInt patients = patients();
    return chosen.get()
        && canaries.value().isPresent()
        && patients.isPresent()
        && AuditText.many(planted(), patients.getAsInt());
  }

  /** About how many of the canaries a coin plants. */
  private int planted() {
    return canaries.value().orElse(SynthesisRun.DEFAULT_CANARIES) / 2;
  }
}
