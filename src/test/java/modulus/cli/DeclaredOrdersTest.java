package modulus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import modulus.encoding.RowOrders;
import modulus.schema.Schema;
import modulus.schema.SchemaJson;
import modulus.table.CsvOptions;
import modulus.table.CsvReader;
import modulus.table.ReadListener;
import modulus.table.Table;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stays of the public MIMIC-IV demo, from the draft of a schema to the signed package. */
class DeclaredOrdersTest {
  private static final String ADMISSIONS = "mimic4demo_admissions.csv";

  @TempDir Path folder;

  private static Path admissions() {
    Path file =
        Stream.of(Path.of("../shared/data"), Path.of("../../shared/data"))
            .map(data -> data.resolve(ADMISSIONS))
            .filter(Files::exists)
            .findFirst()
            .orElse(null);
    Assumptions.assumeTrue(file != null, "the public tables are not here");
    return file;
  }

  private Table synthesized(Path schema, String name) throws Exception {
    Path out = folder.resolve(name);
    Ran made =
        Ran.modulus(
            "synthesize",
            admissions().toString(),
            "--schema",
            schema.toString(),
            "--guarantee",
            "release",
            "--lipschitz",
            "0.5",
            "--epochs",
            "20",
            "--ledger",
            folder.resolve(name + ".ledger").toString(),
            "--out",
            out.toString());
    assertThat(made.exit()).as(made.err()).isZero();
    Ran verified = Ran.modulus("verify", out.toString());
    assertThat(verified.exit()).as(verified.out()).isZero();
    return CsvReader.read(out.resolve("synthetic.csv"), CsvOptions.DETECT, ReadListener.NONE)
        .table();
  }

  @Test
  void no_synthetic_stay_ends_before_it_begins_once_the_proposed_order_is_declared()
      throws Exception {
    Path proposed = folder.resolve("proposed.json");
    Ran drafted = Ran.modulus("schema", admissions().toString(), "--out", proposed.toString());
    assertThat(drafted.err()).contains("admittime: By its name it is not after 'dischtime'");
    Schema draft = SchemaJson.read(proposed);
    assertThat(draft.declaredOrders()).isEmpty();
    Schema stays =
        draft.withOrder(
            draft.orders().stream()
                .filter(rule -> rule.notAfter().equals("dischtime"))
                .findFirst()
                .orElseThrow());
    Path declared = folder.resolve("declared.json");
    SchemaJson.write(stays, declared);

    assertThat(RowOrders.of(stays).broken(synthesized(proposed, "without"))).isNotEmpty();
    assertThat(RowOrders.of(stays).broken(synthesized(declared, "with"))).isEmpty();
    assertThat(Files.readAllLines(folder.resolve("with/data-dictionary.csv")))
        .anyMatch(line -> line.startsWith("admittime,") && line.contains("never after dischtime"));
    assertThat(List.of("with", "without"))
        .allSatisfy(name -> assertThat(folder.resolve(name).resolve("certificate.pdf")).exists());
  }
}
