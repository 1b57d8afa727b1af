package modulus.certificate.ledger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.KeyGenerator;
import modulus.certificate.CanonicalJson;
import modulus.certificate.Ed25519;
import modulus.certificate.Fingerprint;
import modulus.certificate.FormatException;
import modulus.certificate.JsonFields;
import modulus.certificate.StrictJson;

/**
 * The ledger's two keys, made at first use and kept beside it for its owner alone: Ed25519 for the
 * entries, and 256 bits for the tables' fingerprints. They have no passphrase, because an entry
 * must be written before anything is spent, also when nobody is there to ask; the steward's own key
 * vouches for them by signing certificates that name them.
 */
public final class LedgerKeys {
  private static final int LARGEST_FILE = 4_096;

  private final PublicKey publicKey;
  private final PrivateKey privateKey;
  private final byte[] tableKey;

  private LedgerKeys(PublicKey publicKey, PrivateKey privateKey, byte[] tableKey) {
    this.publicKey = publicKey;
    this.privateKey = privateKey;
    this.tableKey = tableKey;
  }

  static LedgerKeys fresh() {
    KeyPair pair = Ed25519.newKeyPair();
    try {
      KeyGenerator generator = KeyGenerator.getInstance("HmacSHA256");
      generator.init(256);
      return new LedgerKeys(
          pair.getPublic(), pair.getPrivate(), generator.generateKey().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] bytes() {
    ObjectNode node = StrictJson.object();
    Base64.Encoder base64 = Base64.getEncoder();
    node.put("publicKey", base64.encodeToString(publicKey.getEncoded()));
    node.put("privateKey", base64.encodeToString(privateKey.getEncoded()));
    node.put("tableKey", base64.encodeToString(tableKey));
    return CanonicalJson.bytes(node);
  }

  static LedgerKeys read(Path file) throws IOException, FormatException {
    if (Files.size(file) > LARGEST_FILE) {
      throw new FormatException("The file of the ledger's keys is too large.");
    }
    byte[] bytes = Files.readAllBytes(file);
    try {
      JsonFields fields = new JsonFields(StrictJson.parse(bytes, "It"), "It");
      Base64.Decoder base64 = Base64.getDecoder();
      KeyFactory factory = KeyFactory.getInstance(Ed25519.ALGORITHM);
      LedgerKeys keys =
          new LedgerKeys(
              publicKey(fields.text("publicKey")),
              factory.generatePrivate(
                  new PKCS8EncodedKeySpec(base64.decode(fields.text("privateKey")))),
              base64.decode(fields.text("tableKey")));
      fields.end();
      byte[] probe = {1, 2, 3};
      if (keys.tableKey.length != 32
          || !Ed25519.verifies(keys.publicKey, probe, keys.sign(probe))) {
        throw new FormatException("The ledger's keys do not belong together.");
      }
      return keys;
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new FormatException("The file of the ledger's keys holds no such keys.");
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  static PublicKey publicKey(String base64) throws FormatException {
    try {
      return KeyFactory.getInstance(Ed25519.ALGORITHM)
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new FormatException("The ledger names no Ed25519 key.");
    }
  }

  String encodedPublicKey() {
    return Base64.getEncoder().encodeToString(publicKey.getEncoded());
  }

  PublicKey publicKey() {
    return publicKey;
  }

  Fingerprint fingerprint() {
    return Fingerprint.of(publicKey);
  }

  /** For the fingerprints of tables, until {@link #wipe}. */
  byte[] tableKey() {
    return tableKey;
  }

  /** Overwrites the key of the tables' fingerprints; Java's own signing keys cannot be. */
  void wipe() {
    Arrays.fill(tableKey, (byte) 0);
  }

  byte[] sign(byte[] message) {
    return Ed25519.sign(privateKey, message);
  }
}
