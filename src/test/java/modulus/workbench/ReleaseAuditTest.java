package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import modulus.Changed;
import modulus.privacy.Adjacency;
import modulus.privacy.OneRunAudit;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.SeededRehearsalRandom;
import modulus.schema.Schema;
import modulus.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audits by released rows: privacy.md, section 10. */
class ReleaseAuditTest {
  private static final int ROWS = 200;

  private static Table table;
  private static Schema schema;
  private static SynthesisOutcome outcome;

  @TempDir Path folder;

  @BeforeAll
  static void run() {
    table = WardTable.first(ROWS);
    schema = WardTable.schema();
    outcome = SynthesisRun.audited(table, schema, releaseOnly(0.3), 200).run(RunListener.silent());
  }

  private static SynthesisSettings releaseOnly(double lipschitz) {
    return SynthesisSettings.defaults()
        .withLipschitz(OptionalDouble.of(lipschitz))
        .withScope(Scope.RELEASE_ONLY)
        .withEpsilon(OptionalDouble.empty());
  }

  @Test
  void canaries_join_the_table_and_change_neither_the_declared_patients_nor_what_is_charged() {
    AuditFinding finding = outcome.audit().orElseThrow();
    assertThat(finding.audit().canaries()).isEqualTo(200);
    assertThat(finding.audit().guesses()).isEqualTo(20);
    assertThat(finding.claimed()).isEqualTo(outcome.guarantee().epsilon(Adjacency.ADD_REMOVE));
    assertThat(outcome.records()).isEqualTo(ROWS);
    assertThat(outcome.synthetic().rows()).isEqualTo(ROWS);
    assertThat(outcome.guarantee().events())
        .singleElement()
        .isEqualTo(
            new PrivacyEvent.PosteriorMixture(
                Math.nextUp(0.3 * Math.sqrt(schema.modelled().size())), ROWS, ROWS));
  }

  @Test
  void canaries_are_drawn_from_the_domains_that_were_estimated_privately() {
    Schema read =
        schema.withAttributes(
            schema.attributes().stream()
                .map(a -> a.name().equals("sex") ? a.toBeEstimated() : a)
                .toList());
    List<Schema> seen = new ArrayList<>();
    SynthesisOutcome made =
        SynthesisRun.planted(
                table,
                read,
                SynthesisSettings.defaults().withEpsilon(OptionalDouble.of(20)),
                (known, random) -> {
                  seen.add(known);
                  return Optional.of(ReleaseAudit.plant(known, 40, random));
                })
            .run(RunListener.silent());
    assertThat(seen).containsExactly(made.schema()).doesNotContain(read);
  }

  @Test
  void an_end_to_end_run_whose_audit_refutes_its_claim_is_not_exported() {
    Path out = folder.resolve("package");
    SynthesisOutcome refuted = withFinding(SynthesisSettings.defaults());

    assertThatThrownBy(
            () -> new PackageExport().export(refuted, out, new SigningChoice.OneTimeKey()))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> {
              assertThat(failure.kind().exitCode()).isEqualTo(4);
              assertThat(failure).hasMessageContaining("refutes its claim");
              assertThat(failure.action()).contains("repeat");
            });
    assertThat(out).doesNotExist();
  }

  @Test
  void release_only_the_same_finding_is_the_price_of_the_scope() {
    assertThat(withFinding(releaseOnly(0.3)).audit().orElseThrow().contradicts()).isTrue();
    PackageExport.Written written =
        new PackageExport()
            .export(
                withFinding(releaseOnly(0.3)),
                folder.resolve("package"),
                new SigningChoice.OneTimeKey());
    assertThat(written.folder().resolve("synthetic.csv")).exists();
    assertThat(
            AuditReport.release(
                Scope.RELEASE_ONLY,
                withFinding(releaseOnly(0.3)).audit().orElseThrow(),
                Optional.empty()))
        .contains("price of this scope");
  }

  /** The release with the finding of an attack that was always right. */
  private static SynthesisOutcome withFinding(SynthesisSettings settings) {
    double claimed = outcome.guarantee().epsilon(Adjacency.ADD_REMOVE);
    AuditFinding always =
        new AuditFinding("test", claimed, new OneRunAudit(1000, 100, 100, 1e-5), Instant.now());
    return Changed.in(Changed.in(outcome, "settings", settings), "audit", Optional.of(always));
  }

  @Test
  void too_few_canaries_are_refused_in_a_sentence() {
    assertThatThrownBy(() -> ReleaseAudit.plant(schema, 39, new SeededRehearsalRandom(1)))
        .isInstanceOf(Failure.class)
        .hasMessage("There must be 40 to 10000 canaries but there are 39.");
  }

  /** The scale, not the model: rows that are the planted canaries give every guess away. */
  @Test
  void rows_that_copy_the_planted_canaries_are_found_out() {
    ReleaseAudit audit = ReleaseAudit.plant(schema, 1000, new SeededRehearsalRandom(1));

    AuditFinding finding = audit.attack(audit.planted(), 1, 1e-5, () -> false);

    assertThat(finding.audit().correct()).isEqualTo(finding.audit().guesses()).isEqualTo(100);
    assertThat(finding.contradicts()).isTrue();
    assertThat(finding.meaning()).contains("refutes the claim");
    assertThat(audit.distances(audit.planted(), true, () -> false)).containsOnly(0);
    assertThat(audit.distances(audit.planted(), false, () -> false)[0]).isPositive();
  }
}
