package modulus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code modulus evaluate --report}: real against synthetic, for the house only. */
class InternalReportTest {
  private static final String NOTICE = "internal – contains real-data statistics – do not release";

  @TempDir Path folder;

  @BeforeEach
  void twoTables() throws IOException {
    StringBuilder real = new StringBuilder("age,a<b\n");
    StringBuilder synthetic = new StringBuilder("age,a<b\n");
    for (int i = 0; i < 60; i++) {
      real.append(20 + i % 40).append(i % 3 == 0 ? ",yes\n" : ",no\n");
      synthetic.append(22 + i % 40).append(i % 2 == 0 ? ",yes\n" : ",no\n");
    }
    Files.writeString(folder.resolve("real.csv"), real);
    Files.writeString(folder.resolve("synthetic.csv"), synthetic);
  }

  private Ran evaluate(Path report) {
    return Ran.modulus(
        "evaluate",
        folder.resolve("real.csv").toString(),
        folder.resolve("synthetic.csv").toString(),
        "--report",
        report.toString());
  }

  @Test
  void carries_its_notice_on_every_screenful_and_sheet_and_the_figures_of_the_json()
      throws IOException {
    Ran ran = evaluate(folder.resolve("report.html"));
    assertThat(ran.exit()).isZero();
    String html = Files.readString(folder.resolve("report.html"));
    JsonNode json = new ObjectMapper().readTree(ran.out());
    assertThat(html).contains(">" + NOTICE + "</div>");
    // a fixed box stays in sight on screen and is repeated by browsers on each printed page
    assertThat(html).containsPattern("\\.notice \\{ position: fixed; top: 0;");
    for (String figure : new String[] {"tvd1", "tvd2", "exact_copy", "unknown_value_rate"}) {
      assertThat(html).contains(String.format(Locale.ROOT, ">%.4f<", json.get(figure).asDouble()));
    }
    json.get("attributes")
        .forEach(
            attribute ->
                assertThat(html)
                    .contains(
                        String.format(
                            Locale.ROOT, "</meter> %.4f", attribute.get("tvd").asDouble())));
    assertThat(html).contains("a&lt;b").doesNotContain("a<b").doesNotContain("<script");
  }

  @Test
  void never_lies_in_a_package() throws IOException {
    Path made = Files.createDirectory(folder.resolve("package"));
    Files.writeString(made.resolve("certificate.json"), "{}");
    Ran ran = evaluate(made.resolve("report.html"));
    assertThat(ran.exit()).isEqualTo(4);
    assertThat(ran.err()).contains("must not lie in a package's folder");
    assertThat(made.resolve("report.html")).doesNotExist();
  }

  @Test
  void does_not_write_over_a_table() {
    Ran ran = evaluate(folder.resolve("real.csv"));
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err()).contains("does not end in .html");
    assertThat(folder.resolve("real.csv")).content().startsWith("age,");
  }

  @Test
  void is_written_over_by_another_and_writes_over_no_other_page() throws IOException {
    Path report = folder.resolve("report.html");
    assertThat(evaluate(report).exit()).isZero();
    assertThat(evaluate(report).exit()).isZero();
    Path page = Files.writeString(folder.resolve("index.html"), "<title>The ward</title>");
    Ran ran = evaluate(page);
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err()).contains("another file of this name is there and is not written over");
    assertThat(page).hasContent("<title>The ward</title>");
  }
}
