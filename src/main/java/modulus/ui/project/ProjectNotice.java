package modulus.ui.project;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import modulus.ui.common.FailurePane;
import modulus.ui.common.FocusBefore;
import modulus.ui.common.Repeating;
import modulus.ui.common.Widgets;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/**
 * What has to be said of the project, over every screen, and of work a window left that ended
 * unexpectedly; saves or keeps what is open by itself every few seconds.
 */
public final class ProjectNotice extends VBox {
  private static final Duration SAVE_EVERY = Duration.seconds(5);

  public ProjectNotice(Widgets widgets, ProjectViewModel model) {
    setId("project-notice");
    FailurePane failure = new FailurePane("project-failure", widgets);
    failure.failureProperty().bindBidirectional(model.failureProperty());
    Label sentence = widgets.changing("project-notice-sentence");
    sentence.textProperty().bind(widgets.messages().text(model.noticeProperty()));
    HBox.setHgrow(sentence, Priority.ALWAYS);
    HBox notice =
        new HBox(
            12,
            new FontIcon(Material2MZ.WARNING),
            sentence,
            widgets.iconButton(
                "project-notice-close", "failure.close", Material2AL.CLOSE, model::dismiss));
    notice.setAlignment(Pos.CENTER_LEFT);
    notice.getStyleClass().addAll("advice", "advice-caution");
    FocusBefore.returnsFrom(notice, model.noticeProperty());
    Widgets.showWhen(notice, model.noticeProperty().isNotNull());
    getChildren().addAll(offer(widgets, model), failure, notice, new QuestionPane(widgets, model));
    // a timer that went on would keep a closed window and all it shows
    Repeating.whilst(Widgets.inShownWindow(this), SAVE_EVERY, model::saveByItself);
  }

  private static HBox offer(Widgets widgets, ProjectViewModel model) {
    Label sentence = widgets.changing("recovery-sentence");
    sentence.textProperty().bind(widgets.messages().text(model.leftSentence()));
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    Button restore =
        widgets.button(
            "recovery-restore",
            "recovery.restore",
            Material2MZ.RESTORE,
            model::restoreLeft,
            "small");
    Widgets.showWhen(restore, model.leftProperty().map(LeftWork::readable).orElse(false));
    Button discard =
        widgets.button(
            "recovery-discard",
            "recovery.discard",
            Material2AL.DELETE_OUTLINE,
            model::discardLeft,
            "small");
    HBox offer = new HBox(12, new FontIcon(Material2MZ.RESTORE), sentence, restore, discard);
    offer.setId("recovery-offer");
    offer.setAlignment(Pos.CENTER_LEFT);
    offer.getStyleClass().addAll("advice", "advice-caution");
    Widgets.showWhen(offer, model.leftProperty().isNotNull());
    return offer;
  }
}
