package modulus.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import modulus.ui.common.GuideRequest;
import modulus.ui.common.Messages;
import modulus.workbench.BudgetLedger;
import modulus.workbench.project.ProjectFile;
import modulus.workbench.project.UserDirectory;

/** Walks through the real window and takes a picture of every screen; see {@link Screenshots}. */
public final class ScreenshotTour extends Application {
  /** What the user guide shows, in its order. */
  private static final Set<String> GUIDE =
      Set.of(
          "data",
          "model-end-to-end",
          "train-done",
          "compare-worst",
          "compare-pairs",
          "explore-done",
          "export",
          "verify-good");

  /** What is asked on each tab of Compare, in their order. */
  private static final List<String> TABS =
      List.of("compare-chart", "compare-pairs", "compare-target", "compare-outliers");

  /** Topics of the user guide, by the screen they are asked on. */
  private static final Map<String, List<String>> ASKED =
      new TreeMap<>(
          Map.of(
              "data", List.of("data-patient", "data-order"),
              "model", List.of("read-out-count", "model-lipschitz", "model-advanced"),
              "train", List.of("train-audit", "train-loss"),
              "compare", TABS,
              "export", List.of("export-runs", "export-audit"),
              "explore", List.of("step-explore", "explore-scatter"),
              "verify", List.of("step-verify")));

  /** The screen shows a menu somewhat after its window says so. */
  private static final int POPUP_LOOKS = 5;

  private static final int SMALL_ROWS = 240;

  private Camera camera;
  private Workspace workspace;
  private Scene scene;
  private Path folder;
  private String fingerprint;
  private boolean guideOnly;
  private List<Camera.Look> looks = Camera.ALL;

  @Override
  public void start(Stage stage) throws IOException {
    List<String> arguments = getParameters().getRaw();
    Path table = Path.of(arguments.get(0));
    folder = Files.createDirectories(Path.of(arguments.get(1)));
    guideOnly = arguments.contains("guide");
    if (arguments.contains("letters")) {
      looks = Camera.LETTERS;
    }
    Path aside = Files.createTempDirectory("modulus-tour");
    Appearance appearance = new Appearance(false);
    workspace =
        new Workspace(
            new Messages(Locale.ENGLISH),
            appearance,
            new UserDirectory(aside.resolve("user")),
            BudgetLedger.at(aside.resolve("ledger.jsonl")));
    scene = new Scene(workspace.view(), Camera.PLAIN.width(), Camera.PLAIN.height());
    scene
        .getStylesheets()
        .add(ModulusApplication.class.getResource("modulus.css").toExternalForm());
    stage.setScene(scene);
    stage.show();
    camera = new Camera(stage, workspace, appearance, folder);
    Path written = aside.resolve("synthetic-ward");
    settings(table);
    training();
    comparing();
    exporting(written);
    exploring();
    verifying(written);
    if (!guideOnly) {
      otherStates(table, aside);
    }
    camera.then(Platform::exit);
    camera.start();
  }

  private void settings(Path table) {
    pictures("empty");
    camera.then(() -> workspace.open(table));
    camera.then(() -> idle() && tablesGrown(), () -> select("data-schema", 1));
    Path schema = Path.of(table.toString().replaceFirst("\\.[^.]*$", "") + ".schema.json");
    if (Files.exists(schema)) {
      pictures("data-unconfirmed");
      camera.then(() -> workspace.loadSchema(schema));
      camera.then(() -> idle() && tablesGrown(), () -> select("data-schema", 2));
    }
    pictures("data");
    if (!guideOnly) {
      ordering();
    }
    go("model");
    camera.then(() -> text("read-out-replace-value").contains("ε"), () -> {});
    pictures("model-end-to-end");
    if (!guideOnly) {
      advanced("model-end-to-end");
      camera.then(() -> press("guarantee-release"));
      camera.then(() -> text("read-out-row-value").contains("ε"), () -> {});
      pictures("model-release");
      advanced("model-release");
      camera.then(() -> press("guarantee-end-to-end"));
    }
    camera.then(() -> text("read-out-replace-value").contains("ε"), () -> {});
  }

