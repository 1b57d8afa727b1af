package modulus.evaluation.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import modulus.privacy.GuaranteeRandom;
import modulus.privacy.OneRunAudit;
import modulus.privacy.SecureGuaranteeRandom;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.Schema;
import modulus.table.CategoryColumn;
import modulus.table.Column;
import modulus.table.NumberColumn;
import org.junit.jupiter.api.Test;

class CanariesTest {
  private static final int COUNT = 4000;

  private static final Schema SCHEMA =
      new Schema(
          List.of(
              attribute("age", new Domain.Numeric(18, 105, 0, "years"), false),
              attribute("sex", new Domain.Categorical(List.of("female", "male"), false), false),
              attribute("pregnant", new Domain.Categorical(List.of("yes", "no"), false), true)));

  private final GuaranteeRandom random = new SecureGuaranteeRandom();

  private static Attribute attribute(String name, Domain domain, boolean missing) {
    return new Attribute(name, domain, missing, "", DomainOrigin.DECLARED, List.of());
  }

  /** Six standard errors and more on each side: false alarms below 1e-8 together. */
  @Test
  void attributes_are_uniform_over_the_domain_and_independent_of_each_other_and_of_the_coins() {
    Canaries canaries = Canaries.draw(SCHEMA, COUNT, random);
    NumberColumn age = (NumberColumn) canaries.records().column("age").orElseThrow();
    CategoryColumn sex = (CategoryColumn) canaries.records().column("sex").orElseThrow();
    Column pregnant = canaries.records().column("pregnant").orElseThrow();

    assertThat(IntStream.range(0, COUNT).mapToDouble(age::value))
        .allSatisfy(years -> assertThat(years).isBetween(18.0, 105.0));
    assertThat(IntStream.range(0, COUNT).mapToDouble(age::value).average().orElseThrow())
        .isBetween(59.0, 64.0);
    assertThat(pregnant.missingCount()).isBetween(1150, 1520);
    long pregnantMen =
        IntStream.range(0, COUNT)
            .filter(i -> sex.text(i).equals("male") && pregnant.text(i).equals("yes"))
            .count();
    assertThat(pregnantMen).isBetween(520L, 820L);
    assertThat(canaries.planted().cardinality()).isBetween(1800, 2200);
    long plantedMen = canaries.planted().stream().filter(i -> sex.text(i).equals("male")).count();
    assertThat(plantedMen).isBetween(830L, 1170L);
    assertThat(canaries.plantedRecords().rows()).isEqualTo(canaries.planted().cardinality());
  }

  @Test
  void the_extremes_are_guessed_and_counted() {
    BitSet planted = new BitSet();
    planted.set(0);
    planted.set(3);
    Canaries canaries = new Canaries(Canaries.draw(SCHEMA, 5, random).records(), planted);

    OneRunAudit audit = canaries.guess(new double[] {9, 1, 8, 2, 5}, 2, 2, 1e-6);

    // in: 0 right, 2 wrong; out: 1 right, 3 wrong; 4 is not guessed
    assertThat(audit).isEqualTo(new OneRunAudit(5, 4, 2, 1e-6));
  }

  @Test
  void guesses_that_cannot_be_are_refused() {
    Canaries canaries = Canaries.draw(SCHEMA, 3, random);

    assertThatThrownBy(() -> canaries.guess(new double[2], 1, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scores must be 3 numbers, none of them NaN");
    assertThatThrownBy(() -> canaries.guess(new double[3], 2, 2, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("guesses must be ≥ 0 and at most 3 together but are 2 and 2");
  }
}
