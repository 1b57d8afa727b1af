package modulus.certificate.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import modulus.certificate.Fingerprint;
import modulus.certificate.FormatException;
import modulus.privacy.CancellableWork;

/**
 * A ledger that was checked and is locked. An entry counts once its line, line feed included, is on
 * the disk; the anchor follows. So whenever the process ends, the ledger holds the entry or does
 * not, and is never behind its anchor.
 */
public final class LedgerSession implements AutoCloseable {
  private static final long LARGEST_FILE = 256L << 20;
  private static final byte LINE_FEED = '\n';

  private final LedgerFile place;
  private final LedgerKeys keys;
  private final Anchors anchors;
  private final boolean recovered;
  private Chain chain;

  private LedgerSession(
      LedgerFile place, LedgerKeys keys, Anchors anchors, Chain chain, boolean recovered) {
    this.place = place;
    this.keys = keys;
    this.anchors = anchors;
    this.chain = chain;
    this.recovered = recovered;
  }

  /**
   * Checks what is there before the ledger is locked, so that only what is added meanwhile remains:
   * others need not wait for it, and whoever pauses a run in it keeps the ledger from nobody. What
   * is wrong is said by {@link #open}.
   *
   * @throws java.util.concurrent.CancellationException if the work on the calling thread was
   *     cancelled
   */
  static void checkAhead(LedgerFile place) {
    try {
      if (Files.exists(place.file())) {
        CheckedLines.of(bytes(place.file()), CancellableWork::check);
      }
    } catch (IOException | LedgerException | FormatException saidWhenItIsOpened) {
      // somebody may be writing just now, too
    }
  }

  static LedgerSession open(LedgerFile place) throws IOException, LedgerException {
    Anchors anchors = new Anchors(place.anchors());
    if (!Files.exists(place.file())) {
      create(place, anchors);
    }
    if (!Files.exists(place.keys()) && Files.exists(place.newKeys())) {
      DurableFile.move(place.newKeys(), place.keys()); // ended between the two steps of create
    }
    byte[] bytes = bytes(place.file());
    int whole = whole(bytes);
    Chain chain = chain(bytes);
    boolean known = false;
    for (Anchor anchor : anchors.of(place.file(), chain.fingerprint().hex())) {
      anchor.requireIn(chain);
      known |= anchor.hash().equals(chain.head());
    }
    LedgerKeys keys = keys(place, chain);
    if (whole < bytes.length) {
      truncate(place.file(), whole);
    }
    if (!known || !anchors.knows(place.file())) {
      anchors.remember(place.file(), chain);
    }
    return new LedgerSession(place, keys, anchors, chain, whole < bytes.length);
  }

  /** The keys under a passing name, the opening, then the keys' name: each step can be repeated. */
  private static void create(LedgerFile place, Anchors anchors)
      throws IOException, LedgerException {
    if (Files.exists(place.keys()) || anchors.knows(place.file())) {
      throw new LedgerException(
          "The ledger " + place.file() + " is gone, but there was one.",
          "Put its newest copy back. To begin a new one that knows nothing of earlier releases,"
              + " name another file with --ledger.");
    }
    LedgerKeys keys = LedgerKeys.fresh();
    byte[] secret = keys.bytes();
    DurableFile.write(place.newKeys(), secret);
    Arrays.fill(secret, (byte) 0);
    LedgerEntry opening =
        new LedgerEntry(Instant.now(), new EntryBody.Opening(keys.encodedPublicKey()));
    DurableFile.write(place.file(), line(SignedEntry.sign(0, EntryHeader.NOTHING, opening, keys)));
    DurableFile.move(place.newKeys(), place.keys());
    keys.wipe();
  }

  private static LedgerKeys keys(LedgerFile place, Chain chain)
      throws IOException, LedgerException {
    if (!Files.exists(place.keys())) {
      throw new LedgerException(
          "The ledger's keys are gone: there is no " + place.keys() + ".",
          "Put the file back from where the ledger was copied from.");
    }
    try {
      LedgerKeys keys = LedgerKeys.read(place.keys());
      if (!keys.publicKey().equals(chain.key())) {
        throw new FormatException("The keys beside the ledger belong to another one.");
      }
      return keys;
    } catch (FormatException e) {
      throw new LedgerException(e.getMessage(), "Put the ledger's own keys back.", e);
    }
  }

  private static byte[] bytes(Path file) throws IOException, LedgerException {
    if (Files.size(file) > LARGEST_FILE) {
      throw new LedgerException("The ledger is too large to be one.", "Put the right file back.");
    }
    return Files.readAllBytes(file);
  }