  /** Both grow row by row and column by column. */
  private boolean tablesGrown() {
    return Stream.of("data-preview", "data-schema")
        .map(id -> (TableView<?>) node(id))
        .allMatch(
            table -> table.getMaxHeight() == Double.MAX_VALUE && table.getColumns().size() > 1);
  }

  /** Of the first attribute that can be ordered with another one, where there is any. */
  private void ordering() {
    camera.then(() -> select("data-schema", 0));
    camera.then(this::orderable, () -> {});
    pictures("data-order-none");
    camera.then(this::orderWithLast);
    pictures("data-order-declared");
    camera.then(this::orderWithLast);
  }

  private boolean orderable() {
    TableView<?> attributes = (TableView<?>) node("data-schema");
    int last = attributes.getItems().size() - 1;
    if (node("editor-order-form").isVisible()
        || attributes.getSelectionModel().getSelectedIndex() == last) {
      return true;
    }
    attributes.getSelectionModel().selectNext();
    return node("editor-order-form").isVisible();
  }

  private void orderWithLast() {
    List<MenuItem> others = ((MenuButton) node("editor-order")).getItems();
    if (others.isEmpty()) {
      return;
    }
    CheckMenuItem last = (CheckMenuItem) others.get(others.size() - 1);
    last.setSelected(!last.isSelected());
    last.fire();
  }

  /** The section unfolded: as much of it as fits below what is above, and its end. */
  private void advanced(String name) {
    camera.then(() -> ((TitledPane) node("model-advanced")).setExpanded(true));
    for (double height : List.of(0.6, 1.0)) {
      // a pane whose words grow in another language keeps its place, not its end
      pictures(
          name + "-advanced-" + Math.round(100 * height), () -> scroll("model-settings", height));
    }
    camera.then(() -> ((TitledPane) node("model-advanced")).setExpanded(false));
  }

  private void training() {
    go("train");
    pictures("train-empty");
    if (!guideOnly) {
      camera.then(() -> press("train-audit"));
      pictures("train-audit");
    }
    camera.then(() -> press("train-start"));
    camera.then(this::halfTrained, () -> press("train-pause"));
    pictures("train-paused");
    camera.then(() -> press("train-resume"));
    camera.then(this::idle, () -> press("step-train"));
    pictures("train-done");
    for (String chart : List.of("epsilon", "loss", "lipschitz", "clipped")) {
      camera.then(() -> saveChart("train-" + chart));
    }
  }

  private boolean halfTrained() {
    String[] steps = text("train-figure-step-value").replace(",", "").split(" of ", -1);
    return steps.length == 2 && 3 * Integer.parseInt(steps[0]) > Integer.parseInt(steps[1]);
  }

  private void comparing() {
    camera.then(this::idle, () -> press("step-compare"));
    pictures("compare-worst");
    camera.then(() -> select("compare-attributes", 4));
    pictures("compare-other");
    camera.then(() -> selectLast("compare-attributes"));
    pictures("compare-best");
    camera.then(() -> tab(1));
    pictures("compare-pairs");
    camera.then(() -> saveChart("compare-pairs"));
    camera.then(() -> saveChart("compare-cross"));
    camera.then(() -> tab(2));
    pictures("compare-target-empty");
    camera.then(() -> press("compare-target-score"));
    camera.then(() -> !idle(), () -> {});
    camera.then(this::idle, () -> {});
    pictures("compare-target");
    camera.then(() -> saveChart("compare-target"));
    if (!guideOnly) {
      auditing();
    }
    camera.then(() -> press("compare-two-way-why"));
    pictures("guide");
    camera.then(() -> press("guide-close"));
    camera.then(() -> tab(0));
    camera.then(() -> saveChart("compare-chart"));
  }

  private void auditing() {
    camera.then(() -> tab(3));
    pictures("compare-audits-empty");
    camera.then(() -> press("compare-outlier-start"));
    camera.then(() -> !idle(), () -> {});
    camera.then(this::idle, () -> {});
    pictures("compare-audits");
    camera.then(() -> press("compare-outliers-as-table"));
    pictures("compare-audits-table");
    camera.then(() -> press("compare-outliers-as-table"));
    camera.then(() -> saveChart("compare-outliers"));
  }

