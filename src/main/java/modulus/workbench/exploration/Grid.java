package modulus.workbench.exploration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisSettings;

/**
 * Values to try, every one with every other. An empty list keeps what the settings say.
 *
 * @param epsilons ε, each in (0, 1000]
 * @param lipschitz L, each in (0, 1000]
 * @param latents latent dimensions, each in [1, 256]
 */
public record Grid(List<Double> epsilons, List<Double> lipschitz, List<Integer> latents) {
  /** More runs than this are refused: each is work of minutes, and each touches the table. */
  public static final int MOST_RUNS = 200;

  /**
   * @throws IllegalArgumentException if there would be more than {@value #MOST_RUNS} runs
   */
  public Grid {
    epsilons = distinct(epsilons);
    lipschitz = distinct(lipschitz);
    latents = distinct(latents);
    long runs =
        Math.max(1L, epsilons.size())
            * Math.max(1L, lipschitz.size())
            * Math.max(1L, latents.size());
    if (runs > MOST_RUNS) {
      throw new IllegalArgumentException(
          "a grid must have at most " + MOST_RUNS + " runs but has " + runs);
    }
  }

  private static <T> List<T> distinct(List<T> values) {
    Set<T> kept = new LinkedHashSet<>(values);
    return List.copyOf(kept);
  }

  /** How many runs the grid asks for. */
  public int runs() {
    return Math.max(1, epsilons.size())
        * Math.max(1, lipschitz.size())
        * Math.max(1, latents.size());
  }

  /**
   * The settings to run, ε slowest. Release only, a bound L takes the place of an ε: then what L
   * costs is the ε.
   *
   * @param base everything the grid does not vary
   * @throws IllegalArgumentException if a value is out of its range, or a release-only grid names
   *     both L and ε
   */
  public List<SynthesisSettings> settings(SynthesisSettings base) {
    boolean bounded = base.scope() == Scope.RELEASE_ONLY && !lipschitz.isEmpty();
    if (bounded && !epsilons.isEmpty()) {
      throw new IllegalArgumentException(
          "a release-only grid must vary epsilon or the Lipschitz bound but varies both");
    }
    List<SynthesisSettings> all = new ArrayList<>();
    for (double epsilon : epsilons.isEmpty() ? List.of(Double.NaN) : epsilons) {
      for (double bound : lipschitz.isEmpty() ? List.of(Double.NaN) : lipschitz) {
        for (int latent : latents.isEmpty() ? List.of(base.latent()) : latents) {
          SynthesisSettings each = base.withLatent(latent);
          if (!Double.isNaN(epsilon)) {
            each = each.withEpsilon(OptionalDouble.of(epsilon));
            each =
                base.scope() == Scope.RELEASE_ONLY
                    ? each.withLipschitz(OptionalDouble.empty())
                    : each;
          }
          if (!Double.isNaN(bound)) {
            each = each.withLipschitz(OptionalDouble.of(bound));
            each = bounded ? each.withEpsilon(OptionalDouble.empty()) : each;
          }
          all.add(each);
        }
      }
    }
    return List.copyOf(all);
  }
}
