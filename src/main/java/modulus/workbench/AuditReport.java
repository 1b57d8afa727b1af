package modulus.workbench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import modulus.evaluation.audit.ClosestRecords;

/** What audits found, as JSON with the words that belong to it. */
public final class AuditReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AuditReport() {}

  /** Of {@link MechanismAudit}. */
  public static String mechanism(List<AuditFinding> findings) {
    ObjectNode root = JSON.createObjectNode();
    root.put("audit", "mechanism");
    root.put("randomness", "secure");
    root.put(
        "reading",
        "A lower bound above the claim refutes it; one below is no proof. Each mechanism is attacked"
            + " alone as though the whole epsilon were spent on it; each of the tests errs in at"
            + " most 5% of audits, so repeat one that refutes.");
    findings.forEach(finding -> root.withArray("findings").add(finding.node()));
    return root.toPrettyString();
  }

  /**
   * Of a run audited by its released rows.
   *
   * @param closest of rows kept back, where there are any: internal
   */
  public static String release(
      Scope scope, AuditFinding finding, Optional<ClosestRecords> closest) {
    ObjectNode root = JSON.createObjectNode();
    root.put("audit", "release");
    root.put("scope", scope.label());
    root.put(
        "reading",
        scope == Scope.END_TO_END
            ? "A lower bound above the claim refutes it and blocks an export; one below is no proof."
                + " A test at 95% errs in at most 5% of audits, so repeat one that refutes."
            : "The model's weights are outside a release-only claim, so the lower bound may exceed"
                + " the claimed epsilon without contradiction: that is the price of this scope.");
    root.set("finding", finding.node());
    closest.ifPresent(
        distances -> {
          ObjectNode node = root.putObject("closestRecords");
          node.put("label", "not privacy evidence");
          node.put("internal", true);
          node.put("compared", distances.compared());
          node.put("closerShare", distances.closerShare());
          node.put("closerExpected", distances.closerExpected());
          node.put("median", distances.median());
          node.put("realMedian", distances.realMedian());
          node.put("nearShare", distances.nearShare());
        });
    return root.toPrettyString();
  }

  /** In one sentence what the experiment shows, an absent effect included. */
  public static String meaning(List<OutlierExperiment.Nearness> found) {
    OutlierExperiment.Nearness off = found.get(0);
    OutlierExperiment.Nearness tight = found.get(found.size() - 1);
    String pairs =
        String.format(
            Locale.ROOT,
            "Of 100 pairs of a planted and a left-out outlier the planted one has the nearer synthetic"
                + " row in %.0f without the bound and in %.0f under the tight one; chance gives 50",
            100 * off.plantedNearer(),
            100 * tight.plantedNearer());
    return pairs
        + switch (OutlierEffect.of(found)) {
          case NOT_SEEN ->
              ". That is within chance: neither learning by heart nor an effect of the bound is seen"
                  + " here.";
          case PREVENTED ->
              ". Rows come nearer to planted outliers without the bound, and it prevents at least"
                  + " half of that.";
          case UNCHANGED ->
              ". Rows come nearer to planted outliers, and the bound hardly changes that.";
        };
  }

  /** Of {@link OutlierExperiment}, for the house only. */
  public static String outliers(List<OutlierExperiment.Nearness> found) {
    ObjectNode root = JSON.createObjectNode();
    root.put("audit", "outliers");
    root.put("internal", true);
    root.put(
        "reading",
        "Distance (Gower, 0 to 1) of implausible records to the nearest synthetic row: planted ones"
            + " beside ones left out. Nothing of it may be released. Not privacy evidence.");
    root.put("meaning", meaning(found));
    for (OutlierExperiment.Nearness each : found) {
      ObjectNode node = root.withArray("bounds").addObject();
      node.put("bound", each.bound());
      node.put("lipschitz", each.lipschitz());
      node.put("epsilon", each.epsilon());
      node.put("plantedMedian", each.planted());
      node.put("leftOutMedian", each.leftOut());
      node.put("plantedNear", each.plantedNear());
      node.put("leftOutNear", each.leftOutNear());
      node.put("plantedNearer", each.plantedNearer());
    }
    return root.toPrettyString();
  }
}
