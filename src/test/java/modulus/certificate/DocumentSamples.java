package modulus.certificate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import modulus.Changed;
import modulus.privacy.Accountant;
import modulus.privacy.OneRunAudit;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.PrivacyEvent.Gaussian;
import modulus.privacy.PrivacyEvent.PoissonSubsampledGaussian;
import modulus.privacy.PrivacyEvent.PosteriorMixture;
import modulus.privacy.ReleaseComposition;
import modulus.schema.AttributeKind;
import modulus.schema.DomainOrigin;

/** Claims that hold together, from small to as long as they may be. */
final class DocumentSamples {
  static final byte[] TABLE = "age,sex\n54,f\n61,m\n".getBytes(StandardCharsets.UTF_8);

  /** Within the validity of keys made in the test, however late in a long run it comes. */
  static final Instant ISSUED = Instant.now().plus(Duration.ofHours(2));

  private static final double DELTA = 1e-5;
  private static final double LEDGER_DELTA = 2e-5;

  private DocumentSamples() {}

  /** Private training on a ward of 2,000, three attributes, one domain read from the data. */
  static Claim ward() {
    return claim(
        ClaimScope.PRIVATE_TRAINING,
        events(1),
        attributes(3, true),
        1,
        Optional.of("Klinikum Möckern, Abteilung für Daten"));
  }

  /** 113 attributes, 150 events, 12 runs, a curator's name of 200 wide letters. */
  static Claim longest() {
    return claim(
        ClaimScope.PRIVATE_TRAINING,
        events(148),
        attributes(113, true),
        12,
        Optional.of(("Wundversorgungszentrum 医院 " + "W".repeat(200)).substring(0, 200)));
  }

  /** Rows from the posterior under a model held fixed. */
  static Claim release() {
    int attributes = 4;
    double declared = 0.05;
    List<ChargedEvent> events =
        List.of(
            new ChargedEvent(
                EventPurpose.POSTERIOR_ROWS,
                new PosteriorMixture(declared * Math.sqrt(attributes), 2_000, 50)));
    return claim(
        ClaimScope.RELEASE_GIVEN_MODEL, events, attributes(attributes, false), 1, Optional.empty());
  }

  /** True, and promising little: ε above 10 and δ of one over half the 2,000 patients. */
  static Claim weak() {
    List<ChargedEvent> events = List.of(new ChargedEvent(EventPurpose.MARGINAL_COUNTS, counts(9)));
    Claim claim = claim(ClaimScope.END_TO_END, events, attributes(2, false), 1, Optional.empty());
    return Specimen.withAccounting(
        claim, Accounting.of(Accountant.guarantee(claim.privacyEvents(), 1e-3)));
  }

  /** True, and promising nothing: e to the power ε is beyond every double. */
  static Claim boundless() {
    List<ChargedEvent> events = List.of(new ChargedEvent(EventPurpose.MARGINAL_COUNTS, counts(36)));
    return claim(ClaimScope.END_TO_END, events, attributes(2, false), 1, Optional.empty());
  }

  /** One attribute's domain read from the data, another's form, an identifier found there; ε 10. */
  static Claim read() {
    List<AttributeFacts> attributes = new ArrayList<>(attributes(2, true));
    attributes.add(formRead("age", AttributeKind.NUMERIC, new StatedDomain.Range("0", "120")));
    attributes.add(formRead("stay", AttributeKind.IDENTIFIER, new StatedDomain.None()));
    List<ChargedEvent> events =
        List.of(new ChargedEvent(EventPurpose.MARGINAL_COUNTS, counts(2.1)));
    return claim(ClaimScope.PRIVATE_TRAINING, events, attributes, 1, Optional.empty());
  }

  private static AttributeFacts formRead(String name, AttributeKind kind, StatedDomain domain) {
    return new AttributeFacts(
        name,
        kind,
        "",
        kind == AttributeKind.NUMERIC ? "0" : "",
        false,
        "",
        DomainOrigin.DECLARED,
        DomainOrigin.READ_FROM_DATA,
        domain);
  }

