package modulus.ui;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import modulus.ui.common.Messages;

/** The keys of the window, listed on Shift and F1. */
final class ShortcutHelp {
  private static final List<String> SHORTCUTS =
      List.of(
          "open",
          "save",
          "saveAs",
          "undo",
          "redo",
          "steps",
          "next",
          "page",
          "chart",
          "letters",
          "guide",
          "guideClose",
          "help");

  private final Messages messages;

  ShortcutHelp(Messages messages) {
    this.messages = messages;
  }

  void listen(Scene scene) {
    scene
        .getAccelerators()
        .put(new KeyCodeCombination(KeyCode.F1, KeyCombination.SHIFT_DOWN), () -> show(scene));
  }

  void show(Scene scene) {
    GridPane keys = new GridPane();
    keys.setId("help-keys");
    keys.setHgap(24);
    keys.setVgap(8);
    for (int i = 0; i < SHORTCUTS.size(); i++) {
      Label key = new Label(messages.get("help." + SHORTCUTS.get(i) + ".key"));
      key.getStyleClass().add("shortcut");
      key.setMinWidth(Region.USE_PREF_SIZE);
      Label meaning = new Label(messages.get("help." + SHORTCUTS.get(i)));
      meaning.setMinWidth(Region.USE_PREF_SIZE);
      keys.addRow(i, key, meaning);
    }
    ButtonType close = new ButtonType(messages.get("help.close"), ButtonBar.ButtonData.OK_DONE);
    Alert alert = new Alert(Alert.AlertType.NONE, "", close);
    alert.initOwner(scene.getWindow());
    alert.setTitle(messages.get("help.title"));
    alert.setHeaderText(messages.get("help.title"));
    alert.getDialogPane().setId("help-dialog");
    alert.getDialogPane().setContent(keys);
    alert.getDialogPane().lookupButton(close).setId("help-close");
    alert.show();
  }
}
