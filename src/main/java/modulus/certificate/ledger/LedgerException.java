package modulus.certificate.ledger;

import java.io.Serial;

/** The ledger cannot be used as it is: one sentence, and what to do about it. */
public final class LedgerException extends Exception {
  @Serial private static final long serialVersionUID = 1L;
  private final String action;

  public LedgerException(String sentence, String action) {
    this(sentence, action, null);
  }

  public LedgerException(String sentence, String action, Throwable cause) {
    super(sentence, cause);
    this.action = action;
  }

  public String action() {
    return action;
  }
}
