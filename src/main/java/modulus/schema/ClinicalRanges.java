package modulus.schema;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Public ranges by column name; the built-in list is {@code assets/clinical-ranges.json}. */
public final class ClinicalRanges {
  /** A match whose range would clamp more than this share of the column is no match. */
  private static final double MAX_OUTSIDE = 0.01;

  /** A measured quantity takes at least this many values; with fewer the column holds codes. */
  private static final int MIN_DISTINCT = 5;

  private static final Pattern NOT_NAME = Pattern.compile("[^a-z0-9]");
  private static final Pattern SUFFIX =
      Pattern.compile("(value|result|mean|avg|min|max|first|last|baseline|\\d+)$");

  private final List<ClinicalRange> ranges;

  private record File(String about, List<ClinicalRange> ranges) {}

  public ClinicalRanges(List<ClinicalRange> ranges) {
    this.ranges = List.copyOf(ranges);
  }

  /** The list that comes with the program. */
  public static ClinicalRanges builtIn() {
    try (InputStream in = ClinicalRanges.class.getResourceAsStream("clinical-ranges.json")) {
      return new ClinicalRanges(new ObjectMapper().readValue(in, File.class).ranges());
    } catch (IOException e) {
      throw new UncheckedIOException("the built-in clinical ranges could not be read", e);
    }
  }

  /** No range at all. */
  public static ClinicalRanges none() {
    return new ClinicalRanges(List.of());
  }

  public List<ClinicalRange> ranges() {
    return ranges;
  }

  /**
   * A range that holds (nearly) all values of a column.
   *
   * @param byName whether the column's name has this range only, else its values chose among
   *     several
   */
  record Match(ClinicalRange range, boolean byName) {}

  /**
   * The first range of the column's name that holds (nearly) all of its values, if any.
   *
   * @param distinct the column's distinct values
   * @param counts how often each occurs
   */
  Optional<Match> match(String columnName, double[] distinct, int[] counts) {
    if (distinct.length < MIN_DISTINCT) {
      return Optional.empty();
    }
    String name = NOT_NAME.matcher(columnName.toLowerCase(Locale.ROOT)).replaceAll("");
    String stem = SUFFIX.matcher(name).replaceAll("");
    List<ClinicalRange> named =
        ranges.stream()
            .filter(range -> range.names().contains(name) || range.names().contains(stem))
            .toList();
    return named.stream()
        .filter(range -> fits(range, distinct, counts))
        .findFirst()
        .map(range -> new Match(range, named.size() == 1));
  }

  private static boolean fits(ClinicalRange range, double[] distinct, int[] counts) {
    long present = 0;
    long outside = 0;
    for (int i = 0; i < distinct.length; i++) {
      present += counts[i];
      outside += range.holds(distinct[i]) ? 0 : counts[i];
    }
    return outside <= MAX_OUTSIDE * present;
  }
}
