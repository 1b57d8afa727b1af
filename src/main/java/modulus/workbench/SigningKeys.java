package modulus.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import modulus.certificate.FormatException;
import modulus.certificate.PackageSigner;
import modulus.certificate.SigningKeystore;

/** Opens or makes the keys a package is signed with. */
final class SigningKeys {
  private SigningKeys() {}

  /**
   * Opens or makes the keystore now, so that nothing about it can be refused after hours of work.
   *
   * @return the choice without what is done
   */
  static SigningChoice prepared(SigningChoice choice) {
    of(choice);
    return choice instanceof SigningChoice.Keystore keystore
        ? new SigningChoice.Keystore(keystore.file(), keystore.passphrase(), keystore.owner())
        : choice;
  }

  /**
   * @throws Failure if the keystore does not open or cannot be made
   */
  static PackageSigner of(SigningChoice choice) {
    if (!(choice instanceof SigningChoice.Keystore keystore)) {
      return PackageSigner.oneTime();
    }
    try {
      return keystore.hospital().isPresent()
          ? importing(keystore, keystore.hospital().get())
          : Files.exists(keystore.file())
              ? SigningKeystore.open(keystore.file(), keystore.passphrase())
              : SigningKeystore.create(keystore.file(), keystore.passphrase(), keystore.owner());
    } catch (FormatException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          e.getMessage(),
          "Check the file, and type its passphrase again.",
          e);
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "The keystore " + keystore.file().getFileName() + " could not be read or made.",
          "Choose a folder that exists and you may write to.",
          e);
    }
  }

  private static PackageSigner importing(
      SigningChoice.Keystore keystore, SigningChoice.HospitalKey hospital)
      throws IOException, FormatException {
    if (Files.exists(keystore.file())) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "A key can be imported only into a new keystore, but "
              + keystore.file().getFileName()
              + " exists.",
          "Name another keystore, or leave the import out: it was made before.");
    }
    if (!Files.isReadable(hospital.file())) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "The file to import, " + hospital.file().getFileName() + ", could not be read.",
          "Check its name.");
    }
    char[] passphrase = hospital.passphrase();
    try {
      return SigningKeystore.createImporting(
          keystore.file(), keystore.passphrase(), keystore.owner(), hospital.file(), passphrase);
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }
}