  private void exporting(Path written) {
    camera.then(this::idle, () -> press("step-export"));
    pictures("export");
    camera.then(() -> ((TextField) node("export-folder")).setText(written.toString()));
    camera.then(() -> !button("export-go").isDisabled(), () -> press("export-go"));
    camera.then(
        () -> node("export-done").isVisible(), () -> fingerprint = text("export-fingerprint"));
    pictures("export-done");
  }

  private void exploring() {
    go("explore");
    pictures("explore-empty");
    camera.then(() -> type("explore-epsilons", "0.5, 1, 3"));
    camera.then(() -> press("explore-start"));
    camera.then(() -> button("explore-start").isDisabled(), () -> {});
    pictures("explore-running");
    camera.then(this::idle, () -> select("explore-runs", 2));
    camera.then(() -> press("explore-hold"));
    camera.then(() -> select("explore-runs", 1));
    pictures("explore-done");
    camera.then(() -> saveChart("explore-scatter"));
  }

  private void verifying(Path written) {
    camera.then(this::idle, () -> press("step-verify"));
    camera.then(() -> node("step-verify").requestFocus());
    pictures("verify-empty");
    camera.then(() -> workspace.open(written.resolve("certificate.json")));
    camera.then(() -> node("verify-result").isVisible(), () -> {});
    pictures("verify-uncompared");
    camera.then(() -> ((TextField) node("verify-trusted")).setText(fingerprint));
    camera.then(() -> press("verify-again"));
    camera.then(() -> node("verify-result").isVisible(), () -> {});
    pictures("verify-good");
    if (!guideOnly) {
      for (double height : List.of(0.5, 1.0)) {
        pictures("verify-good-" + Math.round(100 * height), () -> scroll("verify-scroll", height));
      }
      camera.then(() -> scroll("verify-scroll", 0));
    }
    camera.then(() -> tamper(written.resolve("synthetic.csv")));
    camera.then(() -> press("verify-again"));
    camera.then(() -> node("verify-result").isVisible(), () -> {});
    pictures("verify-bad");
  }

  private void otherStates(Path table, Path aside) {
    paragraphs();
    dragging();
    recent(aside);
    go("model");
    camera.then(() -> press("guarantee-release"));
    camera.then(() -> text("read-out-row-value").contains("ε"), () -> press("step-train"));
    camera.then(() -> press("train-start"));
    camera.then(() -> !idle(), () -> {});
    camera.then(this::idle, () -> press("step-train"));
    pictures("train-release-done");
    for (Locale language : List.of(Locale.GERMAN, Locale.ENGLISH)) {
      camera.then(() -> workspace.messages().localeProperty().set(language));
      camera.then(this::askForKeys);
      camera.then(() -> dialog() != null, () -> {});
      camera.then(() -> camera.save(dialog(), "shortcuts-" + language.getLanguage()));
      camera.then(() -> ((ButtonBase) dialog().lookup("#help-close")).fire());
    }
    go("data");
    camera.then(() -> workspace.open(write(aside.resolve("letter.csv"), "")));
    camera.then(() -> node("data-failure").isVisible(), () -> {});
    pictures("data-failed");
    camera.then(() -> workspace.open(write(aside.resolve("small.csv"), beginning(table))));
    camera.then(this::idle, () -> press("step-model"));
    camera.then(() -> press("guarantee-end-to-end"));
    camera.then(() -> text("read-out-replace-value").contains("ε"), () -> {});
    pictures("model-small-table");
  }

  /** What the user guide says to some questions of each screen. */
  private void paragraphs() {
    for (Map.Entry<String, List<String>> asked : ASKED.entrySet()) {
      go(asked.getKey());
      for (String topic : asked.getValue()) {
        if (asked.getKey().equals("compare")) {
          camera.then(() -> tab(TABS.indexOf(topic)));
        }
        camera.then(() -> scene.getRoot().fireEvent(new GuideRequest(topic)));
        camera.then(() -> node("guide-title") != null, () -> {});
        camera.pictures("guide-" + topic, few());
      }
      camera.then(() -> press("guide-close"));
    }
  }

  private List<Camera.Look> few() {
    return looks.equals(Camera.ALL) ? Camera.FEW : looks;
  }

