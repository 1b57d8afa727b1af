package modulus.ui.export;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
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
import modulus.table.Table;
import modulus.ui.common.Background;
import modulus.ui.common.Job;
import modulus.ui.common.LatestOnly;
import modulus.ui.common.PausableRun;
import modulus.ui.common.RunState;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.CertificateChoice;
import modulus.workbench.Failure;
import modulus.workbench.PackageExport;
import modulus.workbench.ReadOut;
import modulus.workbench.RunListener;
import modulus.workbench.SigningChoice;
import modulus.workbench.SynthesisOutcome;

/** What the Export screen decides: whether, where and with which key a package is written. */
public final class ExportViewModel {
  /** What the workbench does for this screen: {@link PackageExport}. */
  public interface Writing {
    /** Whether there is a file of this name. */
    boolean exists(String file);

    /** Opens or makes the keystore, importing what is to be imported. */
    SigningChoice prepared(SigningChoice choice);

    /** Shows a folder in the desktop's file browser; false where there is none. */
    boolean show(Path folder);

    PackageExport.Written export(
        SynthesisOutcome outcome,
        Path folder,
        SyntheticFile file,
        SigningChoice key,
        CertificateChoice certificate,
        RunListener listener);
  }

  private final Session session;
  private final Background background;
  private final Writing writing;
  private final ObservableList<Check> checks = FXCollections.observableArrayList();
  private final StringProperty folder = new SimpleStringProperty("");
  private final BooleanProperty workbook = new SimpleBooleanProperty(false);
  private final KeyForm key;
  private final CertificateForm certificate;
  private final LatestOnly<SynthesisOutcome, ReadOut> meanings;
  private Optional<ReadOut> meant = Optional.empty();
  private final ReadOnlyObjectWrapper<Text> hindrance = new ReadOnlyObjectWrapper<>();
  private final PausableRun turn = new PausableRun();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper unshown = new ReadOnlyBooleanWrapper();

  /**
   * @param meaning what the setting of a run meant for its table
   * @param language of the window
   */
  public ExportViewModel(
      Session session,
      Background background,
      Writing writing,
      Function<SynthesisOutcome, ReadOut> meaning,
      Supplier<Locale> language) {
    this.session = session;
    this.background = background;
    this.writing = writing;
    this.key = new KeyForm(writing::exists);
    this.certificate = new CertificateForm(language);
    this.meanings = new LatestOnly<>(background, meaning, this::meant, failure -> {});
    session.hasWork(turn, Text.of("project.going.export"));
    session.tableProperty().addListener((source, before, now) -> turn.stop());
    session.outcomeProperty().addListener((source, before, now) -> outcomeChanged(now));
    session.schemaProperty().addListener((source, before, now) -> check());
    session.settingsProperty().addListener((source, before, now) -> check());
    session.ledger().runsProperty().addListener((source, before, now) -> check());
    session.ledger().releaseProperty().addListener((source, before, now) -> check());
    session.ledger().failureProperty().addListener((source, before, now) -> check());
    session
        .writtenProperty()
        .addListener(
            (source, before, now) -> {
              unshown.set(false);
              check();
            });
    folder.addListener(
        (source, before, now) -> {
          // what was wrong with the other folder says nothing about this one
          failure.set(null);
          check();
        });
    key.hindranceProperty().addListener((source, before, now) -> check());
    certificate.hindranceProperty().addListener((source, before, now) -> check());
    check();
  }

  private void outcomeChanged(SynthesisOutcome now) {
    meant = Optional.empty();
    check();
    if (now != null) {
      meanings.ask(now);
    }
  }

  /** One of a run that is no longer at hand is dropped. */
  private void meant(SynthesisOutcome run, ReadOut reading) {
    if (run.equals(session.outcomeProperty().get())) {
      meant = Optional.ofNullable(reading);
      check();
    }
  }

  private void check() {
    checks.setAll(
        CheckList.of(
            session.outcomeProperty().get(),
            session.schemaProperty().get(),
            session.settingsProperty().get(),
            meant,
            session.ledger(),
            session.patientQuestion()));
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
    if (!KeyForm.nameable(folder.get())) {
      return Text.of("export.folderName");
    }
    Text noKey = key.hindranceProperty().get();
    if (noKey != null && written()) {
      return Text.of("export.written");
    }
    return noKey != null ? noKey : certificate.hindranceProperty().get();
  }

  /**
   * Whether the package in the folder is the one just written: that its passphrase is forgotten
   * since is no fault of it.
   */
  private boolean written() {
    PackageExport.Written last = session.writtenProperty().get();
    return last != null
        && last.folder().toString().equals(new File(folder.get().strip()).getPath());
  }

  /** Writes the package; only where {@link #hindranceProperty()} holds nothing. */
  void export() {
    if (hindrance.get() != null || busy()) {
      return;
    }
    failure.set(null);
    session.writtenProperty().set(null);
    Table table = session.tableProperty().get().table();
    SynthesisOutcome outcome = session.outcomeProperty().get();
    Path target = Path.of(folder.get().strip());
    SyntheticFile file = workbook.get() ? SyntheticFile.XLSX : SyntheticFile.CSV;
    SigningChoice signing = key.choice();
    CertificateChoice document = certificate.choice();
    AtomicBoolean prepared = new AtomicBoolean();
    turn.begin(
        gate ->
            background.start(
                Job.<PackageExport.Written>shown(
                    Text.of("export.running"),
                    listener -> {
                      try {
                        SigningChoice ready = writing.prepared(signing);
                        prepared.set(true);
                        return writing.export(outcome, target, file, ready, document, listener);
                      } finally {
                        signing.wipe();
                      }
                    },
                    written -> ended(RunState.DONE, prepared.get(), () -> finish(table, written)),
                    wrong -> ended(RunState.FAILED, prepared.get(), () -> failure.set(wrong)),
                    () -> ended(RunState.STOPPED, prepared.get(), () -> {}))));
  }

  private void ended(RunState how, boolean prepared, Runnable outcome) {
    turn.ended(how);
    key.used(prepared);
    outcome.run();
  }

  /** One of a table that is no longer open was too far to be stopped: it is there, and told. */
  private void finish(Table of, PackageExport.Written written) {
    if (session.tableProperty().get().table() == of) {
      session.writtenProperty().set(written);
    } else {
      background.saySaved(written.folder());
    }
  }

  /** What went wrong was told; whoever comes back begins anew. */
  void leave() {
    if (!busy()) {
      failure.set(null);
    }
  }

  /** Shows the folder of the package that was written, where the desktop can. */
  void showFolder() {
    Path folder = session.writtenProperty().get().folder();
    background.start(
        Job.<Boolean>quiet(
            listener -> writing.show(folder),
            shown -> unshown.set(!shown),
            wrong -> unshown.set(true)));
  }

  /** Whether the desktop could not show the folder. */
  ReadOnlyBooleanProperty unshownProperty() {
    return unshown.getReadOnlyProperty();
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

  KeyForm key() {
    return key;
  }

  CertificateForm certificate() {
    return certificate;
  }

  /** Why nothing can be written yet, or null. */
  ReadOnlyObjectProperty<Text> hindranceProperty() {
    return hindrance.getReadOnlyProperty();
  }

  /** Whether a package is being written. */
  boolean busy() {
    return turn.going();
  }

  ObjectProperty<Failure> failureProperty() {
    return failure;
  }

  /** What was written, or null. */
  ReadOnlyObjectProperty<PackageExport.Written> writtenProperty() {
    return session.writtenProperty();
  }
}
