package modulus.ui.export;

import java.io.File;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import modulus.ui.common.Widgets;
import org.kordamp.ikonli.material2.Material2AL;

/** Which key signs: one made for this package, or the hospital's, made at first use. */
final class KeyChoice extends VBox {
  private static final double NAME_WIDTH = 130;

  private final Widgets widgets;
  private final ExportViewModel model;

  KeyChoice(Widgets widgets, ExportViewModel model) {
    this.widgets = widgets;
    this.model = model;
    setId("export-key");
    getStyleClass().add("card");
    setSpacing(8);
    ToggleGroup group = new ToggleGroup();
    RadioButton oneTime = widgets.radio("key-one-time", "key.oneTime", group);
    RadioButton own = widgets.radio("key-own", "key.own", group);
    own.selectedProperty().bindBidirectional(model.ownKeyProperty());
    oneTime.setSelected(!model.ownKeyProperty().get());
    Button choose =
        widgets.button("key-choose", "key.choose", Material2AL.FOLDER_OPEN, this::chooseKeystore);
    TextField secret = new PasswordField();
    secret.setId("key-passphrase");
    secret.textProperty().bindBidirectional(model.passphraseProperty());
    VBox details =
        new VBox(
            8,
            row(widgets, "key-file", field("key-file", model.keystoreProperty()), choose),
            row(widgets, "key-passphrase", secret),
            row(widgets, "key-owner", field("key-owner", model.ownerProperty())));
    Widgets.showWhen(details, model.ownKeyProperty());
    getChildren()
        .addAll(
            widgets.label("export-key-name", "export.key", "title-4"),
            oneTime,
            widgets.paragraph(
                "key-one-time-sentence", "key.oneTime.sentence", "radio-sentence", "text-muted"),
            own,
            widgets.paragraph(
                "key-own-sentence", "key.own.sentence", "radio-sentence", "text-muted"),
            details);
  }

  static TextField field(String id, StringProperty value) {
    TextField field = new TextField();
    field.setId(id);
    field.textProperty().bindBidirectional(value);
    return field;
  }

  /** A named field that takes the width, and what stands behind it. */
  static Node row(Widgets widgets, String key, TextField field, Node... behind) {
    Label name = widgets.label(key + "-name", key + ".name");
    name.setLabelFor(field);
    name.setMinWidth(NAME_WIDTH);
    field.accessibleTextProperty().bind(widgets.messages().text(key + ".name"));
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox row = new HBox(8, name, field);
    row.getChildren().addAll(behind);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void chooseKeystore() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(widgets.messages().get("key.choose"));
    chooser.setInitialFileName("modulus-key.p12");
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PKCS#12", "*.p12", "*.pfx"));
    File chosen = chooser.showSaveDialog(getScene().getWindow());
    if (chosen != null) {
      model.keystoreProperty().set(chosen.toString());
    }
  }
}
