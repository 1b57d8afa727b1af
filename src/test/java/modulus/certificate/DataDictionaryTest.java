package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import modulus.schema.AttributeKind;
import modulus.schema.DomainOrigin;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {

  @Test
  void whatever_of_an_attribute_was_read_from_the_data_is_said_at_it() {
    TableFacts table = DocumentSamples.read().table();
    List<String> lines =
        new String(DataDictionary.bytes(table), StandardCharsets.UTF_8).lines().skip(1).toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).endsWith(",declared,synthetic");
    assertThat(lines.get(1))
        .endsWith(
            "read from the data,synthetic; its domain was read from the real table and no event"
                + " covers that");
    assertThat(lines.get(2))
        .endsWith(
            "declared,\"synthetic; its kind, precision and whether a value may be missing were read"
                + " from the real table and no event covers that\"");
    assertThat(lines.get(3)).endsWith("concluded from the real table and no event covers that\"");
    long told = lines.stream().filter(line -> line.contains("no event covers that")).count();
    assertThat(told)
        .as("as many as the certificate counts")
        .isEqualTo(table.attributes().stream().filter(each -> !each.covered()).count());
  }

  @Test
  void what_a_spreadsheet_set_to_semicolons_would_run_gets_an_apostrophe_too() {
    AttributeFacts attribute =
        new AttributeFacts(
            "=a;=1+1",
            AttributeKind.CATEGORICAL,
            "",
            "",
            false,
            "",
            DomainOrigin.DECLARED,
            DomainOrigin.DECLARED,
            new StatedDomain.Categories(List.of("x;@y", "x;-3.5;-3x"), false));
    TableFacts table = new TableFacts(10, 10, List.of(attribute));
    assertThat(new String(DataDictionary.bytes(table), StandardCharsets.UTF_8))
        .contains(
            "'=a;'=1+1,categorical,,,one of: x;'@y | x;-3.5;'-3x,never,declared,synthetic\r\n");
  }
}
