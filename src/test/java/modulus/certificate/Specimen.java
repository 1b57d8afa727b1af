package modulus.certificate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import modulus.Changed;
import modulus.privacy.Accountant;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.PrivacyEvent.Gaussian;
import modulus.privacy.PrivacyEvent.PoissonSubsampledGaussian;
import modulus.privacy.PrivacyEvent.PosteriorMixture;
import modulus.schema.AttributeKind;
import modulus.schema.DomainOrigin;

/** Claims of a fictional ward of 2,000 patients, and packages that make them. */
final class Specimen {
  static final int PATIENTS = 2_000;
  static final int ROWS = 50;
  static final double DELTA = 1e-5;
  static final double LIPSCHITZ = 0.5;
  static final String DIGEST = "5e".repeat(32);

  /** Within the validity of certificates made in the test, however late in a long run it comes. */
  static final Instant ISSUED =
      Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);

  private Specimen() {}

  /** Counts, training and pairs, everything declared. */
  static Claim endToEnd() {
    double diameter = Math.sqrt(3);
    return claim(
        ClaimScope.END_TO_END,
        List.of(
            new ChargedEvent(EventPurpose.MARGINAL_COUNTS, counts(0.1)),
            new ChargedEvent(EventPurpose.TRAINING, new PoissonSubsampledGaussian(2.5, 0.0625, 40)),
            new ChargedEvent(EventPurpose.PAIR_TABLES, counts(0.15))),
        new LipschitzBound(8, 6.27, LipschitzEnforcement.RESCALED),
        diameter);
  }

  /** Rows from the posterior of a model held fixed. */
  static Claim release() {
    double diameter = Math.sqrt(3);
    return claim(
        ClaimScope.RELEASE_GIVEN_MODEL,
        List.of(
            new ChargedEvent(
                EventPurpose.POSTERIOR_ROWS,
                new PosteriorMixture(LIPSCHITZ * diameter, PATIENTS, ROWS))),
        new LipschitzBound(LIPSCHITZ, 0.497, LipschitzEnforcement.ORTHONORMALISED),
        diameter);
  }

  private static Claim claim(
      ClaimScope scope, List<ChargedEvent> events, LipschitzBound bound, double diameter) {
    return new Claim(
        scope,
        Accounting.of(Accountant.guarantee(privacy(events), DELTA)),
        ProtectedUnit.row(),
        events,
        new ModelFacts(16, diameter, Optional.of(bound)),
        new TableFacts(PATIENTS, ROWS, attributes()),
        1,
        Randomness.SECURE,
        Optional.of("Klinikum Möckern"),
        new SoftwareFacts("Modulus", "0.9", DIGEST),
        ISSUED,
        Optional.empty(),
        Optional.empty());
  }

  /** The claim with other figures in its accounting, true or not. */
  static Claim withAccounting(Claim claim, Accounting accounting) {
    return Changed.in(claim, "accounting", accounting);
  }

  private static List<PrivacyEvent> privacy(List<ChargedEvent> events) {
    return events.stream().map(ChargedEvent::event).toList();
  }

  private static Gaussian counts(double mu) {
    return new Gaussian(mu, mu * Math.sqrt(2) * (1 + 1e-12));
  }

  private static List<AttributeFacts> attributes() {
    return List.of(
        attribute("patient", AttributeKind.IDENTIFIER, "", "", new StatedDomain.None()),
        attribute("age", AttributeKind.NUMERIC, "years", "0", new StatedDomain.Range("0", "120")),
        attribute(
            "sex",
            AttributeKind.CATEGORICAL,
            "",
            "",
            new StatedDomain.Categories(List.of("f", "m"), true)),
        attribute(
            "admitted",
            AttributeKind.DATE,
            "",
            "yyyy-MM-dd",
            new StatedDomain.Range("2020-01-01", "2023-12-31")));
  }

  private static AttributeFacts attribute(
      String name, AttributeKind kind, String unit, String precision, StatedDomain domain) {
    return new AttributeFacts(
        name,
        kind,
        unit,
        precision,
        false,
        "",
        DomainOrigin.DECLARED,
        DomainOrigin.DECLARED,
        domain);
  }

  /** Some rows; {@code shift} makes another table of the same form. */
  static byte[] table(int shift) {
    StringBuilder csv = new StringBuilder("age,sex,admitted\r\n");
    for (int row = 0; row < ROWS; row++) {
      csv.append((37 * row + shift) % 100).append(row % 3 == 0 ? ",f," : ",m,");
      csv.append("2021-03-").append(10 + row % 20).append("\r\n");
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  static Statement write(Path folder, Claim claim, PackageSigner signer) throws IOException {
    return write(folder, claim, signer, table(0));
  }

  static Statement write(Path folder, Claim claim, PackageSigner signer, byte[] table)
      throws IOException {
    return new PackageWriter(claim, signer).write(folder, out -> out.write(table));
  }
}
