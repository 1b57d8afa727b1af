package modulus.ui.common;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes controls that have an id and whose texts follow the language. */
public final class Widgets {
  private static final String SCREEN_TITLE = "title-2";

  /** As of what is disabled. */
  private static final double RESTING = 0.4;

  private final Messages messages;
  private final FontScale fontScale;
  private final FileDialogs files;

  public Widgets(Messages messages, FontScale fontScale) {
    this.messages = messages;
    this.fontScale = fontScale;
    this.files = new FileDialogs(messages);
  }

  public Messages messages() {
    return messages;
  }

  /** Asks for files and folders. */
  public FileDialogs files() {
    return files;
  }

  /** What grows with the letters asks this. */
  public FontScale fontScale() {
    return fontScale;
  }

  public Label label(String id, String key, String... styles) {
    Label label = texted(new Label(), id, key, styles);
    if (List.of(styles).contains(SCREEN_TITLE)) {
      label.setMinWidth(Region.USE_PREF_SIZE);
    }
    return label;
  }

  /** A label that wraps. */
  public Label paragraph(String id, String key, String... styles) {
    Label label = label(id, key, styles);
    wrap(label);
    return label;
  }

  /** An empty label that wraps, for a text that changes. */
  public Label changing(String id, String... styles) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().addAll(styles);
    wrap(label);
    return label;
  }

  public Button button(String id, String key, Ikon icon, Runnable action, String... styles) {
    Button button = texted(new Button(), id, key, styles);
    button.setGraphic(new FontIcon(icon));
    button.setOnAction(event -> action.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    return button;
  }

  /** A button that shows its icon alone; its text is read out and shown as a hint. */
  public Button iconButton(String id, String key, Ikon icon, Runnable action, String... styles) {
    Button button = new Button();
    button.setId(id);
    button.setGraphic(new FontIcon(icon));
    button.setOnAction(event -> action.run());
    button.getStyleClass().addAll("button-icon", "flat");
    button.getStyleClass().addAll(styles);
    describe(button, key);
    return button;
  }

  /**
   * Opens the paragraph of the user guide on {@code topic}; its id is {@code TOPIC-why}.
   *
   * @param name message key of what it explains, for screen readers
   */
  public Hyperlink why(String topic, String name) {
    Hyperlink why = texted(new Hyperlink(), topic + "-why", "guide.why", "why");
    why.setMinWidth(Region.USE_PREF_SIZE);
    why.setOnAction(event -> why.fireEvent(new GuideRequest(topic)));
    why.accessibleTextProperty()
        .bind(messages.following(() -> messages.get("guide.whyOf", messages.get(name))));
    return why;
  }

  public CheckBox checkBox(String id, String key) {
    CheckBox box = texted(new CheckBox(), id, key);
    box.setWrapText(true);
    return box;
  }

  public RadioButton radio(String id, String key, ToggleGroup group) {
    RadioButton radio = texted(new RadioButton(), id, key);
    radio.setToggleGroup(group);
    radio.setWrapText(true);
    return radio;
  }

  /** Gives {@code node} a text for screen readers and, on controls, a hint. */
  public void describe(Node node, String key) {
    node.accessibleTextProperty().bind(messages.text(key));
    Hint hint = Hint.of(node, messages.text(key));
    if (node instanceof Labeled labeled && labeled.getText().isEmpty()) {
      hint.showAtFocus();
    }
  }

  /** Takes the free space of a row. */
  public static Region spacer() {
    Region spacer = new Region();
    HBox.setHgrow(spacer, Priority.ALWAYS);
    return spacer;
  }

  /** Whether {@code node} is in a window that is shown. */
  public static ObservableValue<Boolean> inShownWindow(Node node) {
    return node.sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false);
  }

  /** Shows and lays out {@code node} only where {@code visible}. */
  public static void showWhen(Node node, ObservableValue<? extends Boolean> visible) {
    node.visibleProperty().bind(visible);
    node.managedProperty().bind(visible);
  }

  /**
   * Has {@code control} look disabled {@code whilst} what it began goes on. It keeps the keyboard's
   * focus, which would go to the next control from one that is disabled.
   */
  public static void restWhilst(Node control, ObservableBooleanValue whilst) {
    control.opacityProperty().bind(Bindings.when(whilst).then(RESTING).otherwise(1));
  }

  private <T extends Labeled> T texted(T control, String id, String key, String... styles) {
    control.setId(id);
    control.textProperty().bind(messages.text(key));
    control.getStyleClass().addAll(styles);
    return control;
  }

  private static void wrap(Label label) {
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
  }
}
