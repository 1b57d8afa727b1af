package modulus.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import javafx.util.StringConverter;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.ui.common.Messages;
import modulus.ui.common.SmallWard;
import modulus.ui.common.Text;
import modulus.ui.common.UnitWords;
import org.junit.jupiter.api.Test;

class UnitTextTest {
  private final Messages messages = new Messages(Locale.GERMAN);
  private final AttributeForm form = new AttributeForm();
  private final StringConverter<String> words = UnitText.converter(messages, form);

  private String declared() {
    return ((Domain.Numeric) form.result().domain()).unit();
  }

  private void type(String shown) {
    form.unitProperty().set(words.fromString(shown));
  }

  @Test
  void a_range_is_told_with_its_unit_in_the_language_of_the_window() {
    Attribute age = SmallWard.draft().attributes().get(0);
    assertThat(messages.render(DomainText.of(age))).isEqualTo("0 bis 120 Jahre");
    messages.localeProperty().set(Locale.ENGLISH);
    assertThat(messages.render(DomainText.of(age))).isEqualTo("0 to 120 years");
  }

  @Test
  void the_schema_keeps_the_word_it_had_whatever_language_shows_it() {
    form.edit(SmallWard.draft().attributes().get(0), Locale.GERMAN);
    assertThat(words.toString(form.unitProperty().get())).isEqualTo("Jahre");
    type("Jahr");
    assertThat(declared()).isEqualTo("Jahr");
    type("Jahre");
    assertThat(declared()).isEqualTo("years");
    messages.localeProperty().set(Locale.ENGLISH);
    assertThat(words.toString(form.unitProperty().get())).isEqualTo("years");
  }

  @Test
  void a_word_of_the_steward_s_own_is_no_translation_of_another() {
    form.edit(SmallWard.draft().attributes().get(0), Locale.GERMAN);
    type("Tage");
    assertThat(declared()).isEqualTo("Tage");
    type("kg");
    assertThat(declared()).isEqualTo("kg");
  }

  @Test
  void every_unit_of_the_known_ranges_that_is_an_english_word_is_translated() throws Exception {
    JsonNode ranges;
    try (InputStream in = Domain.class.getResourceAsStream("clinical-ranges.json")) {
      ranges = new ObjectMapper().readTree(in).get("ranges");
    }
    List<String> spelledOut =
        StreamSupport.stream(ranges.spliterator(), false)
            .map(range -> range.get("unit").asText())
            .filter(unit -> unit.matches("[a-z]{4,}"))
            .filter(unit -> !unit.equals("mmHg"))
            .distinct()
            .toList();
    assertThat(spelledOut).contains("years").allMatch(unit -> UnitWords.of(unit) instanceof Text);
  }
}
