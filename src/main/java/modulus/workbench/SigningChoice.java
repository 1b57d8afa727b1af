package modulus.workbench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Who signs a package. */
public sealed interface SigningChoice {

  /** Overwrites the passphrases, after which the choice opens nothing. */
  default void wipe() {}

  /** A key made for this package alone; the certificate says so. */
  record OneTimeKey() implements SigningChoice {}

  /**
   * A PKCS#12 keystore, created with fresh keys when the file does not exist.
   *
   * @param passphrase not copied; the caller wipes it
   * @param owner name of the hospital or person put into a fresh key's certificate
   * @param hospital whose key and certificate sign PDFs from a keystore made now; self-signed
   *     without
   */
  record Keystore(Path file, char[] passphrase, String owner, Optional<HospitalKey> hospital)
      implements SigningChoice {

    /** Nothing to import. */
    public Keystore(Path file, char[] passphrase, String owner) {
      this(file, passphrase, owner, Optional.empty());
    }

    @Override
    public void wipe() {
      Arrays.fill(passphrase, '\0');
      hospital.ifPresent(key -> Arrays.fill(key.passphrase(), '\0'));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Keystore that
          && file.equals(that.file)
          && owner.equals(that.owner)
          && hospital.equals(that.hospital)
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

  /**
   * A PKCS#12 file with a hospital's RSA or elliptic-curve key and certificate.
   *
   * @param passphrase not copied; wiped after use
   */
  record HospitalKey(Path file, char[] passphrase) {
    @Override
    public boolean equals(Object other) {
      return other instanceof HospitalKey that
          && file.equals(that.file)
          && Arrays.equals(passphrase, that.passphrase);
    }

    @Override
    public int hashCode() {
      return file.hashCode();
    }

    @Override
    public String toString() {
      return "HospitalKey[" + file + "]";
    }
  }
}