  private void dragging() {
    for (String step : List.of("data", "verify")) {
      go(step);
      camera.then(() -> drag(DragEvent.DRAG_ENTERED));
      camera.pictures("dragging-" + step, few());
      camera.then(() -> drag(DragEvent.DRAG_EXITED));
    }
  }

  private void drag(EventType<DragEvent> type) {
    Node shell = node("shell");
    shell.fireEvent(new DraggedFiles(Path.of("ward.csv")).event(type, shell));
  }

  /** The project's menu with its submenu of recent projects, as the screen shows them. */
  private void recent(Path aside) {
    camera.then(() -> workspace.saveProject(aside.resolve("ward" + ProjectFile.EXTENSION)));
    camera.then(() -> text("project-menu").startsWith("ward"), () -> {});
    camera.then(() -> workspace.saveProject(aside.resolve("second" + ProjectFile.EXTENSION)));
    camera.then(() -> text("project-menu").startsWith("second"), () -> {});
    for (Camera.Look look : few()) {
      camera.look(look);
      camera.then(() -> ((MenuButton) node("project-menu")).show());
      camera.then(() -> popup() != null, () -> keys(KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT));
      for (int i = 0; i < POPUP_LOOKS; i++) {
        camera.then(() -> {});
      }
      camera.then(() -> camera.saveScreen(look, "project-recent"));
      camera.then(() -> ((MenuButton) node("project-menu")).hide());
    }
    camera.look(Camera.PLAIN);
  }

  private static Node popup() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(window -> window.getScene().getRoot().lookup(".context-menu"))
        .findFirst()
        .orElse(null);
  }

  private static void keys(KeyCode... pressed) {
    Node content = ((Parent) popup()).getChildrenUnmodifiable().get(0);
    for (KeyCode code : pressed) {
      content.fireEvent(
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
  }

  private void pictures(String name) {
    pictures(name, () -> {});
  }

  private void pictures(String name, Runnable settled) {
    if (!guideOnly) {
      camera.pictures(name, looks, settled);
    } else if (GUIDE.contains(name)) {
      camera.pictures(name, List.of(Camera.PLAIN));
    }
  }

  /** Goes to a screen and waits until it is there, which takes a pulse the first time. */
  private void go(String step) {
    camera.then(() -> press("step-" + step));
    camera.then(() -> node(step + "-screen") != null, () -> {});
  }

  private void askForKeys() {
    scene
        .getRoot()
        .fireEvent(
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F1, true, false, false, false));
  }

  /** The dialog that is open beside the window, or null. */
  private Scene dialog() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof Stage && window.getScene() != scene)
        .map(Window::getScene)
        .findFirst()
        .orElse(null);
  }

  private static String beginning(Path table) {
    try (Stream<String> lines = Files.lines(table)) {
      return String.join("\n", lines.limit(SMALL_ROWS + 1L).toList()) + "\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void tamper(Path file) {
    try {
      Files.writeString(file, "1,2,3\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean idle() {
    return !node("progress").isVisible();
  }

  private Node node(String id) {
    return scene.lookup("#" + id);
  }

  private String text(String id) {
    return ((Labeled) node(id)).getText();
  }

  private ButtonBase button(String id) {
    return (ButtonBase) node(id);
  }

  private void press(String id) {
    button(id).fire();
  }

  private void type(String id, String value) {
    node(id).requestFocus();
    ((TextField) node(id)).setText(value);
    node("step-explore").requestFocus();
  }

  private void scroll(String id, double height) {
    ((ScrollPane) node(id)).setVvalue(height);
  }

  private void tab(int index) {
    ((TabPane) node("compare-tabs")).getSelectionModel().select(index);
  }

  /** As PNG and as SVG, beside the pictures of the screens. */
  private void saveChart(String id) {
    if (!guideOnly) {
      for (String ending : List.of(".png", ".svg")) {
        workspace.putPicturesTo(name -> Optional.of(folder.resolve("chart-" + name + ending)));
        press(id + "-save");
      }
    }
  }

  private void select(String id, int row) {
    ((TableView<?>) node(id)).getSelectionModel().select(row);
  }

  private void selectLast(String id) {
    ((TableView<?>) node(id)).getSelectionModel().selectLast();
  }
}
