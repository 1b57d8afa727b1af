package modulus.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import modulus.table.CategoryColumn;
import modulus.table.CellLooks;
import modulus.table.Column;
import modulus.table.CsvTable;
import modulus.table.NumberColumn;
import modulus.table.ReadListener;
import modulus.table.Table;

/**
 * Proposes a schema for a table. Everything it takes from the table has the origin {@link
 * DomainOrigin#READ_FROM_DATA}: the steward confirms or replaces it before the claim may say that
 * domains are covered. Only a range that follows from a column's name alone, by the public clinical
 * list, is {@link DomainOrigin#DECLARED}, and of it too it stays to be confirmed that it is meant.
 * Orders are proposed because of names; whether the table keeps them is not looked at.
 */
public final class SchemaDraft {
  private SchemaDraft() {}

  /** A draft for a table read from CSV, missing cells spelled as its columns spell them most. */
  public static Schema of(CsvTable read, ClinicalRanges ranges) {
    return of(read.table(), read.missingMarks(), ranges);
  }

  /** A draft for a table whose missing cells are spelled by the empty string. */
  public static Schema of(Table table, ClinicalRanges ranges) {
    return of(table, table.columns().stream().map(column -> "").toList(), ranges);
  }

  /**
   * A draft for a table read from a file of any kind.
   *
   * @param missingMarks how each column spells its missing cells
   */
  public static Schema of(Table table, List<String> missingMarks, ClinicalRanges ranges) {
    return of(table, missingMarks, ranges, ReadListener.NONE);
  }

  /**
   * As {@link #of(Table, List, ClinicalRanges)}, told of every column and asked more often; a
   * million rows take seconds.
   *
   * @throws CancellationException if the listener asked to stop
   */
  public static Schema of(
      Table table, List<String> missingMarks, ClinicalRanges ranges, ReadListener listener) {
    CellLooks looks = new CellLooks(listener::cancelled);
    List<Attribute> attributes = new ArrayList<>();
    int columns = table.columns().size();
    for (int j = 0; j < columns; j++) {
      looks.now();
      listener.progress((double) j / columns);
      Column column = table.columns().get(j);
      Proposal proposal = propose(column, ranges, listener);
      attributes.add(
          new Attribute(
              column.name(),
              proposal.domain(),
              column.missingCount() > 0,
              missingMarks.get(j),
              proposal.origin(),
              DomainOrigin.READ_FROM_DATA,
              proposal.warnings()));
    }
    Optional<String> repeated = RepeatedIdentifier.in(table, attributes, listener::cancelled);
    attributes.replaceAll(
        each ->
            repeated.filter(each.name()::equals).isPresent()
                ? each.warned(SchemaWarning.REPEATS)
                : each);
    return new Schema(attributes, Optional.empty(), OrderProposal.of(attributes));
  }

  private static Proposal propose(Column column, ClinicalRanges ranges, ReadListener listener) {
    if (SchemaCheck.constant(column)) {
      return Proposal.of(new Domain.Excluded(), SchemaWarning.CONSTANT);
    }
    if (column instanceof NumberColumn numbers) {
      return new NumberProposal(numbers).propose(ranges, listener::cancelled);
    }
    return new TextProposal((CategoryColumn) column, listener::cancelled).propose();
  }
}
