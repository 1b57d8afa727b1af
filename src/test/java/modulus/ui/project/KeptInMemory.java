package modulus.ui.project;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import modulus.workbench.Failure;
import modulus.workbench.RunCancelledException;
import modulus.workbench.RunListener;
import modulus.workbench.project.Projects;
import modulus.workbench.project.Recovery;
import modulus.workbench.project.TableChange;

/** Kept work for tests without a disk; behaves as {@link Recovery}. */
final class KeptInMemory implements RecoveryUseCases {
  static final Instant WRITTEN = Instant.parse("2026-03-04T05:06:00Z");

  /** What this window keeps, or null. */
  Projects.Sitting own;

  /** How often it was written. */
  int writes;

  /** What other windows have left, the latest first. */
  final List<Projects.Sitting> left = new ArrayList<>();

  /** How the table of what was left has changed. */
  Optional<TableChange> change = Optional.empty();

  boolean full;

  @Override
  public void keep(Projects.Sitting sitting, RunListener listener) {
    if (listener.cancelled()) {
      throw new RunCancelledException();
    }
    if (full) {
      throw new Failure(Failure.Kind.BAD_INPUT, "The disk is full.", "");
    }
    own = sitting;
    writes++;
  }

  @Override
  public void forget() {
    own = null;
  }

  @Override
  public Optional<Recovery.Leftover> leftover() {
    return left.stream()
        .findFirst()
        .map(each -> new Recovery.Leftover(Optional.of(path(each)), WRITTEN));
  }

  private static Path path(Projects.Sitting sitting) {
    return sitting.table().path();
  }

  @Override
  public Projects.Opened restore(RunListener listener) {
    Projects.Sitting restored = left.get(0);
    if (change.isEmpty()) {
      own = left.remove(0);
    }
    return new Projects.Opened(restored, change, 0, false);
  }

  @Override
  public void discard() {
    left.remove(0);
  }
}
