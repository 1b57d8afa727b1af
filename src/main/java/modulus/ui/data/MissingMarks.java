package modulus.ui.data;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What missing cells hold, spelled in one field: marks with | between them. */
final class MissingMarks {
  private static final String BETWEEN = "|";

  private MissingMarks() {}

  /** All but the empty cell, which is always missing. */
  static String spelled(Set<String> marks) {
    return marks.stream()
        .filter(mark -> !mark.isEmpty())
        .sorted()
        .collect(Collectors.joining(BETWEEN));
  }

  /** What was typed, and the empty cell; empty where nothing was typed and the usual marks hold. */
  static Optional<Set<String>> parse(String typed) {
    if (typed == null || typed.isBlank()) {
      return Optional.empty();
    }
    Set<String> marks = new HashSet<>(Set.of(""));
    for (String mark : typed.split("\\" + BETWEEN)) {
      marks.add(mark.strip());
    }
    return Optional.of(marks);
  }
}
