package modulus.ui.model;

import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import modulus.ui.common.Background;
import modulus.ui.common.Curve;
import modulus.ui.common.LatestOnly;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisSettings;

/** ε of a release as a function of the Lipschitz bound, everything else as set. */
final class EpsilonByLipschitz {
  /** Points of the curve. */
  static final int POINTS = 17;

  /** The curve reaches from and to these values of μ₀ = L·√k; beyond, ε says nothing any more. */
  static final double LOW = 0.2;

  static final double HIGH = 3;

  private final LatestOnly<ModelViewModel.Question, Curve> curves;
  private final ReadOnlyObjectWrapper<Curve> curve = new ReadOnlyObjectWrapper<>();
  private ModelViewModel.Question asked;

  EpsilonByLipschitz(Background background, ModelViewModel.Reading reading) {
    curves =
        new LatestOnly<>(
            background,
            question -> compute(question, reading),
            (question, answer) -> curve.set(answer),
            failure -> curve.set(null));
  }

  /** Computes the curve anew where it depends on what changed; end-to-end there is none. */
  void ask(ModelViewModel.Question question) {
    if (question.settings().scope() == Scope.END_TO_END) {
      return;
    }
    ModelViewModel.Question general =
        new ModelViewModel.Question(
            question.patients(), question.schema(), at(question.settings(), 1));
    if (!general.equals(asked)) {
      asked = general;
      curves.ask(general);
    }
  }

  private static Curve compute(ModelViewModel.Question question, ModelViewModel.Reading reading) {
    Curve points = new Curve();
    for (int i = 0; i < POINTS; i++) {
      double diameter = LOW + (HIGH - LOW) * i / (POINTS - 1.0);
      double lipschitz = diameter / Math.sqrt(question.schema().modelled().size());
      double epsilon =
          reading
              .of(question.patients(), question.schema(), at(question.settings(), lipschitz))
              .exportAddRemove();
      points.add(lipschitz, epsilon);
    }
    return points;
  }

  private static SynthesisSettings at(SynthesisSettings settings, double lipschitz) {
    return settings
        .withLipschitz(OptionalDouble.of(lipschitz))
        .withEpsilon(OptionalDouble.empty())
        .withLatent(SynthesisSettings.DEFAULT_LATENT);
  }

  /** Whether there is a curve, or will be: none is where the settings are refused. */
  ObservableValue<Boolean> expected() {
    return curve.isNotNull().or(curves.behindProperty());
  }

  /** Lipschitz bound to ε; null until computed. */
  ReadOnlyObjectProperty<Curve> curveProperty() {
    return curve.getReadOnlyProperty();
  }
}
