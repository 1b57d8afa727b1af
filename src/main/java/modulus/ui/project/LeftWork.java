package modulus.ui.project;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import modulus.ui.common.Background;
import modulus.ui.common.Figure;
import modulus.ui.common.Job;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.project.Projects;
import modulus.workbench.project.Recovery;

/** Offers work a window left that ended unexpectedly. */
final class LeftWork {
  private final Background background;
  private final RecoveryUseCases useCases;
  private final Consumer<Failure> failed;
  private final ReadOnlyObjectWrapper<Recovery.Leftover> offered = new ReadOnlyObjectWrapper<>();

  /** Whether the steward was told what discarding means. */
  private final BooleanProperty sure = new SimpleBooleanProperty();

  LeftWork(Background background, RecoveryUseCases useCases, Consumer<Failure> failed) {
    this.background = background;
    this.useCases = useCases;
    this.failed = failed;
    offered.addListener(source -> sure.set(false));
  }

  /** Looks whether there is some, beside the window's thread. */
  void look() {
    background.start(
        Job.<Optional<Recovery.Leftover>>quiet(
            listener -> useCases.leftover(), found -> offered.set(found.orElse(null)), failed));
  }

  /** Null while there is none. */
  ReadOnlyObjectProperty<Recovery.Leftover> offeredProperty() {
    return offered.getReadOnlyProperty();
  }

  static boolean readable(Recovery.Leftover left) {
    return left != null && left.table().isPresent();
  }

  /** What is offered, or that discarding it is for good; null while there is none. */
  ObservableValue<Text> sentence() {
    return Bindings.createObjectBinding(
        () ->
            offered.get() == null
                ? null
                : sure.get() ? Text.of("recovery.sure") : sentence(offered.get()),
        offered,
        sure);
  }

  private static Text sentence(Recovery.Leftover left) {
    Figure kept = new Figure.Moment(left.kept());
    return readable(left)
        ? Text.of("recovery.offer", table(left), kept)
        : Text.of("recovery.unreadable", kept);
  }

  private static String table(Recovery.Leftover left) {
    return String.valueOf(left.table().orElseThrow().getFileName());
  }

  /** The work of opening it. */
  Job<Projects.Opened> restoring(Consumer<Projects.Opened> restored) {
    return Job.shown(
        Text.of("recovery.restoring", table(offered.get())),
        useCases::restore,
        opened -> {
          if (!opened.lacking()) {
            offered.set(null);
          }
          restored.accept(opened);
          look();
        },
        failed,
        () -> {});
  }

  /** Runs and trained models that cannot be had again go only where it is asked for twice. */
  void discard() {
    if (!sure.get()) {
      sure.set(true);
      return;
    }
    offered.set(null);
    background.start(
        Job.<Boolean>quiet(
            listener -> {
              useCases.discard();
              return true;
            },
            done -> look(),
            failed));
  }
}
