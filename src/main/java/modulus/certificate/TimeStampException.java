package modulus.certificate;

import java.io.IOException;
import java.io.Serial;

/** The time-stamp server gave no valid answer; the message says so in one sentence. */
public final class TimeStampException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  TimeStampException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
