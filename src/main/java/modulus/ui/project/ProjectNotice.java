package modulus.ui.project;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import modulus.ui.common.FailurePane;
import modulus.ui.common.Widgets;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What has to be said of the project, over every screen; saves it by itself every few seconds. */
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
    Widgets.showWhen(notice, model.noticeProperty().isNotNull());
    getChildren().addAll(failure, notice);
    Timeline saving = new Timeline(new KeyFrame(SAVE_EVERY, event -> model.saveByItself()));
    saving.setCycleCount(Animation.INDEFINITE);
    saving.play();
  }
}
