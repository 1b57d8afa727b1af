package modulus.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Each library has one room that uses it, so that it can be replaced there. */
final class LibraryRules {

  /** Room to the packages of the libraries nobody else may touch. */
  static final Map<String, List<String>> SOLE_USER = new LinkedHashMap<>();

  static {
    SOLE_USER.put(
        "ui",
        List.of(
            "javafx..",
            "org.controlsfx..",
            "impl.org.controlsfx..",
            "atlantafx..",
            "org.commonmark.."));
    SOLE_USER.put("vae", List.of("org.nd4j..", "org.deeplearning4j..", "org.bytedeco.."));
    SOLE_USER.put(
        "table",
        List.of(
            "org.apache.commons.csv..",
            "org.dhatim.fastexcel..",
            "com.fasterxml.aalto..",
            "org.apache.commons.compress.."));
    SOLE_USER.put("evaluation", List.of("org.tribuo..", "com.oracle.labs.."));
    SOLE_USER.put(
        "certificate",
        List.of("org.bouncycastle..", "org.apache.pdfbox..", "org.apache.fontbox.."));
    SOLE_USER.put("cli", List.of("picocli.."));
  }

  private LibraryRules() {}

  static ArchRule onlyUsedIn(String root, String room) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + "." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(SOLE_USER.get(room).toArray(String[]::new))
        .allowEmptyShould(true)
        .because(room + " is the only room that knows these libraries");
  }

  static ArchRule privacyNeedsOnlyTheJdkAndCommonsMath(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".privacy..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            root + ".privacy..", "java..", "javax.crypto..", "org.apache.commons.math3..")
        .allowEmptyShould(true)
        .because("whoever checks the accounting reads this room and nothing else");
  }

  static ArchRule noShadedLibraries(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.nd4j.shade..")
        .allowEmptyShould(true)
        .because("the parsers shaded inside ND4J cannot be updated");
  }
}
