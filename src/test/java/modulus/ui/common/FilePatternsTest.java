package modulus.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.stage.FileChooser.ExtensionFilter;
import org.junit.jupiter.api.Test;

class FilePatternsTest {
  private final Messages messages = new Messages(Locale.GERMAN);

  @Test
  void where_projects_and_tables_are_opened_both_are_seen_at_once() {
    ExtensionFilter first = FilePatterns.projectsAndTables(messages, ".modulus").get(0);
    assertThat(first.getDescription()).isEqualTo("Projekte und Tabellen");
    assertThat(first.getExtensions())
        .contains("*.modulus")
        .containsAll(FilePatterns.tables(messages).get(0).getExtensions());
  }

  @Test
  void files_that_are_named_otherwise_can_be_seen_as_well() {
    assertThat(FilePatterns.tables(messages))
        .last()
        .extracting(ExtensionFilter::getExtensions)
        .asList()
        .containsExactly("*.*");
  }
}
