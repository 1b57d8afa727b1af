package modulus.certificate.ledger;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import modulus.certificate.FormatException;

/**
 * What was checked of the file of a ledger. Checking takes about a millisecond for each entry and a
 * ledger is opened several times for each run, so the bytes last checked are kept as long as the
 * program runs: where a file begins with them, only what was added is checked.
 */
final class CheckedLines {
  /** Empty while somebody uses it: whoever comes meanwhile checks everything and waits for none. */
  private static final AtomicReference<CheckedLines> LAST = new AtomicReference<>();

  private static final byte LINE_FEED = '\n';

  private final ChainCheck entries = new ChainCheck();
  private byte[] bytes = {};

  /** Of the bytes, those of entries that were checked. */
  private int checked;

  private CheckedLines() {}

  /**
   * The entries of a ledger's file, all checked; an unfinished line at its end is passed over.
   *
   * @param file its bytes, not to be changed any more
   * @param between called before every entry; what it throws ends the work, and what was checked
   *     need not be checked again
   * @throws FormatException with one sentence that names the first entry at fault
   */
  static Chain of(byte[] file, Runnable between) throws FormatException {
    CheckedLines last = LAST.getAndSet(null);
    CheckedLines lines = last != null && last.begin(file) ? last : new CheckedLines();
    try {
      return lines.further(file, between);
    } finally {
      LAST.set(lines);
    }
  }

  private boolean begin(byte[] file) {
    return checked <= file.length && Arrays.equals(bytes, 0, checked, file, 0, checked);
  }

  private Chain further(byte[] file, Runnable between) throws FormatException {
    bytes = file;
    for (int at = checked; at < bytes.length; at++) {
      if (bytes[at] == LINE_FEED) {
        between.run();
        if (at - checked > SignedEntry.LONGEST_LINE) {
          throw new FormatException("Line " + (entries.size() + 1) + " is too long.");
        }
        entries.take(SignedEntry.read(Arrays.copyOfRange(bytes, checked, at)));
        checked = at + 1;
      }
    }
    return entries.chain();
  }
}
