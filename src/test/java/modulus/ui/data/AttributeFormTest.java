package modulus.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import modulus.schema.Attribute;
import modulus.schema.AttributeKind;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.SerialPattern;
import modulus.ui.common.SmallWard;
import modulus.ui.common.Text;
import org.junit.jupiter.api.Test;

class AttributeFormTest {
  private final AttributeForm form = new AttributeForm();

  private static Attribute age() {
    return SmallWard.draft().attributes().get(0);
  }

  private static Attribute sex() {
    return SmallWard.draft().attributes().get(1);
  }

  private String problem() {
    return form.problemProperty().get() == null ? "" : form.problemProperty().get().key();
  }

  @Test
  void an_untouched_form_gives_the_same_domain_back() {
    for (Attribute attribute : SmallWard.draft().attributes()) {
      form.edit(attribute, Locale.GERMAN);
      assertThat(problem()).isEmpty();
      assertThat(form.result().domain()).isEqualTo(attribute.domain());
      assertThat(form.result().covered()).isFalse();
    }
  }

  @Test
  void ticking_public_knowledge_declares_domain_and_form() {
    form.edit(sex(), Locale.ENGLISH);
    form.publicKnowledgeProperty().set(true);
    assertThat(form.result().origin()).isEqualTo(DomainOrigin.DECLARED);
    assertThat(form.result().covered()).isTrue();
  }

  @Test
  void a_range_may_be_typed_as_the_list_shows_it() {
    form.edit(age(), Locale.ENGLISH);
    form.highProperty().set("1,500,000");
    assertThat(problem()).isEmpty();
    assertThat(((Domain.Numeric) form.result().domain()).high()).isEqualTo(1_500_000);
    form.spell(Locale.GERMAN);
    assertThat(((Domain.Numeric) form.result().domain()).high()).isEqualTo(1_500_000);
    form.highProperty().set("1.500");
    assertThat(problem()).isEqualTo("number.ambiguous");
    form.spell(Locale.ENGLISH);
    assertThat(problem()).as("no reading by a change of language").isEqualTo("number.ambiguous");
  }

  @Test
  void one_attribute_can_be_confirmed_by_itself() {
    form.edit(age(), Locale.ENGLISH);
    assertThat(form.toConfirmProperty().get()).isTrue();
    assertThat(form.changedProperty().get()).as("nothing to apply").isFalse();
    Attribute confirmed = form.confirmed();
    assertThat(confirmed.covered()).isTrue();
    assertThat(confirmed.origin()).isEqualTo(DomainOrigin.DECLARED);
    assertThat(confirmed.domain()).isEqualTo(age().domain());

    form.edit(confirmed, Locale.ENGLISH);
    assertThat(form.toConfirmProperty().get()).isFalse();
  }

  /** A range read from the data must not come to be declared by way of another attribute. */
  @Test
  void what_another_attribute_s_fields_held_is_gone_when_the_kind_changes() {
    form.edit(age(), Locale.ENGLISH);
    form.edit(sex(), Locale.ENGLISH);
    form.kindProperty().set(AttributeKind.NUMERIC);
    assertThat(form.lowProperty().get()).isEmpty();
    assertThat(form.highProperty().get()).isEmpty();
    assertThat(form.unitProperty().get()).isEmpty();
    assertThat(form.problemProperty().get()).isEqualTo(Text.of("form.rangeMissing"));
    form.edit(age(), Locale.ENGLISH);
    form.kindProperty().set(AttributeKind.CATEGORICAL);
    assertThat(form.categoriesProperty().get()).isEmpty();
  }

  @Test
  void a_range_typed_without_public_knowledge_still_counts_as_read_from_the_data() {
    form.edit(age(), Locale.ENGLISH);
    form.highProperty().set("99");
    assertThat(form.result().domain()).isEqualTo(new Domain.Numeric(0, 99, 0, "years"));
    assertThat(form.result().origin()).isEqualTo(DomainOrigin.READ_FROM_DATA);
  }

