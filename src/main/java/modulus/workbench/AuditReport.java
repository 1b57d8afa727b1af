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
            + " most 5 % of audits, so repeat one that refutes.");
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
                + " A test at 95 % errs in at most 5 % of audits, so repeat one that refutes."
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

  /** In words what the experiment shows, an absent effect included. */
  public static String meaning(OutlierFinding finding) {
    return effect(finding)
        + " "
        + pairs(finding)
        + finding.copied().map(AuditReport::copied).orElse("");
  }

  private static String pairs(OutlierFinding finding) {
    return String.format(
        Locale.ROOT,
        "Of a planted outlier and one left out, the planted one has the nearer synthetic row in"
            + " %.1f %% of pairs without the bound, in %.1f %% under the loose and in %.1f %% under"
            + " the tight one; chance alone gives %.1f to %.1f %%.",
        100 * finding.off().distances().nearer(),
        100 * finding.loose().distances().nearer(),
        100 * finding.tight().distances().nearer(),
        100 * finding.chanceFrom(),
        100 * finding.chanceTo());
  }

  private static String effect(OutlierFinding finding) {
    String removed = String.format(Locale.ROOT, "%.0f %%", 100 * finding.removed());
    return switch (finding.effect()) {
      case NOT_SEEN ->
          "That the planted outliers as a whole are memorised cannot be told from chance; that is no"
              + " proof that none is.";
      case PREVENTED ->
          "Planted outliers are memorised without the bound; the tight one takes away about "
              + removed
              + " of that, and what is left cannot be told from chance.";
      case LESSENED ->
          "Planted outliers are memorised without the bound; the tight one takes away about "
              + removed
              + " of that, and what is left is still more than chance.";
      case UNCHANGED ->
          "Planted outliers are memorised without the bound; that the tight one changes this cannot"
              + " be told from chance.";
      case ONLY_BOUNDED ->
          "Planted outliers are memorised under a bound, and without it that cannot be told from"
              + " chance: that the bound helps is not seen here.";
      case WORSENED ->
          "Under the tight bound planted outliers are memorised, and more so than without it: here"
              + " the bound makes it worse.";
    };
  }

  private static String copied(OutlierExperiment.Nearness where) {
    return String.format(
        Locale.ROOT,
        " Single outliers were copied (bound %s): a synthetic row nearer than a twentieth of the"
            + " ranges have %.1f %% of the planted ones and %.1f %% of those left out.",
        where.bound(),
        100 * where.plantedNear(),
        100 * where.leftOutNear());
  }

  /** Of {@link OutlierExperiment}, for the house only. */
  public static String outliers(OutlierFinding finding) {
    ObjectNode root = JSON.createObjectNode();
    root.put("audit", "outliers");
    root.put("internal", true);
    root.put(
        "reading",
        "Distance (Gower, 0 to 1) of implausible records to the nearest synthetic row: planted ones"
            + " beside ones left out. Chance: of 20 experiments whose rows know nothing of the"
            + " planted records, at most about one says otherwise. Nothing of it may be released."
            + " Not privacy evidence.");
    root.put("meaning", meaning(finding));
    root.put("effect", finding.effect().name());
    for (OutlierExperiment.Nearness each : finding.found()) {
      ObjectNode node = root.withArray("bounds").addObject();
      node.put("bound", each.bound());
      node.put("lipschitz", each.lipschitz());
      node.put("epsilon", each.epsilon());
      node.put("planted", each.distances().planted());
      node.put("leftOut", each.distances().leftOut());
      node.put("plantedMedian", each.distances().plantedMedian());
      node.put("leftOutMedian", each.distances().leftOutMedian());
      node.put("plantedNearer", each.distances().nearer());
      node.put("chanceFrom", each.chanceFrom());
      node.put("chanceTo", each.chanceTo());
      node.put("plantedNear", each.plantedNear());
      node.put("leftOutNear", each.leftOutNear());
    }
    ObjectNode change = root.putObject("offAgainstTight");
    change.put("difference", finding.off().distances().ahead(finding.tight().distances()));
    change.put("chanceTo", finding.chance());
    return root.toPrettyString();
  }
}
