package modulus.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import modulus.ui.common.NumberText;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;

/**
 * Numbers typed one after the other, with blanks or semicolons between them, or commas where the
 * language has none inside its numbers. Message keys {@code ID.name}.
 */
final class NumberListField extends VBox {
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private final Widgets widgets;
  private final GridForm grid;
  private final ObjectProperty<List<Double>> values;
  private final Runnable settle;
  private final TextField field = new TextField();

  /**
   * @param values those of {@code grid} that are typed here
   * @param none what stands for the values while none is typed
   * @param settle told when typing has come to an end: by Enter, or as the field is left
   */
  NumberListField(
      String id,
      Widgets widgets,
      GridForm grid,
      ObjectProperty<List<Double>> values,
      ObservableValue<Text> none,
      Runnable settle) {
    this.widgets = widgets;
    this.grid = grid;
    this.values = values;
    this.settle = settle;
    setSpacing(2);
    field.setId(id);
    Label name = widgets.paragraph(id + "-name", id + ".name");
    name.setLabelFor(field);
    field.accessibleTextProperty().bind(widgets.messages().text(id + ".name"));
    field.promptTextProperty().bind(widgets.messages().text(none));
    getChildren().addAll(name, field);
    values.addListener(
        source -> {
          grid.unread.remove(values);
          show();
        });
    widgets.messages().localeProperty().addListener(source -> show());
    field.textProperty().addListener((source, before, now) -> typed(now));
    field.setOnAction(event -> settle.run());
    field.focusedProperty().addListener((source, before, now) -> leave(now));
    show();
  }

  private void typed(String text) {
    Optional<List<Double>> read = parse(text, widgets.messages().locale());
    field.pseudoClassStateChanged(DANGER, read.isEmpty());
    if (field.isFocused() && read.isEmpty()) {
      grid.unread.put(values, text);
    } else if (field.isFocused()) {
      grid.unread.remove(values);
      values.set(read.get());
    }
  }

  private void leave(boolean focused) {
    if (!focused) {
      settle.run();
      show();
    }
  }

  /** What was typed and cannot be read stays, so that it can be mended. */
  private void show() {
    Locale locale = widgets.messages().locale();
    boolean typing =
        field.isFocused() && parse(field.getText(), locale).equals(Optional.of(values.get()));
    if (!typing && !grid.unread.containsKey(values)) {
      field.setText(text(values.get(), locale));
    }
  }

  static String text(List<Double> numbers, Locale locale) {
    String between = comma(locale) ? "; " : ", ";
    return numbers.stream()
        .map(number -> NumberText.of(number, locale))
        .collect(Collectors.joining(between));
  }

  /** Empty where something is no number. */
  static Optional<List<Double>> parse(String text, Locale locale) {
    List<Double> numbers = new ArrayList<>();
    for (String each : text.split(comma(locale) ? "[;\\s]+" : "[;,\\s]+")) {
      if (each.isEmpty()) {
        continue;
      }
      var number = NumberText.parse(each, locale);
      if (number.isEmpty()) {
        return Optional.empty();
      }
      numbers.add(number.getAsDouble());
    }
    return Optional.of(List.copyOf(numbers));
  }

  private static boolean comma(Locale locale) {
    return NumberText.of(0.5, locale).contains(",");
  }
}
