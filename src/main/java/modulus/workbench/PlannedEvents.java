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
    int attributes = schema.modelled().size();
    if (settings.scope() == Scope.END_TO_END) {
      EndToEndPlan plan = EndToEndPlan.of(records, attributes, settings);
      return EndToEndSynthesis.budget(settings, plan).events();
    }
    return List.of(
        ReleaseBound.event(
            ReleaseBound.of(settings, records, attributes),
            Math.sqrt(attributes),
            records,
            settings.rows().orElse(records)));
  }
}
