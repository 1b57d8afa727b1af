package modulus.certificate.ledger;

import java.nio.file.Path;
import java.util.function.IntConsumer;

/** Appends releases one after the other, as fast as it can; a process of its own in tests. */
final class LedgerWriter {
  private LedgerWriter() {}

  /**
   * @param args folder, number of the first release, how many
   */
  public static void main(String[] args) {
    write(
        Path.of(args[0]),
        Integer.parseInt(args[1]),
        Integer.parseInt(args[2]),
        number -> {
          System.out.println(number);
          System.out.flush();
        });
  }

  /**
   * @param written told the number of every release that is on the disk
   */
  static void write(Path folder, int first, int count, IntConsumer written) {
    LedgerFile ledger = Releases.in(folder);
    try {
      for (int i = 0; i < count; i++) {
        int number = first + i;
        ledger.visit(session -> session.append(Releases.gaussian(Releases.TABLE, number, 0.01)));
        written.accept(number);
      }
    } catch (LedgerException e) {
      throw new IllegalStateException(e);
    }
  }
}
