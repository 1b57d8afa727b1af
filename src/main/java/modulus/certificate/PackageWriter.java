package modulus.certificate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import modulus.privacy.CancellableWork;

/**
 * Writes a signed package wholly or not at all: into a temporary sibling folder, every file flushed
 * to the disk, then renamed. Where the work on the calling thread is cancelled ({@link
 * CancellableWork}) before the package is in its place, nothing is left behind; what a killed
 * writer left is cleared when a package of the same name is next written there.
 */
public final class PackageWriter {
  private final Claim claim;
  private final PackageSigner signer;
  private final DocumentOptions options;

  /** Writes a file's content. */
  @FunctionalInterface
  public interface Content {
    /** Writes to {@code out}, which is buffered; need not flush or close it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** With {@link DocumentOptions#DEFAULT}. */
  public PackageWriter(Claim claim, PackageSigner signer) {
    this(claim, signer, DocumentOptions.DEFAULT);
  }

  /**
   * @throws IllegalArgumentException with the broken rules, if the claim's facts do not agree with
   *     each other
   */
  public PackageWriter(Claim claim, PackageSigner signer, DocumentOptions options) {
    List<String> violations = ClaimRules.violations(claim);
    if (!violations.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", violations));
    }
    this.claim = claim;
    this.signer = signer;
    this.options = options;
  }

  /**
   * Writes the package, the table as CSV.
   *
   * @param target the package's folder, absent or empty; its parent is made when absent
   * @return what was signed
   */
  public Statement write(Path target, Content synthetic) throws IOException {
    try (PackagePlace place = PackagePlace.taken(target)) {
      return write(place, SyntheticFile.CSV, synthetic);
    }
  }

  /**
   * Writes the package.
   *
   * @param place of the package, taken before
   * @param synthetic the synthetic table in the form of {@code file}
   * @return what was signed
   * @throws TimeStampException if the time-stamp server gives no valid answer
   */
  public Statement write(PackagePlace place, SyntheticFile file, Content synthetic)
      throws IOException {
    Statement statement = fill(place.part(), file, synthetic);
    CancellableWork.check();
    place.fill();
    return statement;
  }

  private Statement fill(Path folder, SyntheticFile table, Content synthetic) throws IOException {
    List<PackagedFile> files = new ArrayList<>();
    files.add(file(folder, table.fileName(), synthetic));
    byte[] dictionary = DataDictionary.bytes(claim.table());
    files.add(file(folder, PackagedFile.DICTIONARY, out -> out.write(dictionary)));
    byte[] key = PublicKeyPem.write(signer.publicKey());
    files.add(file(folder, PackagedFile.PUBLIC_KEY, out -> out.write(key)));
    byte[] instructions = VerifyText.bytes(claim, signer.signer());
    files.add(file(folder, PackagedFile.INSTRUCTIONS, out -> out.write(instructions)));
    byte[] document =
        new DocumentCertificate(claim, signer.signer(), options.language())
            .signed(signer.document(), options.timeStamps());
    files.add(file(folder, PackagedFile.DOCUMENT, out -> out.write(document)));
    Statement statement = new Statement(claim, signer.signer(), files);
    byte[] payload = StatementJson.write(statement);
    Envelope envelope =
        new Envelope(
            payload,
            signer.signer().fingerprint().hex(),
            signer.sign(Envelope.preAuthentication(payload)));
    file(folder, PackagedFile.CERTIFICATE, out -> out.write(envelope.bytes()));
    return statement;
  }

  private static PackagedFile file(Path folder, String name, Content content) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out =
            new BufferedOutputStream(
                new DigestOutputStream(
                    new CancellableOutput(Channels.newOutputStream(channel)), digest),
                1 << 16)) {
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
    return new PackagedFile(name, HexFormat.of().formatHex(digest.digest()));
  }
}
