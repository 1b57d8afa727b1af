package modulus.workbench;

import java.util.List;
import modulus.privacy.ReleaseComposition.Charge;
import modulus.schema.Schema;

/** What a run will be charged with, known before it touches the table. */
final class PlannedEvents {
  private PlannedEvents() {}

  /**
   * @param records n₀
   * @throws Failure if the settings allow no run
   */
  static Charge of(SynthesisSettings settings, Schema schema, int records) {
    DomainPlan domains = DomainPlan.of(settings, schema);
    int attributes = schema.modelled().size();
    if (settings.scope() == Scope.END_TO_END) {
      EndToEndPlan plan = EndToEndPlan.of(records, attributes, settings);
      return new Charge(
          EndToEndSynthesis.budget(settings, domains, plan).events(), domains.thresholdDelta());
    }
    return new Charge(
        List.of(
            ReleaseBound.event(
                ReleaseBound.of(settings, records, attributes),
                Math.sqrt(attributes),
                records,
                settings.rows().orElse(records))),
        0);
  }
}
