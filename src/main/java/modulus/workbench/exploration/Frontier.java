package modulus.workbench.exploration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The runs no other run beats: none costs as little and agrees better. */
public final class Frontier {
  private Frontier() {}

  /** The frontier of {@code runs}, ε and agreement both rising strictly. */
  public static List<ExploredRun> of(List<ExploredRun> runs) {
    List<ExploredRun> byCost = new ArrayList<>(runs);
    byCost.sort(
        Comparator.comparingDouble(ExploredRun::epsilonAddRemove)
            .thenComparing(Comparator.comparingDouble(ExploredRun::agreement).reversed())
            .thenComparingInt(ExploredRun::number));
    List<ExploredRun> frontier = new ArrayList<>();
    double best = Double.NEGATIVE_INFINITY;
    for (ExploredRun run : byCost) {
      if (run.agreement() > best) {
        best = run.agreement();
        frontier.add(run);
      }
    }
    return frontier;
  }
}
