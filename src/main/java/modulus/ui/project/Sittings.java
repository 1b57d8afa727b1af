package modulus.ui.project;

import java.util.Optional;
import modulus.ui.common.Session;
import modulus.workbench.OpenedTable;
import modulus.workbench.project.Projects;

/** The session as a project holds it. */
final class Sittings {
  private Sittings() {}

  /** What is open, which must be a table. */
  static Projects.Sitting of(Session session) {
    return new Projects.Sitting(
        session.tableProperty().get(),
        session.schemaProperty().get(),
        session.settingsProperty().get(),
        session.canariesProperty().get(),
        session.gridProperty().get(),
        session.runsProperty().get(),
        session.exploredProperty().get(),
        Optional.ofNullable(session.outcomeProperty().get()));
  }

  /** How many runs the session has tried on the file of {@code table}. */
  static int runsOn(OpenedTable table, Session session) {
    OpenedTable open = session.tableProperty().get();
    boolean same = open != null && open.path().equals(table.path());
    return same ? session.runsProperty().get() : 0;
  }

  /**
   * Opens {@code sitting}.
   *
   * @param runs how many have touched its table
   */
  static void open(Projects.Sitting sitting, int runs, Session session) {
    session.open(sitting.table());
    session.schemaProperty().set(sitting.schema());
    session.settingsProperty().set(sitting.settings());
    session.canariesProperty().set(sitting.canaries());
    session.gridProperty().set(sitting.grid());
    session.runsProperty().set(runs);
    session.exploredProperty().set(sitting.explored());
    session.outcomeProperty().set(sitting.outcome().orElse(null));
  }
}
