package modulus.ui.project;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import modulus.ui.common.FilePatterns;
import modulus.ui.common.Hint;
import modulus.ui.common.Messages;
import modulus.ui.common.Widgets;
import modulus.workbench.project.ProjectFile;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The project's menu, undo and redo; their shortcuts hold in the whole window. */
public final class ProjectBar extends HBox {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  /** Of a project's name, at the plain size of letters; of a longer one both ends are shown. */
  private static final double NAME_WIDTH = 210;

  private final Widgets widgets;
  private final Messages messages;
  private final ProjectViewModel model;
  private final Consumer<Path> opening;
  private final Menu recent = new Menu();

  /**
   * @param opening opens a table or a project
   */
  public ProjectBar(Widgets widgets, ProjectViewModel model, Consumer<Path> opening) {
    this.widgets = widgets;
    this.messages = widgets.messages();
    this.model = model;
    this.opening = opening;
    setId("project-bar");
    setSpacing(2);
    setAlignment(Pos.CENTER_LEFT);
    Button undo = widgets.iconButton("project-undo", "project.undo", Material2MZ.UNDO, model::undo);
    undo.disableProperty().bind(model.undoableProperty().not());
    Button redo = widgets.iconButton("project-redo", "project.redo", Material2MZ.REDO, model::redo);
    redo.disableProperty().bind(model.redoableProperty().not());
    getChildren().addAll(menu(), undo, redo);
    sceneProperty()
        .addListener(
            (source, before, now) -> {
              if (now != null) {
                shortcuts(now);
              }
            });
  }

  private MenuButton menu() {
    MenuButton button = new MenuButton();
    button.setId("project-menu");
    button.setGraphic(new FontIcon(Material2AL.FOLDER));
    button.getStyleClass().add("flat");
    button
        .textProperty()
        .bind(
            messages.following(
                () ->
                    model.fileProperty().get() == null
                        ? messages.get("project.menu")
                        : (model.unsavedProperty().get() ? "• " : "")
                            + model.fileProperty().get().getFileName(),
                model.fileProperty(),
                model.unsavedProperty()));
    button.setMnemonicParsing(false);
    button.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    button.maxWidthProperty().bind(widgets.fontScale().times(NAME_WIDTH));
    ObservableValue<String> whole =
        messages.following(
            () ->
                model.fileProperty().get() == null
                    ? messages.get("project.menu")
                    : messages.get(
                        "project.menu.of", model.fileProperty().get().getFileName().toString()),
            model.fileProperty());
    button.accessibleTextProperty().bind(whole);
    Hint.of(button, whole);
    MenuItem save = item("project-save", "project.save", this::save);
    MenuItem saveAs = item("project-save-as", "project.saveAs", this::saveAs);
    save.disableProperty().bind(model.session().schemaProperty().isNull());
    saveAs.disableProperty().bind(model.session().schemaProperty().isNull());
    recent.setId("project-recent");
    recent.textProperty().bind(messages.text("project.recent"));
    recent.disableProperty().bind(Bindings.isEmpty(model.recent()));
    model.recent().addListener((Observable source) -> fillRecent());
    fillRecent();
    button
        .getItems()
        .addAll(
            item("project-open", "project.open", this::open),
            recent,
            new SeparatorMenuItem(),
            save,
            saveAs);
    return button;
  }

  private MenuItem item(String id, String key, Runnable action) {
    MenuItem item = new MenuItem();
    item.setId(id);
    item.textProperty().bind(messages.text(key));
    item.setOnAction(event -> action.run());
    return item;
  }

  private void fillRecent() {
    recent
        .getItems()
        .setAll(
            model.recent().stream()
                .map(
                    path -> {
                      MenuItem item = new MenuItem(path.toString());
                      item.setMnemonicParsing(false);
                      item.setOnAction(event -> model.open(path));
                      return item;
                    })
                .toList());
  }

  private void shortcuts(Scene scene) {
    accelerate(scene, this::open, KeyCode.O);
    accelerate(scene, this::save, KeyCode.S);
    accelerate(scene, this::saveAs, KeyCode.S, KeyCombination.SHIFT_DOWN);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> step(scene.getFocusOwner(), event));
  }

  /** A field takes these keys for what is being typed into it; where nothing is, they are ours. */
  private void step(Node focused, KeyEvent event) {
    boolean undo = UNDO.match(event);
    if (!undo && !REDO.match(event)) {
      return;
    }
    if (focused instanceof TextInputControl field
        && (undo ? field.isUndoable() : field.isRedoable())) {
      return;
    }
    if (undo) {
      model.undo();
    } else {
      model.redo();
    }
    event.consume();
  }

  private static void accelerate(
      Scene scene, Runnable action, KeyCode key, KeyCombination.Modifier... more) {
    KeyCombination.Modifier[] all = new KeyCombination.Modifier[more.length + 1];
    all[0] = KeyCombination.SHORTCUT_DOWN;
    System.arraycopy(more, 0, all, 1, more.length);
    scene.getAccelerators().put(new KeyCodeCombination(key, all), action);
  }

  private void open() {
    widgets
        .files()
        .open("project.open", FilePatterns.projectsAndTables(messages, ProjectFile.EXTENSION), this)
        .ifPresent(opening);
  }

  private void save() {
    if (model.session().schemaProperty().get() == null) {
      return;
    }
    if (model.fileProperty().get() == null) {
      saveAs();
    } else {
      model.save();
    }
  }

  private void saveAs() {
    if (model.session().schemaProperty().get() == null) {
      return;
    }
    ProjectDialog.saveAs(widgets, model, this).ifPresent(model::saveAs);
  }
}
