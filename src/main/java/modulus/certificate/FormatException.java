package modulus.certificate;

import java.io.Serial;

/** A file is not what it should be; the message says so in one sentence. */
public final class FormatException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * @param sentence names the rule and, where it is short, the value
   */
  public FormatException(String sentence) {
    super(sentence);
  }
}
