package modulus.ui.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import modulus.ui.common.Background;
import modulus.ui.common.Job;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.PackageVerification.Findings;
import modulus.workbench.RunListener;

/** What the Verify screen decides: which package is checked, against which fingerprint. */
public final class VerifyViewModel {

  /** Checks a package: {@link modulus.workbench.PackageVerification#verify}. */
  @FunctionalInterface
  public interface Verifying {
    Findings verify(Path folder, Optional<String> fingerprint, RunListener listener);
  }

  /**
   * What came of a check.
   *
   * @param folder the package
   */
  record Result(Path folder, Findings findings, List<Finding> checks) {}

  private final Background background;
  private final Verifying verifying;
  private final StringProperty trusted = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Result> result = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();
  private Path folder;
  private int asked;

  public VerifyViewModel(Background background, Verifying verifying) {
    this.background = background;
    this.verifying = verifying;
  }

  /** Checks a package given by its folder or by any file in it. */
  public void verify(Path dropped) {
    folder = Files.isDirectory(dropped) ? dropped : dropped.toAbsolutePath().getParent();
    again();
  }

  /** Checks the same package once more, for instance against another fingerprint. */
  void again() {
    if (folder == null) {
      return;
    }
    failure.set(null);
    result.set(null);
    busy.set(true);
    int mine = ++asked;
    Path checked = folder;
    Optional<String> fingerprint =
        Optional.of(trusted.get().strip()).filter(typed -> !typed.isEmpty());
    background.start(
        Job.<Findings>shown(
            Text.of("verify.running"),
            listener -> verifying.verify(checked, fingerprint, listener),
            found -> ended(mine, () -> show(checked, found, fingerprint.isPresent())),
            wrong -> ended(mine, () -> failure.set(wrong)),
            () -> ended(mine, () -> {})));
  }

  private void show(Path checked, Findings findings, boolean against) {
    List<Finding> checks =
        findings.verification().checks().stream().map(check -> Finding.of(check, against)).toList();
    result.set(new Result(checked, findings, checks));
  }

  /** What comes of a check that was overtaken by another one is dropped. */
  private void ended(int which, Runnable outcome) {
    if (which == asked) {
      busy.set(false);
      outcome.run();
    }
  }

  /** The fingerprint the signer told by another way; blank where there is none. */
  StringProperty trustedProperty() {
    return trusted;
  }

  /** What was found, or null. */
  ReadOnlyObjectProperty<Result> resultProperty() {
    return result.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  ObjectProperty<Failure> failureProperty() {
    return failure;
  }
}
