package modulus.evaluation;

/**
 * One attribute of the synthetic table against the real one. Internal: a statistic of the real
 * table.
 *
 * @param distance total variation distance over the attribute's groups, in [0, 1]
 * @param realMissing share of real rows where it is missing
 * @param syntheticMissing share of synthetic rows where it is missing
 * @param unknown share of synthetic rows with a value that the real table does not have (of a
 *     number: that is no number); meaningful only where {@code enumerable}
 * @param enumerable whether the real values are numbers or few enough to be compared one by one
 */
public record AttributeUtility(
    String attribute,
    double distance,
    double realMissing,
    double syntheticMissing,
    double unknown,
    boolean enumerable) {}
