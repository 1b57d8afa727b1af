package modulus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house hold for everything under {@code src/main/java}. */
class ArchitectureTest {

  private static final String ROOT = "modulus";
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  static Stream<Rule> rules() {
    return Rule.all(ROOT);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(Rule rule) {
    ArchRule checked = rule.rule();
    checked.check(HOUSE);
  }

  @Test
  void the_house_was_found() {
    assertThat(HOUSE.contain("modulus.Launcher")).isTrue();
    assertThat(HOUSE.contain("modulus.privacy.PrivacyEvent")).isTrue();
    assertThat(HOUSE.contain("modulus.architecture.ArchitectureTest")).isFalse();
  }
}
