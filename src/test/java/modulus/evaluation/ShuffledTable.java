package modulus.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import modulus.table.CategoryColumn;
import modulus.table.Column;
import modulus.table.CsvOptions;
import modulus.table.CsvReader;
import modulus.table.CsvTable;
import modulus.table.CsvWriter;
import modulus.table.ReadListener;
import modulus.table.Table;
import org.junit.jupiter.api.Assumptions;

/**
 * A stand-in for a synthetic table that needs no generator: row i of ⌊n/2⌋ takes column j from row
 * (7i + 1009⌊j/3⌋) mod n of the real table, so that columns keep their neighbours of three and lose
 * the others. Where (i + j) mod 41 = 0 the cell is missing, else in column 1 where i mod 23 = 0 it
 * is "unheard-of".
 */
public final class ShuffledTable {
  private ShuffledTable() {}

  public static Table of(Table real, Path scratch) throws Exception {
    List<Column> columns = new ArrayList<>();
    for (int j = 0; j < real.columns().size(); j++) {
      columns.add(shuffled(real.columns().get(j), j));
    }
    List<String> marks = columns.stream().map(column -> "").toList();
    CsvWriter.write(new Table(columns), marks, scratch);
    return read(scratch).table();
  }

  private static Column shuffled(Column real, int j) {
    int n = real.rows();
    Map<String, Integer> dictionary = new LinkedHashMap<>();
    int[] codes = new int[n / 2];
    for (int i = 0; i < codes.length; i++) {
      int from = (int) ((7L * i + 1009L * (j / 3)) % n);
      String text = j == 1 && i % 23 == 0 ? "unheard-of" : real.text(from);
      boolean missing = (i + j) % 41 == 0 || text.isEmpty();
      codes[i] =
          missing
              ? CategoryColumn.MISSING
              : dictionary.computeIfAbsent(text, fresh -> dictionary.size());
    }
    return new CategoryColumn(real.name(), List.copyOf(dictionary.keySet()), codes);
  }

  static CsvTable read(Path file) throws Exception {
    return CsvReader.read(file, CsvOptions.DETECT, ReadListener.NONE);
  }

  /** A table of the test resources beside this class. */
  public static CsvTable resource(String name) throws Exception {
    return read(Path.of(ShuffledTable.class.getResource(name).toURI()));
  }

  /** A public table kept beside the project; where there is none the test is skipped. */
  public static CsvTable shared(String name) throws Exception {
    Path file =
        Stream.of(Path.of("../shared/data/splits"), Path.of("../../shared/data/splits"))
            .map(data -> data.resolve(name + ".csv"))
            .filter(Files::exists)
            .findFirst()
            .orElse(null);
    Assumptions.assumeTrue(file != null, "the public tables are not here");
    return read(file);
  }
}
