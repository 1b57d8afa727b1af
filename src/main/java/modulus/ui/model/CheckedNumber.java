package modulus.ui.model;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import modulus.ui.common.Text;

/** A number as it stands in its field, and what is wrong with it. */
final class CheckedNumber {
  private final String field;
  private final DoubleProperty value;
  private final DoublePredicate valid;
  private final DoubleFunction<Text> wrong;
  private final BooleanSupplier inForce;
  private final ReadOnlyObjectWrapper<Text> problem = new ReadOnlyObjectWrapper<>();

  /**
   * @param field id of the field it is typed into
   * @param wrong what is said of a number that is not valid
   * @param inForce whether the number has an effect as things are set; nothing is wrong with one
   *     that has none
   */
  CheckedNumber(
      String field,
      double start,
      DoublePredicate valid,
      DoubleFunction<Text> wrong,
      BooleanSupplier inForce) {
    this.field = field;
    this.value = new SimpleDoubleProperty(start);
    this.valid = valid;
    this.wrong = wrong;
    this.inForce = inForce;
  }

  void check() {
    boolean bad = inForce.getAsBoolean() && !valid.test(value.get());
    problem.set(bad ? wrong.apply(value.get()) : null);
  }

  /** The number, or {@code last} where it is not valid. */
  double or(double last) {
    return valid.test(value.get()) ? value.get() : last;
  }

  DoubleProperty valueProperty() {
    return value;
  }

  /** What is wrong and where, or null. */
  Fault fault() {
    return problem.get() == null ? null : new Fault(field, problem.get());
  }

  /** What is wrong with the number, or null. */
  ReadOnlyObjectProperty<Text> problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
