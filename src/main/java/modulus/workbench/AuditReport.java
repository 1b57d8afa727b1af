package modulus.workbench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

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
}
