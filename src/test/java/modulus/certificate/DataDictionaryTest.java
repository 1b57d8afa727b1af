package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
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
}
