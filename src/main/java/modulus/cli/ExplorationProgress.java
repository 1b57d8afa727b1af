package modulus.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import modulus.privacy.Epsilon;
import modulus.workbench.Failure;
import modulus.workbench.RunPhase;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.exploration.ExplorationListener;
import modulus.workbench.exploration.ExploredRun;

/** A line on the error stream per run of an exploration, and what the count of runs means. */
final class ExplorationProgress implements ExplorationListener {
  private final PrintWriter err;
  private final ProgressLine reading;
  private final List<ExploredRun> finished = new ArrayList<>();
  private final Set<String> noted = new HashSet<>();
  private int recorded;

  ExplorationProgress(PrintWriter err) {
    this.err = err;
    this.reading = new ProgressLine(err);
  }

  @Override
  public void phase(RunPhase phase, double fraction) {
    if (phase == RunPhase.READING) {
      reading.phase(phase, fraction);
    }
  }

  /** Every run notes the same of a training table. */
  @Override
  public void note(String sentence) {
    if (noted.add(sentence)) {
      say(sentence);
    }
  }

  @Override
  public boolean cancelled() {
    return reading.cancelled();
  }

  @Override
  public void recorded() {
    recorded++;
  }

  @Override
  public void explored(ExploredRun run) {
    finished.add(run.withoutOutcome());
    say(
        String.format(
            Locale.ROOT,
            "run %d: epsilon %s, latent %d, agreement of pairs %.4f (%.1f s)",
            run.number(),
            Epsilon.format(run.epsilonAddRemove(), 3),
            run.settings().latent(),
            run.agreement(),
            run.seconds()));
  }

  @Override
  public void refused(SynthesisSettings settings, Failure why) {
    say("refused: " + why.sentence());
  }

  /** The figures of the runs that came to an end, in their order. */
  List<ExploredRun> finished() {
    return List.copyOf(finished);
  }

  void end() {
    say(
        recorded
            + (recorded == 1 ? " run" : " runs")
            + " touched this table; selection among them is not covered by epsilon.");
  }

  private void say(String line) {
    err.println(line);
    err.flush();
  }
}