  /** Categories and a range estimated privately, for a tenth of δ and an event of their own. */
  static Claim estimated() {
    List<ChargedEvent> events = new ArrayList<>();
    events.add(new ChargedEvent(EventPurpose.DOMAIN_ESTIMATION, counts(0.04)));
    events.addAll(events(1));
    List<AttributeFacts> attributes = new ArrayList<>(attributes(2, false));
    attributes.add(
        new AttributeFacts(
            "diagnosis",
            AttributeKind.CATEGORICAL,
            "",
            "",
            false,
            "",
            DomainOrigin.ESTIMATED_PRIVATELY,
            DomainOrigin.DECLARED,
            new StatedDomain.Categories(List.of("I10", "J18"), true)));
    Claim claim = claim(ClaimScope.END_TO_END, events, attributes, 1, Optional.empty());
    double threshold = 0.1 * DELTA;
    return Specimen.withAccounting(
        claim,
        Accounting.of(
            Accountant.guarantee(claim.privacyEvents(), DELTA - threshold), DELTA, threshold));
  }

  /** The longest as the first release of a table within its budget. */
  static Claim firstRelease() {
    Claim claim = longest();
    CumulativeEpsilon own = together(claim, 1);
    return claim.withLedger(
        ledger(
            0,
            0,
            new CumulativeEpsilon(0, 0),
            own,
            Optional.of(
                new BudgetLimit(20, LEDGER_DELTA, BudgetAction.BLOCK, BudgetRule.RENYI_FILTER))),
        12);
  }

  /** Rows from the posterior as the third release of a table, beyond its budget. */
  static Claim thirdRelease() {
    Claim claim = release();
    return claim.withLedger(
        ledger(
            2,
            3,
            together(claim, 2),
            together(claim, 3),
            Optional.of(
                new BudgetLimit(0.001, LEDGER_DELTA, BudgetAction.WARN, BudgetRule.COMPOSITION))),
        7);
  }

  /** The longest after a release of another unit and one whose domains were read from the data. */
  static Claim unlikeReleases() {
    Claim claim = longest();
    LedgerFacts facts =
        ledger(
            2,
            0,
            together(claim, 2),
            together(claim, 3),
            thirdRelease().ledger().orElseThrow().budget());
    return claim.withLedger(
        Changed.in(Changed.in(facts, "otherUnit", 1), "openDomains", 1), claim.runs());
  }

  /** The longest as a first release that left the house again after more runs. */
  static Claim releasedAgain() {
    Claim claim = firstRelease();
    LedgerFacts facts = claim.ledger().orElseThrow();
    Optional<LedgerFacts.Again> again = Optional.of(new LedgerFacts.Again("4f".repeat(32), 5_012));
    return claim.withLedger(Changed.in(facts, "again", again), 31);
  }

  /** The longest, of the first release, whose run was audited; its claim stands. */
  static Claim audited() {
    Claim claim = firstRelease();
    return Changed.in(
        claim, "audit", Optional.of(audit(claim, new OneRunAudit(9_999, 998, 570, DELTA))));
  }

  /** Every guess right where the model is held fixed: more than is stated, and no contradiction. */
  static Claim refuted() {
    Claim claim = thirdRelease();
    return Changed.in(
        claim, "audit", Optional.of(audit(claim, new OneRunAudit(1_000, 100, 100, DELTA))));
  }

  static AuditFacts audit(Claim claim, OneRunAudit guesses) {
    return AuditFacts.of(
        AuditKind.RELEASED_ROWS,
        guesses,
        claim.accounting().epsilonAddRemove(),
        ISSUED.minusSeconds(600));
  }

