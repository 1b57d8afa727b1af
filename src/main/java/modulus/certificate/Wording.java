package modulus.certificate;

import static modulus.certificate.Spelling.count;
import static modulus.certificate.Spelling.number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import modulus.privacy.Adjacency;

/**
 * The claim in plain words, derived from its facts alone. The words are part of what is signed and
 * are recomputed on verification, so that no certificate can say more than its facts.
 */
public final class Wording {
  private final Claim claim;
  private final Signer signer;
  private final List<Paragraph> paragraphs = new ArrayList<>();

  private Wording(Claim claim, Signer signer) {
    this.claim = claim;
    this.signer = signer;
  }

  /** Every statement, in the order in which people read it; the limits are not among them. */
  public static List<Paragraph> paragraphs(Claim claim, Signer signer) {
    Wording wording = new Wording(claim, signer);
    wording.write();
    return List.copyOf(wording.paragraphs);
  }

  /** The guarantee in one line, for example for a list of packages. */
  public static String headline(Claim claim) {
    Accounting accounting = claim.accounting();
    return claim.scope().words()
        + " · epsilon ≤ "
        + accounting.printed(Adjacency.ADD_REMOVE)
        + " · delta = "
        + number(accounting.delta())
        + (claim.runs() > 1 ? " · " + perRun(claim) : "");
  }

  /** What the ε does not cover, a sentence each. */
  public static List<String> limits(Claim claim, Signer signer) {
    return new LimitWording(claim, signer).statement();
  }

  private static String perRun(Claim claim) {
    return "epsilon per run; selection among " + claim.runs() + " runs not covered";
  }

  private void write() {
    add("guarantee", "Guarantee", guarantee());
    add("unit", "Unit protected", unit());
    add("scope", "Scope", scope());
    add("mechanism", "Mechanism", mechanism());
    add("sampling", "Sampling", sampling());
    add("model", "Model", model());
    add("accountant", "Accountant", accountant());
    add("released", "Released", released());
    add(
        "notReleased",
        "Not released",
        "The model, its weights and checkpoints, the noisy counts, and every figure computed on the"
            + " real table. Publishing any of them is outside this claim.");
    add("public", "Treated as public", publicFacts());
    add("runs", "Runs", runs());
    add("randomness", "Randomness", randomness());
    add("floatingPoint", "Floating point", floatingPoint());
    Risks.of(claim).forEach(paragraphs::add);
    add("ledger", "Budget ledger", LedgerWording.paragraph(claim));
    add("audit", "Audit", AuditWording.paragraph(claim));
    add("key", "Key", key());
    add(
        "legal",
        "Legal meaning",
        "This is a mathematical statement about how the table was made. It is not a legal ruling on"
            + " anonymity.");
  }

  private void add(String key, String title, String text) {
    paragraphs.add(new Paragraph(key, title, text));
  }

  private String guarantee() {
    Accounting accounting = claim.accounting();
    return "Epsilon is at most "
        + accounting.printed(Adjacency.ADD_REMOVE)
        + " when one patient is added or removed and at most "
        + accounting.printed(Adjacency.REPLACE_ONE)
        + " when one patient's values are changed, both at delta = "
        + number(accounting.delta())
        + (claim.runs() > 1 ? " (" + perRun(claim) + ")." : ".");
  }

  private String unit() {
    ProtectedUnit unit = claim.unit();
    return unit.patientColumn()
        .map(
            column ->
                "One patient, as named by the column '"
                    + column
                    + "'. At most "
                    + count(unit.rowsPerPatient())
                    + " of each patient's rows, chosen uniformly, entered the events charged here.")
        .orElse(
            "One patient. The table has no patient column, so one row is taken to be one patient;"
                + " a patient with several rows is protected less.");
  }

  private String scope() {
    return switch (claim.scope()) {
      case END_TO_END ->
          "End-to-end: the epsilon covers everything that was learned from the table, that is"
              + " counting, training and release.";
      case PRIVATE_TRAINING ->
          "The epsilon covers counting, training and release. Attribute domains not covered: some of"
              + " what is known of the attributes was read from the data, and no event pays for"
              + " that.";
      case RELEASE_GIVEN_MODEL ->
          "Release guarantee: the trained model is treated as fixed. Weights, bins and densities"
              + " were fitted to the same table without noise and are outside the epsilon.";
      case SEPARATE_TRAINING_TABLE ->
          "Release guarantee: the model was trained on a separate reference table that is stated to"
              + " share no patient with this one; its architecture, bound, stopping, domains and bins"
              + " came from there or were declared. For the patients of this table the epsilon holds"
              + " without condition.";
    };
  }

