package modulus.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import modulus.ui.common.Background;
import modulus.ui.common.Messages;
import modulus.ui.common.Text;
import modulus.ui.common.TimeLeft;
import modulus.ui.common.Widgets;
import org.kordamp.ikonli.material2.Material2AL;

/** What is going on, how far it is, and a way to stop it. */
final class StatusBar extends HBox {
  private final Messages messages;
  private final Background background;
  private final Label status = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Button cancel;
  private final TimeLeft left = new TimeLeft(System::nanoTime);

  StatusBar(Widgets widgets, Background background) {
    this.messages = widgets.messages();
    this.background = background;
    setId("status-bar");
    getStyleClass().add("status-bar");
    setAlignment(Pos.CENTER_LEFT);
    status.setId("status");
    progress.setId("progress");
    progress.setPrefWidth(220);
    progress.accessibleTextProperty().bind(messages.text("status.progress"));
    cancel =
        widgets.button(
            "cancel",
            "status.cancel",
            Material2AL.CANCEL,
            () -> background.shown().get().stop(),
            "small",
            "flat");
    getChildren().addAll(status, Widgets.spacer(), progress, cancel);
    background.shown().addListener((source, before, now) -> show(now));
    show(background.shown().get());
  }

  private void show(Background.Running running) {
    progress.setVisible(running != null);
    cancel.setVisible(running != null);
    progress.progressProperty().unbind();
    status.textProperty().unbind();
    cancel.disableProperty().unbind();
    left.forget();
    if (running == null) {
      status.textProperty().bind(messages.text(background.said().orElse(Text.of("status.ready"))));
      return;
    }
    progress.progressProperty().bind(running.progressProperty());
    cancel.disableProperty().bind(running.stoppingProperty());
    status
        .textProperty()
        .bind(
            messages.following(
                () -> describe(running),
                running.messageProperty(),
                running.progressProperty(),
                running.pausedProperty(),
                running.stoppingProperty()));
  }

  private String describe(Background.Running running) {
    String title = messages.render(running.title());
    if (running.stoppingProperty().get()) {
      return messages.get("status.stopping", title);
    }
    if (running.pausedProperty().get()) {
      left.forget();
      return messages.get("status.paused", title);
    }
    String phase = running.messageProperty().get();
    if (phase == null || phase.isEmpty()) {
      return title;
    }
    String shown = messages.get("status.phase", title, messages.get("phase." + phase));
    return messages.render(left.of(phase, running.progressProperty().get(), shown));
  }
}
