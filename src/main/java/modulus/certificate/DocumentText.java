package modulus.certificate;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import modulus.privacy.Adjacency;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.PrivacyEvent.Gaussian;
import modulus.privacy.PrivacyEvent.PoissonSubsampledGaussian;
import modulus.privacy.PrivacyEvent.PosteriorMixture;

/** The claim in plain words for its two pages, derived from its facts alone. */
final class DocumentText {
  /** Longer lists of events are cut; the whole is attached. */
  static final int MOST_ROWS = 12;

  private static final int LONGEST_COLUMN_NAME = 80;
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final String LIMITS = "limits";

  private final Claim claim;
  private final Signer signer;
  private final CertificateLanguage language;

  DocumentText(Claim claim, Signer signer, CertificateLanguage language) {
    this.claim = claim;
    this.signer = signer;
    this.language = language;
  }

  /** A line of the table of events; empty purpose for a line about the rest. */
  record Row(String number, String purpose, String mechanism) {}

  String say(String key, Object... arguments) {
    return language.text(key, arguments);
  }

  String title() {
    return say("document.title");
  }

  String subtitle() {
    return say("document.subtitle", issued())
        + claim.curator().map(curator -> " · " + curator).orElse("");
  }

  String footer(int page) {
    return say("document.footer", Integer.toString(page), signer.fingerprint().hex());
  }

  /** "ε ≤ …" as printed. */
  String bound(Adjacency adjacency) {
    String key = adjacency == Adjacency.ADD_REMOVE ? "box.main" : "box.other";
    return say(key, language.spelled(claim.accounting().printed(adjacency)));
  }

  String boundOf(Adjacency adjacency) {
    return say(adjacency == Adjacency.ADD_REMOVE ? "box.main.of" : "box.other.of");
  }

  String boxText() {
    String delta = say("box.delta", language.number(claim.accounting().delta()));
    return claim.runs() > 1 ? delta + " " + say("box.runs", language.count(claim.runs())) : delta;
  }

  private String issued() {
    return TIME.format(claim.issued());
  }

  /** What is claimed, in the order in which people read it. */
  List<Passage> first() {
    List<Passage> passages = new ArrayList<>();
    add(passages, "unit", unit());
    add(passages, "scope", say("scope." + claim.scope().label()));
    add(passages, "mechanism", mechanism());
    add(passages, "model", model());
    add(
        passages,
        "released",
        say(
                "released.text",
                language.count(claim.table().syntheticRows()),
                language.count(claim.table().released().size()))
            + numbered(claim.table().numbered()));
    add(passages, "withheld", say("withheld.text"));
    add(passages, "public", new PublicFacts(claim.table(), language).text());
    add(passages, "ledger", new DocumentLedgerText(claim, language).passage());
    add(
        passages,
        "runs",
        say(claim.runs() == 1 ? "runs.one" : "runs.many", language.count(claim.runs())));
    add(passages, "audit", AuditWording.passage(claim, language));
    add(
        passages,
        "random",
        say(claim.randomness() == Randomness.SECURE ? "random.text" : "random.rehearsal"));
    add(
        passages,
        "float",
        say("float.text")
            + " "
            + say(claim.scope().privateTraining() ? "float.private" : "float.release"));
    risks(passages);
    return passages;
  }

  private String numbered(int columns) {
    return switch (columns) {
      case 0 -> "";
      case 1 -> " " + say("released.numbered.one");
      default -> " " + say("released.numbered.many", language.count(columns));
    };
  }

  /** Who answers for it and what is not covered. */
  List<Passage> second() {
    List<Passage> passages = new ArrayList<>();
    Accounting accounting = claim.accounting();
    add(
        passages,
        "accountant",
        say("accountant.text", accounting.accountant(), accounting.version())
            + (accounting.thresholdDelta() > 0
                ? " " + say("accountant.threshold", language.number(accounting.thresholdDelta()))
                : ""));
    add(passages, LIMITS, "– " + String.join("\n– ", limits()));
    add(
        passages,
        "curator",
        claim
            .curator()
            .map(name -> say("curator.named", name))
            .orElseGet(() -> say("curator.unnamed")));
    add(passages, "keys", keys());
    SoftwareFacts software = claim.software();
    add(
        passages,
        "software",
        say("software.text", software.name(), software.version(), software.digest()));
    add(passages, "issued", issued());
    add(passages, "check", say("check.text"));
    add(passages, "legal", say("legal.text"));
    return passages;
  }