  private String mechanism() {
    String events = claim.events().stream().map(Spelling::event).collect(Collectors.joining("; "));
    return "Charged to the epsilon, in order: "
        + events
        + ". Everything else was computed from these results alone"
        + switch (claim.scope()) {
          case END_TO_END -> ".";
          case PRIVATE_TRAINING -> ", or read from the data as stated.";
          case RELEASE_GIVEN_MODEL, SEPARATE_TRAINING_TABLE -> ", or belongs to the model.";
        };
  }

  private String sampling() {
    List<String> parts = new ArrayList<>();
    if (!claim.privacyEvents(EventPurpose.TRAINING).isEmpty()) {
      parts.add(
          "Training batches are Poisson samples: each patient enters each batch independently with"
              + " the stated probability; all planned steps are charged.");
    }
    if (!claim.privacyEvents(EventPurpose.POSTERIOR_ROWS).isEmpty()) {
      parts.add(
          "Each row from the posterior draws its patient uniformly with replacement; every draw is"
              + " charged.");
    }
    return String.join(" ", parts);
  }

  private String model() {
    ModelFacts model = claim.model();
    String bound =
        model
            .lipschitz()
            .map(
                lipschitz ->
                    "Lipschitz bound of the encoder: declared "
                        + number(lipschitz.declared())
                        + ", certified at most "
                        + number(lipschitz.certified())
                        + "; "
                        + lipschitz.enforcement().words()
                        + ".")
            .orElse("No Lipschitz bound was computed; the epsilon does not rest on one.");
    return "Variational autoencoder, latent dimension "
        + model.latentDimension()
        + ", posterior standard deviation "
        + number(model.posteriorScale())
        + " in every latent coordinate and for every record. Diameter of the record metric "
        + number(model.diameter())
        + ". "
        + bound;
  }

  private String accountant() {
    Accounting accounting = claim.accounting();
    return accounting.accountant()
        + ", version "
        + accounting.version()
        + ": upper bounds, rounded up."
        + (accounting.thresholdDelta() > 0
            ? " Of delta, "
                + number(accounting.thresholdDelta())
                + " pays for keeping categories that were not declared."
            : "");
  }

  private String released() {
    return count(claim.table().syntheticRows())
        + " synthetic rows of "
        + count(claim.table().released().size())
        + " attributes, this certificate and the data dictionary."
        + (claim.table().numbered() > 0
            ? " Serial numbers in the order of the rows stand in the place of "
                + count(claim.table().numbered())
                + (claim.table().numbered() == 1 ? " identifier." : " identifiers.")
            : "");
  }

  private String publicFacts() {
    return "The number of patients ("
        + count(claim.table().records())
        + "), the number of synthetic rows ("
        + count(claim.table().syntheticRows())
        + "), the schema with each attribute's domain and where it came from, how the table's file is"
        + " spelled (separators, decimal mark, encoding, marks of missing cells), that the table"
        + " passed the checks before a run, and every parameter of the mechanism."
        + orders();
  }

  private String orders() {
    List<StatedOrder> orders = claim.table().orders();
    return orders.isEmpty()
        ? ""
        : " Declared, not read from the table: "
            + orders.stream().map(StatedOrder::spelled).collect(Collectors.joining("; "))
            + " wherever both are present; synthetic rows were put in that order.";
  }

  private String runs() {
    return claim.runs() == 1
        ? "One run was made on the table, this one."
        : claim.runs()
            + " runs were made on the table and this one was chosen. The epsilon is that of one run;"
            + " selection among "
            + claim.runs()
            + " runs not covered.";
  }

  private String randomness() {
    return claim.randomness() == Randomness.SECURE
        ? "Every draw the guarantee rests on came from a cryptographic generator keyed by the"
            + " operating system; the key was never chosen, shown, logged or stored."
        : "Rehearsal: the draws came from a known seed and protect nobody.";
  }

  private String floatingPoint() {
    String common =
        "Noise comes from uniforms of at least 53 bits and is added in float64; published numbers are"
            + " rounded to the declared precision.";
    return claim.scope().privateTraining()
        ? common
            + " Noisy counts are rounded to integers. The rounding of the clipped batch sum is not"
            + " covered."
        : common
            + " Posterior means are computed in float64; what their rounding can add is held against"
            + " the declared Lipschitz bound.";
  }

  private String key() {
    return "Ed25519, fingerprint (SHA-256) "
        + signer.fingerprint().grouped()
        + ". "
        + (signer.origin() == KeyOrigin.ONE_TIME
            ? "One-time key: made for this package alone and not kept."
            : "From the signer's keystore; compare the fingerprint with the one they gave you in"
                + " another way.")
        + " "
        + signer.document().words();
  }
}
