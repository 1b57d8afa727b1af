package modulus.ui.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import modulus.schema.Attribute;
import modulus.schema.PatientColumn;
import modulus.schema.Schema;
import modulus.ui.common.Background;
import modulus.ui.common.Figure;
import modulus.ui.common.LatestOnly;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.ui.common.Told;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;
import modulus.workbench.ReadOut;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisSettings;

/** What the Privacy & model screen decides: the settings, checked, and what they mean. */
public final class ModelViewModel {
  private static final int BOUND_DIGITS = 3;

  /** What a setting means: {@link modulus.workbench.ReadOuts}. */
  @FunctionalInterface
  public interface Reading {
    ReadOut of(int patients, Schema schema, SynthesisSettings settings);
  }

  /** A setting and what is public of the table it is meant for. */
  record Question(int patients, Schema schema, SynthesisSettings settings) {}

  private final Session session;
  private final ReadOnlyBooleanWrapper estimating = new ReadOnlyBooleanWrapper();
  private final SettingsForm form = new SettingsForm(estimating.getReadOnlyProperty());
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();
  private final LatestOnly<Question, ReadOut> readings;
  private final SettledReadOut settled;
  private final EpsilonByLipschitz curve;
  private final OwnSettings own;
  private final AdvancedViewModel advanced;
  private final ReadOnlyObjectWrapper<Fault> fault = new ReadOnlyObjectWrapper<>();
  private boolean takingUp;
  private Scope asked = Scope.END_TO_END;
  private Failure refusal;

