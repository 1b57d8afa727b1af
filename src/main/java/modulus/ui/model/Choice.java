package modulus.ui.model;

import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** A number that is as recommended, and follows the recommendation, until somebody chooses it. */
final class Choice {
  private final double step;
  private final Runnable changed;
  private final DoubleProperty value = new SimpleDoubleProperty();
  private final BooleanProperty asRecommended = new SimpleBooleanProperty(true);
  private final ReadOnlyDoubleWrapper recommended = new ReadOnlyDoubleWrapper();
  private boolean showing;

  /**
   * @param step the number is a multiple of it; 0 for any number
   * @param changed told whenever somebody chose or went back to the recommendation
   */
  Choice(double step, Runnable changed) {
    this.step = step;
    this.changed = changed;
    value.addListener((source, before, now) -> valueChanged());
    asRecommended.addListener((source, before, now) -> followed(now));
  }

  private void valueChanged() {
    if (!showing) {
      show(step > 0 ? step * Math.rint(value.get() / step) : value.get(), false);
      changed.run();
    }
  }

  private void followed(boolean now) {
    if (!showing) {
      show(now ? recommended.get() : value.get(), now);
      changed.run();
    }
  }

  private void show(double number, boolean follows) {
    showing = true;
    asRecommended.set(follows);
    value.set(number);
    showing = false;
  }

  /** What is recommended now. */
  void recommend(double number) {
    recommended.set(number);
    if (asRecommended.get()) {
      show(number, true);
    }
  }

  /** Shows what was chosen elsewhere, telling nobody. */
  void take(OptionalDouble chosen) {
    show(chosen.orElse(recommended.get()), chosen.isEmpty());
  }

  OptionalDouble chosen() {
    return asRecommended.get() ? OptionalDouble.empty() : OptionalDouble.of(value.get());
  }

  DoubleProperty valueProperty() {
    return value;
  }

  /** Set to go back to the recommendation, unset to keep what it is now. */
  BooleanProperty asRecommendedProperty() {
    return asRecommended;
  }

  ReadOnlyDoubleProperty recommendedProperty() {
    return recommended.getReadOnlyProperty();
  }
}
