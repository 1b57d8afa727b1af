package modulus.ui.explore;

import java.util.LinkedHashMap;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import modulus.ui.common.Figure;
import modulus.ui.common.Text;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.exploration.Grid;
import modulus.workbench.exploration.GridChoice;

/** The values to try, and what is wrong with them. */
final class GridForm {
  private static final int DIGITS = 6;

  final ObjectProperty<List<Double>> epsilons =
      new SimpleObjectProperty<>(GridChoice.PROPOSED.epsilons());
  final ObjectProperty<List<Double>> lipschitz =
      new SimpleObjectProperty<>(GridChoice.PROPOSED.lipschitz());
  final ObjectProperty<List<Double>> latents =
      new SimpleObjectProperty<>(GridChoice.PROPOSED.latents());

  /** What stands in a field and is no list of numbers, by the values that it would set. */
  final ObservableMap<ObjectProperty<List<Double>>, String> unread =
      FXCollections.observableMap(new LinkedHashMap<>());

  /** What stands in the fields; of one that cannot be read, what stood there before. */
  GridChoice choice() {
    return new GridChoice(epsilons.get(), lipschitz.get(), latents.get());
  }

  /** Puts other values into the fields. */
  void take(GridChoice choice) {
    epsilons.set(choice.epsilons());
    lipschitz.set(choice.lipschitz());
    latents.set(choice.latents());
  }

  /** The settings to run; only where {@link #problem} finds none. */
  List<SynthesisSettings> settings(SynthesisSettings base) {
    return grid().settings(base);
  }

  private Grid grid() {
    return new Grid(
        epsilons.get(), lipschitz.get(), latents.get().stream().map(Double::intValue).toList());
  }

  /**
   * What of the settings the grid does not keep, although it names other values only: release only,
   * ε and the Lipschitz bound follow from one another. Null where it keeps everything.
   */
  Text follows(SynthesisSettings base) {
    if (base.scope() == Scope.END_TO_END || epsilons.get().isEmpty() == lipschitz.get().isEmpty()) {
      return null;
    }
    if (!lipschitz.get().isEmpty()) {
      return base.epsilon().isPresent() ? Text.of("explore.followsBound") : null;
    }
    return base.lipschitz().isPresent()
        ? Text.of(
            "explore.followsEpsilon", new Figure.Plain(base.lipschitz().getAsDouble(), DIGITS))
        : null;
  }

  /** What stands for the Lipschitz bound where no value is named. */
  Text boundAsSet(SynthesisSettings base) {
    boolean follows = base.scope() == Scope.RELEASE_ONLY && !epsilons.get().isEmpty();
    return Text.of(follows ? "explore.fromEpsilon" : "explore.asSet");
  }

  /** What stands for ε where no value is named. */
  Text epsilonAsSet(SynthesisSettings base) {
    boolean follows =
        base.scope() == Scope.RELEASE_ONLY
            && (!lipschitz.get().isEmpty() || base.epsilon().isEmpty());
    return Text.of(follows ? "explore.fromBound" : "explore.asSet");
  }

  /** Null where the grid can be run. */
  Text problem(SynthesisSettings base) {
    if (!unread.isEmpty()) {
      return Text.of("explore.unread", unread.values().iterator().next().strip());
    }
    for (double epsilon : epsilons.get()) {
      if (!(epsilon > 0 && epsilon <= 1000)) {
        return Text.of("model.epsilonRange", new Figure.Plain(epsilon, 6));
      }
    }
    for (double bound : lipschitz.get()) {
      if (!(bound > 0 && bound <= 1000)) {
        return Text.of("model.lipschitzRange", new Figure.Plain(bound, 6));
      }
    }
    for (double latent : latents.get()) {
      if (latent != Math.rint(latent) || latent < 1 || latent > SynthesisSettings.MAX_LATENT) {
        return Text.of(
            "model.latentRange",
            new Figure.Count(SynthesisSettings.MAX_LATENT),
            new Figure.Plain(latent, 6));
      }
    }
    boolean both = !epsilons.get().isEmpty() && !lipschitz.get().isEmpty();
    if (base.scope() == Scope.RELEASE_ONLY && both) {
      return Text.of("explore.either");
    }
    long runs =
        Math.max(1L, epsilons.get().stream().distinct().count())
            * Math.max(1L, lipschitz.get().stream().distinct().count())
            * Math.max(1L, latents.get().stream().distinct().count());
    return runs > Grid.MOST_RUNS
        ? Text.of("explore.tooMany", new Figure.Count(runs), new Figure.Count(Grid.MOST_RUNS))
        : null;
  }
}
