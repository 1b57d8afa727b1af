package modulus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code synthesize --canaries} found stands in every copy of the certificate. */
class AuditedPackageTest {
  /** Few, so that training is short. */
  private static final int PATIENTS = 800;

  @TempDir Path folder;

  @Test
  void the_audit_stands_in_json_pdf_and_what_verify_says() throws IOException {
    Path out = folder.resolve("package");
    List<String> sample = Files.readAllLines(Path.of("assets/ward-sample.csv"));
    Path ward = Files.write(folder.resolve("ward.csv"), sample.subList(0, 1 + PATIENTS));
    Ran made =
        Ran.modulus(
            "synthesize",
            ward.toString(),
            "--schema",
            "assets/ward-sample.schema.json",
            "--guarantee",
            "release",
            "--epsilon",
            "1",
            "--epochs",
            "10",
            "--rows",
            "300",
            "--canaries",
            "200",
            "--ledger",
            folder.resolve("ledger.jsonl").toString(),
            "--out",
            out.toString());
    assertThat(made.exit()).as(made.err()).isZero();

    ObjectMapper json = new ObjectMapper();
    JsonNode envelope = json.readTree(out.resolve("certificate.json").toFile());
    JsonNode audit = json.readTree(envelope.get("payload").binaryValue()).at("/predicate/audit");
    assertThat(audit.get("canaries").intValue()).isEqualTo(200);
    assertThat(audit.get("guesses").intValue()).isEqualTo(20);
    String found = audit.get("right").asText() + " of 20 guesses about 200 canaries were right";
    assertThat(made.out()).contains(found);

    try (PDDocument pdf = Loader.loadPDF(out.resolve("certificate.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
          .contains("of 200 implausible records")
          .contains("20 coins were guessed, " + audit.get("right").asText() + " of them rightly");
    }
    for (String[] form : new String[][] {{}, {"--json"}}) {
      Ran verified =
          form.length == 0
              ? Ran.modulus("verify", out.toString())
              : Ran.modulus("verify", out.toString(), form[0]);
      assertThat(verified.exit()).isZero();
      assertThat(verified.out())
          .contains("20 of the coins were guessed, " + audit.get("right").asText());
    }
  }
}
