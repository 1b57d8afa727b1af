package modulus.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import modulus.certificate.Verification.Check;

/**
 * Recomputes everything about a package: the signature, every file's hash, ε from the events, the
 * agreement of the facts. Works offline; trusts nothing in the package; follows no link.
 */
public final class Verifier {
  /** Larger certificates are refused unread: 16 MiB. */
  static final long LARGEST_CERTIFICATE = 16L << 20;

  /** Larger PDFs are refused unread: 32 MiB. */
  static final long LARGEST_DOCUMENT = 32L << 20;

  private static final long LARGEST_KEY = 1 << 10;
  private static final Set<String> NEEDED =
      Set.of(
          PackagedFile.DICTIONARY,
          PackagedFile.DOCUMENT,
          PackagedFile.PUBLIC_KEY,
          PackagedFile.INSTRUCTIONS);

  private final Path folder;
  private final Optional<Fingerprint> trusted;
  private final List<Check> checks = new ArrayList<>();

  private Verifier(Path folder, Optional<Fingerprint> trusted) {
    this.folder = folder;
    this.trusted = trusted;
  }

  /**
   * @param folder the package
   * @param trusted the signer's fingerprint as known from elsewhere; without it anybody's signature
   *     is accepted, and the findings say so
   * @throws IOException if the folder cannot be read at all
   */
  public static Verification verify(Path folder, Optional<Fingerprint> trusted) throws IOException {
    return new Verifier(folder, trusted).verify();
  }

  private Verification verify() throws IOException {
    if (!Files.isDirectory(folder)) {
      return failed(Verification.PACKAGE, "There is no package folder of this name.");
    }
    if (!begun()) {
      return failed(Verification.PACKAGE, "There is no package in this folder.");
    }
    Statement statement;
    try {
      PublicKey key = PublicKeyPem.read(small(PackagedFile.PUBLIC_KEY, LARGEST_KEY));
      Envelope envelope = Envelope.read(small(PackagedFile.CERTIFICATE, LARGEST_CERTIFICATE));
      if (!Ed25519.verifies(
          key, Envelope.preAuthentication(envelope.payload()), envelope.signature())) {
        return failed(
            "signature", "The signature is not that of the package's key over this certificate.");
      }
      statement = StatementJson.read(envelope.payload());
      Fingerprint fingerprint = Fingerprint.of(key);
      if (!statement.signer().fingerprint().equals(fingerprint)
          || !envelope.keyId().equals(fingerprint.hex())) {
        return failed("signature", "The certificate names another key than the package holds.");
      }
      add("signature", true, "The signature is valid.");
      key(fingerprint);
    } catch (FormatException e) {
      return failed("certificate", e.getMessage());
    }
    hashes(statement);
    if (statement.comparable()) {
      derived(statement);
    } else {
      add(
          Verification.FORM,
          false,
          "The package was made by "
              + statement.claim().software().name()
              + " "
              + statement.claim().software().version()
              + ", which puts the facts into words in another way (form "
              + statement.form()
              + ", here "
              + Statement.FORM
              + "): whether its words, pages and instructions follow from the facts can be checked"
              + " with that version only.");
    }
    document(statement);
    List<String> violations = ClaimRules.violations(statement.claim());
    add(
        "claim",
        violations.isEmpty(),
        violations.isEmpty()
            ? "Epsilon was recomputed from the events and agrees; the facts agree with each other."
            : String.join(" ", violations));
    return new Verification(checks, Optional.of(statement));
  }