  @Test
  void a_domain_to_be_estimated_forgets_what_was_read_and_needs_no_range() {
    for (Attribute attribute : List.of(age(), sex())) {
      form.edit(attribute, Locale.ENGLISH);
      form.lowProperty().set("");
      form.categoriesProperty().set("");
      assertThat(problem()).isNotEmpty();
      form.estimatedProperty().set(true);
      assertThat(problem()).isEmpty();
      assertThat(form.result().domain()).isEqualTo(attribute.domain().forgotten());
      assertThat(form.result().estimatedPrivately()).isTrue();
      assertThat(form.result().covered()).isFalse();
      form.publicKnowledgeProperty().set(true);
      assertThat(form.result().covered()).isTrue();
    }
  }

  @Test
  void a_domain_no_longer_to_be_estimated_must_be_said_anew() {
    form.edit(sex().toBeEstimated(), Locale.ENGLISH);
    assertThat(form.result()).isEqualTo(sex().toBeEstimated());
    form.estimatedProperty().set(false);
    assertThat(problem()).isEqualTo("form.noCategory");
    form.edit(age().toBeEstimated(), Locale.ENGLISH);
    assertThat(form.result()).isEqualTo(age().toBeEstimated());
    form.estimatedProperty().set(false);
    assertThat(problem()).isEqualTo("form.rangeMissing");
  }

  @Test
  void an_identifier_can_be_numbered_anew_in_its_place() {
    Attribute ward = SmallWard.draft().attributes().get(2);
    form.edit(ward, Locale.ENGLISH);
    assertThat(form.result().domain()).isEqualTo(new Domain.Identifier());
    form.regeneratedProperty().set(true);
    assertThat(form.result().domain())
        .isEqualTo(new Domain.Identifier(Optional.of(SerialPattern.DEFAULT)));
    form.serialProperty().set("ward");
    assertThat(problem()).isEqualTo("form.serial");
    form.serialProperty().set("W-###");
    assertThat(problem()).isEmpty();
    Attribute numbered = form.result();
    assertThat(DomainText.of(numbered).key()).isEqualTo("domain.serial");
    form.edit(age(), Locale.ENGLISH);
    form.edit(numbered, Locale.ENGLISH);
    assertThat(form.result()).isEqualTo(numbered);
    form.regeneratedProperty().set(false);
    assertThat(form.result().domain()).isEqualTo(new Domain.Identifier());
  }

  @Test
  void only_numbers_and_categories_can_be_estimated() {
    form.edit(age(), Locale.ENGLISH);
    form.estimatedProperty().set(true);
    form.kindProperty().set(AttributeKind.IDENTIFIER);
    assertThat(form.result().estimatedPrivately()).isFalse();
  }

  @Test
  void a_range_the_wrong_way_round_is_refused_until_it_is_mended() {
    form.edit(age(), Locale.ENGLISH);
    form.lowProperty().set("200");
    assertThat(problem()).isEqualTo("form.rangeOrder");
    form.lowProperty().set("-1,5");
    assertThat(problem()).isEmpty();
    form.decimalsProperty().set("1.5");
    assertThat(problem()).isEqualTo("form.decimals");
    form.decimalsProperty().set("16");
    assertThat(problem()).isEqualTo("form.decimals");
  }

  @Test
  void what_is_typed_of_a_range_takes_the_decimal_sign_of_another_language() {
    form.edit(age(), Locale.ENGLISH);
    form.lowProperty().set("0.5");
    form.spell(Locale.GERMAN);
    assertThat(form.lowProperty().get()).isEqualTo("0,5");
    form.spell(Locale.ENGLISH);
    assertThat(form.lowProperty().get()).isEqualTo("0.5");
    assertThat(form.result().domain()).isEqualTo(new Domain.Numeric(0.5, 120, 0, "years"));
  }

  @Test
  void words_where_a_number_belongs_are_refused() {
    form.edit(age(), Locale.ENGLISH);
    form.highProperty().set("old");
    assertThat(problem()).isEqualTo("form.rangeMissing");
  }

