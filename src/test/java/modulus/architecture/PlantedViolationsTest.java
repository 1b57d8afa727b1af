package modulus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule bites: the classes under {@code planted} break every rule, and each break is reported
 * by the rule it belongs to.
 */
class PlantedViolationsTest {

  private static final String ROOT = "modulus.architecture.planted";
  private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);

  /** Rule to the planted classes that must be named in its report. */
  private static final Map<String, List<String>> CULPRITS = new TreeMap<>();

  static {
    CULPRITS.put("imports of table", List.of("table.TableKnowingSchema"));
    CULPRITS.put("imports of schema", List.of("schema.SchemaKnowingPrivacy"));
    CULPRITS.put("imports of encoding", List.of("encoding.EncodingKnowingVae"));
    CULPRITS.put("imports of privacy", List.of("privacy.PrivacyKnowingTable"));
    CULPRITS.put("imports of vae", List.of("vae.VaeKnowingCertificate"));
    CULPRITS.put("imports of evaluation", List.of("evaluation.EvaluationKnowingWorkbench"));
    CULPRITS.put("imports of certificate", List.of("certificate.CertificateKnowingTable"));
    CULPRITS.put("imports of workbench", List.of("workbench.WorkbenchKnowingCli"));
    CULPRITS.put("imports of cli", List.of("cli.CliKnowingVae"));
    CULPRITS.put("imports of ui", List.of("ui.data.ScreenKnowingVae"));
    CULPRITS.put(
        "libraries of ui",
        List.of("workbench.WorkbenchWithWindow", "workbench.WorkbenchReadingMarkdown"));
    CULPRITS.put("libraries of vae", List.of("encoding.EncodingWithArrays"));
    CULPRITS.put(
        "libraries of table",
        List.of("schema.SchemaReadingCsv", "workbench.WorkbenchReadingSheet"));
    CULPRITS.put("libraries of evaluation", List.of("workbench.WorkbenchWithTribuo"));
    CULPRITS.put(
        "libraries of certificate",
        List.of("workbench.WorkbenchSigning", "workbench.WorkbenchDrawingPdf"));
    CULPRITS.put("libraries of cli", List.of("workbench.WorkbenchParsingArguments"));
    CULPRITS.put(
        "front rooms see only values", List.of("cli.CliAccounting", "ui.data.ScreenAccounting"));
    CULPRITS.put("nobody imports the launcher", List.of("cli.CliKnowingLauncher"));
    CULPRITS.put("no cycles", List.of("table.TableKnowingSchema", "schema.SchemaKnowingTable"));
    CULPRITS.put(
        "screens are apart",
        List.of("ui.data.ScreenKnowingScreen", "ui.common.SharedKnowingScreen"));
    CULPRITS.put("every class lives in a room", List.of("attic.RoomlessClass"));
    CULPRITS.put("privacy stands alone", List.of("privacy.PrivacyWithJson"));
    CULPRITS.put("no shaded libraries", List.of("vae.VaeWithShadedJson"));
    CULPRITS.put(
        "no predictable generator",
        List.of(
            "vae.VaeWithRandom",
            "vae.VaeWithNd4jGenerator",
            "privacy.NoiseFromSplittableRandom",
            "encoding.EncodingWithThreadLocalRandom",
            "certificate.NonceFromRandomGenerator"));
    CULPRITS.put(
        "no hidden generator",
        List.of(
            "privacy.NoiseFromMathRandom",
            "privacy.NoiseFromDistribution",
            "vae.VaeShuffling",
            "vae.VaeWithNd4jRand"));
    CULPRITS.put("system generator", List.of("vae.VaeWithSecureRandom"));
    CULPRITS.put("made in privacy", List.of("vae.VaeOwnRandom"));
    CULPRITS.put("rehearsal", List.of("vae.VaeRehearsing"));
    CULPRITS.put("standard streams", List.of("vae.VaePrinting"));
    CULPRITS.put(
        "no messages logged", List.of("workbench.WorkbenchLoggingMessage", "vae.VaePrintingTrace"));
    CULPRITS.put("no serialisation", List.of("vae.VaeSerialised", "vae.VaeReadingObjects"));
    CULPRITS.put(
        "no network",
        List.of(
            "certificate.CertificateConnecting",
            "workbench.WorkbenchAskingServer",
            "ui.data.ScreenOpeningUrl",
            "vae.VaeListening"));
    CULPRITS.put("names", List.of("table.TableManager", "table.util.Something"));
  }

  static Stream<Rule> rules() {
    return Rule.all(ROOT);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void bites(Rule rule) {
    var report = rule.rule().evaluate(PLANTED);
    assertThat(report.hasViolation()).isTrue();
    String details = String.join("\n", report.getFailureReport().getDetails());
    assertThat(CULPRITS.get(rule.name()))
        .isNotEmpty()
        .allSatisfy(culprit -> assertThat(details).contains(ROOT + "." + culprit));
  }

  @Test
  void spares_the_innocent() {
    List<String> innocent =
        List.of(
            "vae.network.Initialization",
            "cli.CliPrinting",
            "ui.data.ScreenShowingTable",
            "certificate.TimeStampClient");
    Rule.all(ROOT)
        .forEach(
            rule -> {
              String details =
                  String.join("\n", rule.rule().evaluate(PLANTED).getFailureReport().getDetails());
              for (String name : innocent) {
                assertThat(details).as(rule.name()).doesNotContain("<" + ROOT + "." + name);
              }
            });
  }
}
