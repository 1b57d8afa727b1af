package modulus.ui.project;

import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import modulus.ui.common.ButtonRow;
import modulus.ui.common.FocusBefore;
import modulus.ui.common.Messages;
import modulus.ui.common.TwoSides;
import modulus.ui.common.Widgets;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What is asked before work is lost, and the answers; not there while nothing is asked. */
final class QuestionPane extends HBox {
  private final Button save;
  private final Button cancel;

  QuestionPane(Widgets widgets, ProjectViewModel model) {
    super(12);
    setId("project-ask");
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().addAll("advice", "advice-caution");
    Messages messages = widgets.messages();
    Label sentence = widgets.changing("project-ask-sentence");
    sentence
        .textProperty()
        .bind(messages.text(model.askedProperty().map(LossQuestion.Asked::sentence)));
    save =
        widgets.button(
            "project-ask-save",
            "project.ask.save",
            Material2MZ.SAVE,
            () -> ProjectDialog.saveAs(widgets, model, this).ifPresent(model::saveAndGoOn),
            "small");
    Widgets.showWhen(save, model.askedProperty().map(LossQuestion.Asked::unnamed).orElse(false));
    Button without =
        widgets.button(
            "project-ask-on",
            "project.ask.without",
            Material2AL.ARROW_FORWARD,
            model::goOn,
            "small");
    without.textProperty().unbind();
    without
        .textProperty()
        .bind(
            messages.following(
                () -> messages.get(save.isVisible() ? "project.ask.without" : "project.ask.stop"),
                save.visibleProperty()));
    cancel =
        widgets.button(
            "project-ask-cancel", "project.ask.cancel", Material2AL.CLOSE, model::stay, "small");
    TwoSides both = new TwoSides(sentence, new ButtonRow(save, without, cancel));
    setHgrow(both, Priority.ALWAYS);
    getChildren().addAll(new FontIcon(Material2MZ.WARNING), both);
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            model.stay();
            event.consume();
          }
        });
    FocusBefore.returnsFrom(this, model.askedProperty());
    Widgets.showWhen(this, model.askedProperty().isNotNull());
    model
        .askedProperty()
        .addListener(
            (source, before, now) -> {
              if (before == null) {
                Platform.runLater(this::takeFocus);
              }
            });
  }

  /** To the answer by which nothing is lost. */
  private void takeFocus() {
    if (isVisible()) {
      (save.isVisible() ? save : cancel).requestFocus();
    }
  }
}
