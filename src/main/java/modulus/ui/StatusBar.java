package modulus.ui;

import java.util.Map;
import java.util.WeakHashMap;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
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

  /** What had the keyboard's focus when a piece of work was begun. */
  private final Map<Background.Running, Node> beginnings = new WeakHashMap<>();

  private Background.Running last;

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
    giveBack();
    last = running;
    if (running != null && getScene() != null) {
      beginnings.computeIfAbsent(running, begun -> getScene().getFocusOwner());
    }
    progress.setVisible(running != null);
    cancel.setVisible(running != null);
    progress.progressProperty().unbind();
    status.textProperty().unbind();
    cancel.opacityProperty().unbind();
    left.forget();
    if (running == null) {
      status.textProperty().bind(messages.text(background.said().orElse(Text.of("status.ready"))));
      return;
    }
    progress.progressProperty().bind(running.progressProperty());
    // its focus then goes to what began the work
    Widgets.restWhilst(cancel, running.stoppingProperty());
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

  /** Where work has ended that was cancelled here, one is back where it was begun. */
  private void giveBack() {
    Node begun = last == null ? null : beginnings.get(last);
    if (begun != null && cancel.isFocused() && last.stoppingProperty().get()) {
      Platform.runLater(begun::requestFocus); // what it began may have disabled it until now
    }
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