  @Test
  void categories_must_be_there_and_differ() {
    form.edit(sex(), Locale.ENGLISH);
    form.categoriesProperty().set("  \n");
    assertThat(problem()).isEqualTo("form.noCategory");
    form.categoriesProperty().set("f\nm\nf");
    assertThat(problem()).isEqualTo("form.repeatedCategory");
    form.categoriesProperty().set("f\n\n m \nx");
    assertThat(((Domain.Categorical) form.result().domain()).categories())
        .isEqualTo(List.of("f", "m", "x"));
  }

  @Test
  void a_number_can_become_a_date_or_be_left_out() {
    form.edit(age(), Locale.ENGLISH);
    form.kindProperty().set(AttributeKind.DATE);
    assertThat(problem()).isEqualTo("form.dates");
    form.lowProperty().set("2020-01-01");
    form.highProperty().set("2024-12-31");
    assertThat(problem()).isEmpty();
    assertThat(form.result().domain())
        .isEqualTo(
            new Domain.Date(LocalDate.of(2020, 1, 1), LocalDate.of(2024, 12, 31), "yyyy-MM-dd"));
    form.kindProperty().set(AttributeKind.EXCLUDED);
    assertThat(form.result().domain()).isEqualTo(new Domain.Excluded());
  }

  @Test
  void what_was_typed_is_applied_before_another_attribute_is_shown() {
    form.edit(age(), Locale.ENGLISH);
    assertThat(form.changedProperty().get()).isFalse();
    assertThat(form.to(sex())).isEqualTo(Move.SHOW);

    form.highProperty().set("99");
    assertThat(form.changedProperty().get()).isTrue();
    assertThat(form.to(sex())).isEqualTo(Move.APPLY);
    assertThat(form.to(age())).isEqualTo(Move.KEEP);
    assertThat(form.to(form.result())).as("applied").isEqualTo(Move.SHOW);

    form.highProperty().set("120");
    assertThat(form.changedProperty().get()).as("typed back").isFalse();
    form.publicKnowledgeProperty().set(true);
    assertThat(form.to(sex())).as("a tick, too").isEqualTo(Move.APPLY);
  }

  @Test
  void what_was_typed_wrongly_stays_until_it_is_corrected_or_discarded() {
    form.edit(age(), Locale.ENGLISH);
    form.highProperty().set("-1");
    assertThat(form.to(sex())).isEqualTo(Move.STAY);
    form.forget();
    assertThat(form.changedProperty().get()).isFalse();
    assertThat(form.to(sex())).isEqualTo(Move.SHOW);
  }

  @Test
  void a_range_that_no_domain_can_have_is_told_before_it_is_applied() {
    form.edit(age(), Locale.ENGLISH);
    form.lowProperty().set("0.2");
    form.highProperty().set("0.8");
    assertThat(problem()).as("no whole number between them").isEqualTo("form.rangeValues");
    form.decimalsProperty().set("1");
    assertThat(problem()).isEmpty();
    assertThat(form.result().domain()).isEqualTo(new Domain.Numeric(0.2, 0.8, 1, "years"));
    form.highProperty().set("1e15");
    assertThat(problem()).as("16 digits").isEqualTo("form.rangeValues");
  }

  @Test
  void other_is_either_one_of_the_categories_or_the_further_one() {
    form.edit(sex(), Locale.ENGLISH);
    form.categoriesProperty().set("f\nm\nother");
    assertThat(problem()).isEmpty();
    form.otherProperty().set(true);
    assertThat(problem()).isEqualTo("form.otherListed");
    form.categoriesProperty().set("f\nm");
    assertThat(problem()).isEmpty();
    assertThat(form.result().domain()).isEqualTo(new Domain.Categorical(List.of("f", "m"), true));
  }

  @Test
  void more_categories_than_there_may_be_are_told() {
    form.edit(sex(), Locale.ENGLISH);
    form.categoriesProperty()
        .set(
            IntStream.rangeClosed(0, Domain.Categorical.MOST)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining("\n")));
    assertThat(problem()).isEqualTo("form.manyCategories");
  }
}
