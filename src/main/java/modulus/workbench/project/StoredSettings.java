package modulus.workbench.project;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import modulus.workbench.Hyperparameters;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisSettings;

/** Settings as a project file spells them; null is empty. */
record StoredSettings(
    Scope scope,
    Double epsilon,
    double delta,
    Double lipschitz,
    int latent,
    Integer rows,
    Long seed,
    boolean rehearsal,
    Double domainShare,
    String trainingTable,
    StoredHyperparameters hyperparameters) {

  static StoredSettings of(SynthesisSettings settings) {
    return new StoredSettings(
        settings.scope(),
        boxed(settings.epsilon()),
        settings.delta(),
        boxed(settings.lipschitz()),
        settings.latent(),
        boxed(settings.rows()),
        settings.seed().isPresent() ? settings.seed().getAsLong() : null,
        settings.rehearsal(),
        settings.domainShare(),
        settings.trainingTable().map(Path::toString).orElse(null),
        StoredHyperparameters.of(settings.hyperparameters()));
  }

  SynthesisSettings restored() {
    return new SynthesisSettings(
        scope,
        unboxed(epsilon),
        delta,
        unboxed(lipschitz),
        latent,
        unboxed(rows),
        seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
        rehearsal,
        domainShare == null ? SynthesisSettings.DEFAULT_DOMAIN_SHARE : domainShare,
        Optional.ofNullable(trainingTable).map(Path::of),
        hyperparameters == null ? Hyperparameters.RECOMMENDED : hyperparameters.restored());
  }

  static Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  static OptionalDouble unboxed(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  static Integer boxed(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }

  static OptionalInt unboxed(Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
