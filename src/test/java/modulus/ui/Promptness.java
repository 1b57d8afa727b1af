package modulus.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Does steps in a window several times over, and tells which of them let an event wait for more
 * than {@value #MOST_MILLIS} ms of computing on the window's thread.
 *
 * <p>Of each time the wait with most computing counts, and of all times of a step the smallest of
 * these. What the code does every time is in all of them. What is not the code's doing is not: the
 * classes that are loaded, and the code that is interpreted, the first time; a collection of
 * garbage; and what the neighbours of a virtual machine deprive it of, which counts as time on its
 * processor. Time in which the thread sleeps or waits for another does not count.
 */
final class Promptness {
  static final double MOST_MILLIS = 50;

  private final WindowWaits waits;
  private final Map<String, List<Double>> longest = new LinkedHashMap<>();

  Promptness(WindowWaits waits) {
    this.waits = waits;
  }

  /**
   * Does a step once, and all that comes of it.
   *
   * @param settled whether it has come to its end, but for what the window's thread still does
   */
  void measure(String step, Action action, Callable<Boolean> settled) throws Exception {
    measure(step, 60, action, settled);
  }

  /**
   * As {@link #measure(String, Action, Callable)}, for what takes longer.
   *
   * @param seconds until it has settled, at most
   */
  void measure(String step, int seconds, Action action, Callable<Boolean> settled)
      throws Exception {
    waits.rest();
    waits.taken();
    action.run();
    JourneySteps.await(settled, seconds);
    waits.rest();
    longest.computeIfAbsent(step, first -> new ArrayList<>()).add(waits.taken().get(0).computed());
  }

  /** Steps that were too long every time, with their computing in milliseconds. */
  List<String> slow() {
    return slow(1);
  }

  /**
   * The same on a machine that is slower.
   *
   * @param slowness by how much, at least 1 ({@link Yardstick})
   */
  List<String> slow(double slowness) {
    return longest.entrySet().stream()
        .filter(step -> smallest(step.getValue()) > slowness * MOST_MILLIS)
        .map(Promptness::told)
        .toList();
  }

  @Override
  public String toString() {
    return longest.entrySet().stream().map(Promptness::told).collect(Collectors.joining("\n"));
  }

  private static String told(Map.Entry<String, List<Double>> step) {
    return step.getKey()
        + step.getValue().stream()
            .map(millis -> String.format(Locale.ROOT, " %.0f", millis))
            .collect(Collectors.joining("", ":", " ms"));
  }

  private static double smallest(List<Double> times) {
    return times.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /** What a step does. */
  interface Action {
    void run() throws Exception;
  }
}
