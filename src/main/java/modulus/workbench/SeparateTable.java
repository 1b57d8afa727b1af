package modulus.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import modulus.encoding.FineCoding;
import modulus.privacy.GuaranteeRandom;
import modulus.schema.PatientColumn;
import modulus.schema.Schema;
import modulus.schema.SchemaCheck;
import modulus.schema.SchemaException;
import modulus.table.Column;
import modulus.table.OwnText;
import modulus.table.Table;

/**
 * Other people's records that a model is learned from (privacy.md, section 5): the ε of what is
 * drawn through it then holds for the table's patients without condition, and says nothing about
 * these. That no patient is in both tables is the steward's word; what can be seen of it is
 * checked.
 */
final class SeparateTable {
  private static final String OTHER_PEOPLE = "Name a table that holds other patients only.";

  private static final String SOME_SHARED =
      "Some rows of the training table are identical to rows of the open table; make sure that no"
          + " patient is in both.";

  private final Table table;
  private final boolean someShared;

  private SeparateTable(Table table, boolean someShared) {
    this.table = table;
    this.someShared = someShared;
  }

  /** What is to be made sure of before a run learns from it, in a sentence. */
  Optional<String> doubt() {
    return someShared ? Optional.of(SOME_SHARED) : Optional.empty();
  }

  /**
   * The one the settings name, if they do; marks of missing cells and the decimal mark are those of
   * {@code released}, so that equal cells mean the same in both, and the rest of its format is
   * detected.
   *
   * @throws Failure if it cannot be read, does not fit the schema, shares patients or more rows
   *     than chance explains with {@code released}, or if a domain was read from {@code released}
   */
  static Optional<SeparateTable> of(
      SynthesisSettings settings, Table released, Schema schema, RunListener listener) {
    if (!settings.separateTraining()) {
      return Optional.empty();
    }
    if (!schema.domainsCovered()) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "A separate training table needs a schema in which nothing was read from the data.",
          "Confirm what is public knowledge, or leave the training table out.");
    }
    Path file = settings.trainingTable().orElseThrow();
    Table read = new TableOpening().read(file, released.reading(), listener);
    try {
      SchemaCheck.check(read, schema, listener::cancelled);
      SharedRows shared = requireApart(read, released, schema, listener);
      return Optional.of(new SeparateTable(read, shared.partly()));
    } catch (CancellationException e) {
      throw new RunCancelledException(e);
    } catch (SchemaException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          file.getFileName() + ": " + e.getMessage(),
          "The training table needs the columns of the open table.",
          e);
    }
  }

  /**
   * A look at both tables that nobody pays for: what it finds is told to whoever holds them and
   * reaches no release.
   *
   * @return the rows of {@code read} that are in {@code released} too
   */
  private static SharedRows requireApart(
      Table read, Table released, Schema schema, RunListener listener) {
    boolean sameFile = read.source().isPresent() && read.source().equals(released.source());
    if (sameFile || sameCells(read, released, listener::cancelled)) {
      throw new Failure(
          Failure.Kind.BAD_INPUT, "The training table is the open table itself.", OTHER_PEOPLE);
    }
    Optional<String> patient = schema.patient().map(PatientColumn::name);
    if (patient.isPresent()
        && shareNames(column(read, patient), column(released, patient), listener::cancelled)) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "The training table and the open table have patients in common.",
          OTHER_PEOPLE);
    }
    List<SharedRows> shared = SharedRows.bothWays(read, released, schema, listener);
    if (shared.stream().anyMatch(SharedRows::mostly)) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "Most rows of one of the two tables, the training table and the open table, are in the"
              + " other too.",
          OTHER_PEOPLE);
    }
    if (shared.stream().anyMatch(SharedRows::beyondChance)) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "More rows of the training table are identical to rows of the open table than chance"
              + " explains.",
          OTHER_PEOPLE);
    }
    return shared.get(0);
  }

  private static Column column(Table table, Optional<String> name) {
    return table.column(name.orElseThrow()).orElseThrow();
  }

  private static boolean sameCells(Table one, Table other, BooleanSupplier cancelled) {
    return one.rows() == other.rows()
        && one.columns().stream()
            .allMatch(
                column -> sameCells(column, other.column(column.name()).orElseThrow(), cancelled));
  }

  /** By value: the same table written with other decimals is the same table. */
  private static boolean sameCells(Column one, Column other, BooleanSupplier cancelled) {
    IntFunction<String> ofOne = OwnText.of(one, cancelled);
    IntFunction<String> ofOther = OwnText.of(other, cancelled);
    for (int row = 0; row < one.rows(); row++) {
      boolean missing = one.isMissing(row);
      if (missing != other.isMissing(row)
          || (!missing && !ofOne.apply(row).equals(ofOther.apply(row)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean shareNames(Column one, Column other, BooleanSupplier cancelled) {
    Set<String> names = names(one, cancelled).collect(Collectors.toSet());
    return names(other, cancelled).anyMatch(names::contains);
  }

  private static Stream<String> names(Column column, BooleanSupplier cancelled) {
    return IntStream.range(0, column.rows())
        .filter(row -> !column.isMissing(row))
        .mapToObj(OwnText.of(column, cancelled));
  }

  /** At most c rows of each of its patients, coded like the table's. */
  LearnedRecords learned(
      Schema schema, FineCoding coding, GuaranteeRandom random, RunListener listener)
      throws SchemaException {
    PatientSelection selected = PatientSelection.of(table, schema, random, listener::cancelled);
    return new LearnedRecords(
        coding.encode(selected.table(), listener::cancelled), selected.patients());
  }
}
