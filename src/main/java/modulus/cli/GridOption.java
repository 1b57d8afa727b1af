package modulus.cli;

import java.util.ArrayList;
import java.util.List;
import modulus.workbench.exploration.Grid;

/** Reads {@code NAME=V,V} into a grid. */
final class GridOption {
  private GridOption() {}

  /**
   * @throws IllegalArgumentException naming what cannot be read
   */
  static Grid parse(List<String> options) {
    List<Double> epsilons = new ArrayList<>();
    List<Double> lipschitz = new ArrayList<>();
    List<Integer> latents = new ArrayList<>();
    for (String option : options) {
      int equals = option.indexOf('=');
      String name = equals < 0 ? option : option.substring(0, equals);
      for (String value : option.substring(equals + 1).split(",", -1)) {
        switch (name) {
          case "epsilon" -> epsilons.add(number(name, value));
          case "lipschitz" -> lipschitz.add(number(name, value));
          case "latent" -> latents.add(whole(name, value));
          default ->
              throw new IllegalArgumentException(
                  "grid must vary epsilon, lipschitz or latent but names '" + name + "'");
        }
      }
    }
    return new Grid(epsilons, lipschitz, latents);
  }

  private static double number(String name, String value) {
    try {
      double number = Double.parseDouble(value.strip());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(
        "grid's " + name + " must be numbers with commas between but holds '" + value + "'");
  }

  private static int whole(String name, String value) {
    double number = number(name, value);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "grid's " + name + " must be whole numbers but holds '" + value + "'");
    }
    return (int) number;
  }
}
