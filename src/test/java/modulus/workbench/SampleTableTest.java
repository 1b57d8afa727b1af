package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTableTest {

  @Test
  void the_sample_is_offered_only_where_both_its_files_are(@TempDir Path folder)
      throws IOException {
    assertThat(SampleTable.in(folder)).isEmpty();

    Path table = Files.writeString(folder.resolve("ward-sample.csv"), "age\n70\n");
    assertThat(SampleTable.in(folder)).isEmpty();

    Path schema = Files.writeString(folder.resolve("ward-sample.schema.json"), "{}");
    assertThat(SampleTable.in(folder)).contains(new SampleTable(table, schema));
  }
}
