package modulus.ui.model;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import modulus.ui.common.Figure;
import modulus.ui.common.Text;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisSettings;

/** The settings as they stand in their fields, each checked by itself. */
final class SettingsForm {
  static final double DEFAULT_LIPSCHITZ = 0.5;
  private static final double MOST = 1000;
  private static final int DIGITS = 6;

  final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.END_TO_END);
  final BooleanProperty automatic = new SimpleBooleanProperty(true);
  final StringProperty trainingTable = new SimpleStringProperty("");
  final CheckedNumber epsilon =
      new CheckedNumber(
          "model-epsilon-field",
          SynthesisSettings.DEFAULT_EPSILON,
          value -> value > 0 && value <= MOST,
          value -> Text.of("model.epsilonRange", new Figure.Plain(value, DIGITS)),
          () -> !boundByHand());
  final CheckedNumber delta =
      new CheckedNumber(
          "model-delta-field",
          SynthesisSettings.DEFAULT_DELTA,
          value -> value >= 1e-9 && value < 1,
          value -> Text.of("model.deltaRange", new Figure.Plain(value, DIGITS)),
          () -> true);
  final CheckedNumber lipschitz =
      new CheckedNumber(
          "model-lipschitz-field",
          DEFAULT_LIPSCHITZ,
          value -> value > 0 && value <= MOST,
          value -> Text.of("model.lipschitzRange", new Figure.Plain(value, DIGITS)),
          () -> !automatic.get());
  final CheckedNumber latent =
      new CheckedNumber(
          "model-latent-field",
          SynthesisSettings.DEFAULT_LATENT,
          value -> Math.round(value) >= 1 && Math.round(value) <= SynthesisSettings.MAX_LATENT,
          value ->
              Text.of(
                  "model.latentRange",
                  new Figure.Count(SynthesisSettings.MAX_LATENT),
                  new Figure.Plain(value, DIGITS)),
          () -> true);
  final CheckedNumber rows =
      new CheckedNumber(
          "model-rows-field",
          MOST,
          value -> Math.round(value) >= 1 && Math.round(value) <= Integer.MAX_VALUE,
          value ->
              Text.of(
                  "model.rowsRange",
                  new Figure.Plain(value, DIGITS),
                  new Figure.Count(Integer.MAX_VALUE)),
          () -> true);
  final CheckedNumber domainShare;
  private final ReadOnlyObjectWrapper<Text> trainingTableProblem = new ReadOnlyObjectWrapper<>();

  /**
   * @param estimating whether there are domains to be estimated privately
   */
  SettingsForm(ReadOnlyBooleanProperty estimating) {
    domainShare =
        new CheckedNumber(
            "model-domains-field",
            SynthesisSettings.DEFAULT_DOMAIN_SHARE,
            value -> value > 0 && value <= 0.5,
            value -> Text.of("model.domainsRange", new Figure.Plain(value, DIGITS)),
            estimating::get);
  }

  private Stream<CheckedNumber> numbers() {
    return Stream.of(epsilon, delta, domainShare, lipschitz, latent, rows);
  }

  /** Everything that a setting is made of. */
  List<Observable> parts() {
    return Stream.concat(
            Stream.of(scope, automatic, trainingTable), numbers().map(CheckedNumber::valueProperty))
        .map(Observable.class::cast)
        .toList();
  }

  /** Whether the Lipschitz bound decides what a release costs, and ε follows from it. */
  boolean boundByHand() {
    return scope.get() == Scope.RELEASE_ONLY && !automatic.get();
  }

  /** Whether ε takes a model as given that learned from the table itself. */
  boolean modelGiven() {
    return scope.get() == Scope.RELEASE_ONLY && trainingTable.get().isBlank();
  }

  /** Looks at every field anew; what is wrong stands at the field. */
  void check() {
    numbers().forEach(CheckedNumber::check);
    trainingTableProblem.set(
        scope.get() == Scope.RELEASE_ONLY && !nameable()
            ? Text.of("model.trainingTableName")
            : null);
  }

  /** What is wrong with the first field that is at fault; null where none is. */
  Fault fault() {
    Text name = trainingTableProblem.get();
    return Stream.concat(
            Stream.ofNullable(name == null ? null : new Fault("model-training-table", name)),
            numbers().map(CheckedNumber::fault))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** {@code last} with the value of every field that is in order. */
  SynthesisSettings applied(SynthesisSettings last) {
    double cap = epsilon.or(last.epsilon().orElse(SynthesisSettings.DEFAULT_EPSILON));
    double bound = lipschitz.or(last.lipschitz().orElse(DEFAULT_LIPSCHITZ));
    // both present while the scope changes: no order of setting is refused half-way
    return last.withEpsilon(OptionalDouble.of(cap))
        .withScope(scope.get())
        .withDelta(delta.or(last.delta()))
        .withLipschitz(automatic.get() ? OptionalDouble.empty() : OptionalDouble.of(bound))
        .withEpsilon(boundByHand() ? OptionalDouble.empty() : OptionalDouble.of(cap))
        .withLatent((int) Math.round(latent.or(last.latent())))
        .withDomainShare(domainShare.or(last.domainShare()))
        .withTrainingTable(nameable() ? path() : last.trainingTable())
        .withRows(OptionalInt.of((int) Math.round(rows.or(last.rows().orElse(1)))));
  }

  private Optional<Path> path() {
    String named = trainingTable.get();
    return named.isBlank() ? Optional.empty() : Optional.of(Path.of(named));
  }

  /** Whether what is typed can be the name of a file, or is nothing. */
  private boolean nameable() {
    try {
      path();
      return true;
    } catch (InvalidPathException noName) {
      return false;
    }
  }

  /** Shows settings that came from elsewhere. */
  void show(SynthesisSettings settings) {
    scope.set(settings.scope());
    settings.epsilon().ifPresent(epsilon.valueProperty()::set);
    delta.valueProperty().set(settings.delta());
    automatic.set(settings.lipschitz().isEmpty());
    settings.lipschitz().ifPresent(lipschitz.valueProperty()::set);
    latent.valueProperty().set(settings.latent());
    domainShare.valueProperty().set(settings.domainShare());
    settings.rows().ifPresent(rows.valueProperty()::set);
    trainingTable.set(settings.trainingTable().map(Path::toString).orElse(""));
  }

  /** What is wrong with the name of the training table, or null. */
  ReadOnlyObjectProperty<Text> trainingTableProblemProperty() {
    return trainingTableProblem.getReadOnlyProperty();
  }
}