  /** Up to and with the last line feed: what follows was never finished, so nothing rests on it. */
  private static int whole(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != LINE_FEED) {
      end--;
    }
    return end;
  }

  private static Chain chain(byte[] bytes) throws LedgerException {
    try {
      return CheckedLines.of(bytes, () -> {});
    } catch (FormatException e) {
      throw new LedgerException(
          "The ledger was damaged or changed: " + e.getMessage(),
          "Put its newest copy back. Until then nothing is released from this ledger.",
          e);
    }
  }

  private static byte[] line(SignedEntry entry) {
    byte[] line = entry.line();
    byte[] ended = Arrays.copyOf(line, line.length + 1);
    ended[line.length] = LINE_FEED;
    return ended;
  }

  private static void truncate(Path file, long length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(length);
      channel.force(true);
    }
  }

  /**
   * Appends an entry; on return it is on the disk.
   *
   * @return its number
   * @throws LedgerException if it could not be written; then the ledger is as it was, or holds the
   *     entry and says so next time
   */
  public int append(EntryBody body) throws LedgerException {
    LedgerEntry entry = new LedgerEntry(Instant.now(), body);
    SignedEntry signed = SignedEntry.sign(chain.size(), chain.head(), entry, keys);
    requireReadable(signed);
    try {
      write(line(signed));
      chain = chain.followedBy(signed);
    } catch (IOException e) {
      throw new LedgerException(
          "The ledger could not be written; nothing was recorded and nothing spent.",
          "Make room on the disk of " + place.file() + ", then try again.",
          e);
    }
    try {
      anchors.remember(place.file(), chain);
    } catch (IOException e) {
      throw new LedgerException(
          "The ledger holds the entry and counts it, but this computer could not note so in "
              + place.anchors()
              + "; what was to follow was not done.",
          "Make room on that disk, then try again.",
          e);
    }
    return chain.size() - 1;
  }

  /** A line that is refused when it is read would end the ledger's use for good. */
  private void requireReadable(SignedEntry entry) throws LedgerException {
    byte[] line = entry.line();
    try {
      if (line.length <= SignedEntry.LONGEST_LINE && SignedEntry.read(line).holds(chain.key())) {
        return;
      }
    } catch (FormatException e) {
      throw unreadable(e);
    }
    throw unreadable(null);
  }

  private static LedgerException unreadable(FormatException cause) {
    return new LedgerException(
        "The ledger could not read such an entry again; nothing was recorded and nothing spent.",
        "Report this as a fault of the program.",
        cause);
  }

  private void write(byte[] line) throws IOException {
    try (FileChannel channel = FileChannel.open(place.file(), StandardOpenOption.WRITE)) {
      long end = channel.size();
      try {
        channel.position(end);
        DurableFile.write(channel, line);
        channel.force(true);
      } catch (IOException e) {
        channel.truncate(end);
        channel.force(true);
        throw e;
      }
    }
  }

  /** Whether an unfinished entry was found and removed; nothing was spent for it. */
  public boolean recovered() {
    return recovered;
  }

  /** For the fingerprints of tables, until the visit ends; then it is overwritten. */
  public byte[] tableKey() {
    return keys.tableKey();
  }

  /** Overwrites the key of the tables' fingerprints. */
  @Override
  public void close() {
    keys.wipe();
  }

  public Fingerprint fingerprint() {
    return chain.fingerprint();
  }

  /** Every table there is an entry about. */
  public List<String> tables() {
    return chain.tables();
  }

  /** What is known of a table by its fingerprint, wherever it was read from. */
  public TableHistory table(String table) {
    return table(TableIdentity.of(table));
  }

  /** What is known of the table in every reading of its file. */
  public TableHistory table(TableIdentity table) {
    return chain.table(table);
  }

  /** As it was before entry {@code end}. */
  public TableHistory table(String table, int end) {
    return table(table, end, end);
  }

  /** The same, as it can be told since entry {@code links}, which may link it with others. */
  public TableHistory table(String table, int end, int links) {
    return chain.table(TableIdentity.of(table), end, links);
  }

  /** Number of entries. */
  public int size() {
    return chain.size();
  }

  /** The hash of entry {@code sequence}. */
  public String hash(int sequence) {
    return chain.hash(sequence);
  }

  /** Whether there is an entry that the run began. */
  public boolean started(String table, String run) {
    return chain.started(table, run);
  }

  /** The number of the entry that released the run. */
  public OptionalInt release(String table, String run) {
    return chain.release(table, run);
  }

  /**
   * All that a stranger needs to check one table's releases.
   *
   * @throws IllegalArgumentException if there is no entry about the table
   */
  public LedgerExtract extract(TableIdentity table) {
    return LedgerExtract.of(chain, chain.fingerprint(table), keys);
  }
}
