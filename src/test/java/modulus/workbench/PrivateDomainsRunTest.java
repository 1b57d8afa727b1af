package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import modulus.certificate.Claim;
import modulus.certificate.EventPurpose;
import modulus.certificate.Verification;
import modulus.certificate.Verifier;
import modulus.privacy.Accountant;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.Schema;
import modulus.schema.SchemaException;
import modulus.schema.SchemaJson;
import modulus.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Domains estimated privately, from the schema to the verified certificate, on the ward. */
class PrivateDomainsRunTest {
  private static Table table;
  private static Schema declared;
  private static Schema unknown;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    table =
        new TableOpening().open(Path.of("assets/ward-sample.csv"), RunListener.silent()).table();
    declared = new SchemaFiles().read(Path.of("assets/ward-sample.schema.json"));
    unknown =
        declared.withAttributes(
            declared.attributes().stream()
                .map(
                    attribute ->
                        attribute.domain() instanceof Domain.Numeric
                                || attribute.domain() instanceof Domain.Categorical
                            ? attribute.toBeEstimated()
                            : attribute)
                .toList());
  }

  private static SynthesisSettings settings() {
    return SynthesisSettings.defaults()
        .withEpsilon(OptionalDouble.of(3))
        .withRows(OptionalInt.of(200));
  }

  @Test
  void a_run_finds_them_first_within_its_budget_and_the_package_verifies() throws Exception {
    SynthesisOutcome outcome =
        new SynthesisRun(table, unknown, settings()).run(RunListener.silent());
    assertThat(outcome.charged().stream().map(charged -> charged.purpose()))
        .containsExactly(
            EventPurpose.DOMAIN_ESTIMATION,
            EventPurpose.MARGINAL_COUNTS,
            EventPurpose.PAIR_TABLES,
            EventPurpose.TRAINING);
    assertThat(outcome.thresholdDelta()).isEqualTo(0.1 * 1e-5);
    assertThat(outcome.guarantee().epsilonAddRemove()).isBetween(2.7, 3.0);
    assertThat(outcome.guarantee())
        .isEqualTo(Accountant.guarantee(outcome.guarantee().events(), 1e-5 - 0.1 * 1e-5));
    assertThat(outcome.schema().attributes().stream().filter(Attribute::estimatedPrivately))
        .isNotEmpty()
        .allMatch(attribute -> !attribute.domain().equals(attribute.domain().forgotten()));

    new PackageExport().export(outcome, folder.resolve("package"), new SigningChoice.OneTimeKey());
    Verification found = Verifier.verify(folder.resolve("package"), Optional.empty());
    assertThat(found.checks()).allMatch(Verification.Check::holds);
    Claim claim = found.statement().orElseThrow().claim();
    assertThat(claim.accounting().delta()).isEqualTo(1e-5);
    assertThat(claim.accounting().thresholdDelta()).isEqualTo(0.1 * 1e-5);
    assertThat(claim.scope().label()).isEqualTo("end-to-end");
  }

  @Test
  void what_is_planned_is_what_the_ledger_is_asked_for() {
    var planned = PlannedEvents.of(settings(), unknown, table.rows());
    assertThat(planned.events()).hasSize(4);
    assertThat(planned.thresholdDelta()).isEqualTo(0.1 * 1e-5);
    assertThat(planned.events()).contains(DomainPlan.of(settings(), unknown).events().get(0));
    assertThat(PlannedEvents.of(settings(), declared, table.rows()).events()).hasSize(3);
    assertThat(PlannedEvents.of(settings(), declared, table.rows()).thresholdDelta()).isZero();
  }

  @Test
  void a_larger_share_and_more_rows_per_patient_change_the_event_and_the_noise_accordingly() {
    DomainPlan plan = DomainPlan.of(settings(), unknown);
    DomainPlan four = DomainPlan.of(settings().withDomainShare(0.4), unknown);
    double ratio = plan.histogram().orElseThrow().sigma() / four.histogram().orElseThrow().sigma();
    // four times the share of μ² is twice the μ and half the noise
    assertThat(ratio).isBetween(1.999, 2.001);
  }

  @Test
  void ranges_alone_take_nothing_of_delta() {
    Schema ranges =
        declared.withAttributes(
            declared.attributes().stream()
                .map(
                    attribute ->
                        attribute.domain() instanceof Domain.Numeric
                            ? attribute.toBeEstimated()
                            : attribute)
                .toList());
    assertThat(DomainPlan.of(settings(), ranges).thresholdDelta()).isZero();
    assertThat(DomainPlan.of(settings(), ranges).events()).hasSize(1);
  }

  @Test
  void under_the_release_guarantee_they_are_refused() {
    SynthesisSettings release = settings().withScope(Scope.RELEASE_ONLY);
    assertThatThrownBy(() -> new SynthesisRun(table, unknown, release).run(RunListener.silent()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("only under the end-to-end guarantee");
  }

  @Test
  void shares_out_of_range_and_a_delta_without_room_are_refused_naming_rule_and_value() {
    for (double share : new double[] {0, 0.6, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> settings().withDomainShare(share))
          .withMessageContaining("(0, 0.5]")
          .withMessageContaining(Double.toString(share));
    }
    assertThatThrownBy(() -> DomainPlan.of(settings().withDelta(1e-9), unknown))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("1e-9");
  }

  @Test
  void a_schema_says_so_without_a_domain_and_reads_back_as_itself() throws SchemaException {
    String json = SchemaJson.write(unknown);
    assertThat(json).doesNotContain("\"categories\"");
    assertThat(SchemaJson.read(json)).isEqualTo(unknown);
  }

  @Test
  void confirming_a_draft_declares_the_rest_and_leaves_them_to_be_estimated() {
    Schema confirmed = unknown.declared();
    assertThat(confirmed.domainsCovered()).isTrue();
    assertThat(confirmed.attributes().stream().filter(Attribute::estimatedPrivately).count())
        .isEqualTo(unknown.attributes().stream().filter(Attribute::estimatedPrivately).count())
        .isPositive();
  }

  @Test
  void neither_a_date_nor_the_form_of_an_attribute_can_be_estimated() {
    List<Attribute> dates =
        declared.attributes().stream().filter(a -> a.domain() instanceof Domain.Date).toList();
    assertThat(dates).isNotEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(dates.get(0)::toBeEstimated)
        .withMessageContaining("only numeric ranges and categories");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Attribute(
                    "x",
                    new Domain.Numeric(0, 1, 0, ""),
                    false,
                    "",
                    DomainOrigin.DECLARED,
                    DomainOrigin.ESTIMATED_PRIVATELY,
                    List.of()))
        .withMessageContaining("formOrigin");
  }
}
