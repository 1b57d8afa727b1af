package modulus.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import modulus.schema.Schema;
import modulus.ui.common.Figure;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.AuditVerdict;
import modulus.workbench.ReadOut;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;

/** What the frame of the window decides: where one may go, and what the chip claims. */
final class ShellViewModel {
  private final Session session;
  private final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.DATA);

  ShellViewModel(Session session) {
    this.session = session;
  }

  ObjectProperty<Step> stepProperty() {
    return step;
  }

  /** Why {@code target} is not possible yet; null where it is. */
  ObservableValue<Text> hindrance(Step target) {
    return Bindings.createObjectBinding(
        () -> hindranceNow(target), session.schemaProperty(), session.outcomeProperty());
  }

  private Text hindranceNow(Step target) {
    return switch (target) {
      case DATA, VERIFY -> null;
      case MODEL, TRAIN, EXPLORE ->
          session.schemaProperty().get() == null ? Text.of("step.needsTable") : null;
      case COMPARE, EXPORT ->
          session.schemaProperty().get() == null
              ? Text.of("step.needsTable")
              : session.outcomeProperty().get() == null ? Text.of("step.needsRun") : null;
    };
  }

  /**
   * The claim: of the finished run where there is one, else of the settings; null without table.
   */
  ObservableValue<Text> claim() {
    return Bindings.createObjectBinding(
        this::claimNow,
        session.schemaProperty(),
        session.settingsProperty(),
        session.readOutProperty(),
        session.hindranceProperty(),
        session.outcomeProperty(),
        session.ledger().runsProperty(),
        session.ledger().failureProperty());
  }

  private Text claimNow() {
    if (session.schemaProperty().get() == null) {
      return null;
    }
    SynthesisOutcome outcome = session.outcomeProperty().get();
    if (outcome != null) {
      return Text.of(
          several() ? "chip.runs" : "chip.run",
          scope(outcome.settings(), outcome.schema()),
          new Figure.Epsilon(outcome.guarantee().epsilonAddRemove()),
          new Figure.Delta(outcome.settings().delta()));
    }
    SynthesisSettings settings = session.settingsProperty().get();
    if (session.hindranceProperty().get() != null) {
      return Text.of("chip.hindered", scope(settings, session.schemaProperty().get()));
    }
    ReadOut readOut = session.readOutProperty().get();
    double epsilon =
        settings.epsilon().orElse(readOut == null ? Double.NaN : readOut.exportAddRemove());
    return Text.of(
        several() ? "chip.plans" : "chip.plan",
        scope(settings, session.schemaProperty().get()),
        new Figure.Epsilon(epsilon),
        new Figure.Delta(settings.delta()));
  }

  /** Never "end-to-end" while something was read from the data (privacy.md, section 1). */
  private static Text scope(SynthesisSettings settings, Schema schema) {
    if (settings.separateTraining() && schema.domainsCovered()) {
      return Text.of("scope.separate");
    }
    boolean open = settings.scope() == Scope.END_TO_END && !schema.domainsCovered();
    return Text.of(open ? "scope.domainsOpen" : "scope." + settings.scope());
  }

  /** Why the claim is limited; empty where it is not. */
  ObservableValue<List<Text>> limits() {
    return Bindings.createObjectBinding(
        this::limitsNow,
        session.schemaProperty(),
        session.trainingLimitProperty(),
        session.settingsProperty(),
        session.readOutProperty(),
        session.hindranceProperty(),
        session.outcomeProperty(),
        session.ledger().runsProperty(),
        session.ledger().failureProperty());
  }

  /** Choosing the best of several runs is itself a look at the table (privacy.md, section 6). */
  private boolean several() {
    return session.runsTried() > 1;
  }

  /** What a claim without limits covers. */
  ObservableValue<Text> coverage() {
    return Bindings.createObjectBinding(
        () -> Text.of(settingsNow().separateTraining() ? "chip.separate" : "chip.full"),
        session.settingsProperty(),
        session.outcomeProperty());
  }

  private SynthesisSettings settingsNow() {
    SynthesisOutcome outcome = session.outcomeProperty().get();
    return outcome == null ? session.settingsProperty().get() : outcome.settings();
  }

  private List<Text> limitsNow() {
    SynthesisOutcome outcome = session.outcomeProperty().get();
    Schema schema = outcome == null ? session.schemaProperty().get() : outcome.schema();
    SynthesisSettings settings = settingsNow();
    List<Text> limits = new ArrayList<>();
    Text hindrance = session.hindranceProperty().get();
    if (outcome == null && hindrance != null) {
      limits.add(hindrance);
    }
    if (settings.scope() == Scope.RELEASE_ONLY && !settings.separateTraining()) {
      limits.add(Text.of("limit.releaseOnly"));
    }
    if (schema != null && !schema.domainsCovered()) {
      limits.add(Text.of("limit.domains"));
    }
    Text training = session.trainingLimitProperty().get();
    if (outcome == null && training != null) {
      limits.add(training);
    }
    session.patientQuestion().ifPresent(column -> limits.add(Text.of("limit.patient", column)));
    if (outcome == null ? advised(ReadOut.Advice.WEAK_DELTA) : outcome.weakDelta()) {
      limits.add(Text.of("limit.delta"));
    }
    if (outcome == null ? advised(ReadOut.Advice.WEAK_PRIVACY) : outcome.weakEpsilon()) {
      boolean bound = settings.scope() == Scope.RELEASE_ONLY && settings.epsilon().isEmpty();
      limits.add(Text.of(bound ? "limit.epsilon.bound" : "limit.epsilon"));
    }
    if (settings.rehearsal()) {
      limits.add(Text.of("limit.rehearsal"));
    }
    if (outcome != null && outcome.auditVerdict() == AuditVerdict.REFUTED) {
      limits.add(Text.of("limit.refuted"));
    }
    if (several()) {
      limits.add(Text.of("limit.runs", new Figure.Count(session.runsTried())));
    }
    if (session.ledger().failureProperty().get() != null) {
      limits.add(Text.of("limit.ledger"));
    }
    return limits;
  }

  private boolean advised(ReadOut.Advice advice) {
    ReadOut readOut = session.readOutProperty().get();
    return readOut != null && readOut.advice() == advice;
  }

  /** File name of the open table; null without one. */
  ObservableValue<String> tableName() {
    return session.tableProperty().map(opened -> String.valueOf(opened.path().getFileName()));
  }
}
