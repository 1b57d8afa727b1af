package modulus.workbench;

import java.util.List;
import java.util.OptionalDouble;
import modulus.certificate.ChargedEvent;
import modulus.certificate.LipschitzEnforcement;
import modulus.encoding.CodedTable;
import modulus.privacy.PrivacyEvent;

/**
 * Synthetic rows in fine codes and what their making is charged with.
 *
 * @param declaredLipschitz L
 * @param certifiedLipschitz proved bound of the trained encoder
 * @param diameter Δ of the record metric
 */
record Release(
    CodedTable fine,
    List<ChargedEvent> events,
    double declaredLipschitz,
    double certifiedLipschitz,
    double diameter,
    LipschitzEnforcement enforcement,
    OptionalDouble effectiveSampleSize) {

  /** The events as the accountant takes them. */
  List<PrivacyEvent> privacyEvents() {
    return events.stream().map(ChargedEvent::event).toList();
  }
}
