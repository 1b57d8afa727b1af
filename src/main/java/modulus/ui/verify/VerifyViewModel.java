package modulus.ui.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import modulus.certificate.Fingerprint;
import modulus.certificate.KeyOrigin;
import modulus.certificate.Verification;
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
  record Result(Path folder, Findings findings, List<Finding> checks) {

    /** All of it in one sentence. */
    Text verdict() {
      if (noPackage()) {
        return Text.of("verify.none", String.valueOf(folder.getFileName()));
      }
      String key =
          switch (findings.verdict()) {
            case GOOD -> "verify.good";
            case UNCOMPARED -> "verify.uncompared";
            case OTHER_FORM -> "verify.otherForm";
            case BAD -> "verify.bad";
          };
      return Text.of(key, String.valueOf(folder.getFileName()));
    }

    /** Why it must not be trusted, or else what the key was compared with. */
    Text reason() {
      Text compared =
          findings.against().isPresent()
              ? Text.of("verify.against")
              : Text.of(oneTime() ? "verify.againstOneTime" : "verify.againstNothing");
      return fault().orElse(compared);
    }

    /** The fingerprint that {@link #reason} says was compared with, where it does. */
    Optional<Fingerprint> comparedWith() {
      return findings.against().filter(key -> fault().isEmpty());
    }

    /** Why it must not be trusted. */
    private Optional<Text> fault() {
      if (noPackage()) {
        return Optional.of(Text.of("verify.noneHint"));
      }
      return checks.stream()
          .filter(check -> findings.verdict() == Findings.Verdict.BAD)
          .filter(check -> check.outcome() == Finding.Outcome.FAILS)
          .map(Finding::sentence)
          .findFirst();
    }

    /** Of a folder that was never signed, nothing says that it was tampered with. */
    private boolean noPackage() {
      return findings.verification().checks().stream()
          .allMatch(check -> check.name().equals(Verification.PACKAGE));
    }

    private boolean oneTime() {
      return findings
          .verification()
          .statement()
          .filter(statement -> statement.signer().origin() == KeyOrigin.ONE_TIME)
          .isPresent();
    }
  }

  private final Background background;
  private final Verifying verifying;
  private final StringProperty trusted = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Result> result = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Failure> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Path> folder = new ReadOnlyObjectWrapper<>();
  private Background.Running running;
  private int asked;

  public VerifyViewModel(Background background, Verifying verifying) {
    this.background = background;
    this.verifying = verifying;
    trusted.addListener((source, before, now) -> withdraw());
  }

  /** A verdict holds for the fingerprint it was found with and for no other. */
  private void withdraw() {
    asked++;
    if (running != null) {
      running.stop();
      running = null;
    }
    busy.set(false);
    result.set(null);
    problem.set(null);
  }

  /** Checks a package given by its folder or by any file in it. */
  public void verify(Path dropped) {
    folder.set(Files.isDirectory(dropped) ? dropped : dropped.toAbsolutePath().getParent());
    again();
  }

  /** Checks a package with the field of the fingerprint empty. */
  public void verifyUncompared(Path written) {
    trusted.set("");
    verify(written);
  }

  /** Checks the same package once more, for instance against another fingerprint. */
  void again() {
    if (folder.get() == null) {
      return;
    }
    withdraw();
    failure.set(null);
    busy.set(true);
    int mine = asked;
    Path checked = folder.get();
    Optional<String> fingerprint =
        Optional.of(trusted.get().strip()).filter(typed -> !typed.isEmpty());
    Background.Running started =
        background.start(
            Job.<Findings>shown(
                Text.of("verify.running"),
                listener -> verifying.verify(checked, fingerprint, listener),
                found -> ended(mine, () -> show(checked, found)),
                wrong -> ended(mine, () -> tell(wrong)),
                () -> ended(mine, () -> {})));
    running = busy.get() ? started : null;
  }

  /** What is wrong with what was typed is told where it was typed. */
  private void tell(Failure wrong) {
    if (wrong.kind() == Failure.Kind.BAD_INPUT) {
      problem.set(wrong);
    } else {
      failure.set(wrong);
    }
  }

  private void show(Path checked, Findings findings) {
    boolean compared = findings.against().isPresent();
    List<Finding> checks =
        findings.verification().checks().stream()
            .map(check -> Finding.of(check, compared))
            .toList();
    result.set(new Result(checked, findings, checks));
  }

  /** What comes of a check that was overtaken by another one is dropped. */
  private void ended(int which, Runnable outcome) {
    if (which == asked) {
      running = null;
      busy.set(false);
      outcome.run();
    }
  }

  /** The fingerprint the signer told by another way; blank where there is none. */
  StringProperty trustedProperty() {
    return trusted;
  }

  /** The package, or null before there is any. */
  ReadOnlyObjectProperty<Path> folderProperty() {
    return folder.getReadOnlyProperty();
  }

  /** That the package still has to be checked against the fingerprint as typed; null otherwise. */
  ObservableValue<Text> pending() {
    return Bindings.createObjectBinding(
        () ->
            folder.get() == null || busy.get() || result.get() != null
                ? null
                : Text.of("verify.pending", String.valueOf(folder.get().getFileName())),
        folder,
        busy,
        result);
  }

  /** What is wrong with the fingerprint that was typed, or null. */
  ReadOnlyObjectProperty<Failure> problemProperty() {
    return problem.getReadOnlyProperty();
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
