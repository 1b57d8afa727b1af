package modulus.workbench.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import modulus.certificate.ChargedEvent;
import modulus.certificate.EventJson;
import modulus.certificate.EventPurpose;
import modulus.certificate.FormatException;
import modulus.certificate.LipschitzEnforcement;
import modulus.privacy.PrivacyGuarantee;
import modulus.schema.Schema;
import modulus.schema.SchemaException;
import modulus.table.Table;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.TrainedModel;

/**
 * A finished run as a project file spells it, its synthetic table and its model beside it. The ε is
 * for showing: whoever signs computes it again from the events.
 *
 * @param purposes what each of {@code events} was for
 * @param events as in a file of events
 * @param roomForRounding whether L has room for what the rounding of posterior means adds; null in
 *     a run that was kept before it had to
 * @param recorded null where no ledger is kept
 * @param audit null where no canaries were planted
 */
record StoredOutcome(
    JsonNode schema,
    StoredSettings settings,
    double delta,
    double epsilonAddRemove,
    double epsilonReplaceOne,
    List<EventPurpose> purposes,
    String events,
    int records,
    double declaredLipschitz,
    double certifiedLipschitz,
    double diameter,
    Boolean roomForRounding,
    LipschitzEnforcement enforcement,
    Double effectiveSampleSize,
    StoredRun recorded,
    StoredAudit audit) {

  static StoredOutcome of(SynthesisOutcome outcome) {
    return new StoredOutcome(
        ProjectJson.schema(outcome.schema()),
        StoredSettings.of(outcome.settings()),
        outcome.guarantee().delta(),
        outcome.guarantee().epsilonAddRemove(),
        outcome.guarantee().epsilonReplaceOne(),
        outcome.charged().stream().map(ChargedEvent::purpose).toList(),
        EventJson.write(outcome.charged().stream().map(ChargedEvent::event).toList()),
        outcome.records(),
        outcome.declaredLipschitz(),
        outcome.certifiedLipschitz(),
        outcome.diameter(),
        // no run without that room is made, restored or drawn from
        true,
        outcome.enforcement(),
        StoredSettings.boxed(outcome.effectiveSampleSize()),
        outcome.recorded().map(StoredRun::of).orElse(null),
        outcome.audit().map(StoredAudit::of).orElse(null));
  }

  /**
   * @throws modulus.workbench.Failure if the model does not keep to the bound that was declared
   * @throws FormatException also if there is no model to prove a bound by that was not proved with
   *     the rounding of means
   */
  SynthesisOutcome restored(Table synthetic, Optional<TrainedModel> model)
      throws FormatException, SchemaException {
    if (model.isEmpty()
        && settings.scope() == Scope.RELEASE_ONLY
        && !Boolean.TRUE.equals(roomForRounding)) {
      throw new FormatException("A run's bound leaves no room for the rounding of its means.");
    }
    Schema known = ProjectJson.schema(schema);
    double certified =
        model.isEmpty()
            ? certifiedLipschitz
            : model.get().certified(known, settings.scope(), declaredLipschitz);
    var read = EventJson.read(events);
    if (read.size() != purposes.size()) {
      throw new FormatException("A run's events and their purposes differ in number.");
    }
    List<ChargedEvent> charged = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      charged.add(new ChargedEvent(purposes.get(i), read.get(i)));
    }
    return new SynthesisOutcome(
        synthetic,
        known,
        settings.restored(),
        new PrivacyGuarantee(delta, epsilonAddRemove, epsilonReplaceOne, read),
        charged,
        records,
        declaredLipschitz,
        certified,
        diameter,
        enforcement,
        StoredSettings.unboxed(effectiveSampleSize),
        Optional.ofNullable(recorded).map(StoredRun::restored),
        Optional.ofNullable(audit).map(finding -> finding.restored(epsilonAddRemove)),
        model);
  }
}
