package modulus.ui.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import modulus.schema.Attribute;
import modulus.schema.PatientColumn;
import modulus.schema.Schema;
import modulus.ui.common.Background;
import modulus.ui.common.Figure;
import modulus.ui.common.LatestOnly;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;
import modulus.workbench.ReadOut;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisSettings;

/** What the Privacy & model screen decides: the settings, checked, and what they mean. */
public final class ModelViewModel {
  static final double DEFAULT_LIPSCHITZ = 0.5;

  /** What a setting means: {@link modulus.workbench.ReadOuts}. */
  @FunctionalInterface
  public interface Reading {
    ReadOut of(int patients, Schema schema, SynthesisSettings settings);
  }

  /** A setting and what is public of the table it is meant for. */
  record Question(int patients, Schema schema, SynthesisSettings settings) {}

  private final Session session;
  private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.END_TO_END);
  private final DoubleProperty epsilon =
      new SimpleDoubleProperty(SynthesisSettings.DEFAULT_EPSILON);
  private final DoubleProperty delta = new SimpleDoubleProperty(SynthesisSettings.DEFAULT_DELTA);
  private final BooleanProperty automatic = new SimpleBooleanProperty(true);
  private final DoubleProperty lipschitz = new SimpleDoubleProperty(DEFAULT_LIPSCHITZ);
  private final DoubleProperty latent = new SimpleDoubleProperty(SynthesisSettings.DEFAULT_LATENT);
  private final DoubleProperty rows = new SimpleDoubleProperty(1000);
  private final DoubleProperty domainShare =
      new SimpleDoubleProperty(SynthesisSettings.DEFAULT_DOMAIN_SHARE);
  private final StringProperty trainingTable = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper estimating = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Text> problem = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();
  private final LatestOnly<Question, ReadOut> readings;
  private final SettledReadOut settled;
  private final EpsilonByLipschitz curve;
  private final AdvancedViewModel advanced;
  private boolean takingUp;
  private Scope asked = Scope.END_TO_END;

  /**
   * @param atOnce answers within a slider's patience
   * @param settled answers as the run will have it
   */
  public ModelViewModel(Session session, Background background, Reading atOnce, Reading settled) {
    this.session = session;
    this.readings =
        new LatestOnly<>(
            background,
            question -> atOnce.of(question.patients(), question.schema(), question.settings()),
            this::read,
            this::unread);
    this.settled = new SettledReadOut(background, settled, session.readOutProperty(), this::unread);
    this.curve = new EpsilonByLipschitz(background, settled);
    scope.addListener((source, before, now) -> scopeChanged(before, now));
    for (Observable part :
        List.of(
            scope,
            epsilon,
            delta,
            automatic,
            lipschitz,
            latent,
            rows,
            domainShare,
            trainingTable)) {
      part.addListener(source -> settle());
    }
    session.tableProperty().addListener((source, before, now) -> tableChanged(now));
    session
        .schemaProperty()
        .addListener(
            (source, before, now) -> {
              if (now != null && !patient(before).equals(now.patient())) {
                patientsChanged(now);
              }
              estimating.set(
                  now != null && now.modelled().stream().anyMatch(Attribute::estimatedPrivately));
              ask();
            });
    session.settingsProperty().addListener((source, before, now) -> takeUp(now));
    this.advanced = new AdvancedViewModel(session, background, this::unread);
  }

  /** A latent dimension that nobody chose is the one that is best for the guarantee. */
  private void scopeChanged(Scope before, Scope now) {
    if (!takingUp && latent.get() == SynthesisSettings.defaultLatent(before)) {
      latent.set(SynthesisSettings.defaultLatent(now));
    }
  }

  private void tableChanged(OpenedTable opened) {
    if (opened != null) {
      trainingTable.set("");
      defaults(opened.table().rows());
    }
  }

  private static Optional<PatientColumn> patient(Schema schema) {
    return Optional.ofNullable(schema).flatMap(Schema::patient);
  }

  private void patientsChanged(Schema schema) {
    OpenedTable opened = session.tableProperty().get();
    if (opened != null) {
      defaults(Math.max(1, opened.patients(schema)));
    }
  }

  /** Rows and δ for a table of n₀ patients. */
  private void defaults(int patients) {
    rows.set(patients);
    delta.set(roundedDown(SynthesisSettings.defaultDelta(patients)));
  }

  /** Shows settings that came from elsewhere: a project, an explored run, an undone change. */
  private void takeUp(SynthesisSettings settings) {
    if (takingUp) {
      return;
    }
    takingUp = true;
    scope.set(settings.scope());
    settings.epsilon().ifPresent(epsilon::set);
    delta.set(settings.delta());
    automatic.set(settings.lipschitz().isEmpty());
    settings.lipschitz().ifPresent(lipschitz::set);
    latent.set(settings.latent());
    domainShare.set(settings.domainShare());
    settings.rows().ifPresent(rows::set);
    trainingTable.set(settings.trainingTable().map(Path::toString).orElse(""));
    takingUp = false;
    problem.set(null);
    ask();
  }

  /** One significant digit, for a number that is easy to read. */
  private static double roundedDown(double value) {
    return new BigDecimal(value).round(new MathContext(1, RoundingMode.DOWN)).doubleValue();
  }

  /** Takes the values as settings where they are valid, and says what is wrong where not. */
  private void settle() {
    if (takingUp) {
      return;
    }
    try {
      Optional<Path> otherPeople = otherPeople();
      boolean cap = scope.get() == Scope.END_TO_END || automatic.get();
      SynthesisSettings valid =
          session
              .settingsProperty()
              .get()
              // both present while the scope changes: no order of setting is refused half-way
              .withEpsilon(OptionalDouble.of(epsilon.get()))
              .withScope(scope.get())
              .withDelta(delta.get())
              .withLipschitz(
                  automatic.get() ? OptionalDouble.empty() : OptionalDouble.of(lipschitz.get()))
              .withEpsilon(cap ? OptionalDouble.of(epsilon.get()) : OptionalDouble.empty())
              .withLatent((int) Math.round(latent.get()))
              .withDomainShare(domainShare.get())
              .withTrainingTable(otherPeople)
              .withRows(OptionalInt.of((int) Math.round(rows.get())));
      problem.set(null);
      takingUp = true;
      session.settingsProperty().set(valid);
      takingUp = false;
      ask();
    } catch (InvalidPathException noName) {
      problem.set(Text.of("model.trainingTableName"));
    } catch (IllegalArgumentException refused) {
      problem.set(problem());
    }
  }

  private Optional<Path> otherPeople() {
    String named = trainingTable.get();
    return named.isBlank() ? Optional.empty() : Optional.of(Path.of(named));
  }

  private Text problem() {
    if (!(epsilon.get() > 0 && epsilon.get() <= 1000)) {
      return Text.of("model.epsilonRange", new Figure.Plain(epsilon.get(), 6));
    }
    if (!(delta.get() >= 1e-9 && delta.get() < 1)) {
      return Text.of("model.deltaRange", new Figure.Plain(delta.get(), 6));
    }
    if (!(lipschitz.get() > 0 && lipschitz.get() <= 1000)) {
      return Text.of("model.lipschitzRange", new Figure.Plain(lipschitz.get(), 6));
    }
    if (!(rows.get() >= 1)) {
      return Text.of("model.rowsRange", new Figure.Plain(rows.get(), 6));
    }
    if (!(domainShare.get() > 0 && domainShare.get() <= 0.5)) {
      return Text.of("model.domainsRange", new Figure.Plain(domainShare.get(), 6));
    }
    return Text.of(
        "model.latentRange",
        new Figure.Count(SynthesisSettings.MAX_LATENT),
        new Figure.Plain(latent.get(), 6));
  }

  private void ask() {
    OpenedTable opened = session.tableProperty().get();
    Schema schema = session.schemaProperty().get();
    if (opened == null || schema == null || problem.get() != null) {
      return;
    }
    int attributes = schema.modelled().size();
    int patients = opened.patients(schema);
    if (attributes == 0 || patients < 2) {
      session.readOutProperty().set(null);
      return;
    }
    Question question = new Question(patients, schema, session.settingsProperty().get());
    if (question.settings().scope() != asked) {
      // what the other guarantee means is not shown under this one's names
      asked = question.settings().scope();
      session.readOutProperty().set(null);
    }
    readings.ask(question);
    curve.ask(question);
  }

  private void read(Question question, ReadOut answer) {
    failure.set(null);
    settled.complete(question, answer, !readings.behindProperty().get());
  }

  private void unread(Failure why) {
    session.readOutProperty().set(null);
    failure.set(why);
  }

  ObjectProperty<Scope> scopeProperty() {
    return scope;
  }

  DoubleProperty epsilonProperty() {
    return epsilon;
  }

  DoubleProperty deltaProperty() {
    return delta;
  }

  /**
   * Whether no Lipschitz bound is set by hand: release only, the product chooses the largest that
   * keeps to ε; end-to-end, there is none.
   */
  BooleanProperty automaticProperty() {
    return automatic;
  }

  DoubleProperty lipschitzProperty() {
    return lipschitz;
  }

  DoubleProperty latentProperty() {
    return latent;
  }

  DoubleProperty rowsProperty() {
    return rows;
  }

  /** The share of the budget for domains to be estimated, where there are any. */
  DoubleProperty domainShareProperty() {
    return domainShare;
  }

  /** The file of other patients that a release-only model learns from; empty for none. */
  StringProperty trainingTableProperty() {
    return trainingTable;
  }

  /** Whether there are any. */
  ReadOnlyBooleanProperty estimatingProperty() {
    return estimating.getReadOnlyProperty();
  }

  /** What is wrong with the values, or null. */
  ReadOnlyObjectProperty<Text> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** What the setting means; null without a table. */
  ReadOnlyObjectProperty<ReadOut> readOutProperty() {
    return session.readOutProperty();
  }

  /** Whether the read-out belongs to an earlier setting. */
  ReadOnlyBooleanProperty behindProperty() {
    return readings.behindProperty();
  }

  ObjectProperty<Failure> failureProperty() {
    return failure;
  }

  AdvancedViewModel advanced() {
    return advanced;
  }

  EpsilonByLipschitz curve() {
    return curve;
  }
}