  /** Who answers for it, without {@link #limits}. */
  List<Passage> secondWithoutLimits() {
    String limits = say(LIMITS + ".title");
    return second().stream().filter(passage -> !passage.title().equals(limits)).toList();
  }

  private void add(List<Passage> passages, String key, String text) {
    passages.add(new Passage(say(key + ".title"), text));
  }

  private String unit() {
    ProtectedUnit unit = claim.unit();
    return unit.patientColumn()
        .map(
            column ->
                say(
                    "unit.column",
                    column.length() > LONGEST_COLUMN_NAME
                        ? column.substring(0, LONGEST_COLUMN_NAME) + "…"
                        : column,
                    language.count(unit.rowsPerPatient())))
        .orElseGet(() -> say("unit.row"));
  }

  private String mechanism() {
    String besides =
        switch (claim.scope()) {
          case END_TO_END -> "mechanism.private";
          case PRIVATE_TRAINING -> "mechanism.open";
          case RELEASE_GIVEN_MODEL, SEPARATE_TRAINING_TABLE -> "mechanism.model";
        };
    StringBuilder text =
        new StringBuilder(
            say("mechanism.text", language.count(claim.events().size()), say(besides)));
    if (!claim.privacyEvents(EventPurpose.TRAINING).isEmpty()) {
      text.append(' ').append(say("mechanism.training"));
    }
    if (!claim.privacyEvents(EventPurpose.POSTERIOR_ROWS).isEmpty()) {
      text.append(' ').append(say("mechanism.posterior"));
    }
    return text.toString();
  }

  private String model() {
    ModelFacts model = claim.model();
    String bound =
        model
            .lipschitz()
            .map(
                lipschitz ->
                    say(
                        "model.bound",
                        language.number(lipschitz.declared()),
                        language.number(lipschitz.certified()),
                        say("enforcement." + lipschitz.enforcement().label())))
            .orElseGet(() -> say("model.noBound"));
    return say(
            "model.text",
            language.count(model.latentDimension()),
            language.number(model.posteriorScale()),
            language.number(model.diameter()))
        + " "
        + bound;
  }

  private void risks(List<Passage> passages) {
    String factor = language.factor(claim.accounting().epsilon(Adjacency.ADD_REMOVE));
    String delta = language.number(claim.accounting().delta());
    add(
        passages,
        "risk.out",
        say(
            "risk.out",
            factor,
            delta,
            language.spelled(Spelling.rightGuesses(claim.accounting()))));
    add(passages, "risk.link", say("risk.link"));
    add(passages, "risk.infer", say("risk.infer") + given());
  }

  /** Under which condition all three hold, if any. */
  private String given() {
    return switch (claim.scope()) {
      case RELEASE_GIVEN_MODEL -> " " + say("risk.given");
      case PRIVATE_TRAINING -> " " + say("risk.domains");
      case END_TO_END, SEPARATE_TRAINING_TABLE -> "";
    };
  }

  /** As {@link Wording#limits}, in this language. */
  List<String> limits() {
    return new LimitWording(claim, signer).document(language);
  }

  private String keys() {
    DocumentKey document = signer.document();
    return say(
            "keys.statement", signer.fingerprint().hex(), say("origin." + signer.origin().label()))
        + "\n"
        + say(
            "keys.document",
            document.algorithm(),
            document.fingerprint().hex(),
            say("kind." + document.kind().label(), document.subject(), document.issuer()));
  }

  /** The table of events. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    List<ChargedEvent> events = claim.events();
    int shown = events.size() <= MOST_ROWS ? events.size() : MOST_ROWS - 1;
    for (ChargedEvent charged : events.subList(0, shown)) {
      rows.add(
          new Row(
              language.count(rows.size() + 1),
              say("event." + charged.purpose().label()),
              parameters(charged.event())));
    }
    if (shown < events.size()) {
      rows.add(new Row("…", "", say("events.more", language.count(events.size() - shown))));
    }
    return rows;
  }

  private String parameters(PrivacyEvent event) {
    if (event instanceof Gaussian gaussian) {
      return say(
          "mechanism.gaussian",
          language.number(gaussian.muAddRemove()),
          language.number(gaussian.muReplaceOne()));
    }
    if (event instanceof PoissonSubsampledGaussian training) {
      return say(
          "mechanism.poisson",
          language.number(training.noiseMultiplier()),
          language.number(training.samplingProbability()),
          language.count(training.steps()));
    }
    PosteriorMixture rows = (PosteriorMixture) event;
    return say(
        "mechanism.mixture",
        language.number(rows.mu()),
        language.count(rows.records()),
        language.count(rows.draws()));
  }
}
