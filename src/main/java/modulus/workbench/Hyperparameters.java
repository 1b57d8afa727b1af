package modulus.workbench;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What few stewards need to choose: the model's architecture, how it learns, and how an end-to-end
 * budget is divided. Whatever is empty is as recommended, from public quantities ({@link
 * PlannedModel}). All of it is fixed before the table is touched, so none of it tells of a patient.
 *
 * @param klWeight β, the weight of the divergence in the loss, in [0.001, 10]
 * @param components K, Gaussians of the prior, 1 … 256
 * @param encoderWidth hidden width of the encoder, an even number (GroupSort sorts pairs), 2 …
 *     1,024
 * @param decoderWidth hidden width of the decoder, 1 … 1,024
 * @param epochs passes over the records, 1 … 500; end-to-end, of the private training
 * @param shares how the budget is divided; without effect release only
 */
public record Hyperparameters(
    OptionalDouble klWeight,
    OptionalInt components,
    OptionalInt encoderWidth,
    OptionalInt decoderWidth,
    OptionalInt epochs,
    Optional<BudgetShares> shares) {
  public static final double LEAST_KL_WEIGHT = 0.001;
  public static final double MOST_KL_WEIGHT = 10;
  public static final int MOST_COMPONENTS = 256;
  public static final int MOST_WIDTH = 1_024;
  public static final int MOST_EPOCHS = 500;

  /** Everything as recommended. */
  public static final Hyperparameters RECOMMENDED =
      new Hyperparameters(
          OptionalDouble.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty());

  public Hyperparameters {
    Objects.requireNonNull(shares, "shares");
    if (klWeight.isPresent()
        && !(klWeight.getAsDouble() >= LEAST_KL_WEIGHT
            && klWeight.getAsDouble() <= MOST_KL_WEIGHT)) {
      throw new IllegalArgumentException(
          "the weight beta must lie in ["
              + LEAST_KL_WEIGHT
              + ", "
              + MOST_KL_WEIGHT
              + "] but is "
              + klWeight.getAsDouble());
    }
    within("the number of mixture components", components, MOST_COMPONENTS);
    within("the encoder width", encoderWidth, MOST_WIDTH);
    within("the decoder width", decoderWidth, MOST_WIDTH);
    within("the number of epochs", epochs, MOST_EPOCHS);
    if (encoderWidth.isPresent() && encoderWidth.getAsInt() % 2 != 0) {
      throw new IllegalArgumentException(
          "the encoder width must be even but is " + encoderWidth.getAsInt());
    }
  }

  private static void within(String name, OptionalInt value, int most) {
    if (value.isPresent() && (value.getAsInt() < 1 || value.getAsInt() > most)) {
      throw new IllegalArgumentException(
          name + " must lie in [1, " + most + "] but is " + value.getAsInt());
    }
  }

  public Hyperparameters withKlWeight(OptionalDouble value) {
    return new Hyperparameters(value, components, encoderWidth, decoderWidth, epochs, shares);
  }

  public Hyperparameters withComponents(OptionalInt value) {
    return new Hyperparameters(klWeight, value, encoderWidth, decoderWidth, epochs, shares);
  }

  public Hyperparameters withEncoderWidth(OptionalInt value) {
    return new Hyperparameters(klWeight, components, value, decoderWidth, epochs, shares);
  }

  public Hyperparameters withDecoderWidth(OptionalInt value) {
    return new Hyperparameters(klWeight, components, encoderWidth, value, epochs, shares);
  }

  public Hyperparameters withEpochs(OptionalInt value) {
    return new Hyperparameters(klWeight, components, encoderWidth, decoderWidth, value, shares);
  }

  public Hyperparameters withShares(Optional<BudgetShares> value) {
    return new Hyperparameters(klWeight, components, encoderWidth, decoderWidth, epochs, value);
  }
}
