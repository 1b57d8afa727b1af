package modulus.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import modulus.Changed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Declared orders in everything that is signed. */
class StatedOrderTest {
  private final PackageSigner signer = PackageSigner.oneTime();

  private static AttributeFacts date(String name) {
    AttributeFacts admitted = Specimen.endToEnd().table().attributes().get(3);
    return Changed.in(admitted, "name", name);
  }

  private static Claim ordered(StatedOrder... orders) {
    Claim claim = Specimen.endToEnd();
    List<AttributeFacts> attributes = new java.util.ArrayList<>(claim.table().attributes());
    IntStream.rangeClosed(1, 5).forEach(i -> attributes.add(date("left" + i)));
    return Changed.in(
        claim,
        "table",
        new TableFacts(
            claim.table().records(), claim.table().syntheticRows(), attributes, List.of(orders)));
  }

  private Statement statement(Claim claim) {
    return new Statement(
        claim,
        signer.signer(),
        List.of(new PackagedFile(PackagedFile.SYNTHETIC, Sha256.hex(Specimen.table(0)))));
  }

  @Test
  void the_statement_names_them_in_facts_and_words_and_reads_back() throws Exception {
    Statement statement = statement(ordered(new StatedOrder("admitted", "left1")));
    byte[] bytes = StatementJson.write(statement);
    assertThat(StatementJson.read(bytes)).isEqualTo(statement);
    assertThat(new String(bytes, UTF_8))
        .contains(
            "\"orders\":[{\"attribute\":\"admitted\",\"notAfter\":\"left1\",\"origin\":\"declared\"}]")
        .contains("Declared, not read from the table: admitted ≤ left1");
  }

  @Test
  void without_orders_nothing_is_said_of_them_so_that_older_packages_hold_as_before() {
    assertThat(new String(StatementJson.write(statement(Specimen.endToEnd())), UTF_8))
        .doesNotContain("orders");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH | Declared, not read from the table: | 2 more",
        "GERMAN | Vorgegeben, nicht aus der Tabelle gelesen: | 2 weitere"
      })
  void the_pages_name_the_first_and_count_the_rest(
      CertificateLanguage language, String words, String rest) {
    StatedOrder[] five =
        IntStream.rangeClosed(1, 5)
            .mapToObj(i -> new StatedOrder("admitted", "left" + i))
            .toArray(StatedOrder[]::new);
    assertThat(new PublicFacts(ordered(five).table(), language).text())
        .contains(words + " admitted ≤ left1; admitted ≤ left2; admitted ≤ left3")
        .contains(rest)
        .doesNotContain("left4");
    assertThat(new PublicFacts(ordered(five[0]).table(), language).text())
        .contains(words + " admitted ≤ left1")
        .doesNotContain(rest);
  }

  @Test
  void the_dictionary_says_it_of_the_column() {
    String csv =
        new String(
            DataDictionary.bytes(ordered(new StatedOrder("admitted", "left2")).table()), UTF_8);
    assertThat(csv).contains("synthetic; never after left2 (declared)");
  }

  @ParameterizedTest
  @CsvSource({"admitted,age", "sex,admitted", "admitted,nobody", "patient,admitted"})
  void an_order_of_anything_but_two_dates_or_two_numbers_is_refused(String first, String last) {
    assertThatThrownBy(() -> ordered(new StatedOrder(first, last)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("order");
  }
}
