package modulus.ui.export;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import modulus.ui.common.Text;
import modulus.workbench.SigningChoice;

/** Which key signs, while it is chosen, and what is still missing for it. */
final class KeyForm {
  static final int SHORTEST_PASSPHRASE = 8;

  private final BooleanProperty ownKey = new SimpleBooleanProperty(false);
  private final StringProperty keystore = new SimpleStringProperty("");
  private final Secret passphrase = new Secret();
  private final Secret repeated = new Secret();
  private final Predicate<String> exists;
  private final ReadOnlyBooleanWrapper fresh = new ReadOnlyBooleanWrapper();
  private final StringProperty owner = new SimpleStringProperty("");
  private final BooleanProperty importing = new SimpleBooleanProperty(false);
  private final StringProperty hospitalKey = new SimpleStringProperty("");
  private final Secret hospitalPassphrase = new Secret();
  private final ReadOnlyObjectWrapper<Text> hindrance = new ReadOnlyObjectWrapper<>();

  /**
   * @param exists whether there is a file of this name
   */
  KeyForm(Predicate<String> exists) {
    this.exists = exists;
    keystore.addListener(source -> look());
    for (Observable part :
        new Observable[] {
          ownKey,
          keystore,
          passphrase.changes(),
          repeated.changes(),
          fresh,
          owner,
          importing,
          hospitalKey,
          hospitalPassphrase.changes()
        }) {
      part.addListener(source -> hindrance.set(missing()));
    }
  }

  private void look() {
    String named = keystore.get().strip();
    fresh.set(!named.isEmpty() && !exists.test(named));
  }

  private Text missing() {
    if (!ownKey.get()) {
      return null;
    }
    if (keystore.get().isBlank()) {
      return Text.of("export.noKeystore");
    }
    if (!nameable(keystore.get())) {
      return Text.of("export.keyFileName");
    }
    if (passphrase.lengthProperty().get() < SHORTEST_PASSPHRASE) {
      return Text.of("export.shortPassphrase", Integer.toString(SHORTEST_PASSPHRASE));
    }
    if (fresh.get() && !passphrase.sameAs(repeated)) {
      return Text.of("export.passphraseRepeated");
    }
    if (fresh.get() && owner.get().isBlank()) {
      return Text.of("export.noOwner");
    }
    if (!importing.get()) {
      return null;
    }
    if (hospitalKey.get().isBlank()) {
      return Text.of("export.noHospitalKey");
    }
    if (!nameable(hospitalKey.get())) {
      return Text.of("export.keyFileName");
    }
    return hospitalPassphrase.lengthProperty().get() == 0
        ? Text.of("export.noHospitalPassphrase")
        : null;
  }

  /** Whether what is typed can be the name of a file or folder on this system. */
  static boolean nameable(String typed) {
    try {
      return !Path.of(typed.strip()).toString().isEmpty();
    } catch (InvalidPathException noName) {
      return false;
    }
  }

  /**
   * The choice with copies of the passphrases, to be wiped with {@link SigningChoice#wipe}; only
   * where {@link #hindranceProperty()} holds nothing.
   */
  SigningChoice choice() {
    return ownKey.get()
        ? new SigningChoice.Keystore(
            Path.of(keystore.get().strip()), passphrase.copy(), owner.get().strip(), hospital())
        : new SigningChoice.OneTimeKey();
  }

  private Optional<SigningChoice.HospitalKey> hospital() {
    return importing.get()
        ? Optional.of(
            new SigningChoice.HospitalKey(
                Path.of(hospitalKey.get().strip()), hospitalPassphrase.copy()))
        : Optional.empty();
  }

  /**
   * Forgets the passphrases after use.
   *
   * @param imported whether the hospital's key is in the keystore now and need not be imported
   */
  void used(boolean imported) {
    passphrase.clear();
    repeated.clear();
    look();
    hospitalPassphrase.clear();
    if (imported) {
      importing.set(false);
    }
  }

  /** Whether a key of the hospital signs, rather than a one-time key. */
  BooleanProperty ownKeyProperty() {
    return ownKey;
  }

  StringProperty keystoreProperty() {
    return keystore;
  }

  Secret passphrase() {
    return passphrase;
  }

  /** The passphrase once more, where a key is made: a slip would lock it for good. */
  Secret repeated() {
    return repeated;
  }

  /** Whether the key file is made now. */
  ReadOnlyBooleanProperty freshProperty() {
    return fresh.getReadOnlyProperty();
  }

  StringProperty ownerProperty() {
    return owner;
  }

  /** Whether the hospital's own PDF key is taken into a keystore that is made now. */
  BooleanProperty importingProperty() {
    return importing;
  }

  /** The PKCS#12 file it is in. */
  StringProperty hospitalKeyProperty() {
    return hospitalKey;
  }

  Secret hospitalPassphrase() {
    return hospitalPassphrase;
  }

  /** What is missing, or null. */
  ReadOnlyObjectProperty<Text> hindranceProperty() {
    return hindrance.getReadOnlyProperty();
  }
}