  private static LedgerFacts ledger(
      int earlier,
      int givenModel,
      CumulativeEpsilon before,
      CumulativeEpsilon after,
      Optional<BudgetLimit> budget) {
    return new LedgerFacts(
        new Fingerprint("1c".repeat(32)),
        "2d".repeat(32),
        "3e".repeat(32),
        4_711,
        earlier,
        givenModel,
        0,
        0,
        LEDGER_DELTA,
        before,
        after,
        budget,
        Optional.empty());
  }

  private static CumulativeEpsilon together(Claim claim, int releases) {
    return CumulativeEpsilon.of(
        ReleaseComposition.of(
            Collections.nCopies(releases, new ReleaseComposition.Charge(claim.privacyEvents(), 0)),
            LEDGER_DELTA));
  }

  static List<ChargedEvent> events(int pairs) {
    List<ChargedEvent> events = new ArrayList<>();
    events.add(new ChargedEvent(EventPurpose.MARGINAL_COUNTS, counts(0.105)));
    for (int i = 0; i < pairs; i++) {
      events.add(new ChargedEvent(EventPurpose.PAIR_TABLES, counts(0.01)));
    }
    events.add(
        new ChargedEvent(EventPurpose.TRAINING, new PoissonSubsampledGaussian(2.5, 0.0625, 40)));
    return events;
  }

  private static Gaussian counts(double mu) {
    return new Gaussian(mu, mu * Math.sqrt(2) * (1 + 1e-12));
  }

  private static List<AttributeFacts> attributes(int number, boolean oneRead) {
    List<AttributeFacts> attributes = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      boolean read = oneRead && i == 1;
      attributes.add(
          new AttributeFacts(
              "attribute " + (i + 1),
              AttributeKind.NUMERIC,
              "mm",
              "1",
              false,
              "",
              read ? DomainOrigin.READ_FROM_DATA : DomainOrigin.DECLARED,
              DomainOrigin.DECLARED,
              read ? new StatedDomain.Withheld() : new StatedDomain.Range("0.0", "99.5")));
    }
    return attributes;
  }

  static Claim claim(
      ClaimScope scope,
      List<ChargedEvent> events,
      List<AttributeFacts> attributes,
      int runs,
      Optional<String> curator) {
    List<PrivacyEvent> charged = events.stream().map(ChargedEvent::event).toList();
    boolean release = scope == ClaimScope.RELEASE_GIVEN_MODEL;
    return new Claim(
        scope,
        Accounting.of(Accountant.guarantee(charged, DELTA)),
        ProtectedUnit.row(),
        events,
        new ModelFacts(
            16,
            Math.sqrt(attributes.size()),
            Optional.of(
                release
                    ? new LipschitzBound(0.05, 0.0497, LipschitzEnforcement.ORTHONORMALISED)
                    : new LipschitzBound(8, 6.27, LipschitzEnforcement.NONE))),
        new TableFacts(2_000, release ? 50 : 1_999, attributes),
        runs,
        Randomness.SECURE,
        curator,
        new SoftwareFacts("Modulus", "0.9", "not packaged"),
        ISSUED,
        Optional.empty(),
        Optional.empty());
  }

  /** A package in a fresh folder. */
  static Path written(Path folder, Claim claim, PackageSigner signer, CertificateLanguage language)
      throws java.io.IOException {
    new PackageWriter(claim, signer, DocumentOptions.DEFAULT.withLanguage(language))
        .write(folder, out -> out.write(TABLE));
    return folder;
  }

  /** Writes every sample in both languages, to look at. */
  public static void main(String[] arguments) throws Exception {
    PackageSigner signer = PackageSigner.oneTime();
    List<Claim> claims =
        List.of(
            ward(),
            longest(),
            release(),
            firstRelease(),
            thirdRelease(),
            unlikeReleases(),
            releasedAgain(),
            estimated(),
            audited(),
            refuted());
    for (int i = 0; i < claims.size(); i++) {
      for (CertificateLanguage language : CertificateLanguage.values()) {
        written(Path.of(arguments[0], i + "-" + language.label()), claims.get(i), signer, language);
      }
    }
  }
}