  /**
   * @param atOnce answers within a slider's patience
   * @param settled answers as the run will have it
   */
  public ModelViewModel(Session session, Background background, Reading atOnce, Reading settled) {
    this.session = session;
    this.own = new OwnSettings(session);
    this.readings =
        new LatestOnly<>(
            background,
            question -> atOnce.of(question.patients(), question.schema(), question.settings()),
            this::read,
            this::unread);
    this.settled = new SettledReadOut(background, settled, session.readOutProperty(), this::unread);
    this.curve = new EpsilonByLipschitz(background, settled);
    form.scope.addListener((source, before, now) -> scopeChanged(before, now));
    form.automatic.addListener((source, before, now) -> takeOverBound(now));
    form.parts().forEach(part -> part.addListener(source -> settle()));
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
              form.check();
              ask();
            });
    session.settingsProperty().addListener((source, before, now) -> takeUp(now));
    this.advanced = new AdvancedViewModel(session, own, background, this::unknown);
    advanced.faultProperty().addListener(source -> ask());
    session.undeclaredProperty().addListener(source -> ask());
  }

  /** A latent dimension that nobody chose is the one that is best for the guarantee. */
  private void scopeChanged(Scope before, Scope now) {
    DoubleProperty latent = form.latent.valueProperty();
    if (!takingUp && latent.get() == SynthesisSettings.defaultLatent(before)) {
      latent.set(SynthesisSettings.defaultLatent(now));
    }
  }

  /** A bound that is to be set by hand begins with the one that was in force. */
  private void takeOverBound(boolean automatic) {
    double known = chosenBound();
    if (!automatic && !takingUp && !Double.isNaN(known)) {
      form.lipschitz.valueProperty().set(roundedDown(known, BOUND_DIGITS));
    }
  }

  /** The bound that a run keeps to where it is chosen for the steward; NaN while not known. */
  private double chosenBound() {
    Schema schema = session.schemaProperty().get();
    if (form.scope.get() == Scope.END_TO_END && schema != null && !schema.modelled().isEmpty()) {
      return session
          .settingsProperty()
          .get()
          .withLipschitz(OptionalDouble.empty())
          .endToEndBound(schema.modelled().size());
    }
    return Optional.ofNullable(session.readOutProperty().get())
        .flatMap(ReadOut::row)
        .map(ReadOut.Row::lipschitz)
        .orElse(Double.NaN);
  }

  private void tableChanged(OpenedTable opened) {
    if (opened != null) {
      form.trainingTable.set("");
      defaults(opened.table().rows());
      // also where they are those that the last table left
      settle();
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
    form.rows.valueProperty().set(patients);
    form.delta.valueProperty().set(roundedDown(SynthesisSettings.defaultDelta(patients), 1));
  }

  /** Shows settings that came from elsewhere: a project, an explored run, an undone change. */
  private void takeUp(SynthesisSettings settings) {
    if (takingUp) {
      return;
    }
    if (!own.changing()) {
      takingUp = true;
      form.show(settings);
      takingUp = false;
      form.check();
    }
    ask();
  }

  /** A few significant digits, for a number that is easy to read. */
  private static double roundedDown(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits, RoundingMode.DOWN)).doubleValue();
  }

  /** Takes every value that is valid as a setting; what is wrong with another stands at it. */
  private void settle() {
    if (takingUp) {
      return;
    }
    form.check();
    takingUp = true;
    own.set(form.applied(own.get()));
    takingUp = false;
    ask();
  }

  /** What is wrong with a value on the screens, or null. */
  private Fault wrong() {
    Text undeclared = session.undeclaredProperty().get();
    return Stream.of(
            form.fault(),
            advanced.faultProperty().get(),
            undeclared == null ? null : new Fault("", undeclared))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** No run starts with other values than those on the screen, nor with refused ones. */
  private void hinder() {
    Fault wrong = wrong();
    fault.set(wrong);
    session
        .hindranceProperty()
        .set(wrong != null ? wrong.sentence() : refusal == null ? null : Told.of(refusal));
  }

  private void ask() {
    OpenedTable opened = session.tableProperty().get();
    Schema schema = session.schemaProperty().get();
    boolean open = opened != null && schema != null;
    int attributes = open ? schema.modelled().size() : 0;
    int patients = open ? opened.patients(schema) : 0;
    if (wrong() != null || attributes == 0 || patients < 2) {
      refusal = null;
      hinder();
      session.readOutProperty().set(null);
      return;
    }
    hinder();
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
    refusal = null;
    hinder();
    if (wrong() == null) {
      settled.complete(question, answer, !readings.behindProperty().get());
    }
  }

  private void unknown(Failure why) {
    session.readOutProperty().set(null);
    failure.set(why);
  }

  private void unread(Failure why) {
    unknown(why);
    // a fault of the reading's own says nothing about the run
    refusal = why.kind() == Failure.Kind.INTERNAL ? null : why;
    hinder();
  }

  Session session() {
    return session;
  }

  /** The values on the screen, and what is wrong with them. */
  SettingsForm form() {
    return form;
  }

  /** What ε follows from the bound that is set by hand; null where ε itself is set. */
  ObservableValue<Figure.Epsilon> followingEpsilon() {
    return Bindings.createObjectBinding(
        () -> {
          ReadOut readOut = session.readOutProperty().get();
          return form.boundByHand()
              ? new Figure.Epsilon(readOut == null ? Double.NaN : readOut.exportAddRemove())
              : null;
        },
        session.readOutProperty(),
        form.scope,
        form.automatic);
  }

  /**
   * The Lipschitz bound in force while it is chosen for the steward, also where the guarantee does
   * not rest on it; NaN while it is not known. Null while it is set by hand.
   */
  ObservableValue<Figure.Plain> followingBound() {
    return Bindings.createObjectBinding(
        () -> form.automatic.get() ? new Figure.Plain(chosenBound(), BOUND_DIGITS) : null,
        session.readOutProperty(),
        session.schemaProperty(),
        form.scope,
        form.automatic);
  }

  /** Whether there are domains to be estimated privately. */
  ReadOnlyBooleanProperty estimatingProperty() {
    return estimating.getReadOnlyProperty();
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

  /** Why nothing is read out: the first value that is wrong; null where none is. */
  ReadOnlyObjectProperty<Fault> faultProperty() {
    return fault.getReadOnlyProperty();
  }

  AdvancedViewModel advanced() {
    return advanced;
  }

  EpsilonByLipschitz curve() {
    return curve;
  }
}
