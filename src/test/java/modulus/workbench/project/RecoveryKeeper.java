package modulus.workbench.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import modulus.workbench.CanaryChoice;
import modulus.workbench.OpenedTable;
import modulus.workbench.RunListener;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.TableOpening;
import modulus.workbench.exploration.GridChoice;

/** Keeps work without a file over and over, as fast as it can; a process of its own in tests. */
final class RecoveryKeeper {
  private RecoveryKeeper() {}

  /**
   * Says the number of every time it was kept; the number of rows in the settings is the time's.
   *
   * @param args table, user directory
   */
  public static void main(String[] args) {
    OpenedTable table = new TableOpening().open(Path.of(args[0]), RunListener.silent());
    Recovery recovery = new Recovery(new UserDirectory(Path.of(args[1])));
    for (int time = 1; ; time++) {
      recovery.keep(sitting(table, time), RunListener.silent());
      System.out.println(time);
      System.out.flush();
    }
  }

  /** Three runs were tried; the settings ask for so many rows. */
  static Projects.Sitting sitting(OpenedTable table, int rows) {
    return new Projects.Sitting(
        table,
        table.draft().declared(),
        SynthesisSettings.defaults().withRows(OptionalInt.of(rows)),
        CanaryChoice.NONE,
        GridChoice.PROPOSED,
        3,
        List.of(),
        Optional.empty());
  }
}
