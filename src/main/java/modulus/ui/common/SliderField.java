package modulus.ui.common;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * A number set by a slider or by typing it, with a name, what either direction means, and a
 * sentence. Its slider has the id {@code ID-slider}, its field {@code ID-field}.
 */
public final class SliderField extends VBox {
  private static final double KEY_STEP = 0.02;
  private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private final Widgets widgets;
  private final DoubleProperty value;
  private final ObjectProperty<Scale> scale;
  private final Slider slider = new Slider(0, 1, 0);
  private final TextField field = new TextField();
  private final ObjectProperty<Text> wrong = new SimpleObjectProperty<>();
  private final ObjectProperty<Text> unread = new SimpleObjectProperty<>();
  private final Label hint;
  private final ObjectProperty<Figure.Amount> following = new SimpleObjectProperty<>();
  private final List<Node> movable;
  private boolean moving;

  /**
   * @param id also the stem of the message keys: {@code ID.name}, {@code ID.less}, {@code ID.more},
   *     {@code ID.hint}; and the topic in the user guide
   * @param value the value shown and set
   */
  public SliderField(String id, Widgets widgets, DoubleProperty value, Scale scale) {
    this.widgets = widgets;
    this.value = value;
    this.scale = new SimpleObjectProperty<>(scale);
    setId(id);
    getStyleClass().add("slider-field");
    slider.setId(id + "-slider");
    slider.setBlockIncrement(KEY_STEP);
    field.setId(id + "-field");
    field.setPrefColumnCount(5);
    field.setMinWidth(USE_PREF_SIZE);
    field.setAlignment(Pos.CENTER_RIGHT);
    Label name = new WordLabel();
    name.setId(id + "-name");
    name.getStyleClass().add("slider-name");
    name.textProperty().bind(widgets.messages().text(id + ".name"));
    name.setLabelFor(field);
    widgets.describe(slider, id + ".name");
    field.accessibleTextProperty().bind(widgets.messages().text(id + ".name"));
    HBox top = new HBox(6, name, widgets.why(id, id + ".name"), Widgets.spacer(), field);
    top.setAlignment(Pos.CENTER_LEFT);
    HBox ends =
        new HBox(
            widgets.label(id + "-less", id + ".less", "text-small", "slider-end"),
            Widgets.spacer(),
            widgets.label(id + "-more", id + ".more", "text-small", "slider-end"));
    hint = widgets.paragraph(id + "-hint", id + ".hint", "text-small", "text-muted");
    getChildren().addAll(top, problem(), slider, ends, hint);
    movable = List.of(name, field, slider, ends);
    wire();
  }

  /** Cannot be moved while {@code locked}; what it means can still be read and asked for. */
  public void lockWhile(ObservableValue<? extends Boolean> locked) {
    for (Node part : movable) {
      part.disableProperty().bind(locked);
    }
  }

  /**
   * Says {@code what} below the name and marks the field, while it holds anything; a screen reader
   * reads it with the field.
   */
  public void tell(ObservableValue<Text> what) {
    wrong.bind(what);
  }

  private Label problem() {
    Label problem = widgets.changing(getId() + "-problem", "problem");
    ObservableValue<Text> told =
        Bindings.createObjectBinding(
            () -> wrong.get() == null ? unread.get() : wrong.get(), wrong, unread);
    StringBinding text = widgets.messages().text(told);
    problem.textProperty().bind(text);
    field.accessibleHelpProperty().bind(text);
    Widgets.showWhen(problem, text.isNotEmpty());
    text.addListener(
        (source, before, now) -> field.pseudoClassStateChanged(DANGER, !now.isEmpty()));
    return problem;
  }

  /**
   * Shows {@code instead}, with the sentence {@code ID.follows}, while it holds anything: a figure
   * that follows from other settings. While that is not known (NaN) the field is empty, and the
   * slider has no thumb: where it stood was another setting's.
   */
  public void follow(ObservableValue<? extends Figure.Amount> instead) {
    following.bind(instead);
    // computed anew to what it was, it must not take away what is being typed
    following.addListener((source, before, now) -> show());
    hint.textProperty()
        .bind(
            widgets
                .messages()
                .text(
                    following
                        .isNull()
                        .map(own -> Text.of(getId() + (own ? ".hint" : ".follows")))));
    show();
  }

  private void wire() {
    slider.valueProperty().addListener((source, before, now) -> slid(now.doubleValue()));
    value.addListener(source -> show());
    field.textProperty().addListener(source -> unread.set(null));
    scale.addListener(source -> show());
    widgets.messages().localeProperty().addListener(source -> show());
    field.setOnAction(event -> typed());
    field
        .focusedProperty()
        .addListener(
            (source, before, now) -> {
              if (!now) {
                typed();
              }
            });
    show();
  }

  /** The range may follow the table. */
  public void setScale(Scale newScale) {
    scale.set(newScale);
  }

  private void slid(double position) {
    if (!moving) {
      value.set(scale.get().value(position));
    }
  }

  private void typed() {
    if (following.get() != null) {
      return;
    }
    String typed = field.getText();
    if (typed.equals(text(value.get()))) {
      return;
    }
    Locale locale = widgets.messages().locale();
    OptionalDouble number = NumberText.parse(typed, locale);
    if (number.isPresent()) {
      value.set(number.getAsDouble());
    }
    show();
    if (number.isEmpty() && !typed.isBlank()) {
      unread.set(
          NumberText.ambiguity(typed, locale)
              .orElseGet(() -> Text.of("slider.unread", typed.strip())));
    }
  }

  private void show() {
    moving = true;
    Figure.Amount instead = following.get();
    if (instead == null) {
      slider.setValue(scale.get().position(value.get()));
      field.setText(text(value.get()));
    } else if (Double.isNaN(instead.value())) {
      field.setText("");
    } else {
      slider.setValue(scale.get().position(instead.value()));
      field.setText(instead.in(widgets.messages().locale()));
    }
    slider.pseudoClassStateChanged(UNKNOWN, instead != null && Double.isNaN(instead.value()));
    moving = false;
  }

  private String text(double number) {
    return NumberText.of(number, widgets.messages().locale());
  }
}
