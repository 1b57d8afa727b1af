package modulus.workbench;

import java.util.List;
import modulus.certificate.ChargedEvent;
import modulus.certificate.LipschitzEnforcement;
import modulus.privacy.PrivacyEvent;

/**
 * Synthetic rows, what their making is charged with, and the model they are of.
 *
 * @param declaredLipschitz L
 * @param certifiedLipschitz proved bound of the trained encoder
 * @param diameter Δ of the record metric
 */
record Release(
    DrawnRows drawn,
    List<ChargedEvent> events,
    double declaredLipschitz,
    double certifiedLipschitz,
    double diameter,
    LipschitzEnforcement enforcement,
    TrainedModel model) {

  /** The events as the accountant takes them. */
  List<PrivacyEvent> privacyEvents() {
    return events.stream().map(ChargedEvent::event).toList();
  }
}
