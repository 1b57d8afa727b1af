package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import modulus.RecordedLog;
import modulus.schema.Schema;
import modulus.table.Table;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No value of the table reaches an exception, a stack trace, a copied detail, the log or a file of
 * the package: a text and a number that exist nowhere else are planted and searched for.
 */
class PlantedValuesTest {
  private static final String TEXT = "Quxelbach";
  private static final String NUMBER = "987654";

  private static final String DECLARED =
      """
      {"format":"modulus-schema","version":1,"attributes":[
       {"name":"who","kind":"identifier","missing":false,"origin":"declared"},
       {"name":"ward","kind":"categorical","categories":["a","b"],"other":true,
        "missing":true,"origin":"declared"},
       {"name":"dose","kind":"numeric","low":0,"high":50,"decimals":0,
        "missing":true,"origin":"declared"}]}
      """;

  @TempDir Path folder;
  private RecordedLog log;

  @BeforeEach
  void listen() {
    log = RecordedLog.open();
  }

  @AfterEach
  void nothing_was_logged() {
    log.close();
    assertThat(log.text()).doesNotContain(TEXT, NUMBER);
  }

  @Test
  void what_cannot_be_done_is_told_without_a_value_of_the_table() throws IOException {
    Table table = table(rows(90));
    Map<String, ThrowingCallable> cases = new TreeMap<>();
    cases.put(
        "a row too long",
        () -> table(rows(90) + TEXT + ",a," + NUMBER + "," + TEXT + "\n" + rows(5)));
    cases.put(
        "a quote that does not end", () -> table(rows(90) + "\"" + TEXT + "," + NUMBER + "\n"));
    cases.put(
        "text where the schema says number",
        () -> run(table, schema(replaced("\"who\",\"kind\":\"identifier\"", numeric("who")))));
    cases.put(
        "text where the schema says date",
        () -> run(table, schema(replaced("\"who\",\"kind\":\"identifier\"", date("who")))));
    cases.put("too few rows", () -> run(table(rows(20)), schema(DECLARED)));
    cases.put(
        "a column the schema does not name",
        () -> run(table, schema(replaced("\"name\":\"who\"", "\"name\":\"whom\""))));
    cases.put(
        "a constant column",
        () -> run(table((TEXT + ",a," + NUMBER + "\n").repeat(60)), schema(DECLARED)));
    cases.put(
        "a row without its patient",
        () -> run(table(rows(90) + ",a," + NUMBER + "\n"), schema(patient())));
    cases.put(
        "too few patients",
        () ->
            run(
                table((TEXT + ",a,1\n" + TEXT + ",b," + NUMBER + "\n").repeat(40)),
                schema(patient())));
    cases.put(
        "a bound above the limit",
        () ->
            new SynthesisRun(
                    table,
                    schema(DECLARED),
                    SynthesisSettings.defaults()
                        .withScope(Scope.RELEASE_ONLY)
                        .withLipschitz(OptionalDouble.of(9)))
                .run(RunListener.silent()));
    cases.put("a file that is no schema", () -> schema(rows(3)));
    for (Map.Entry<String, ThrowingCallable> each : cases.entrySet()) {
      Throwable thrown = catchThrowable(each.getValue());
      assertThat(thrown).as(each.getKey()).isInstanceOf(Failure.class);
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace, true));
      assertThat(trace.toString() + ((Failure) thrown).details())
          .as(each.getKey())
          .doesNotContain(TEXT, NUMBER);
    }
  }

  @Test
  void no_file_of_the_package_holds_a_value_outside_the_declared_domains() throws IOException {
    Table table = table(rows(90));
    Path out = folder.resolve("package");
    new PackageExport().export(run(table, schema(DECLARED)), out, new SigningChoice.OneTimeKey());
    assertThat(names(out)).contains("synthetic.csv", "certificate.json", "VERIFY.txt");
    for (Path file : files(out)) {
      assertThat(decoded(file)).as(file.toString()).doesNotContain(TEXT, NUMBER);
    }
  }

  @Test
  void domains_read_from_the_data_are_not_spelled_out_in_the_signed_facts() throws IOException {
    Path file = Files.writeString(folder.resolve("t.csv"), "who,ward,dose\n" + rows(90));
    OpenedTable opened = new TableOpening().open(file, RunListener.silent());
    // ward holds the planted text, dose the planted number as its largest value
    Path out = folder.resolve("package");
    new PackageExport()
        .export(run(opened.table(), opened.draft()), out, new SigningChoice.OneTimeKey());
    for (Path written : files(out)) {
      if (!written.endsWith("synthetic.csv")) {
        assertThat(decoded(written)).as(written.toString()).doesNotContain(TEXT, NUMBER);
      }
    }
  }

  /** The certificate carries its statement in base64. */
  private static String decoded(Path file) throws IOException {
    String text = text(file);
    if (!file.endsWith("certificate.json")) {
      return text;
    }
    String payload = text.replaceAll("(?s).*\"payload\"\\s*:\\s*\"([^\"]*)\".*", "$1");
    String statement =
        new String(java.util.Base64.getDecoder().decode(payload), StandardCharsets.UTF_8);
    assertThat(statement).contains("modulus");
    return text + statement;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    return files(folder).stream().map(file -> file.getFileName().toString()).toList();
  }

  private Table table(String rows) throws IOException {
    Path file = Files.writeString(folder.resolve("table.csv"), "who,ward,dose\n" + rows);
    return new TableOpening().open(file, RunListener.silent()).table();
  }

  /** One row in three holds the planted values. */
  private static String rows(int count) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < count; i++) {
      boolean planted = i % 3 == 0;
      rows.append(TEXT).append(i).append(',');
      rows.append(planted ? TEXT : i % 2 == 0 ? "a" : "b").append(',');
      rows.append(planted ? NUMBER : String.valueOf(i % 40)).append('\n');
    }
    return rows.toString();
  }

  private Schema schema(String json) throws IOException {
    return new SchemaFiles().read(Files.writeString(folder.resolve("schema.json"), json));
  }

  private static SynthesisOutcome run(Table table, Schema schema) {
    return new SynthesisRun(table, schema, SynthesisSettings.defaults()).run(RunListener.silent());
  }

  private static String replaced(String old, String now) {
    assertThat(DECLARED).contains(old);
    return DECLARED.replace(old, now);
  }

  private static String patient() {
    return replaced("\"version\":1,", "\"version\":1,\"patient\":{\"column\":\"who\",\"rows\":2},");
  }

  private static String numeric(String name) {
    return "\"" + name + "\",\"kind\":\"numeric\",\"low\":0,\"high\":9,\"decimals\":0";
  }

  private static String date(String name) {
    return "\""
        + name
        + "\",\"kind\":\"date\",\"low\":\"2020-01-01\",\"high\":\"2021-01-01\","
        + "\"pattern\":\"yyyy-MM-dd\"";
  }

  /** A PDF's words are compressed; its other streams hold the facts of the certificate again. */
  private static String text(Path file) throws IOException {
    if (!file.toString().endsWith(".pdf")) {
      return Files.readString(file);
    }
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }
}