  /** Whether the folder holds any file that only a package has. */
  private boolean begun() {
    return Stream.concat(NEEDED.stream(), Stream.of(PackagedFile.CERTIFICATE))
        .anyMatch(name -> Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS));
  }

  private void key(Fingerprint fingerprint) {
    if (trusted.isEmpty()) {
      add(
          Verification.KEY,
          true,
          "Signed by " + fingerprint + "; compare it with what the signer told you.");
      return;
    }
    boolean same = trusted.get().equals(fingerprint);
    add(
        Verification.KEY,
        same,
        same
            ? "Signed by the key you trust."
            : "Signed by another key than the one you trust: " + fingerprint + ".");
  }

  private void hashes(Statement statement) throws IOException {
    Set<String> signed =
        statement.files().stream().map(PackagedFile::name).collect(Collectors.toSet());
    for (String name : new TreeSet<>(NEEDED)) {
      if (!signed.contains(name)) {
        add(name, false, "The certificate does not cover " + name + ".");
      }
    }
    long tables =
        Arrays.stream(SyntheticFile.values())
            .filter(file -> signed.contains(file.fileName()))
            .count();
    if (tables != 1) {
      String name = SyntheticFile.CSV.fileName();
      String fault =
          tables == 0
              ? "The certificate does not cover " + name + "."
              : "The certificate covers the synthetic table in two forms; one of them may differ.";
      add(name, false, fault);
    }
    for (PackagedFile file : statement.files()) {
      if (!ofPackage(file.name())) {
        add(
            "files",
            false,
            "The certificate covers a file that is no part of a package: " + file.name() + ".");
      }
      hash(file);
    }
    try (Stream<Path> content = Files.list(folder)) {
      for (Path path : content.sorted().toList()) {
        String name = path.getFileName().toString();
        if (!signed.contains(name) && !name.equals(PackagedFile.CERTIFICATE)) {
          add("files", false, "The package holds a file that was not signed: " + name + ".");
        }
      }
    }
  }

  /** Of any other file the certificate's words say nothing. */
  private static boolean ofPackage(String name) {
    return NEEDED.contains(name)
        || Arrays.stream(SyntheticFile.values()).anyMatch(file -> file.fileName().equals(name));
  }

  private void hash(PackagedFile file) throws IOException {
    Path path = folder.resolve(file.name());
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      add(file.name(), false, file.name() + " is missing.");
      return;
    }
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
      in.transferTo(new CancellableOutput(OutputStream.nullOutputStream()));
    }
    boolean same = HexFormat.of().formatHex(digest.digest()).equals(file.sha256());
    add(
        file.name(),
        same,
        same
            ? file.name() + " is as it was signed."
            : file.name() + " was changed after it was signed.");
  }

  /** Dictionary and instructions follow from the facts: a signer cannot make them say more. */
  private void derived(Statement statement) {
    requireHash(
        statement, PackagedFile.DICTIONARY, DataDictionary.bytes(statement.claim().table()));
    requireHash(
        statement,
        PackagedFile.INSTRUCTIONS,
        VerifyText.bytes(statement.claim(), statement.signer()));
  }

  /** The PDF's own signature, and that it says what the statement says. */
  private void document(Statement statement) throws IOException {
    if (!Files.isRegularFile(folder.resolve(PackagedFile.DOCUMENT), LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      byte[] bytes = small(PackagedFile.DOCUMENT, LARGEST_DOCUMENT);
      add("document", true, new DocumentVerifier(statement, bytes).verify());
    } catch (FormatException e) {
      add("document", false, e.getMessage());
    }
  }

  private void requireHash(Statement statement, String name, byte[] expected) {
    boolean same = statement.files().contains(new PackagedFile(name, Sha256.hex(expected)));
    if (!same) {
      add(name, false, name + " does not follow from the certificate's facts.");
    }
  }

  private byte[] small(String name, long largest) throws IOException, FormatException {
    Path path = folder.resolve(name);
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new FormatException(name + " is missing.");
    }
    if (Files.size(path) > largest) {
      throw new FormatException(
          name + " must have at most " + largest + " bytes but has " + Files.size(path) + ".");
    }
    return Files.readAllBytes(path);
  }

  private void add(String name, boolean holds, String sentence) {
    checks.add(new Check(name, holds, sentence));
  }

  private Verification failed(String name, String sentence) {
    add(name, false, sentence);
    return new Verification(checks, Optional.empty());
  }
}
