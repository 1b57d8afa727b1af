package modulus.workbench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import modulus.certificate.Fingerprint;
import modulus.certificate.LedgerFacts;
import modulus.certificate.Paragraph;
import modulus.certificate.Verification;
import modulus.certificate.Verifier;
import modulus.certificate.Wording;
import modulus.certificate.ledger.ExtractCheck;
import modulus.certificate.ledger.LedgerExtract;

/** Checks a package, offline. */
public final class PackageVerification {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What was found, for people and for programs.
   *
   * @param against the fingerprint the key was compared with; empty where it was not compared
   */
  public record Findings(Verification verification, Optional<Fingerprint> against) {

    /** What all of it comes to. */
    public enum Verdict {
      /** Every check holds, the key's among them. */
      GOOD,
      /** Nothing was changed since it was signed; whose key signed was not compared. */
      UNCOMPARED,
      /** Nothing was found to be wrong, but its words are of another version. */
      OTHER_FORM,
      BAD
    }

    public Verdict verdict() {
      if (holds()) {
        return against.isPresent() ? Verdict.GOOD : Verdict.UNCOMPARED;
      }
      return verification.onlyOtherForm() ? Verdict.OTHER_FORM : Verdict.BAD;
    }

    /** Whether everything that was checked holds. */
    public boolean holds() {
      return verification.holds();
    }

    /** What the package claims, in one line; empty where its certificate cannot be read. */
    public Optional<String> headline() {
      return verification.statement().map(statement -> Wording.headline(statement.claim()));
    }

    /** A line per check, then what is claimed and what is not. */
    public List<String> lines() {
      List<String> lines = new ArrayList<>();
      for (Verification.Check check : verification.checks()) {
        lines.add(mark(check) + check.sentence());
      }
      verification
          .statement()
          .filter(statement -> holds() || verification.onlyOtherForm())
          .ifPresent(
              statement -> {
                lines.add("");
                lines.add("Claim: " + Wording.headline(statement.claim()));
                for (Paragraph paragraph : statement.paragraphs()) {
                  lines.add(paragraph.title() + ": " + paragraph.text());
                }
                statement.limits().forEach(limit -> lines.add("Limit: " + limit));
                lines.add("");
              });
      lines.add(
          switch (verdict()) {
            case GOOD -> "Everything holds.";
            case UNCOMPARED ->
                "Nothing was changed since it was signed; who signed was not checked"
                    + " (--fingerprint).";
            case OTHER_FORM ->
                "Nothing was found to be wrong, but not everything could be checked.";
            case BAD -> "This package must not be trusted.";
          });
      return lines;
    }

    private String mark(Verification.Check check) {
      boolean open = check.name().equals(Verification.KEY) && against.isEmpty();
      return check.holds() ? open ? "open    " : "ok      " : "FAILED  ";
    }

    /** The same as JSON. */
    public String json() {
      ObjectNode root = JSON.createObjectNode();
      root.put("holds", holds());
      root.put("verdict", verdict().name().toLowerCase(Locale.ROOT));
      root.put("keyCompared", against.isPresent());
      ArrayNode checks = root.putArray("checks");
      for (Verification.Check check : verification.checks()) {
        ObjectNode each = checks.addObject();
        each.put("name", check.name());
        each.put("holds", check.holds());
        each.put("sentence", check.sentence());
      }
      verification
          .statement()
          .ifPresent(
              statement -> {
                root.put("claim", Wording.headline(statement.claim()));
                root.put("fingerprint", statement.signer().fingerprint().hex());
                statement.paragraphs().stream()
                    .filter(paragraph -> paragraph.key().equals("audit"))
                    .forEach(paragraph -> root.put("audit", paragraph.text()));
                ArrayNode limits = root.putArray("limits");
                statement.limits().forEach(limits::add);
              });
      return root.toPrettyString();
    }
  }

  /**
   * Checks the package, and that a ledger extract says the same of its release.
   *
   * @param fingerprint the signer's, as known from elsewhere
   * @param extract the file of the extract
   * @throws Failure if the fingerprint is none, or folder or extract cannot be read
   */
  public Findings verify(Path folder, Optional<String> fingerprint, Path extract) {
    return verify(folder, fingerprint, extract, RunListener.silent());
  }

  /**
   * The same, which can be cancelled.
   *
   * @throws RunCancelledException if the listener asked to stop
   */
  public Findings verify(
      Path folder, Optional<String> fingerprint, Path extract, RunListener listener) {
    return Stoppable.work(listener, () -> withExtract(verified(folder, fingerprint), extract));
  }

  private static Findings withExtract(Findings alone, Path extract) {
    Verification found = alone.verification();
    if (found.statement().isEmpty()) {
      return alone;
    }
    List<Verification.Check> checks = new ArrayList<>(found.checks());
    try {
      if (Files.size(extract) > LedgerExtract.LARGEST) {
        throw new IOException("the extract is too large");
      }
      checks.addAll(ExtractCheck.of(found.statement().get().claim(), Files.readAllBytes(extract)));
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.VERIFICATION_FAILED,
          "The ledger extract " + extract.getFileName() + " could not be read.",
          "Check its name and that it may be read.",
          e);
    }
    return new Findings(new Verification(checks, found.statement()), alone.against());
  }

  /**
   * What the certificate of a package that holds says of the ledger.
   *
   * @throws Failure if the package does not hold or its certificate names no ledger
   */
  public LedgerFacts ledgerFacts(Path folder) {
    return ledgerFacts(folder, RunListener.silent());
  }

  /**
   * The same, which can be cancelled.
   *
   * @throws RunCancelledException if the listener asked to stop
   */
  public LedgerFacts ledgerFacts(Path folder, RunListener listener) {
    Findings findings = verify(folder, Optional.empty(), listener);
    return findings
        .verification()
        .statement()
        .filter(statement -> findings.holds())
        .flatMap(statement -> statement.claim().ledger())
        .orElseThrow(
            () ->
                new Failure(
                    Failure.Kind.VERIFICATION_FAILED,
                    "The package " + folder.getFileName() + " does not hold or names no ledger.",
                    "Look at it with: modulus verify."));
  }

  /**
   * @param fingerprint the signer's, as known from elsewhere
   * @throws Failure if the fingerprint is none or the folder cannot be read
   */
  public Findings verify(Path folder, Optional<String> fingerprint) {
    return verify(folder, fingerprint, RunListener.silent());
  }

  /**
   * The same, which can be cancelled.
   *
   * @throws RunCancelledException if the listener asked to stop
   */
  public Findings verify(Path folder, Optional<String> fingerprint, RunListener listener) {
    return Stoppable.work(listener, () -> verified(folder, fingerprint));
  }

  private static Findings verified(Path folder, Optional<String> fingerprint) {
    Optional<Fingerprint> trusted;
    try {
      trusted = fingerprint.map(Fingerprint::parse);
    } catch (IllegalArgumentException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT, "This is no fingerprint: " + e.getMessage() + ".", "", e);
    }
    try {
      Verification found = Verifier.verify(folder, trusted);
      List<Verification.Check> checks = new ArrayList<>(found.checks());
      if (found.statement().isPresent()) {
        ReleasedTableCheck.of(folder, found.statement().get()).ifPresent(checks::add);
      }
      return new Findings(new Verification(checks, found.statement()), trusted);
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.VERIFICATION_FAILED,
          "The package " + folder.getFileName() + " could not be read.",
          "Check its name and that it may be read.",
          e);
    }
  }
}
