package modulus.ui.export;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import modulus.ui.common.FailurePane;
import modulus.ui.common.FollowingScroll;
import modulus.ui.common.ScreenPane;
import modulus.ui.common.Widgets;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The Export screen: check list, folder, key, one click. */
public final class ExportView extends ScreenPane {
  private static final String PACKAGE_FOLDER = "synthetic-package";
  private static final String PASSPHRASE = "#key-passphrase";

  private final Widgets widgets;
  private final ExportViewModel model;

  /**
   * @param budget of the open table
   * @param verify checks a package as whoever receives it would
   */
  public ExportView(
      Widgets widgets, ExportViewModel model, BudgetForm budget, Consumer<Path> verify) {
    this.widgets = widgets;
    this.model = model;
    setId("export-screen");
    getStyleClass().add("screen");
    FailurePane failure = new FailurePane("export-failure", widgets);
    failure.failureProperty().bindBidirectional(model.failureProperty());
    setTop(new VBox(8, widgets.label("export-title", "step.EXPORT", "title-2"), failure));
    setMargin(getTop(), new Insets(0, 0, 12, 0));
    VBox all =
        new VBox(
            14,
            checks(),
            new BudgetCard(widgets, budget),
            target(),
            new KeyChoice(widgets, model.key()),
            new CertificateCard(widgets, model.certificate()));
    all.getStyleClass().add("cards");
    setCenter(new FollowingScroll("export-scroll", all));
    // never below the fold
    WrittenCard written = new WrittenCard(widgets, model, verify);
    setBottom(new VBox(10, go(written), written));
    setMargin(getBottom(), new Insets(12, 0, 0, 0));
  }

  @Override
  public void leave() {
    model.leave();
  }

  private Node checks() {
    VBox card = new VBox(8);
    card.setId("export-checks");
    card.getStyleClass().add("card");
    Runnable fill =
        () -> {
          card.getChildren()
              .setAll(widgets.label("export-checks-name", "export.checks", "title-4"));
          model.checks().forEach(check -> card.getChildren().add(line(check)));
        };
    model.checks().addListener((Observable source) -> fill.run());
    widgets.messages().localeProperty().addListener((source, before, now) -> fill.run());
    fill.run();
    return card;
  }

  private Node line(Check check) {
    FontIcon icon =
        new FontIcon(
            switch (check.level()) {
              case GOOD -> Material2AL.CHECK_CIRCLE;
              case NOTED -> Material2AL.INFO;
              case LIMITED -> Material2AL.INFO;
              case BLOCKING -> Material2AL.BLOCK;
            });
    icon.getStyleClass().add("check-" + check.level().name().toLowerCase(Locale.ROOT));
    Label sentence = new Label(widgets.messages().render(check.sentence()));
    sentence.setWrapText(true);
    sentence
        .accessibleTextProperty()
        .set(widgets.messages().get("check." + check.level(), check.sentence()));
    HBox.setHgrow(sentence, Priority.ALWAYS);
    HBox line = new HBox(8, icon, sentence);
    check.topic().ifPresent(topic -> line.getChildren().add(widgets.why(topic, topic + ".name")));
    return line;
  }

  private Node target() {
    Button choose =
        widgets.button(
            "export-choose", "export.choose", Material2AL.FOLDER_OPEN, this::chooseFolder);
    VBox card =
        new VBox(
            8,
            widgets.label("export-target-name", "export.target", "title-4"),
            KeyChoice.row(
                widgets,
                "export-folder",
                KeyChoice.field("export-folder", model.folderProperty()),
                choose),
            workbook());
    card.getStyleClass().add("card");
    return card;
  }

  private CheckBox workbook() {
    CheckBox box = widgets.checkBox("export-workbook", "export-workbook");
    box.selectedProperty().bindBidirectional(model.workbookProperty());
    return box;
  }

  private void chooseFolder() {
    widgets
        .files()
        .folder("export.choose", this)
        .ifPresent(chosen -> model.folderProperty().set(unused(chosen).toString()));
  }

  /** The folder itself where it is empty, else a fresh name inside it. */
  private static Path unused(Path chosen) {
    String[] inside = chosen.toFile().list();
    if (inside != null && inside.length == 0) {
      return chosen;
    }
    Path fresh = chosen.resolve(PACKAGE_FOLDER);
    for (int i = 2; fresh.toFile().exists(); i++) {
      fresh = chosen.resolve(PACKAGE_FOLDER + "-" + i);
    }
    return fresh;
  }

  private Node go(WrittenCard written) {
    // what is pressed keeps the focus while the package is written, and does nothing more
    Button export =
        widgets.button("export-go", "export.go", Material2MZ.SAVE_ALT, model::export, "accent");
    export.disableProperty().bind(model.hindranceProperty().isNotNull());
    goOn(export, written);
    Label why = widgets.changing("export-hindrance", "text-muted");
    why.textProperty().bind(widgets.messages().text(model.hindranceProperty()));
    HBox row = new HBox(12, export, why);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** By keys one goes on at what was written, or at the passphrase that is to be typed again. */
  private void goOn(Button export, WrittenCard written) {
    model
        .writtenProperty()
        .addListener(
            (source, before, now) -> {
              if (now != null && export.isFocused()) {
                Platform.runLater(written::takeFocus);
              }
            });
    export
        .focusedProperty()
        .addListener(
            (source, before, now) -> {
              if (!now && export.isDisabled() && model.writtenProperty().get() == null) {
                Platform.runLater(() -> lookup(PASSPHRASE).requestFocus());
              } else if (!now && export.isDisabled()) {
                Platform.runLater(written::takeFocus);
              }
            });
  }
}
