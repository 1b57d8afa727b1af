package modulus.ui.project;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import modulus.ui.common.Session;
import modulus.ui.common.Text;

/**
 * Asks before work is lost that is in no project file, or that is going on. What was to be done is
 * remembered until that is answered; asked for in the same way once more, it is done.
 */
final class LossQuestion {

  /** How what is open is left. */
  enum Leaving {
    CLOSING("project.unnamed"),
    OPENING("project.unnamedOpening"),
    RESTORING("project.unnamedReplaced");

    private final String unnamed;

    /**
     * @param unnamed key of what is said of work that is in no project file
     */
    Leaving(String unnamed) {
      this.unnamed = unnamed;
    }
  }

  /**
   * What is asked.
   *
   * @param unnamed whether there is work in no project file, which could be saved
   * @param next what was to be done
   */
  record Asked(Leaving leaving, Text sentence, boolean unnamed, Runnable next) {}

  private final Session session;
  private final BooleanSupplier unnamed;
  private final ReadOnlyObjectWrapper<Asked> asked = new ReadOnlyObjectWrapper<>();
  private Leaving told;

  /**
   * @param unnamed whether there is work in no project file that would be lost
   */
  LossQuestion(Session session, BooleanSupplier unnamed) {
    this.session = session;
    this.unnamed = unnamed;
    session
        .goingProperty()
        .addListener(
            (source, before, now) -> {
              if (now.size() > before.size()) {
                touched();
              }
              changed();
            });
  }

  /** Does {@code next} where nothing is lost by it, or that was told already; asks otherwise. */
  void orDo(Leaving leaving, Runnable next) {
    Optional<Text> sentence = leaving == told ? Optional.empty() : sentence(leaving);
    if (sentence.isPresent()) {
      told = leaving;
      asked.set(new Asked(leaving, sentence.get(), unnamed.getAsBoolean(), next));
    } else {
      settle();
      next.run();
    }
  }

  private Optional<Text> sentence(Leaving leaving) {
    Stream<Text> lost = unnamed.getAsBoolean() ? Stream.of(Text.of(leaving.unnamed)) : Stream.of();
    return Stream.concat(lost, session.goingProperty().get().stream())
        .reduce((first, second) -> Text.of("project.change.both", first, second));
  }

  /** There is further work: what was told is not all that would be lost. */
  void touched() {
    told = null;
  }

  /** There may be less to lose, or more: the question is about what there is now. */
  void changed() {
    Asked open = asked.get();
    if (open == null) {
      return;
    }
    sentence(open.leaving())
        .ifPresentOrElse(
            now -> asked.set(new Asked(open.leaving(), now, unnamed.getAsBoolean(), open.next())),
            this::settle);
  }

  /** There is nothing to ask any more; the next time it is asked anew. */
  void settle() {
    told = null;
    asked.set(null);
  }

  /** What was to be done, which is settled by that; nothing where nothing is asked. */
  Runnable taken() {
    Asked open = asked.get();
    settle();
    return open == null ? () -> {} : open.next();
  }

  /** Null while nothing is asked. */
  ReadOnlyObjectProperty<Asked> askedProperty() {
    return asked.getReadOnlyProperty();
  }
}
