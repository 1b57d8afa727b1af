package modulus.certificate.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * What is recorded, and when by the clock of the machine.
 *
 * @param time to the second
 */
public record LedgerEntry(Instant time, EntryBody body) {
  public LedgerEntry {
    time = time.truncatedTo(ChronoUnit.SECONDS);
    Objects.requireNonNull(body, "body");
  }
}
