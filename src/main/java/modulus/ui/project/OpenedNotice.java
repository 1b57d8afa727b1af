package modulus.ui.project;

import java.util.List;
import java.util.stream.Stream;
import modulus.ui.common.Figure;
import modulus.ui.common.Text;
import modulus.workbench.project.Projects;
import modulus.workbench.project.TableChange;

/** What must be said of a project that could not be opened as it was saved. */
final class OpenedNotice {
  private static final int MOST_NAMED = 5;

  private OpenedNotice() {}

  /**
   * @param project its file's name
   * @return null where everything is as it was
   */
  static Text of(Projects.Opened opened, String project) {
    String table = String.valueOf(opened.sitting().table().path().getFileName());
    return opened
        .change()
        .map(change -> Text.of("project.tableChanged", table, project, what(change)))
        .orElseGet(() -> setAside(opened, project));
  }

  /** As {@link #of}, of work that was left by a window that ended unexpectedly. */
  static Text ofRestored(Projects.Opened opened) {
    String table = String.valueOf(opened.sitting().table().path().getFileName());
    return opened
        .change()
        .map(change -> Text.of("recovery.tableChanged", table, what(change)))
        .orElseGet(() -> opened.setAside() == 0 ? null : Text.of("recovery.setAside"));
  }

  private static Text setAside(Projects.Opened opened, String project) {
    if (opened.setAside() == 0) {
      return null;
    }
    return Text.of(opened.earlier() ? "project.earlier" : "project.setAside", project);
  }

  private static Text what(TableChange change) {
    return Stream.of(
            columns("project.change.added", change.added()),
            columns("project.change.gone", change.gone()),
            columns("project.change.drafted", change.drafted()))
        .flatMap(List::stream)
        .reduce((first, second) -> Text.of("project.change.both", first, second))
        .orElse(Text.of("project.change.cells"));
  }

  private static List<Text> columns(String key, List<String> columns) {
    if (columns.isEmpty()) {
      return List.of();
    }
    int further = Math.max(0, columns.size() - MOST_NAMED);
    String named = String.join(", ", columns.subList(0, columns.size() - further));
    return List.of(
        Text.of(
            key,
            further == 0
                ? named
                : Text.of("project.change.further", named, new Figure.Count(further))));
  }
}
