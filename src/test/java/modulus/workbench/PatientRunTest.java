package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import modulus.certificate.EventPurpose;
import modulus.certificate.ProtectedUnit;
import modulus.certificate.Verification;
import modulus.certificate.Verifier;
import modulus.privacy.PrivacyEvent;
import modulus.schema.Schema;
import modulus.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** privacy.md, section 1: how a run changes where patients have several rows. */
class PatientRunTest {
  private static final int PATIENTS = 300;
  private final Table table = PatientSelectionTest.table(PATIENTS, 5);

  @TempDir Path folder;

  @Test
  void the_release_event_counts_patients_and_keeps_mu() {
    SynthesisSettings settings =
        SynthesisSettings.defaults()
            .withLipschitz(OptionalDouble.of(0.3))
            .withScope(Scope.RELEASE_ONLY)
            .withEpsilon(OptionalDouble.empty())
            .withRows(OptionalInt.of(500));
    SynthesisOutcome outcome = run(3, settings);
    assertThat(outcome.guarantee().events())
        .containsExactly(
            new PrivacyEvent.PosteriorMixture(Math.nextUp(0.3 * Math.sqrt(2)), PATIENTS, 500));
    assertThat(outcome.records()).isEqualTo(PATIENTS);
  }

  @Test
  void end_to_end_the_budget_is_kept_patients_are_sampled_and_rows_default_to_patients() {
    SynthesisOutcome one = run(1, SynthesisSettings.defaults());
    SynthesisOutcome four = run(4, SynthesisSettings.defaults());
    for (SynthesisOutcome outcome : List.of(one, four)) {
      assertThat(outcome.guarantee().epsilonAddRemove()).isBetween(0.9, 1.0);
      assertThat(outcome.synthetic().rows()).isEqualTo(PATIENTS);
      assertThat(outcome.synthetic().column("who")).isEmpty();
    }
    // the noise is scaled to c, so a charged parameter is the same whatever c
    assertThat(mu(four)).isCloseTo(mu(one), within(1e-9 * mu(one)));
  }

  @Test
  void the_certificate_states_the_unit_and_the_rows_per_patient() throws Exception {
    SynthesisOutcome outcome = run(2, SynthesisSettings.defaults());
    Path out = folder.resolve("package");
    new PackageExport().export(outcome, out, new SigningChoice.OneTimeKey());
    Verification verification = Verifier.verify(out, Optional.empty());
    assertThat(verification.holds()).isTrue();
    assertThat(verification.statement().orElseThrow().claim().unit())
        .isEqualTo(new ProtectedUnit(Optional.of("who"), 2));
    assertThat(verification.statement().orElseThrow().claim().table().records())
        .isEqualTo(PATIENTS);
  }

  private SynthesisOutcome run(int most, SynthesisSettings settings) {
    Schema schema = PatientSelectionTest.schema(table, most);
    return new SynthesisRun(table, schema, settings).run(RunListener.silent());
  }

  private static double mu(SynthesisOutcome outcome) {
    return outcome.charged().stream()
        .filter(charged -> charged.purpose() == EventPurpose.MARGINAL_COUNTS)
        .map(charged -> ((PrivacyEvent.Gaussian) charged.event()).muAddRemove())
        .findFirst()
        .orElseThrow();
  }
}
