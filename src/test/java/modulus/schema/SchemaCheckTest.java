package modulus.schema;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import modulus.table.CategoryColumn;
import modulus.table.Table;
import org.junit.jupiter.api.Test;

class SchemaCheckTest {
  private static final Domain YES_NO = new Domain.Categorical(List.of("yes", "no"), false);

  private static CategoryColumn column(String name, int rows, int distinct) {
    int[] codes = new int[rows];
    Arrays.setAll(codes, row -> row % distinct);
    return new CategoryColumn(name, List.of("yes", "no"), codes);
  }

  private static Attribute attribute(String name, Domain domain) {
    return new Attribute(name, domain, false, "", DomainOrigin.DECLARED, List.of());
  }

  private static Schema schema(Attribute... attributes) {
    return new Schema(List.of(attributes));
  }

  @Test
  void accepts_a_schema_that_fits() {
    Table table = new Table(List.of(column("a", 50, 2), column("b", 50, 2)));
    assertThatCode(
            () -> SchemaCheck.check(table, schema(attribute("b", YES_NO), attribute("a", YES_NO))))
        .doesNotThrowAnyException();
  }

  @Test
  void refuses_fewer_than_fifty_rows() {
    Table table = new Table(List.of(column("a", 49, 2), column("b", 49, 2)));
    assertThatThrownBy(
            () -> SchemaCheck.check(table, schema(attribute("a", YES_NO), attribute("b", YES_NO))))
        .isInstanceOf(SchemaException.class)
        .hasMessage("The table has 49 rows; at least 50 are needed.");
  }

  @Test
  void refuses_a_constant_column_only_where_the_schema_models_it() {
    Table table = new Table(List.of(column("a", 60, 2), column("b", 60, 2), column("c", 60, 1)));
    assertThatThrownBy(
            () ->
                SchemaCheck.check(
                    table,
                    schema(attribute("a", YES_NO), attribute("b", YES_NO), attribute("c", YES_NO))))
        .hasMessage("Column 'c' holds the same value in every row; exclude it in the schema.");
    assertThatCode(
            () ->
                SchemaCheck.check(
                    table,
                    schema(
                        attribute("a", YES_NO),
                        attribute("b", YES_NO),
                        attribute("c", new Domain.Excluded()))))
        .doesNotThrowAnyException();
  }

  @Test
  void refuses_a_table_with_a_single_usable_column() {
    Table table = new Table(List.of(column("a", 60, 2), column("b", 60, 1)));
    Schema draft = SchemaDraft.of(table, ClinicalRanges.none());
    assertThatThrownBy(() -> SchemaCheck.check(table, draft))
        .isInstanceOf(SchemaException.class)
        .hasMessageStartingWith("The table has only one usable column;");
  }

  @Test
  void refuses_a_kind_that_no_cell_of_the_column_has() {
    Table table = new Table(List.of(column("a", 60, 2), column("b", 60, 2)));
    assertThatThrownBy(
            () ->
                SchemaCheck.check(
                    table,
                    schema(
                        attribute("a", new Domain.Numeric(0, 1, 0, "")), attribute("b", YES_NO))))
        .hasMessage("Column 'a' is numeric in the schema but holds no number.");
    Domain days = new Domain.Date(LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1), "yyyy-MM-dd");
    assertThatThrownBy(
            () -> SchemaCheck.check(table, schema(attribute("a", days), attribute("b", YES_NO))))
        .hasMessage("Column 'a' holds no date spelled by the schema's pattern 'yyyy-MM-dd'.");
  }

  /** A synthetic day of 1975 would be spelled 75 and be read as one of 2075. */
  @Test
  void refuses_a_range_that_two_digits_of_a_year_cannot_spell() throws SchemaException {
    List<String> days = List.of("5/1/10", "6/2/11");
    int[] codes = IntStream.range(0, 60).map(row -> row % 2).toArray();
    Table table = new Table(List.of(new CategoryColumn("a", days, codes), column("b", 60, 2)));
    SchemaCheck.check(
        table, schema(attribute("a", shortYears(2000, 2099)), attribute("b", YES_NO)));
    for (Domain beyond : List.of(shortYears(1999, 2099), shortYears(2000, 2100))) {
      assertThatThrownBy(
              () ->
                  SchemaCheck.check(table, schema(attribute("a", beyond), attribute("b", YES_NO))))
          .hasMessage(
              "The range of 'a' reaches beyond 2000 to 2099, the years that its pattern 'M/d/uu'"
                  + " can spell.");
    }
  }

  private static Domain shortYears(int first, int last) {
    return new Domain.Date(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31), "M/d/uu");
  }

  @Test
  void names_a_column_that_only_one_side_knows() {
    Table table = new Table(List.of(column("a", 60, 2), column("b", 60, 2)));
    assertThatThrownBy(
            () ->
                SchemaCheck.check(
                    table,
                    schema(attribute("a", YES_NO), attribute("x", YES_NO), attribute("y", YES_NO))))
        .hasMessage("The schema names 'x' and 1 more but the table has no such column.");
    assertThatThrownBy(() -> SchemaCheck.check(table, schema(attribute("a", YES_NO))))
        .hasMessage("The table has 'b' but the schema does not name it.");
  }
}
