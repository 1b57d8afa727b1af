package modulus.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaJsonTest {
  private static final String AGE =
      "{'name':'age','kind':'numeric','low':0,'high':120,'decimals':0,'unit':'years',"
          + "'missing':false,'missingMark':'','origin':'declared'}";

  @TempDir Path folder;

  private static String file(String attributes) {
    return ("{'format':'modulus-schema','version':1,'attributes':[" + attributes + "]}")
        .replace('\'', '"');
  }

  @Property(tries = 300)
  void what_was_written_is_read_back_exactly(@ForAll("schemas") Schema schema) throws Exception {
    assertThat(SchemaJson.read(SchemaJson.write(schema))).isEqualTo(schema);
  }

  @Test
  void a_file_is_read_back_exactly() throws Exception {
    Schema schema = SchemaJson.read(file(AGE));
    Path file = folder.resolve("schema.json");
    SchemaJson.write(schema, file);
    assertThat(SchemaJson.read(file)).isEqualTo(schema);
  }

  @Test
  void the_patient_column_is_written_and_read_and_must_be_an_identifier() throws Exception {
    String id = "{'name':'who','kind':'identifier','missing':false,'origin':'declared'}";
    String patient = "{'format':'modulus-schema','version':1,'patient':{'column':'who','rows':4},";
    Schema schema =
        SchemaJson.read((patient + "'attributes':[" + id + "," + AGE + "]}").replace('\'', '"'));
    assertThat(schema.patient()).contains(new PatientColumn("who", 4));
    assertThat(schema.rowsPerPatient()).isEqualTo(4);
    assertThat(SchemaJson.read(SchemaJson.write(schema))).isEqualTo(schema);
    assertThat(schema.declared().patient()).isEqualTo(schema.patient());
    for (String wrong :
        List.of(
            patient.replace("who", "age") + "'attributes':[" + id + "," + AGE + "]}",
            patient.replace("who", "nobody") + "'attributes':[" + id + "," + AGE + "]}",
            patient.replace("4", "0") + "'attributes':[" + id + "," + AGE + "]}")) {
      assertThatThrownBy(() -> SchemaJson.read(wrong.replace('\'', '"')))
          .isInstanceOf(SchemaException.class);
    }
  }

  @Test
  void that_each_row_is_a_patient_is_written_and_read_and_excludes_a_patient_column()
      throws Exception {
    String id = "{'name':'who','kind':'identifier','missing':false,'origin':'declared'}";
    String rows = "{'format':'modulus-schema','version':1,'eachRowAPatient':true,";
    String rest = "'attributes':[" + id + "," + AGE + "]}";
    Schema schema = SchemaJson.read((rows + rest).replace('\'', '"'));
    assertThat(schema.eachRowAPatient()).isTrue();
    assertThat(SchemaJson.read(SchemaJson.write(schema))).isEqualTo(schema);
    assertThat(SchemaJson.write(schema.withEachRowAPatient(false)))
        .doesNotContain("eachRowAPatient");
    String both = rows + "'patient':{'column':'who','rows':4}," + rest;
    assertThatThrownBy(() -> SchemaJson.read(both.replace('\'', '"')))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("not both");
  }

  @Provide
  Arbitrary<Schema> schemas() {
    Arbitrary<String> text = Arbitraries.strings().ofMaxLength(8);
    Arbitrary<Domain> numeric =
        Combinators.combine(
                Arbitraries.doubles().between(-1e6, 1e6),
                Arbitraries.doubles().between(2, 1e6),
                Arbitraries.integers().between(0, 6),
                text)
            .as(
                (low, width, decimals, unit) ->
                    new Domain.Numeric(low, low + width, decimals, unit));
    Arbitrary<Domain> categorical =
        Combinators.combine(text.set().ofMinSize(1).ofMaxSize(5), Arbitraries.of(true, false))
            .as(
                (Set<String> names, Boolean other) ->
                    new Domain.Categorical(
                        List.copyOf(names), other && !names.contains(Domain.Categorical.OTHER)));
    Arbitrary<Domain> date =
        Arbitraries.integers()
            .between(1, 20_000)
            .map(
                days ->
                    new Domain.Date(
                        LocalDate.EPOCH, LocalDate.EPOCH.plusDays(days), "yyyy-MM-dd HH:mm"));
    Arbitrary<Domain> domain =
        Arbitraries.oneOf(
            numeric,
            categorical,
            date,
            Arbitraries.of(
                new Domain.Identifier(),
                new Domain.Identifier(Optional.of(SerialPattern.DEFAULT)),
                new Domain.Identifier(Optional.of(new SerialPattern("#/Ü\""))),
                new Domain.Excluded()));
    Arbitrary<DomainOrigin> origin = Arbitraries.of(DomainOrigin.class);
    Arbitrary<DomainOrigin> form =
        Arbitraries.of(DomainOrigin.DECLARED, DomainOrigin.READ_FROM_DATA);
    Arbitrary<Attribute> attribute =
        Combinators.combine(
                text.filter(name -> !name.isBlank()),
                domain,
                Arbitraries.of(true, false),
                text,
                origin,
                form,
                Arbitraries.of(SchemaWarning.class).list().ofMaxSize(2))
            .as(
                (name, of, missing, mark, from, written, warnings) ->
                    new Attribute(name, of, missing, mark, from(of, from), written, warnings));
    return attribute.list().uniqueElements(Attribute::name).ofMaxSize(6).map(Schema::new);
  }

  /** Only numbers and categories can be estimated. */
  private static DomainOrigin from(Domain domain, DomainOrigin wanted) {
    boolean estimable = domain instanceof Domain.Numeric || domain instanceof Domain.Categorical;
    return estimable || wanted != DomainOrigin.ESTIMATED_PRIVATELY
        ? wanted
        : DomainOrigin.READ_FROM_DATA;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "{'name':'a','kind':'number'} # Attribute 1: field 'kind' must be numeric, categorical, date, identifier or excluded.",
        "{'name':'a'} # Attribute 1 lacks the field 'kind'.",
        "{'name':'a','kind':'excluded','missing':false,'origin':'declared','colour':1} # Attribute 1 has a field 'colour' that is not known.",
        "{'name':'a','kind':'excluded','missing':false,'origin':'guessed'} # Attribute 1: field 'origin' must be one of 'declared', 'estimated privately', 'read from the data'.",
        "{'name':'a','kind':'numeric','low':'0','high':1,'decimals':0} # Attribute 1: field 'low' must be a number.",
        "{'name':'a','kind':'numeric','low':5,'high':1,'decimals':0} # Attribute 1 ('a') is wrong: a numeric range must be finite with low < high but is [5.0, 1.0].",
        "{'name':'a','kind':'numeric','low':0,'high':1,'decimals':1.5} # Attribute 1: field 'decimals' must be a whole number.",
        "{'name':'a','kind':'categorical','categories':['x',1]} # Attribute 1: field 'categories' must be a list of texts.",
        "{'name':'a','kind':'date','low':'1.1.2020','high':'2021-01-01'} # Attribute 1: field 'low' must be a day such as 2024-12-31.",
        "{'name':'a','kind':'date','low':'2020-01-01','high':'2021-01-01','pattern':'HH:mm'} # Attribute 1 ('a') is wrong: a date pattern must spell a whole date but is 'HH:mm'.",
        "{'name':'a','kind':'date','low':'2020-01-01','high':'+99999-01-01','pattern':'yyyy-MM-dd'} # Attribute 1 ('a') is wrong: dates must lie in the years 1 to 9999 but are [2020-01-01, +99999-01-01].",
        "7 # Attribute 1 must be a JSON object.",
        "{'name':'a','name':'b'} # The schema is not valid JSON (line 1).",
      })
  void refuses_in_one_sentence_what_it_does_not_know(String attribute, String sentence) {
    assertThatThrownBy(() -> SchemaJson.read(file(attribute)))
        .isInstanceOf(SchemaException.class)
        .hasMessage(sentence);
  }

  @Test
  void refuses_what_is_no_schema() {
    assertThatThrownBy(() -> SchemaJson.read("{\"format\":")).isInstanceOf(SchemaException.class);
    assertThatThrownBy(() -> SchemaJson.read("")).isInstanceOf(SchemaException.class);
    assertThatThrownBy(() -> SchemaJson.read("[1]"))
        .hasMessage("The schema must be a JSON object.");
    assertThatThrownBy(() -> SchemaJson.read(file(AGE).replace(":1,", ":2,")))
        .hasMessage("The schema must have format 'modulus-schema' and version 1.");
    assertThatThrownBy(() -> SchemaJson.read(file(AGE + "," + AGE)))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("distinct");
    assertThatThrownBy(() -> SchemaJson.read(file(AGE) + "{}")).isInstanceOf(SchemaException.class);
  }

  @Test
  void refuses_a_file_that_is_too_large_unread() throws Exception {
    Path file = folder.resolve("huge.json");
    try (var channel =
        java.nio.channels.FileChannel.open(
            file,
            java.nio.file.StandardOpenOption.CREATE_NEW,
            java.nio.file.StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.wrap(new byte[] {' '}), SchemaJson.MAX_BYTES);
    }
    assertThat(Files.size(file)).isGreaterThan(SchemaJson.MAX_BYTES);
    assertThatThrownBy(() -> SchemaJson.read(file))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("larger than 64 MiB");
  }
}
