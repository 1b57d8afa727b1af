package modulus.workbench.exploration;

import java.util.List;

/**
 * The values to try as a steward typed them, in their order. Any number is one, also where no run
 * can have it: {@link Grid} is what can be run.
 *
 * @param epsilons ε
 * @param lipschitz L
 * @param latents latent dimensions
 */
public record GridChoice(List<Double> epsilons, List<Double> lipschitz, List<Double> latents) {
  /** What is there before anything is typed. */
  public static final GridChoice PROPOSED =
      new GridChoice(List.of(0.5, 1.0, 3.0), List.of(), List.of(8.0, 16.0));

  public GridChoice {
    epsilons = List.copyOf(epsilons);
    lipschitz = List.copyOf(lipschitz);
    latents = List.copyOf(latents);
  }
}
