package modulus.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who may import whom: the table of {@code src/site/markdown/architecture.md}. Every rule takes the
 * root package, so that a planted copy of the house can be shown to break it.
 */
final class RoomRules {

  /** Room to the rooms it may import; {@code cli} and {@code ui} are further limited to values. */
  static final Map<String, List<String>> MAY_IMPORT =
      new TreeMap<>(
          Map.of(
              "table", List.of(),
              "schema", List.of("table"),
              "encoding", List.of("schema", "table"),
              "privacy", List.of(),
              "vae", List.of("encoding", "schema", "table", "privacy"),
              "evaluation", List.of("encoding", "schema", "table", "privacy", "vae"),
              "certificate", List.of("schema", "privacy"),
              "workbench",
                  List.of(
                      "table", "schema", "encoding", "privacy", "vae", "evaluation", "certificate"),
              "cli",
                  List.of("workbench", "table", "schema", "privacy", "evaluation", "certificate"),
              "ui",
                  List.of("workbench", "table", "schema", "privacy", "evaluation", "certificate")));

  /**
   * Immutable values that are neither records, enums nor sealed interfaces, and how ε is printed.
   */
  private static final Set<String> VALUE_CLASSES =
      Set.of("table.Table", "table.NumberColumn", "table.CategoryColumn", "privacy.Epsilon");

  private RoomRules() {}

  static ArchRule imports(String root, String room) {
    List<String> allowed = new ArrayList<>(List.of(root + "." + room + ".."));
    MAY_IMPORT.get(room).forEach(other -> allowed.add(root + "." + other + ".."));
    return classes()
        .that()
        .resideInAPackage(root + "." + room + "..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(allowed.toArray(String[]::new))
                .or(resideOutsideOfPackage(root + "..")))
        .allowEmptyShould(true)
        .because("the arrows between the rooms have one direction");
  }

  /** The command line and the window see values of the rooms below {@code workbench}, no more. */
  static ArchRule frontRoomsSeeOnlyValues(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(root + ".cli..", root + ".ui..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    root + ".table..",
                    root + ".schema..",
                    root + ".privacy..",
                    root + ".evaluation..",
                    root + ".certificate..")
                .and(DescribedPredicate.not(value(root))))
        .allowEmptyShould(true)
        .because("what a screen or a command does is a use case of the workbench");
  }

  private static DescribedPredicate<JavaClass> value(String root) {
    return describe(
        "a value type",
        seen -> {
          JavaClass type = seen.getBaseComponentType();
          return type.isRecord()
              || type.isEnum()
              || type.isAssignableTo(Throwable.class)
              || type.reflect().isSealed()
              || VALUE_CLASSES.stream().anyMatch(c -> type.getName().equals(root + "." + c));
        });
  }

  static ArchRule nobodyImportsTheLauncher(String root) {
    return noClasses()
        .that(resideInAPackage(root + ".(*)..").and(resideOutsideOfPackage(root)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root)
        .allowEmptyShould(true)
        .because("the launcher only wires");
  }

  static ArchRule packagesAreFreeOfCycles(String root) {
    return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
  }

  static ArchRule screensNeverImportEachOther(String root) {
    return slices()
        .matching(root + ".ui.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage(root + ".ui.common.."))
        .allowEmptyShould(true)
        .because("what screens share lives in ui.common");
  }

  static ArchRule everyClassLivesInARoom(String root) {
    List<String> rooms = new ArrayList<>(List.of(root));
    MAY_IMPORT.keySet().forEach(room -> rooms.add(root + "." + room + ".."));
    return classes()
        .should()
        .resideInAnyPackage(rooms.toArray(String[]::new))
        .because("a new room needs its line in the table");
  }
}
