package modulus.ui.project;

import java.nio.file.Path;
import java.util.List;
import modulus.workbench.Failure;
import modulus.workbench.RunListener;
import modulus.workbench.project.Projects;

/** Projects for tests that neither save nor open one. */
class NoProjects implements ProjectViewModel.UseCases {
  @Override
  public void save(Projects.Sitting sitting, Path file, RunListener listener) {}

  @Override
  public Projects.Opened open(Path file, RunListener listener) {
    throw new Failure(Failure.Kind.BAD_INPUT, "There is none.", "");
  }

  @Override
  public boolean exists(Path file) {
    return false;
  }

  @Override
  public List<Path> recent() {
    return List.of();
  }
}
