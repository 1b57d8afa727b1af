package modulus.ui;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;
import org.kordamp.ikonli.javafx.FontIcon;

/** The steps at the left; what is not possible yet says why. */
final class StepList extends VBox {
  private static final PseudoClass BLOCKED = PseudoClass.getPseudoClass("blocked");

  private final Map<Step, ToggleButton> buttons = new EnumMap<>(Step.class);

  StepList(Widgets widgets, ShellViewModel model) {
    setId("steps");
    getStyleClass().add("steps");
    ToggleGroup group = new ToggleGroup();
    for (Step step : Step.values()) {
      ToggleButton button = new ToggleButton();
      button.setId("step-" + step.name().toLowerCase(Locale.ROOT));
      button.textProperty().bind(widgets.messages().text("step." + step));
      button.setGraphic(new FontIcon(step.icon()));
      button.setMaxWidth(Double.MAX_VALUE);
      button.setMnemonicParsing(false);
      button.setWrapText(true);
      button.setMinHeight(USE_PREF_SIZE);
      button.setToggleGroup(group);
      button.getStyleClass().add("step");
      ObservableValue<Text> hindrance = model.hindrance(step);
      button.disableProperty().bind(hindrance.map(text -> true).orElse(false));
      Label why = widgets.changing(button.getId() + "-why", "step-why");
      why.textProperty().bind(widgets.messages().text(hindrance));
      Widgets.showWhen(why, hindrance.map(text -> true).orElse(false));
      button.accessibleHelpProperty().bind(why.textProperty());
      button.setOnAction(event -> model.stepProperty().set(step));
      button.setSelected(model.stepProperty().get() == step);
      hindrance.addListener(
          (source, before, now) -> button.pseudoClassStateChanged(BLOCKED, now != null));
      buttons.put(step, button);
      getChildren().add(new VBox(button, why));
    }
    model.stepProperty().addListener((source, before, now) -> select(now));
    group
        .selectedToggleProperty()
        .addListener(
            (source, before, now) -> {
              if (now == null) {
                select(model.stepProperty().get());
              }
            });
  }

  /** Gives the keyboard's focus to a step; the next control is the first of its screen. */
  void focus(Step step) {
    buttons.get(step).requestFocus();
  }

  private void select(Step step) {
    buttons.get(step).setSelected(true);
  }
}
