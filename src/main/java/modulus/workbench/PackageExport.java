package modulus.workbench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import modulus.certificate.Accounting;
import modulus.certificate.AttributeFacts;
import modulus.certificate.Claim;
import modulus.certificate.ClaimRules;
import modulus.certificate.ClaimScope;
import modulus.certificate.LedgerFacts;
import modulus.certificate.LipschitzBound;
import modulus.certificate.ModelFacts;
import modulus.certificate.PackagePlace;
import modulus.certificate.PackageSigner;
import modulus.certificate.PackageWriter;
import modulus.certificate.ProtectedUnit;
import modulus.certificate.Randomness;
import modulus.certificate.SoftwareFacts;
import modulus.certificate.StatedOrder;
import modulus.certificate.Statement;
import modulus.certificate.SyntheticFile;
import modulus.certificate.TableFacts;
import modulus.certificate.TimeStampException;
import modulus.schema.Schema;
import modulus.table.CsvWriter;
import modulus.table.Table;
import modulus.table.WorkbookWriter;

/** Writes the signed package of a finished run. */
public final class PackageExport {
  private final SyntheticFile file;

  /** Writes the synthetic table as CSV. */
  public PackageExport() {
    this(SyntheticFile.CSV);
  }

  private PackageExport(SyntheticFile file) {
    this.file = file;
  }

  /** The same with the synthetic table in another form. */
  public PackageExport withFile(SyntheticFile value) {
    return new PackageExport(value);
  }

  /**
   * What was written.
   *
   * @param fingerprint of the signing key, in readable groups
   * @param scope what is claimed, in words
   * @param limits what is not, a sentence each
   * @param ledger what the budget ledger says of the release, where one is kept
   */
  public record Written(
      Path folder,
      String fingerprint,
      String scope,
      List<String> limits,
      Optional<LedgerFacts> ledger) {
    public Written {
      limits = List.copyOf(limits);
    }

    /** What no ledger knows. */
    public Written(Path folder, String fingerprint, String scope, List<String> limits) {
      this(folder, fingerprint, scope, limits, Optional.empty());
    }
  }

