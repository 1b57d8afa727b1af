package modulus.ui.data;

import java.util.List;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import modulus.ui.common.Messages;
import modulus.ui.common.Rehearsal;
import modulus.ui.common.Text;

/**
 * Asks for the steward's word, saying what it means, before everything counts as public. Enter and
 * Escape both leave it unsaid: the word is given by the button that says it.
 */
final class ConfirmDialog {
  private final Messages messages;

  ConfirmDialog(Messages messages) {
    this.messages = messages;
  }

  /**
   * Whether the steward said so; returns once the dialog is closed.
   *
   * @param question what exactly is to be confirmed
   */
  boolean confirmed(Window owner, Text question) {
    ButtonType yes = new ButtonType(messages.get("confirm.yes"), ButtonBar.ButtonData.APPLY);
    return alert(owner, yes, messages.render(question))
        .showAndWait()
        .filter(yes::equals)
        .isPresent();
  }

  private Alert alert(Window owner, ButtonType yes, String question) {
    ButtonType no = new ButtonType(messages.get("confirm.no"), ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.CONFIRMATION, question, yes, no);
    alert.initOwner(owner);
    alert.setTitle(messages.get("confirm.title"));
    alert.setHeaderText(messages.get("confirm.title"));
    alert.getDialogPane().setId("confirm-dialog");
    alert.getDialogPane().lookupButton(yes).setId("confirm-yes");
    Button kept = (Button) alert.getDialogPane().lookupButton(no);
    kept.setId("confirm-no");
    kept.setDefaultButton(true);
    alert.setOnShown(event -> kept.requestFocus());
    return alert;
  }

  /** Portions in which the dialog is made without being shown. */
  List<Runnable> rehearsal() {
    Alert[] made = new Alert[1];
    return List.of(
        () -> made[0] = alert(null, ButtonType.YES, ""),
        () -> made[0].getDialogPane().applyCss(),
        () -> Rehearsal.layOut(made[0].getDialogPane()));
  }
}
