package modulus.ui.verify;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import modulus.ui.common.FailurePane;
import modulus.ui.common.FollowingScroll;
import modulus.ui.common.ReturningFocus;
import modulus.ui.common.ScreenPane;
import modulus.ui.common.Text;
import modulus.ui.common.TwoSides;
import modulus.ui.common.Widgets;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The Verify screen; needs no table. */
public final class VerifyView extends ScreenPane {
  /** Of the title and the sentence below it, at the plain size of letters. */
  private static final double TITLE_WIDTH = 220;

  private final Widgets widgets;
  private final VerifyViewModel model;

  public VerifyView(Widgets widgets, VerifyViewModel model) {
    this.widgets = widgets;
    this.model = model;
    setId("verify-screen");
    getStyleClass().add("screen");
    FailurePane failure = new FailurePane("verify-failure", widgets);
    failure.failureProperty().bindBidirectional(model.failureProperty());
    setTop(new VBox(8, bar(), failure));
    setMargin(getTop(), new Insets(0, 0, 12, 0));
    VBox all = new VBox(14, key(), empty(), pending(), new ResultPane(widgets, model));
    all.getStyleClass().add("cards");
    setCenter(new FollowingScroll("verify-scroll", all));
  }

  private Node bar() {
    Button open =
        widgets.button(
            "verify-open", "verify.open", Material2AL.FOLDER_OPEN, this::choose, "accent");
    open.disableProperty().bind(model.busyProperty());
    ReturningFocus.to(open);
    VBox title =
        new VBox(
            widgets.label("verify-title", "step.VERIFY", "title-2"),
            widgets.paragraph("verify-offline", "verify.offline", "text-muted"));
    title.prefWidthProperty().bind(widgets.fontScale().times(TITLE_WIDTH));
    return new TwoSides(title, open);
  }

  private Node key() {
    TextField field = new TextField();
    field.setId("verify-trusted");
    field.getStyleClass().add("fingerprint");
    field.textProperty().bindBidirectional(model.trustedProperty());
    field.promptTextProperty().bind(widgets.messages().text("verify.trustedPrompt"));
    field.accessibleTextProperty().bind(widgets.messages().text("verify.trusted"));
    field.setOnAction(event -> model.again());
    HBox.setHgrow(field, Priority.ALWAYS);
    Button again =
        widgets.button("verify-again", "verify.again", Material2MZ.REFRESH, model::again);
    again.disableProperty().bind(model.folderProperty().isNull());
    Label name = widgets.paragraph("verify-trusted-name", "verify.trusted", "text-bold");
    name.setLabelFor(field);
    Label problem = widgets.changing("verify-trusted-problem", "problem");
    problem
        .textProperty()
        .bind(
            widgets
                .messages()
                .following(
                    () ->
                        model.problemProperty().get() == null
                            ? ""
                            : widgets.messages().told(model.problemProperty().get().sentence()),
                    model.problemProperty()));
    Widgets.showWhen(problem, model.problemProperty().isNotNull());
    HBox asked = new HBox(6, name, widgets.why("verify-key", "verify.trusted"));
    asked.setAlignment(Pos.CENTER_LEFT);
    HBox row = new HBox(8, field, again);
    row.setAlignment(Pos.CENTER_LEFT);
    VBox card =
        new VBox(
            6,
            asked,
            row,
            problem,
            widgets.paragraph(
                "verify-trusted-hint", "verify.trustedHint", "text-small", "text-muted"));
    card.getStyleClass().add("card");
    return card;
  }

  private Node empty() {
    FontIcon icon = new FontIcon(Material2MZ.VERIFIED_USER);
    icon.getStyleClass().add("empty-icon");
    VBox box =
        new VBox(
            12,
            icon,
            widgets.paragraph("verify-drop", "verify.drop", "title-3", "centred"),
            widgets.paragraph("verify-drop-hint", "verify.dropHint", "text-muted"));
    box.setId("verify-empty");
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("drop-zone");
    Widgets.showWhen(box, model.folderProperty().isNull());
    return box;
  }

  private Node pending() {
    ObservableValue<Text> words = model.pending();
    Label sentence = widgets.changing("verify-pending-words", "title-4");
    sentence.textProperty().bind(widgets.messages().text(words));
    FontIcon icon = new FontIcon(Material2AL.HELP_OUTLINE);
    icon.getStyleClass().add("check-noted");
    HBox row = new HBox(12, icon, sentence);
    row.setId("verify-pending");
    row.getStyleClass().addAll("card", "verdict");
    row.pseudoClassStateChanged(ResultPane.OPEN, true);
    Widgets.showWhen(row, words.map(there -> true).orElse(false));
    return row;
  }

  private void choose() {
    widgets.files().folder("verify.open", this).ifPresent(model::verify);
  }
}
