package modulus.ui.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import modulus.ui.common.Widgets;
import org.kordamp.ikonli.material2.Material2AL;

/** Which key signs: one made for this package, or the hospital's, made at first use. */
final class KeyChoice extends VBox {
  private static final List<ExtensionFilter> KEYS =
      List.of(new ExtensionFilter("PKCS#12", "*.p12", "*.pfx"));

  private final Widgets widgets;
  private final KeyForm form;

  KeyChoice(Widgets widgets, KeyForm form) {
    this.widgets = widgets;
    this.form = form;
    setId("export-key");
    getStyleClass().add("card");
    setSpacing(8);
    ToggleGroup group = new ToggleGroup();
    RadioButton oneTime = widgets.radio("key-one-time", "key.oneTime", group);
    RadioButton own = widgets.radio("key-own", "key.own", group);
    own.selectedProperty().bindBidirectional(form.ownKeyProperty());
    oneTime.setSelected(!form.ownKeyProperty().get());
    VBox details =
        new VBox(
            8,
            row(
                widgets,
                "key-file",
                field("key-file", form.keystoreProperty()),
                choose("key-choose", "key.choose", form.keystoreProperty(), this::present),
                choose("key-new", "key.new", form.keystoreProperty(), this::fresh)),
            row(widgets, "key-passphrase", secret("key-passphrase", form.passphrase())),
            ofNewKey(
                row(
                    widgets,
                    "key-passphrase-again",
                    secret("key-passphrase-again", form.repeated()))),
            ofNewKey(row(widgets, "key-owner", field("key-owner", form.ownerProperty()))),
            importing());
    Widgets.showWhen(details, form.ownKeyProperty());
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

  /** An old key has its passphrase and its owner already. */
  private Node ofNewKey(Node row) {
    Widgets.showWhen(row, form.freshProperty());
    return row;
  }

  private Node importing() {
    CheckBox wanted = widgets.checkBox("key-import", "key-import");
    wanted.selectedProperty().bindBidirectional(form.importingProperty());
    VBox from =
        new VBox(
            8,
            row(
                widgets,
                "key-import-file",
                field("key-import-file", form.hospitalKeyProperty()),
                choose(
                    "key-import-choose", "key.choose", form.hospitalKeyProperty(), this::present)),
            row(
                widgets,
                "key-import-passphrase",
                secret("key-import-passphrase", form.hospitalPassphrase())));
    Widgets.showWhen(from, form.importingProperty());
    return new VBox(
        8,
        wanted,
        widgets.paragraph(
            "key-import-sentence", "key.import.sentence", "radio-sentence", "text-muted"),
        from);
  }

  private Button choose(
      String id, String key, StringProperty value, Function<String, Optional<Path>> ask) {
    return widgets.button(
        id,
        key,
        Material2AL.FOLDER_OPEN,
        () -> ask.apply(key).ifPresent(chosen -> value.set(chosen.toString())));
  }

  private Optional<Path> present(String title) {
    return widgets.files().open(title, KEYS, this);
  }

  private Optional<Path> fresh(String title) {
    return widgets.files().save(title, KEYS, "modulus-key.p12", this);
  }

  static TextField field(String id, StringProperty value) {
    TextField field = new TextField();
    field.setId(id);
    field.textProperty().bindBidirectional(value);
    return field;
  }

  /** Hands on what is typed as characters, and is emptied when they are wiped. */
  private static PasswordField secret(String id, Secret secret) {
    PasswordField field = new PasswordField();
    field.setId(id);
    field.textProperty().addListener(source -> secret.type(field.getCharacters()));
    secret
        .lengthProperty()
        .addListener(
            (source, before, now) -> {
              if (now.intValue() == 0 && field.getLength() > 0) {
                field.clear();
              }
            });
    return field;
  }

  /** A named control; a field takes the width, and what stands behind it. */
  static Node row(Widgets widgets, String key, Control field, Node... behind) {
    Label name = widgets.label(key + "-name", key + ".name");
    name.setLabelFor(field);
    name.getStyleClass().add("field-name");
    field.accessibleTextProperty().bind(widgets.messages().text(key + ".name"));
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox row = new HBox(8, name, field);
    row.getChildren().addAll(behind);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
