package modulus.ui.project;

import java.util.Optional;
import modulus.workbench.RunListener;
import modulus.workbench.project.Projects;
import modulus.workbench.project.Recovery;

/** The workbench's kept work: {@link Recovery}. */
public interface RecoveryUseCases {
  void keep(Projects.Sitting sitting, RunListener listener);

  void forget();

  Optional<Recovery.Leftover> leftover();

  Projects.Opened restore(RunListener listener);

  void discard();
}
