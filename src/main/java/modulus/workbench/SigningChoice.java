package modulus.workbench;

import java.nio.file.Path;
import java.util.Arrays;

/** Who signs a package. */
public sealed interface SigningChoice {

  /** A key made for this package alone; the certificate says so. */
  record OneTimeKey() implements SigningChoice {}

  /**
   * A PKCS#12 keystore, created with a fresh Ed25519 key when the file does not exist.
   *
   * @param passphrase not copied; the caller wipes it
   * @param owner name of the hospital or person put into a fresh key's certificate
   */
  record Keystore(Path file, char[] passphrase, String owner) implements SigningChoice {
    @Override
    public boolean equals(Object other) {
      return other instanceof Keystore that
          && file.equals(that.file)
          && owner.equals(that.owner)
          && Arrays.equals(passphrase, that.passphrase);
    }

    @Override
    public int hashCode() {
      return file.hashCode();
    }

    @Override
    public String toString() {
      return "Keystore[" + file + "]";
    }
  }
}
