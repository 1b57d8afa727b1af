package modulus.ui.export;

import java.nio.file.Path;
import java.util.Arrays;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import modulus.certificate.SyntheticFile;
import modulus.ui.common.Background;
import modulus.ui.common.Job;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.PackageExport;
import modulus.workbench.SigningChoice;
import modulus.workbench.SynthesisOutcome;

/** What the Export screen decides: whether, where and with which key a package is written. */
public final class ExportViewModel {
  static final int SHORTEST_PASSPHRASE = 8;

  /** Writes a package: {@link PackageExport#export}. */
  @FunctionalInterface
  public interface Writing {
    PackageExport.Written export(
        SynthesisOutcome outcome, Path folder, SyntheticFile file, SigningChoice choice);
  }

  private final Session session;
  private final Background background;
  private final Writing writing;
  private final ObservableList<Check> checks = FXCollections.observableArrayList();
  private final StringProperty folder = new SimpleStringProperty("");
  private final BooleanProperty workbook = new SimpleBooleanProperty(false);
  private final BooleanProperty ownKey = new SimpleBooleanProperty(false);
  private final StringProperty keystore = new SimpleStringProperty("");
  private final StringProperty passphrase = new SimpleStringProperty("");
  private final StringProperty owner = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Text> hindrance = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();

  public ExportViewModel(Session session, Background background, Writing writing) {
    this.session = session;
    this.background = background;
    this.writing = writing;
    session.outcomeProperty().addListener((source, before, now) -> check());
    session.schemaProperty().addListener((source, before, now) -> check());
    session.settingsProperty().addListener((source, before, now) -> check());
    folder.addListener((source, before, now) -> check());
    ownKey.addListener((source, before, now) -> check());
    keystore.addListener((source, before, now) -> check());
    passphrase.addListener((source, before, now) -> check());
    owner.addListener((source, before, now) -> check());
    check();
  }

  private void check() {
    checks.setAll(
        CheckList.of(
            session.outcomeProperty().get(),
            session.schemaProperty().get(),
            session.settingsProperty().get()));
    hindrance.set(hindrance());
  }

  private Text hindrance() {
    for (Check check : checks) {
      if (check.level() == Check.Level.BLOCKING) {
        return check.sentence();
      }
    }
    if (folder.get().isBlank()) {
      return Text.of("export.noFolder");
    }
    if (!ownKey.get()) {
      return null;
    }
    if (keystore.get().isBlank()) {
      return Text.of("export.noKeystore");
    }
    if (passphrase.get().length() < SHORTEST_PASSPHRASE) {
      return Text.of("export.shortPassphrase", Integer.toString(SHORTEST_PASSPHRASE));
    }
    return owner.get().isBlank() ? Text.of("export.noOwner") : null;
  }

  /** Writes the package; only where {@link #hindranceProperty()} holds nothing. */
  void export() {
    if (hindrance.get() != null || busy.get()) {
      return;
    }
    failure.set(null);
    session.writtenProperty().set(null);
    busy.set(true);
    SynthesisOutcome outcome = session.outcomeProperty().get();
    Path target = Path.of(folder.get().strip());
    SyntheticFile file = workbook.get() ? SyntheticFile.XLSX : SyntheticFile.CSV;
    char[] secret = passphrase.get().toCharArray();
    SigningChoice choice =
        ownKey.get()
            ? new SigningChoice.Keystore(
                Path.of(keystore.get().strip()), secret, owner.get().strip())
            : new SigningChoice.OneTimeKey();
    background.start(
        Job.<PackageExport.Written>shown(
            Text.of("export.running"),
            listener -> {
              try {
                return writing.export(outcome, target, file, choice);
              } finally {
                Arrays.fill(secret, '\0');
              }
            },
            written -> ended(() -> session.writtenProperty().set(written)),
            wrong -> ended(() -> failure.set(wrong)),
            () -> ended(() -> {})));
  }

  private void ended(Runnable outcome) {
    busy.set(false);
    passphrase.set("");
    outcome.run();
  }

  ObservableList<Check> checks() {
    return checks;
  }

  StringProperty folderProperty() {
    return folder;
  }

  /** Whether the synthetic table is written as an XLSX workbook rather than as CSV. */
  BooleanProperty workbookProperty() {
    return workbook;
  }

  /** Whether a key of the hospital signs, rather than a one-time key. */
  BooleanProperty ownKeyProperty() {
    return ownKey;
  }

  StringProperty keystoreProperty() {
    return keystore;
  }

  StringProperty passphraseProperty() {
    return passphrase;
  }

  StringProperty ownerProperty() {
    return owner;
  }

  /** Why nothing can be written yet, or null. */
  ReadOnlyObjectProperty<Text> hindranceProperty() {
    return hindrance.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  ObjectProperty<Failure> failureProperty() {
    return failure;
  }

  /** What was written, or null. */
  ReadOnlyObjectProperty<PackageExport.Written> writtenProperty() {
    return session.writtenProperty();
  }
}
