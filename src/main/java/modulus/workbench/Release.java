package modulus.workbench;

import java.util.List;
import java.util.OptionalDouble;
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
    List<PrivacyEvent> events,
    double declaredLipschitz,
    double certifiedLipschitz,
    double diameter,
    OptionalDouble effectiveSampleSize) {}
