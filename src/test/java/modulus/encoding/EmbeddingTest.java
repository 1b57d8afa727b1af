package modulus.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.Schema;
import modulus.table.CategoryColumn;
import modulus.table.NumberColumn;
import modulus.table.Table;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** privacy.md, section 2. Distances are float64 over float32 values; no slack is given. */
class EmbeddingTest {
  private static final int ROWS = 60;

  private static Attribute attribute(String name, Domain domain, boolean missing) {
    return new Attribute(name, domain, missing, "", DomainOrigin.DECLARED, List.of());
  }

  private static final Schema SCHEMA =
      new Schema(
          List.of(
              attribute("plain", new Domain.Numeric(-3, 70, 2, ""), false),
              attribute("gaps", new Domain.Numeric(0, 1, 3, ""), true),
              attribute("kind", new Domain.Categorical(List.of("a", "b", "c"), true), true),
              attribute("sex", new Domain.Categorical(List.of("f", "m"), false), false)));

  /** Values inside and far outside of the domains, present and missing. */
  private static Table table(Random random) {
    double[] plain = new double[ROWS];
    double[] gaps = new double[ROWS];
    BitSet missing = new BitSet();
    int[] kind = new int[ROWS];
    int[] sex = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      plain[row] = row % 7 == 0 ? (row % 2 == 0 ? -3 : 70) : 60 * random.nextGaussian();
      gaps[row] = row % 9 == 0 ? row % 2 : random.nextDouble();
      missing.set(row, random.nextInt(4) == 0);
      kind[row] = random.nextInt(6) - 1;
      sex[row] = random.nextInt(2);
    }
    return new Table(
        List.of(
            new NumberColumn("plain", plain, new BitSet(), 2),
            new NumberColumn("gaps", gaps, missing, 3),
            new CategoryColumn("kind", List.of("a", "b", "c", "d", "e"), kind),
            new CategoryColumn("sex", List.of("f", "m"), sex)));
  }

  @Property(tries = 100)
  void two_records_are_at_most_the_root_of_k_apart(@ForAll long seed) {
    FineCoding coding = FineCoding.of(SCHEMA);
    Embedding embedding = Embedding.of(coding);
    SparseInputs inputs = embedding.apply(coding.encode(table(new Random(seed))));

    assertThat(embedding.diameter()).isEqualTo(2.0);
    for (int a = 0; a < ROWS; a++) {
      for (int b = 0; b < a; b++) {
        assertThat(inputs.distance(a, b)).isLessThanOrEqualTo(embedding.diameter());
      }
    }
  }

  @Property(tries = 100)
  void two_values_of_one_attribute_are_at_most_one_apart(@ForAll long seed) {
    Table table = table(new Random(seed));
    for (Attribute attribute : SCHEMA.attributes()) {
      FineCoding coding = FineCoding.of(new Schema(List.of(attribute)));
      SparseInputs natural = Embedding.of(coding).apply(coding.encode(table));
      SparseInputs oneHot = Embedding.oneHot(coding.sizes()).apply(coding.encode(table).codes());
      for (int a = 0; a < ROWS; a++) {
        for (int b = 0; b < a; b++) {
          assertThat(natural.distance(a, b)).isLessThanOrEqualTo(1);
          assertThat(oneHot.distance(a, b)).isLessThanOrEqualTo(1);
        }
      }
    }
  }

  @Test
  void the_extremes_reach_the_diameter_so_that_the_bound_is_tight() {
    FineCoding coding = FineCoding.of(new Schema(SCHEMA.attributes().subList(0, 2)));
    BitSet missing = new BitSet();
    Table table =
        new Table(
            List.of(
                new NumberColumn("plain", new double[] {-3, 70}, new BitSet(), 2),
                new NumberColumn("gaps", new double[] {0, 1}, missing, 3)));
    SparseInputs inputs = Embedding.of(coding).apply(coding.encode(table));
    assertThat(inputs.distance(0, 1)).isEqualTo(Math.sqrt(2));
  }

  @Test
  void blocks_follow_each_other_and_a_missing_number_raises_its_flag() {
    FineCoding coding = FineCoding.of(SCHEMA);
    Embedding embedding = Embedding.of(coding);
    BitSet missing = new BitSet();
    missing.set(0);
    Table table =
        new Table(
            List.of(
                new NumberColumn("plain", new double[] {33.5}, new BitSet(), 2),
                new NumberColumn("gaps", new double[] {0}, missing, 3),
                new CategoryColumn("kind", List.of("c"), new int[] {0}),
                new CategoryColumn("sex", List.of("f"), new int[] {0})));

    SparseInputs inputs = embedding.apply(coding.encode(table));

    assertThat(embedding.dimension()).isEqualTo(1 + 2 + 5 + 2);
    assertThat(embedding.width()).isEqualTo(5);
    assertThat(inputs.indices()).containsExactly(0, 1, 2, 5, 8);
    assertThat(inputs.values())
        .containsExactly(0.5f, 0.5f, Embedding.MISSING_FLAG, Embedding.ONE_HOT, Embedding.ONE_HOT);
  }

  @Test
  void positions_are_never_taken_from_bins() {
    Embedding embedding = Embedding.of(FineCoding.of(SCHEMA));
    CodedTable coarse = new CodedTable(0, new int[] {2, 2, 2, 2}, new short[4][0]);
    assertThatThrownBy(() -> embedding.apply(coarse)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void embedding_ends_at_the_attribute_at_which_it_is_cancelled() {
    FineCoding coding = FineCoding.of(SCHEMA);
    EncodedTable encoded = coding.encode(table(new Random(5)));
    Embedding numbers = Embedding.of(coding);
    Embedding oneHot = Embedding.oneHot(coding.sizes());
    int attributes = SCHEMA.attributes().size();
    for (int last = 1; last <= attributes; last++) {
      int at = last;
      AtomicInteger looks = new AtomicInteger();
      BooleanSupplier stopping = () -> looks.incrementAndGet() >= at;
      assertThatThrownBy(() -> numbers.apply(encoded, stopping))
          .isInstanceOf(CancellationException.class);
      assertThat(looks.getAndSet(0)).isEqualTo(last);
      assertThatThrownBy(() -> oneHot.apply(encoded.codes(), stopping))
          .isInstanceOf(CancellationException.class);
      assertThat(looks).hasValue(last);
    }
  }
}
