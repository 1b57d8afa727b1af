package modulus.ui.model;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import modulus.schema.Schema;
import modulus.ui.common.Background;
import modulus.ui.common.Figure;
import modulus.ui.common.LatestOnly;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.BudgetShares;
import modulus.workbench.Failure;
import modulus.workbench.Hyperparameters;
import modulus.workbench.OpenedTable;
import modulus.workbench.PlannedModel;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisSettings;

/** Hyperparameters and shares of the budget: what is recommended for this table, or chosen. */
final class AdvancedViewModel {
  private static final int EVEN = 2;

  /**
   * What a recommendation follows from: a table's public sizes, and settings without any chosen
   * hyperparameter.
   */
  private record Question(int patients, int records, int attributes, SynthesisSettings settings) {
    PlannedModel answer() {
      return PlannedModel.of(patients, records, attributes, settings);
    }
  }

  private final Session session;
  private final OwnSettings own;
  private final LatestOnly<Question, PlannedModel> recommendations;
  private final Choice klWeight = new Choice(0, this::settle);
  private final Choice components = new Choice(1, this::settle);
  private final Choice encoderWidth = new Choice(EVEN, this::settle);
  private final Choice decoderWidth = new Choice(1, this::settle);
  private final Choice epochs = new Choice(1, this::settle);
  private final SharesChoice shares = new SharesChoice(this::settle);
  private final ReadOnlyObjectWrapper<Fault> fault = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
  private int patients;
  private int records;
  private int attributes;
  private Question asked;

  /**
   * @param own the settings as they are changed on this screen
   * @param background where recommendations are worked out: they take a search of the accountant's
   * @param failed told why there is none
   */
  AdvancedViewModel(
      Session session, OwnSettings own, Background background, Consumer<Failure> failed) {
    this.session = session;
    this.own = own;
    this.recommendations =
        new LatestOnly<>(background, Question::answer, this::recommended, failed);
    session.schemaProperty().addListener((source, before, now) -> tableChanged(now));
    session.settingsProperty().addListener((source, before, now) -> settingsChanged(now));
    tableChanged(session.schemaProperty().get());
    takeUp(own.get());
  }

  private void tableChanged(Schema schema) {
    OpenedTable opened = session.tableProperty().get();
    boolean there = opened != null && schema != null && !schema.modelled().isEmpty();
    patients = there ? opened.patients(schema) : 0;
    if (patients < 2) {
      asked = null;
      known.set(false);
      return;
    }
    attributes = schema.modelled().size();
    records = (int) Math.min(opened.table().rows(), (long) patients * schema.rowsPerPatient());
    recommend(own.get());
    count();
  }

  /** What was typed here and is wrong stays so while something else on the screen is changed. */
  private void settingsChanged(SynthesisSettings settings) {
    if (own.changing()) {
      recommend(settings);
      count();
    } else {
      takeUp(settings);
    }
  }

  private void takeUp(SynthesisSettings settings) {
    recommend(settings);
    Hyperparameters now = settings.hyperparameters();
    klWeight.take(now.klWeight());
    components.take(number(now.components()));
    encoderWidth.take(number(now.encoderWidth()));
    decoderWidth.take(number(now.decoderWidth()));
    epochs.take(number(now.epochs()));
    shares.take(now.shares());
    fault.set(null);
    count();
  }

  private void recommend(SynthesisSettings settings) {
    if (patients < 2) {
      return;
    }
    Question now =
        new Question(
            patients,
            records,
            attributes,
            settings.withHyperparameters(Hyperparameters.RECOMMENDED));
    if (!now.equals(asked)) {
      asked = now;
      recommendations.ask(now);
    }
  }

  private void recommended(Question question, PlannedModel model) {
    if (!question.equals(asked)) {
      return;
    }
    klWeight.recommend(model.klWeight());
    components.recommend(model.components());
    encoderWidth.recommend(model.encoderWidth());
    decoderWidth.recommend(model.decoderWidth());
    epochs.recommend(model.epochs());
    model.shares().ifPresent(shares::recommend);
    known.set(true);
  }

