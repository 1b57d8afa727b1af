package modulus.ui.model;

import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import modulus.workbench.BudgetShares;

/** Three shares that always make 1: moving one moves the others in their proportion. */
final class SharesChoice {
  private static final double THOUSANDTHS = 1000;

  private final Runnable changed;
  private final DoubleProperty marginals = new SimpleDoubleProperty();
  private final DoubleProperty pairs = new SimpleDoubleProperty();
  private final DoubleProperty training = new SimpleDoubleProperty();
  private final BooleanProperty asRecommended = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<BudgetShares> recommended = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Double> refused = new SimpleObjectProperty<>();
  private BudgetShares shares;
  private boolean showing;

  /**
   * @param changed told whenever somebody chose or went back to the recommendation
   */
  SharesChoice(Runnable changed) {
    this.changed = changed;
    moves(marginals, BudgetShares::withMarginals);
    moves(pairs, BudgetShares::withPairs);
    moves(training, BudgetShares::withTraining);
    asRecommended.addListener(
        (source, before, now) -> {
          if (!showing && shares != null) {
            show(now ? recommended.get() : shares, now);
            changed.run();
          }
        });
  }

  private void moves(DoubleProperty share, BiFunction<BudgetShares, Double, BudgetShares> moved) {
    share.addListener(
        (source, before, now) -> {
          if (showing || shares == null) {
            return;
          }
          try {
            show(moved.apply(shares, now.doubleValue()), false);
          } catch (IllegalArgumentException outOfRange) {
            refused.set(now.doubleValue());
          }
          changed.run();
        });
  }

  private void show(BudgetShares now, boolean follows) {
    showing = true;
    shares = now;
    refused.set(null);
    asRecommended.set(follows);
    if (now != null) {
      marginals.set(now.marginals());
      pairs.set(now.pairs());
      training.set(now.training());
    }
    showing = false;
  }

  /** What is recommended now; shown, and kept by whoever keeps it, to the thousandth. */
  void recommend(BudgetShares exact) {
    double first = Math.rint(THOUSANDTHS * exact.marginals()) / THOUSANDTHS;
    double second = Math.rint(THOUSANDTHS * exact.pairs()) / THOUSANDTHS;
    BudgetShares now = new BudgetShares(first, second, 1 - first - second);
    recommended.set(now);
    if (asRecommended.get() || shares == null) {
      show(now, asRecommended.get());
    }
  }

  /** Shows what was chosen elsewhere, telling nobody. */
  void take(Optional<BudgetShares> chosen) {
    show(chosen.orElse(recommended.get()), chosen.isEmpty());
  }

  Optional<BudgetShares> chosen() {
    return asRecommended.get() ? Optional.empty() : Optional.ofNullable(shares);
  }

  DoubleProperty marginalsProperty() {
    return marginals;
  }

  DoubleProperty pairsProperty() {
    return pairs;
  }

  DoubleProperty trainingProperty() {
    return training;
  }

  /** Set to go back to the recommendation, unset to keep what they are now. */
  BooleanProperty asRecommendedProperty() {
    return asRecommended;
  }

  /** Null before a table is open. */
  ReadOnlyObjectProperty<BudgetShares> recommendedProperty() {
    return recommended.getReadOnlyProperty();
  }

  /** The share that was asked for and cannot be, or null. */
  ObjectProperty<Double> refusedProperty() {
    return refused;
  }
}
