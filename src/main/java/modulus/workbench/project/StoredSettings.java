package modulus.workbench.project;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
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
    String trainingTable) {

  static StoredSettings of(SynthesisSettings settings) {
    return new StoredSettings(
        settings.scope(),
        boxed(settings.epsilon()),
        settings.delta(),
        boxed(settings.lipschitz()),
        settings.latent(),
        settings.rows().isPresent() ? settings.rows().getAsInt() : null,
        settings.seed().isPresent() ? settings.seed().getAsLong() : null,
        settings.rehearsal(),
        settings.domainShare(),
        settings.trainingTable().map(Path::toString).orElse(null));
  }

  SynthesisSettings restored() {
    return new SynthesisSettings(
        scope,
        unboxed(epsilon),
        delta,
        unboxed(lipschitz),
        latent,
        rows == null ? OptionalInt.empty() : OptionalInt.of(rows),
        seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
        rehearsal,
        domainShare == null ? SynthesisSettings.DEFAULT_DOMAIN_SHARE : domainShare,
        Optional.ofNullable(trainingTable).map(Path::of));
  }

  static Double boxed(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  static OptionalDouble unboxed(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