  /** Takes the choices as settings where they are valid, and says what is wrong where not. */
  private void settle() {
    count();
    fault.set(
        Stream.of(
                outside(
                    "model-beta",
                    klWeight,
                    Hyperparameters.LEAST_KL_WEIGHT,
                    Hyperparameters.MOST_KL_WEIGHT),
                outside("model-components", components, 1, Hyperparameters.MOST_COMPONENTS),
                outside("model-encoder-width", encoderWidth, EVEN, Hyperparameters.MOST_WIDTH),
                outside("model-decoder-width", decoderWidth, 1, Hyperparameters.MOST_WIDTH),
                outside("model-epochs", epochs, 1, Hyperparameters.MOST_EPOCHS),
                refusedShare())
            .flatMap(List::stream)
            .findFirst()
            .orElse(null));
    if (fault.get() == null) {
      own.set(own.get().withHyperparameters(hyperparameters()));
    }
  }

  private Hyperparameters hyperparameters() {
    return new Hyperparameters(
        klWeight.chosen(),
        whole(components),
        whole(encoderWidth),
        whole(decoderWidth),
        whole(epochs),
        shares.chosen());
  }

  private static List<Fault> outside(String name, Choice choice, double least, double most) {
    OptionalDouble number = choice.chosen();
    if (number.isEmpty() || (number.getAsDouble() >= least && number.getAsDouble() <= most)) {
      return List.of();
    }
    return List.of(range(name, Text.of(name + ".name"), least, most, number.getAsDouble()));
  }

  private List<Fault> refusedShare() {
    Double share = shares.refusedProperty().get();
    if (share == null) {
      return List.of();
    }
    String field =
        share == shares.marginalsProperty().get()
            ? "model-share-marginals"
            : share == shares.pairsProperty().get() ? "model-share-pairs" : "model-share-training";
    Text name = Text.of("model.shares.name");
    return List.of(range(field, name, BudgetShares.LEAST, BudgetShares.MOST, share));
  }

  private static Fault range(String id, Text name, double least, double most, double value) {
    return new Fault(
        id + "-field",
        Text.of(
            "model.advanced.range",
            name,
            new Figure.Plain(least, 6),
            new Figure.Plain(most, 6),
            new Figure.Plain(value, 6)));
  }

  private static OptionalDouble number(OptionalInt whole) {
    return whole.isPresent() ? OptionalDouble.of(whole.getAsInt()) : OptionalDouble.empty();
  }

  private static OptionalInt whole(Choice choice) {
    OptionalDouble number = choice.chosen();
    return number.isPresent()
        ? OptionalInt.of((int) Math.round(number.getAsDouble()))
        : OptionalInt.empty();
  }

  private void count() {
    int numbers =
        (int)
            Stream.of(klWeight, components, encoderWidth, decoderWidth, epochs)
                .filter(choice -> !choice.asRecommendedProperty().get())
                .count();
    boolean divided =
        own.get().scope() == Scope.END_TO_END && !shares.asRecommendedProperty().get();
    chosen.set(numbers + (divided ? 1 : 0));
  }

  /** Everything as recommended, as one change. */
  void reset() {
    own.set(own.get().withHyperparameters(Hyperparameters.RECOMMENDED));
    takeUp(own.get());
  }

  Choice klWeight() {
    return klWeight;
  }

  Choice components() {
    return components;
  }

  Choice encoderWidth() {
    return encoderWidth;
  }

  Choice decoderWidth() {
    return decoderWidth;
  }

  Choice epochs() {
    return epochs;
  }

  SharesChoice shares() {
    return shares;
  }

  /** What is wrong with the values, or null. */
  ReadOnlyObjectProperty<Fault> faultProperty() {
    return fault.getReadOnlyProperty();
  }

  /** How many are not as recommended and have an effect; the shares are one. */
  ReadOnlyIntegerProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Whether there is a table that something is recommended for. */
  ReadOnlyBooleanProperty knownProperty() {
    return known.getReadOnlyProperty();
  }
}
