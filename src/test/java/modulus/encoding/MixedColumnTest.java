package modulus.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.table.CategoryColumn;
import modulus.table.Column;
import modulus.table.CsvOptions;
import modulus.table.CsvReader;
import modulus.table.NumberColumn;
import modulus.table.ReadListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records are coded one by one: words in one row leave the codes of all others as they are. */
class MixedColumnTest {
  @TempDir Path folder;

  private Column column(String... cells) throws IOException {
    String body = String.join(";0,5\n", cells) + ";0,5\n";
    Path file = Files.writeString(folder.resolve("t.csv"), "a;b\n" + body);
    return CsvReader.read(file, CsvOptions.DETECT.withDecimalComma(true), ReadListener.NONE)
        .table()
        .column("a")
        .orElseThrow();
  }

  private static short[] codes(AttributeCoding coding, Column column) {
    short[] codes = new short[column.rows()];
    coding.encode(column, codes, new float[codes.length], () -> false);
    return codes;
  }

  private static Attribute attribute(Domain domain) {
    return new Attribute("a", domain, true, "", DomainOrigin.DECLARED, List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.234,5", "1.234", "12,25", "50 %", "+5", "1.5e+02"})
  void a_number_or_category_has_one_code_beside_numbers_and_beside_words(String cell)
      throws IOException {
    Column words = column(cell, "nicht messbar");
    Column alone = column(cell, cell);
    assertThat(words).isInstanceOf(CategoryColumn.class);
    GridCoding grid = new GridCoding(attribute(new Domain.Numeric(0, 2000, 2, "")));
    CategoryCoding categories =
        new CategoryCoding(
            attribute(new Domain.Categorical(List.of("1234.5", "1234", "12.25", "50", "5"), true)));

    assertThat(codes(grid, words)[0]).isEqualTo(codes(grid, alone)[0]);
    assertThat(codes(grid, words)[1]).isEqualTo((short) (grid.size() - 1));
    assertThat(codes(categories, words)[0]).isEqualTo(codes(categories, alone)[0]);
    assertThat(alone instanceof NumberColumn).isEqualTo(!cell.equals("1.5e+02"));
  }

  @Test
  void a_month_has_a_cell_of_its_own_and_comes_back_as_it_was() {
    GridCoding coding =
        new GridCoding(
            attribute(
                new Domain.Date(LocalDate.of(1968, 1, 1), LocalDate.of(1971, 12, 31), "MM.uuuu")));
    CategoryColumn months =
        new CategoryColumn(
            "a", List.of("01.1968", "12.1969", "12.1971", "13.1970"), new int[] {0, 1, 2, 3});

    short[] codes = codes(coding, months);

    assertThat(codes).containsExactly((short) 0, (short) 23, (short) 47, (short) 48);
    Column decoded = coding.decode(Arrays.copyOf(codes, 3), bound -> 0);
    assertThat(List.of(decoded.text(0), decoded.text(1), decoded.text(2)))
        .containsExactly("01.1968", "12.1969", "12.1971");
  }
}
