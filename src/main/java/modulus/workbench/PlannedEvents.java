package modulus.workbench;

import java.util.List;
import modulus.privacy.PrivacyEvent;
import modulus.schema.Schema;

/** What a run will be charged with, known before it touches the table. */
final class PlannedEvents {
  private PlannedEvents() {}

  /**
   * @param records n₀
   * @throws Failure if the settings allow no run
   */
  static List<PrivacyEvent> of(SynthesisSettings settings, Schema schema, int records) {
    if (settings.scope() == Scope.END_TO_END) {
      return EndToEndSynthesis.budget(settings, EndToEndPlan.of(records)).events();
    }
    int attributes = schema.modelled().size();
    return List.of(
        ReleaseBound.event(
            ReleaseBound.of(settings, records, attributes),
            Math.sqrt(attributes),
            records,
            settings.rows().orElse(records)));
  }
}
