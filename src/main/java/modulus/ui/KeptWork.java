package modulus.ui;

import java.util.Optional;
import modulus.ui.project.RecoveryUseCases;
import modulus.workbench.RunListener;
import modulus.workbench.project.Projects;
import modulus.workbench.project.Recovery;

/** The workbench's kept work, as the frame asks for it. */
final class KeptWork implements RecoveryUseCases {
  private final Recovery recovery;

  KeptWork(Recovery recovery) {
    this.recovery = recovery;
  }

  @Override
  public void keep(Projects.Sitting sitting, RunListener listener) {
    recovery.keep(sitting, listener);
  }

  @Override
  public void forget() {
    recovery.forget();
  }

  @Override
  public Optional<Recovery.Leftover> leftover() {
    return recovery.leftover();
  }

  @Override
  public Projects.Opened restore(RunListener listener) {
    return recovery.restore(listener);
  }

  @Override
  public void discard() {
    recovery.discard();
  }
}
