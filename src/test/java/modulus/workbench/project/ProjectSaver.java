package modulus.workbench.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import modulus.certificate.ChargedEvent;
import modulus.certificate.EventPurpose;
import modulus.certificate.LipschitzEnforcement;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.PrivacyGuarantee;
import modulus.workbench.CanaryChoice;
import modulus.workbench.OpenedTable;
import modulus.workbench.RunListener;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.TableOpening;
import modulus.workbench.TrainedModel;
import modulus.workbench.UntrainedModel;
import modulus.workbench.exploration.GridChoice;

/** Saves a project with a model over and over, as fast as it can; a process of its own in tests. */
final class ProjectSaver {
  private ProjectSaver() {}

  /**
   * Says the number of every save that is done; the number of rows in the settings is the save's.
   *
   * @param args table, project, user directory
   */
  public static void main(String[] args) {
    OpenedTable table = new TableOpening().open(Path.of(args[0]), RunListener.silent());
    Projects projects = new Projects(new UserDirectory(Path.of(args[2])));
    SynthesisOutcome outcome = outcome(table);
    for (int save = 1; ; save++) {
      projects.save(
          new Projects.Sitting(
              table,
              table.draft(),
              outcome.settings().withRows(OptionalInt.of(save)),
              CanaryChoice.NONE,
              GridChoice.PROPOSED,
              1,
              List.of(),
              Optional.of(outcome)),
          Path.of(args[1]),
          RunListener.silent());
      System.out.println(save);
      System.out.flush();
    }
  }

  private static SynthesisOutcome outcome(OpenedTable table) {
    TrainedModel model = UntrainedModel.of(table.draft(), table.table());
    double bound = model.certified(table.draft(), Scope.RELEASE_ONLY, Double.MAX_VALUE);
    double declared = 1.001 * bound; // means are rounded
    PrivacyEvent event = new PrivacyEvent.PosteriorMixture(declared, table.table().rows(), 10);
    return new SynthesisOutcome(
        table.table(),
        table.draft(),
        SynthesisSettings.defaults().withScope(Scope.RELEASE_ONLY),
        new PrivacyGuarantee(1e-5, 1, 2, List.of(event)),
        List.of(new ChargedEvent(EventPurpose.POSTERIOR_ROWS, event)),
        table.table().rows(),
        declared,
        bound,
        1,
        LipschitzEnforcement.ORTHONORMALISED,
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(model));
  }
}
