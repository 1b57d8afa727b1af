package modulus.ui.common;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import modulus.certificate.CumulativeEpsilon;
import modulus.certificate.LipschitzEnforcement;
import modulus.evaluation.AttributeUtility;
import modulus.evaluation.UtilityReport;
import modulus.privacy.OneRunAudit;
import modulus.privacy.PrivacyGuarantee;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.Schema;
import modulus.schema.SchemaWarning;
import modulus.table.CategoryColumn;
import modulus.table.CsvDialect;
import modulus.table.NumberColumn;
import modulus.table.Table;
import modulus.workbench.AuditFinding;
import modulus.workbench.LedgerOutlook;
import modulus.workbench.OpenedTable;
import modulus.workbench.ReadOut;
import modulus.workbench.RunRecord;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;
import modulus.workbench.exploration.ExploredRun;

/** A ward of four fictional patients, opened; and a run of it that never happened. */
public final class SmallWard {
  private SmallWard() {}

  public static Table table() {
    BitSet missing = new BitSet();
    missing.set(2);
    return new Table(
        List.of(
            new NumberColumn("age", new double[] {70, 34, 0, 51}, missing, 0),
            new CategoryColumn("sex", List.of("f", "m"), new int[] {0, 1, 1, 0}),
            new CategoryColumn("ward_id", List.of("a", "b", "c", "d"), new int[] {0, 1, 2, 3})));
  }

  public static Schema draft() {
    return new Schema(
        List.of(
            new Attribute(
                "age",
                new Domain.Numeric(0, 120, 0, "years"),
                true,
                "",
                DomainOrigin.DECLARED,
                DomainOrigin.READ_FROM_DATA,
                List.of()),
            new Attribute(
                "sex",
                new Domain.Categorical(List.of("f", "m"), false),
                false,
                "",
                DomainOrigin.READ_FROM_DATA,
                List.of()),
            new Attribute(
                "ward_id",
                new Domain.Identifier(),
                false,
                "",
                DomainOrigin.READ_FROM_DATA,
                List.of(SchemaWarning.LOOKS_LIKE_IDENTIFIER))));
  }

  /** What a setting means for a table of 600 patients and 14 attributes that never was. */
  public static ReadOut readOut(double epsilon, ReadOut.Advice advice) {
    return new ReadOut(
        Optional.empty(),
        epsilon,
        OptionalDouble.empty(),
        new ReadOut.CountError(83, 83, "sex"),
        99,
        ReadOut.Domains.NONE,
        600,
        14,
        advice);
  }

  public static OpenedTable opened() {
    CsvDialect dialect =
        new CsvDialect(
            ',', '"', StandardCharsets.UTF_8, false, true, false, CsvDialect.DEFAULT_MISSING_MARKS);
    return new OpenedTable(Path.of("folder", "ward.csv"), table(), dialect, draft());
  }

  /** Its patients by number, of whom one has two rows, as a draft would remark. */
  public static OpenedTable repeated() {
    OpenedTable ward = opened();
    Table stays =
        new Table(
            List.of(
                new NumberColumn("patient_id", new double[] {7, 7, 9, 8}, new BitSet(), 0),
                table().columns().get(1)));
    Schema drafted =
        new Schema(
            List.of(
                new Attribute(
                    "patient_id",
                    new Domain.Identifier(),
                    false,
                    "",
                    DomainOrigin.READ_FROM_DATA,
                    List.of(SchemaWarning.LOOKS_LIKE_IDENTIFIER, SchemaWarning.REPEATS)),
                draft().attributes().get(1)));
    return new OpenedTable(Path.of("folder", "stays.csv"), stays, ward.dialect(), drafted);
  }

  /** An outcome at ε = 1 and the certified Lipschitz constant given. */
  public static SynthesisOutcome outcome(
      Schema schema, SynthesisSettings settings, double declared, double certified) {
    return new SynthesisOutcome(
        table(),
        schema,
        settings,
        new PrivacyGuarantee(1e-5, 0.9999, 1.4, List.of()),
        List.of(),
        4,
        declared,
        certified,
        Math.sqrt(2),
        LipschitzEnforcement.RESCALED,
        OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** A run of an exploration, whose outcome was kept. */
  public static ExploredRun explored(int number, Schema schema, SynthesisSettings settings) {
    AttributeUtility age = new AttributeUtility("age", 0.1, 0, 0, 0, true);
    return new ExploredRun(
        number,
        settings,
        settings.epsilon().orElseThrow(),
        2,
        0.5,
        new UtilityReport(4, 4, 0.1, 0.2, List.of(age, age), 0),
        1,
        Optional.of(outcome(schema, settings, 1, 0.9)));
  }

  /**
   * {@code outcome} with an audit by 100 guesses about 1,000 canaries at δ = 1e-5. By hand: 100
   * right ones refute every ε up to ln(0.05^0.01/(1 − 0.05^0.01)) = 3.5 but for δ; 50 are what
   * chance gives.
   */
  public static SynthesisOutcome audited(SynthesisOutcome outcome, int right) {
    return with(
        outcome,
        outcome.recorded(),
        Optional.of(
            new AuditFinding(
                "planted canaries, released rows seen",
                outcome.guarantee().epsilonAddRemove(),
                new OneRunAudit(1_000, 100, right, 1e-5),
                Instant.EPOCH)));
  }

  /** {@code outcome} as the ledger's run number {@code runs} on the table, the first released. */
  public static SynthesisOutcome recorded(SynthesisOutcome outcome, int runs) {
    CumulativeEpsilon after =
        new CumulativeEpsilon(
            outcome.guarantee().epsilonAddRemove(), outcome.guarantee().epsilonReplaceOne());
    LedgerOutlook outlook =
        new LedgerOutlook(
            runs, 0, 1e-5, new CumulativeEpsilon(0, 0), after, Optional.empty(), true, false);
    return with(
        outcome,
        Optional.of(new RunRecord(Path.of("ledger"), "table", "run", outlook)),
        outcome.audit());
  }

  private static SynthesisOutcome with(
      SynthesisOutcome outcome, Optional<RunRecord> recorded, Optional<AuditFinding> audit) {
    return new SynthesisOutcome(
        outcome.synthetic(),
        outcome.schema(),
        outcome.settings(),
        outcome.guarantee(),
        outcome.charged(),
        outcome.records(),
        outcome.declaredLipschitz(),
        outcome.certifiedLipschitz(),
        outcome.diameter(),
        outcome.enforcement(),
        outcome.effectiveSampleSize(),
        recorded,
        audit,
        outcome.model());
  }
}
