package modulus.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import modulus.table.CategoryColumn;
import modulus.table.Column;
import modulus.table.NumberColumn;
import modulus.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderRuleTest {
  private static final Domain DATE =
      new Domain.Date(LocalDate.of(2020, 1, 1), LocalDate.of(2023, 12, 31), "yyyy-MM-dd");
  private static final OrderRule STAY = OrderRule.declared("admitted", "left");

  private static Attribute attribute(String name, Domain domain) {
    return new Attribute(name, domain, false, "", DomainOrigin.DECLARED, List.of());
  }

  private static Schema stays() {
    return new Schema(
        List.of(
            attribute("admitted", DATE),
            attribute("left", DATE),
            attribute("died", DATE),
            attribute("low", new Domain.Numeric(0, 200, 0, "mmHg")),
            attribute("high", new Domain.Numeric(0, 300, 0, "mmHg")),
            attribute("age", new Domain.Numeric(0, 120, 0, "years"))));
  }

  @Test
  void declared_and_proposed_orders_are_written_and_read_back() throws Exception {
    Schema schema =
        new Schema(
            stays().attributes(),
            stays().patient(),
            List.of(STAY, OrderRule.proposed("low", "high")));
    assertThat(SchemaJson.read(SchemaJson.write(schema))).isEqualTo(schema);
    assertThat(schema.declaredOrders()).containsExactly(STAY);
    assertThat(schema.declared().declaredOrders()).hasSize(2);
  }

  @Test
  void a_schema_without_orders_is_written_as_before_and_read_as_one_without() throws Exception {
    String written = SchemaJson.write(stays());
    assertThat(written).doesNotContain("orders");
    assertThat(SchemaJson.read(written).orders()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'left'     | 'nobody'  | 'declared' | about two dates",
        "'left'     | 'age'     | 'declared' | about two dates",
        "'low'      | 'age'     | 'declared' | numbers of one unit",
        "'left'     | 'left'    | 'declared' | ordered by itself",
        "'left'     | 'admitted'| 'declared' | circle",
        "'admitted' | 'left'    | 'declared' | stated once",
        "'left'     | 'died'    | 'read from the data' | one of 'declared', 'proposed by name'",
        "'left'     | 'died'    | 'declared','more':1  | 'more'"
      },
      quoteCharacter = '"')
  void an_order_that_cannot_be_is_refused(String first, String last, String origin, String why) {
    String one = "{'attribute':'admitted','notAfter':'left','origin':'declared'}";
    String other = "{'attribute':" + first + ",'notAfter':" + last + ",'origin':" + origin + "}";
    String file =
        SchemaJson.write(stays()).stripTrailing().replaceFirst("}$", "")
            + (",'orders':[" + one + "," + other + "]}").replace('\'', '"');
    assertThatThrownBy(() -> SchemaJson.read(file))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining(why);
  }

  @Test
  void a_proposal_falls_away_where_a_file_was_edited_since() throws Exception {
    String file =
        SchemaJson.write(stays()).stripTrailing().replaceFirst("}$", "")
            + ",'orders':[{'attribute':'low','notAfter':'age','origin':'proposed by name'}]}"
                .replace('\'', '"');
    assertThat(SchemaJson.read(file)).isEqualTo(stays());
  }

  @Test
  void an_order_goes_when_an_attribute_no_longer_admits_it_and_the_rest_stays() {
    Schema schema = stays().withOrder(STAY).withOrder(OrderRule.declared("low", "high"));
    List<Attribute> changed = new ArrayList<>(schema.attributes());
    changed.set(1, attribute("left", new Domain.Excluded()));
    assertThat(schema.withAttributes(changed).orders())
        .containsExactly(OrderRule.declared("low", "high"));
    assertThat(schema.withPrivateDomains().orders()).isEqualTo(schema.orders());
  }

  @Test
  void declaring_a_proposal_confirms_it_and_removes_proposals_it_contradicts() {
    Schema proposed =
        new Schema(
            stays().attributes(),
            stays().patient(),
            List.of(OrderRule.proposed("admitted", "left")));
    assertThat(proposed.withOrder(STAY).orders()).containsExactly(STAY);
    OrderRule reversed = OrderRule.declared("left", "admitted");
    assertThat(proposed.admits(reversed)).isTrue();
    assertThat(proposed.withOrder(reversed).orders()).containsExactly(reversed);
    assertThat(stays().withOrder(STAY).admits(reversed)).isFalse();
    assertThat(stays().withOrder(STAY).withoutOrder(STAY)).isEqualTo(stays());
  }

  /** Names of MIMIC-IV, NHANES and DATASUS tables, and of everyday exports. */
  @ParameterizedTest
  @CsvSource({
    "admittime,dischtime,true",
    "admission_date,discharge_date,true",
    "edregtime,edouttime,true",
    "DT_INTER,DT_SAIDA,true",
    "NASC,DT_INTER,true",
    "dob,deathtime,true",
    "admittime,dod,true",
    "start_date,endDate,true",
    "StartDate,EndDate,true",
    "dischtime,deathtime,false",
    "DTATESTADO,DTOBITO,false",
    "today,tomorrow,false"
  })
  void dates_are_proposed_by_their_names(String first, String last, boolean proposed) {
    List<Attribute> dates = List.of(attribute(last, DATE), attribute(first, DATE));
    assertThat(OrderProposal.of(dates).contains(OrderRule.proposed(first, last)))
        .isEqualTo(proposed);
    assertThat(OrderProposal.of(dates)).doesNotContain(OrderRule.proposed(last, first));
  }

  @Test
  void numbers_are_proposed_in_one_unit_and_categories_never() {
    Attribute dia = attribute("BPDiaAve", new Domain.Numeric(0, 200, 0, "mmHg"));
    Attribute sys = attribute("BPSysAve", new Domain.Numeric(0, 300, 0, "mmHg"));
    Attribute other = attribute("BPSysAve", new Domain.Numeric(0, 300, 0, "kPa"));
    assertThat(OrderProposal.of(List.of(sys, dia)))
        .containsExactly(OrderRule.proposed("BPDiaAve", "BPSysAve"));
    assertThat(OrderProposal.of(List.of(other, dia))).isEmpty();
    Domain category = new Domain.Categorical(List.of("a", "b"), false);
    assertThat(
            OrderProposal.of(
                List.of(attribute("start_date", category), attribute("end_date", category))))
        .isEmpty();
  }

  private static Column dates(String name, int shift) {
    List<String> days =
        IntStream.range(0, 60)
            .mapToObj(day -> LocalDate.of(2021, 3, 1).plusDays(day + shift).toString())
            .toList();
    return new CategoryColumn(name, days, IntStream.range(0, 60).toArray());
  }

  @Test
  void a_draft_proposes_the_same_whether_or_not_the_table_keeps_the_order() {
    for (int shift : new int[] {20, -20}) {
      Schema draft =
          SchemaDraft.of(
              new Table(List.of(dates("admission_date", 0), dates("discharge_date", shift))),
              ClinicalRanges.builtIn());
      assertThat(draft.orders())
          .containsExactly(OrderRule.proposed("admission_date", "discharge_date"));
      assertThat(Confirmation.of(draft))
          .contains(
              new Confirmation(
                  "admission_date",
                  "By its name it is not after 'discharge_date'; declare that order if it always"
                      + " holds, then synthetic rows keep it."));
    }
  }

  @Test
  void an_order_that_the_declared_ranges_rule_out_is_refused_before_anything_is_spent() {
    double[] values = IntStream.range(0, 60).mapToDouble(i -> i % 7).toArray();
    Table table =
        new Table(
            List.of(
                new NumberColumn("a", values, new BitSet(), 0),
                new NumberColumn("b", values, new BitSet(), 0)));
    Schema schema =
        new Schema(
                List.of(
                    attribute("a", new Domain.Numeric(5, 9, 0, "")),
                    attribute("b", new Domain.Numeric(0, 4, 0, ""))))
            .withOrder(OrderRule.declared("a", "b"));
    assertThatThrownBy(() -> SchemaCheck.check(table, schema))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("'a' is always after 'b'");
  }
}
