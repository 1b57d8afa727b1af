package modulus.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import modulus.ui.project.ProjectViewModel;
import modulus.workbench.RunListener;
import modulus.workbench.project.Projects;
import modulus.workbench.project.UserDirectory;

/** The workbench's projects, as the frame asks for them. */
final class ProjectFiles implements ProjectViewModel.UseCases {
  private final Projects projects;

  ProjectFiles(UserDirectory directory) {
    this.projects = new Projects(directory);
  }

  @Override
  public void save(Projects.Sitting sitting, Path file, RunListener listener) {
    projects.save(sitting, file, listener);
  }

  @Override
  public Projects.Opened open(Path file, RunListener listener) {
    return projects.open(file, listener);
  }

  @Override
  public boolean exists(Path file) {
    return Files.exists(file);
  }

  @Override
  public List<Path> recent() {
    return projects.recent();
  }
}
