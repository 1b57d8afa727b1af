package modulus.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A PKCS#12 keystore (RFC 7292) with the house's Ed25519 key and a self-signed certificate for it.
 * Passphrases are the caller's to wipe; they are neither kept nor logged.
 */
public final class SigningKeystore {
  /** A shorter passphrase is refused when a keystore is made. */
  public static final int SHORTEST_PASSPHRASE = 8;

  private static final String ALIAS = "modulus";
  private static final Duration VALIDITY = Duration.ofDays(3_650);

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
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      load(store, in, passphrase);
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)
            && store.getKey(alias, passphrase) instanceof PrivateKey key
            && store.getCertificate(alias) instanceof X509Certificate certificate
            && isEd25519(key.getAlgorithm())) {
          return checked(key, certificate);
        }
      }
      throw new FormatException("The keystore holds no Ed25519 key with a certificate.");
    } catch (GeneralSecurityException e) {
      throw new FormatException("The keystore could not be opened with this passphrase.");
    }
  }

  /**
   * Makes a keystore with a fresh key, readable by its owner alone, wholly or not at all.
   *
   * @param owner name put into the certificate
   * @throws FormatException if the passphrase is too short or the owner's name is blank
   * @throws IOException if the file exists or cannot be written
   */
  public static PackageSigner create(Path file, char[] passphrase, String owner)
      throws IOException, FormatException {
    if (passphrase.length < SHORTEST_PASSPHRASE) {
      throw new FormatException(
          "The passphrase must have at least "
              + SHORTEST_PASSPHRASE
              + " characters but has "
              + passphrase.length
              + ".");
    }
    if (owner.isBlank()) {
      throw new FormatException("The key needs the name of its owner.");
    }
    KeyPair pair = Ed25519.newKeyPair();
    try {
      X509Certificate certificate = selfSigned(pair, owner);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(ALIAS, pair.getPrivate(), passphrase, new Certificate[] {certificate});
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      store.store(bytes, passphrase);
      writeNew(file, bytes.toByteArray());
      return checked(pair.getPrivate(), certificate);
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void load(KeyStore store, InputStream in, char[] passphrase)
      throws IOException, GeneralSecurityException, FormatException {
    try {
      store.load(in, passphrase);
    } catch (IOException e) {
      if (e.getCause() instanceof UnrecoverableKeyException) {
        throw new FormatException("The passphrase of the keystore is wrong.");
      }
      throw new FormatException("The file is not a PKCS#12 keystore.");
    }
  }

  private static PackageSigner checked(PrivateKey key, X509Certificate certificate)
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
            KeyOrigin.KEYSTORE);
    byte[] probe = {1, 2, 3};
    if (!Ed25519.verifies(signer.publicKey(), probe, signer.sign(probe))) {
      throw new FormatException("The keystore's certificate belongs to another key.");
    }
    return signer;
  }

  private static boolean isEd25519(String algorithm) {
    return algorithm.equals(Ed25519.ALGORITHM) || algorithm.equals("EdDSA");
  }

  private static X509Certificate selfSigned(KeyPair pair, String owner)
      throws OperatorCreationException, GeneralSecurityException {
    var name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, owner).build();
    Instant now = Instant.now();
    var builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16),
            Date.from(now.minus(Duration.ofMinutes(5))),
            Date.from(now.plus(VALIDITY)),
            name,
            pair.getPublic());
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder(Ed25519.ALGORITHM).build(pair.getPrivate())));
  }

  private static void writeNew(Path file, byte[] bytes) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path part = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
    FileAttribute<?>[] ownerOnly =
        Files.getFileStore(folder).supportsFileAttributeView("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try {
      Files.createFile(part, ownerOnly);
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      if (Files.exists(file)) {
        throw new java.nio.file.FileAlreadyExistsException(file.toString());
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