  /**
   * @throws Failure if {@code folder} exists and is not an empty folder
   */
  public void requireWritable(Path folder) {
    try {
      PackagePlace.requireFree(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /**
   * @param rows that the synthetic table will have
   * @throws Failure if a table of this size does not fit into the chosen form, or its rows cannot
   *     be numbered as the schema says
   */
  public void requireFits(long rows, Schema schema) {
    ReleasedTable.requireNumbers(schema, rows);
    int columns = ReleasedTable.columns(schema);
    if (file == SyntheticFile.XLSX) {
      WorkbookWriter.hindrance(rows, columns).ifPresent(PackageExport::refuseSize);
    }
  }

  private void requireFits(Table synthetic) {
    if (file == SyntheticFile.XLSX) {
      WorkbookWriter.hindrance(synthetic).ifPresent(PackageExport::refuseSize);
    }
  }

  private static void refuseSize(String sentence) {
    throw new Failure(Failure.Kind.BAD_INPUT, sentence, "Write the table as CSV.");
  }

  /**
   * Opens or makes the keystore, importing what is to be imported.
   *
   * @return the key to export with
   * @throws Failure if the key cannot sign
   */
  public SigningChoice prepared(SigningChoice choice) {
    return SigningKeys.prepared(choice);
  }

  /**
   * {@link #export(SynthesisOutcome, Path, SigningChoice, int)} after a single run on the table.
   */
  public Written export(SynthesisOutcome outcome, Path folder, SigningChoice choice) {
    return export(outcome, folder, choice, 1);
  }

  /**
   * {@link #export(SynthesisOutcome, Path, SigningChoice, CertificateChoice, int)} with {@link
   * CertificateChoice#DEFAULT}.
   */
  public Written export(SynthesisOutcome outcome, Path folder, SigningChoice choice, int runs) {
    return export(outcome, folder, choice, CertificateChoice.DEFAULT, runs);
  }

  /**
   * Writes {@code synthetic.csv} or {@code synthetic.xlsx}, {@code data-dictionary.csv}, {@code
   * certificate.pdf}, {@code certificate.json}, {@code public-key.pem} and {@code VERIFY.txt} into
   * {@code folder}, which must not exist or be empty. All or nothing. The ledger, where one is
   * kept, is told before anything is written: a release that fails afterwards stays charged, and
   * can be written again without a further charge.
   *
   * @param runs how many runs were tried on the table, this one included, ≥ 1; the ledger knows
   *     better where one is kept
   * @throws Failure if the outcome may not be signed, its audit refutes the claim, the key does not
   *     open, the budget does not admit the release or writing fails
   */
  public Written export(
      SynthesisOutcome outcome,
      Path folder,
      SigningChoice choice,
      CertificateChoice certificate,
      int runs) {
    return export(outcome, folder, choice, certificate, runs, RunListener.silent());
  }

  /**
   * The same, which can be cancelled until the package is in its place; then nothing of it is left.
   * Like one that fails, a release cancelled after the ledger was told stays charged.
   *
   * @throws RunCancelledException if the listener asked to stop
   */
  public Written export(
      SynthesisOutcome outcome,
      Path folder,
      SigningChoice choice,
      CertificateChoice certificate,
      int runs,
      RunListener listener) {
    return Stoppable.work(listener, () -> written(outcome, folder, choice, certificate, runs));
  }

  private Written written(
      SynthesisOutcome outcome,
      Path folder,
      SigningChoice choice,
      CertificateChoice certificate,
      int runs) {
    if (!outcome.certifiable()) {
      throw new Failure(
          Failure.Kind.REFUSED_FOR_PRIVACY,
          "A rehearsal can never be certified: its draws came from a known seed.",
          "Run it again without rehearsal.");
    }
    requireUncontradicted(outcome);
    requireWritable(folder);
    ReleasedTable released = ReleasedTable.of(outcome.synthetic(), outcome.schema());
    requireFits(released.table());
    PackageSigner signer = SigningKeys.of(choice);
    try (PackagePlace place = place(folder)) {
      Claim claim = entered(outcome, claim(outcome, runs, certificate));
      return written(
          folder,
          () ->
              new PackageWriter(claim, signer, certificate.options())
                  .write(place, file, out -> writeTable(released, out)),
          claim.ledger().isPresent());
    } catch (IllegalArgumentException e) {
      throw new Failure(
          Failure.Kind.REFUSED_FOR_PRIVACY,
          "The claim does not hold together, so nothing was signed: " + e.getMessage(),
          "Report this as a fault of the program.",
          e);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static PackagePlace place(Path folder) {
    try {
      return PackagePlace.taken(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** Writes and signs; can be interrupted. */
  @FunctionalInterface
  private interface Writing {
    Statement statement() throws IOException;
  }

  /**
   * @param charged whether the ledger holds the release already, which then is not undone
   */
  private static Written written(Path folder, Writing writing, boolean charged) {
    try {
      Statement statement = writing.statement();
      return new Written(
          folder,
          statement.signer().fingerprint().grouped(),
          statement.claim().scope().words(),
          statement.limits(),
          statement.claim().ledger());
    } catch (CancellationException e) {
      throw charged ? RunCancelledException.charged(e) : e;
    } catch (TimeStampException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          e.getMessage() + " Nothing was written.",
          charged
              ? "Check the server's address, or sign without a time stamp. The ledger counts the"
                  + " release already; to write the same run again costs nothing more."
              : "Check the server's address, or sign without a time stamp.",
          e);
    } catch (IOException e) {
      throw charged ? unfinished(folder, e) : unwritable(folder, e);
    }
  }

  private static void requireUncontradicted(SynthesisOutcome outcome) {
    if (outcome.auditVerdict() == AuditVerdict.REFUTED) {
      throw new Failure(
          Failure.Kind.REFUSED_FOR_PRIVACY,
          "The audit of this run refutes its claim; nothing was signed. "
              + outcome.audit().orElseThrow().meaning(),
          "One audit in twenty may err: repeat the run. If it is refuted again, report a fault of"
              + " the program.");
    }
  }

  /** A claim that could not be signed must not be charged either. */
  private static Claim entered(SynthesisOutcome outcome, Claim claim) {
    if (outcome.recorded().isEmpty()) {
      return claim;
    }
    List<String> violations = ClaimRules.violations(claim);
    if (!violations.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", violations));
    }
    RunRecord record = outcome.recorded().get();
    return BudgetLedger.at(record.ledger()).enter(record, claim);
  }

  private void writeTable(ReleasedTable released, OutputStream out) throws IOException {
    switch (file) {
      case CSV -> CsvWriter.write(released.table(), released.missingMarks(), out);
      case XLSX ->
          WorkbookWriter.write(released.table(), released.missingMarks(), released.dates(), out);
    }
  }

  /** What of the outcome's making its ε covers. */
  static ClaimScope scope(SynthesisOutcome outcome) {
    return ClaimScope.of(
        outcome.settings().scope() == Scope.END_TO_END,
        outcome.settings().separateTraining(),
        outcome.schema().domainsCovered());
  }

  /** Whom the ε of a run protects. */
  static ProtectedUnit unit(Schema schema) {
    return schema
        .patient()
        .map(column -> new ProtectedUnit(Optional.of(column.name()), column.mostRows()))
        .orElse(ProtectedUnit.row());
  }

  private static Claim claim(SynthesisOutcome outcome, int runs, CertificateChoice certificate) {
    return new Claim(
        scope(outcome),
        Accounting.of(outcome.guarantee(), outcome.settings().delta(), outcome.thresholdDelta()),
        unit(outcome.schema()),
        outcome.charged(),
        new ModelFacts(
            outcome.settings().latent(),
            outcome.diameter(),
            Optional.of(
                LipschitzBound.stated(
                    outcome.declaredLipschitz(),
                    outcome.certifiedLipschitz(),
                    outcome.enforcement()))),
        new TableFacts(
            outcome.records(),
            outcome.synthetic().rows(),
            AttributeFacts.of(outcome.schema()),
            StatedOrder.of(outcome.schema())),
        runs,
        Randomness.SECURE,
        certificate.curator(),
        new SoftwareFacts("Modulus", Software.version(), Software.digest()),
        Instant.now(),
        Optional.empty(),
        outcome.audit().map(AuditFinding::facts));
  }

  /** What was charged before stays charged. */
  private static Failure unfinished(Path folder, IOException cause) {
    return new Failure(
        Failure.Kind.BAD_INPUT,
        "The package could not be written to "
            + folder.getFileName()
            + "; nothing is left there, but the ledger counts it as released.",
        "Check that the disk has space and the folder may be written to, and write the same run"
            + " again: that costs nothing more.",
        cause);
  }

  private static Failure unwritable(Path folder, IOException cause) {
    if (cause instanceof DirectoryNotEmptyException
        || cause instanceof FileAlreadyExistsException) {
      return new Failure(
          Failure.Kind.BAD_INPUT,
          folder.getFileName() + " exists and is not an empty folder; nothing was written.",
          "Choose another folder for the package.",
          cause);
    }
    return new Failure(
        Failure.Kind.BAD_INPUT,
        "The package could not be written to " + folder.getFileName() + "; nothing is left there.",
        "Check that the disk has space and the folder may be written to.",
        cause);
  }
}
