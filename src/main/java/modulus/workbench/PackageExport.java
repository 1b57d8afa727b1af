package modulus.workbench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import modulus.certificate.Accounting;
import modulus.certificate.AttributeFacts;
import modulus.certificate.Claim;
import modulus.certificate.ClaimScope;
import modulus.certificate.FormatException;
import modulus.certificate.LipschitzBound;
import modulus.certificate.ModelFacts;
import modulus.certificate.PackageSigner;
import modulus.certificate.PackageWriter;
import modulus.certificate.ProtectedUnit;
import modulus.certificate.Randomness;
import modulus.certificate.SigningKeystore;
import modulus.certificate.SoftwareFacts;
import modulus.certificate.Statement;
import modulus.certificate.TableFacts;
import modulus.schema.Attribute;
import modulus.table.CsvWriter;

/** Writes the signed package of a finished run. */
public final class PackageExport {

  /**
   * What was written.
   *
   * @param fingerprint of the signing key, in readable groups
   * @param scope what is claimed, in words
   * @param limits what is not, a sentence each
   */
  public record Written(Path folder, String fingerprint, String scope, List<String> limits) {
    public Written {
      limits = List.copyOf(limits);
    }
  }

  /**
   * @throws Failure if {@code folder} exists and is not an empty folder
   */
  public void requireWritable(Path folder) {
    try {
      PackageWriter.requireFree(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /**
   * {@link #export(SynthesisOutcome, Path, SigningChoice, int)} after a single run on the table.
   */
  public Written export(SynthesisOutcome outcome, Path folder, SigningChoice choice) {
    return export(outcome, folder, choice, 1);
  }

  /**
   * Writes {@code synthetic.csv}, {@code data-dictionary.csv}, {@code certificate.json}, {@code
   * public-key.pem} and {@code VERIFY.txt} into {@code folder}, which must not exist or be empty.
   * All or nothing.
   *
   * @param runs how many runs were tried on the table, this one included, ≥ 1
   * @throws Failure if the outcome may not be signed, the key does not open or writing fails
   */
  public Written export(SynthesisOutcome outcome, Path folder, SigningChoice choice, int runs) {
    if (!outcome.certifiable()) {
      throw new Failure(
          Failure.Kind.REFUSED_FOR_PRIVACY,
          "A rehearsal can never be certified: its draws came from a known seed.",
          "Run it again without rehearsal.");
    }
    requireWritable(folder);
    PackageSigner signer = signer(choice);
    try {
      Statement statement =
          new PackageWriter(claim(outcome, runs), signer)
              .write(folder, out -> writeTable(outcome, out));
      return new Written(
          folder,
          statement.signer().fingerprint().grouped(),
          statement.claim().scope().words(),
          statement.limits());
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

  private static void writeTable(SynthesisOutcome outcome, OutputStream out) throws IOException {
    CsvWriter.write(
        outcome.synthetic(),
        outcome.schema().modelled().stream().map(Attribute::missingMark).toList(),
        out);
  }

  private static Claim claim(SynthesisOutcome outcome, int runs) {
    boolean privateTraining = outcome.settings().scope() == Scope.END_TO_END;
    return new Claim(
        ClaimScope.of(privateTraining, false, outcome.schema().domainsCovered()),
        Accounting.of(outcome.guarantee()),
        outcome
            .schema()
            .patient()
            .map(column -> new ProtectedUnit(Optional.of(column.name()), column.mostRows()))
            .orElse(ProtectedUnit.row()),
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
            outcome.records(), outcome.synthetic().rows(), AttributeFacts.of(outcome.schema())),
        runs,
        Randomness.SECURE,
        Optional.empty(),
        new SoftwareFacts("Modulus", Software.version(), Software.digest()),
        Instant.now());
  }

  private static PackageSigner signer(SigningChoice choice) {
    if (!(choice instanceof SigningChoice.Keystore keystore)) {
      return PackageSigner.oneTime();
    }
    try {
      return Files.exists(keystore.file())
          ? SigningKeystore.open(keystore.file(), keystore.passphrase())
          : SigningKeystore.create(keystore.file(), keystore.passphrase(), keystore.owner());
    } catch (FormatException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT, e.getMessage(), "Check the passphrase and the keystore.", e);
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "The keystore " + keystore.file().getFileName() + " could not be read or made.",
          "Choose a folder that exists and you may write to.",
          e);
    }
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
