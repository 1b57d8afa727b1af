package modulus.ui.common;

import modulus.workbench.Failure;

/**
 * What the core says of a failure, as part of a {@link Text}.
 *
 * @param english the core's sentence
 */
public record Told(String english) {
  /** What happened and what to do. */
  public static Text of(Failure failure) {
    return failure.action().isEmpty()
        ? Text.of("plain", new Told(failure.sentence()))
        : Text.of("told.both", new Told(failure.sentence()), new Told(failure.action()));
  }
}
