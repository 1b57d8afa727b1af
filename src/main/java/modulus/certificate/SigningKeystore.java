package modulus.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * A PKCS#12 keystore (RFC 7292) with the house's Ed25519 key, which signs statements, and the RSA
 * or elliptic-curve key that signs PDFs: made with it and self-signed, or imported with the
 * hospital's certificate. Passphrases are the caller's to wipe; they are neither kept nor logged.
 */
public final class SigningKeystore {
  /** A shorter passphrase is refused when a keystore is made. */
  public static final int SHORTEST_PASSPHRASE = 8;

  private static final String ALIAS = "modulus";
  private static final String DOCUMENT_ALIAS = "modulus-document";

  private SigningKeystore() {}

  /**
   * Opens the keystore.
   *
   * @throws FormatException with one sentence: the passphrase is wrong, it is no PKCS#12 keystore,
   *     it holds no Ed25519 key, or its certificate is for another key or not valid at present
   * @throws NoSuchFileException if the file is absent
   */
  public static PackageSigner open(Path file, char[] passphrase)
      throws IOException, FormatException {
    KeyStore store = load(file, passphrase);
    try {
      KeyEntry statement =
          KeyEntry.first(store, passphrase, SigningKeystore::isEd25519)
              .orElseThrow(
                  () ->
                      new FormatException(
                          "The keystore holds no Ed25519 key with a certificate; a hospital's key"
                              + " is imported into a keystore of its own."));
      KeyEntry document =
          KeyEntry.first(store, passphrase, SigningKeystore::signsDocuments)
              .orElseThrow(
                  () -> new FormatException("The keystore holds no key that could sign a PDF."));
      return checked(
          statement.key(), statement.certificate(), document.documentSigner(Instant.now()));
    } catch (GeneralSecurityException e) {
      throw new FormatException("The keystore could not be opened with this passphrase.");
    }
  }

  /**
   * Makes a keystore with fresh keys, readable by its owner alone, wholly or not at all.
   *
   * @param owner name put into the certificates
   * @throws FormatException if the passphrase is too short or the owner's name is blank
   * @throws IOException if the file exists or cannot be written
   */
  public static PackageSigner create(Path file, char[] passphrase, String owner)
      throws IOException, FormatException {
    if (owner.isBlank()) {
      throw new FormatException("The key needs the name of its owner.");
    }
    return create(file, passphrase, owner, DocumentSigner.selfSigned(owner, false));
  }

  /**
   * As {@link #create(Path, char[], String)}, but PDFs are signed with the hospital's own key and
   * certificate, which are copied from its PKCS#12 file.
   *
   * @throws FormatException also if that file does not open, or its certificate is expired, not yet
   *     valid, for another key, too weak or not for signatures; nothing is written then
   */
  public static PackageSigner createImporting(
      Path file, char[] passphrase, String owner, Path hospital, char[] hospitalPassphrase)
      throws IOException, FormatException {
    KeyStore theirs = load(hospital, hospitalPassphrase);
    try {
      KeyEntry entry =
          KeyEntry.first(theirs, hospitalPassphrase, SigningKeystore::signsDocuments)
              .orElseThrow(
                  () ->
                      new FormatException(
                          "The file to import holds no RSA or elliptic-curve key with a"
                              + " certificate."));
      return create(file, passphrase, owner, entry.documentSigner(Instant.now()));
    } catch (GeneralSecurityException e) {
      throw new FormatException("The file to import could not be opened with this passphrase.");
    }
  }

  private static PackageSigner create(
      Path file, char[] passphrase, String owner, DocumentSigner document)
      throws IOException, FormatException {
    if (passphrase.length < SHORTEST_PASSPHRASE) {
      throw new FormatException(
          "The passphrase must have at least "
              + SHORTEST_PASSPHRASE
              + " characters but has "
              + passphrase.length
              + ".");
    }
    KeyPair pair = Ed25519.newKeyPair();
    try {
      X509Certificate certificate = SelfSigned.certificate(pair, owner);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(ALIAS, pair.getPrivate(), passphrase, new Certificate[] {certificate});
      store.setKeyEntry(
          DOCUMENT_ALIAS,
          document.privateKey(),
          passphrase,
          document.chain().toArray(Certificate[]::new));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      store.store(bytes, passphrase);
      NewFile.write(file, bytes.toByteArray());
      return checked(pair.getPrivate(), certificate, document);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyStore load(Path file, char[] passphrase) throws IOException, FormatException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      try {
        store.load(in, passphrase);
      } catch (IOException e) {
        if (e.getCause() instanceof UnrecoverableKeyException) {
          throw new FormatException("The passphrase of " + file.getFileName() + " is wrong.");
        }
        throw new FormatException(file.getFileName() + " is not a PKCS#12 keystore.");
      }
      return store;
    } catch (GeneralSecurityException e) {
      throw new FormatException("The keystore could not be opened with this passphrase.");
    }
  }

  private static PackageSigner checked(
      PrivateKey key, X509Certificate certificate, DocumentSigner document)
      throws FormatException, GeneralSecurityException {
    Date now = Date.from(Instant.now());
    if (now.after(certificate.getNotAfter()) || now.before(certificate.getNotBefore())) {
      throw new FormatException(
          "The keystore's certificate is valid only from "
              + certificate.getNotBefore().toInstant()
              + " to "
              + certificate.getNotAfter().toInstant()
              + ".");
    }
    PackageSigner signer =
        new PackageSigner(
            key,
            // the JDK's own key class: BouncyCastle's would encode the same
            java.security.KeyFactory.getInstance(Ed25519.ALGORITHM)
                .generatePublic(
                    new java.security.spec.X509EncodedKeySpec(
                        certificate.getPublicKey().getEncoded())),
            KeyOrigin.KEYSTORE,
            document);
    byte[] probe = {1, 2, 3};
    if (!Ed25519.verifies(signer.publicKey(), probe, signer.sign(probe))) {
      throw new FormatException("The keystore's certificate belongs to another key.");
    }
    return signer;
  }

  private static boolean signsDocuments(String algorithm) {
    return algorithm.equals("RSA") || algorithm.equals("EC");
  }

  private static boolean isEd25519(String algorithm) {
    return algorithm.equals(Ed25519.ALGORITHM) || algorithm.equals("EdDSA");
  }
}
