package modulus.workbench.project;

import java.util.Optional;
import modulus.workbench.BudgetShares;
import modulus.workbench.Hyperparameters;

/** Hyperparameters as a project file spells them; null is as recommended. */
record StoredHyperparameters(
    Double klWeight,
    Integer components,
    Integer encoderWidth,
    Integer decoderWidth,
    Integer epochs,
    BudgetShares shares) {

  static StoredHyperparameters of(Hyperparameters chosen) {
    return new StoredHyperparameters(
        StoredSettings.boxed(chosen.klWeight()),
        StoredSettings.boxed(chosen.components()),
        StoredSettings.boxed(chosen.encoderWidth()),
        StoredSettings.boxed(chosen.decoderWidth()),
        StoredSettings.boxed(chosen.epochs()),
        chosen.shares().orElse(null));
  }

  Hyperparameters restored() {
    return new Hyperparameters(
        StoredSettings.unboxed(klWeight),
        StoredSettings.unboxed(components),
        StoredSettings.unboxed(encoderWidth),
        StoredSettings.unboxed(decoderWidth),
        StoredSettings.unboxed(epochs),
        Optional.ofNullable(shares));
  }
}
