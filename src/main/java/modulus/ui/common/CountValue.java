package modulus.ui.common;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A whole number within a range, as it is typed, and what is wrong with it. */
public final class CountValue {
  private final int least;
  private final int most;
  private final StringProperty text = new SimpleStringProperty();
  private final ReadOnlyObjectWrapper<Text> problem = new ReadOnlyObjectWrapper<>();

  /**
   * @param first shown at first
   * @param least smallest allowed
   * @param most largest allowed
   */
  public CountValue(int first, int least, int most) {
    this.least = least;
    this.most = most;
    text.addListener(
        (source, before, now) ->
            problem.set(
                value().isPresent()
                    ? null
                    : Text.of("count.range", new Figure.Count(least), new Figure.Count(most))));
    text.set(Integer.toString(first));
  }

  /** What is typed. */
  public StringProperty textProperty() {
    return text;
  }

  /** The number, or empty where what is typed is none within the range. */
  public OptionalInt value() {
    OptionalDouble typed = NumberText.whole(text.get());
    boolean allowed =
        typed.isPresent() && typed.getAsDouble() >= least && typed.getAsDouble() <= most;
    return allowed ? OptionalInt.of((int) typed.getAsDouble()) : OptionalInt.empty();
  }

  /** What is wrong, or null. */
  public ReadOnlyObjectProperty<Text> problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
