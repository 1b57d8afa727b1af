package modulus.ui;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import modulus.ui.common.Background;
import modulus.ui.common.Widgets;

/** The window's frame: steps at the left, a bar above and below, the chosen screen between. */
final class ShellView extends BorderPane {
  private final Map<Step, Node> screens;
  private final StackPane centre = new StackPane();

  ShellView(
      Widgets widgets,
      ShellViewModel model,
      Appearance appearance,
      Background background,
      Node project,
      Node notice,
      Map<Step, Node> screens) {
    this.screens = new EnumMap<>(screens);
    setId("shell");
    setTop(new VBox(new TopBar(widgets, model, appearance, project), notice));
    setLeft(new StepList(widgets, model));
    setBottom(new StatusBar(widgets, background));
    setCenter(centre);
    centre.getChildren().setAll(this.screens.values());
    model.stepProperty().addListener((source, before, now) -> show(now));
    show(model.stepProperty().get());
    shortcuts(model, new ShortcutHelp(widgets.messages()));
  }

  /** All screens stay in the scene, so that what one shows survives going to another. */
  private void show(Step step) {
    screens.forEach(
        (each, node) -> {
          node.setVisible(each == step);
          node.setManaged(each == step);
        });
  }

  /** Control and a digit go to a step, F1 lists the keys. */
  private void shortcuts(ShellViewModel model, ShortcutHelp help) {
    sceneProperty()
        .addListener(
            (source, before, now) -> {
              if (now == null) {
                return;
              }
              help.listen(now);
              for (Step step : Step.values()) {
                KeyCode digit = KeyCode.getKeyCode(Integer.toString(step.ordinal() + 1));
                now.getAccelerators()
                    .put(
                        new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN),
                        () -> {
                          if (model.hindrance(step).getValue() == null) {
                            model.stepProperty().set(step);
                          }
                        });
              }
            });
  }
}
