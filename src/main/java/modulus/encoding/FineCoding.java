package modulus.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import modulus.schema.Attribute;
import modulus.schema.Schema;
import modulus.table.Column;
import modulus.table.Table;

/**
 * The codes of every modelled attribute, by the schema alone and record by record: nothing here
 * looks at two records together (privacy.md, section 1).
 *
 * <p>A categorical attribute has one code per category, one for "other" if enabled and one for
 * missing if allowed; a numeric or date attribute one per cell of its {@link CellGrid} and one for
 * missing if allowed. A value outside a categorical domain without "other", and one that cannot be
 * read as a number or date, counts as missing; where missing is not allowed it becomes the first
 * code. A number or date outside its range is clamped.
 */
public final class FineCoding {
  private final List<AttributeCoding> codings;

  private FineCoding(List<AttributeCoding> codings) {
    this.codings = codings;
  }

  /**
   * @throws IllegalArgumentException if a categorical domain has more than 32,767 codes
   */
  public static FineCoding of(Schema schema) {
    return new FineCoding(schema.modelled().stream().map(AttributeCoding::of).toList());
  }

  /** The coded attributes, in file order. */
  public List<Attribute> attributes() {
    return codings.stream().map(AttributeCoding::attribute).toList();
  }

  /** Number of fine codes of {@code attribute}. */
  public int size(int attribute) {
    return codings.get(attribute).size();
  }

  public int[] sizes() {
    return codings.stream().mapToInt(AttributeCoding::size).toArray();
  }

  /** The grid of a numeric or date attribute; its cells are codes 0 … cells − 1. */
  public Optional<CellGrid> grid(int attribute) {
    return codings.get(attribute).grid();
  }

  /** The code of a missing value of {@code attribute} (its last), or −1 where none is allowed. */
  public int missingCode(int attribute) {
    return codings.get(attribute).missingCode();
  }

  /** {@link #encode(Table, BooleanSupplier)} to the end. */
  public EncodedTable encode(Table table) {
    return encode(table, () -> false);
  }

  /**
   * @throws IllegalArgumentException if the table lacks a modelled attribute
   * @throws CancellationException if cancelled; looked at per attribute and every few thousand
   *     dates
   */
  public EncodedTable encode(Table table, BooleanSupplier cancelled) {
    int rows = table.rows();
    short[][] codes = new short[codings.size()][rows];
    float[][] units = new float[codings.size()][];
    for (int j = 0; j < codings.size(); j++) {
      Cancellation.check(cancelled);
      AttributeCoding coding = codings.get(j);
      String name = coding.attribute().name();
      Column column =
          table
              .column(name)
              .orElseThrow(
                  () -> new IllegalArgumentException("the table has no column '" + name + "'"));
      units[j] = coding.grid().isPresent() ? new float[rows] : null;
      coding.encode(column, codes[j], units[j], cancelled);
    }
    return new EncodedTable(new CodedTable(rows, sizes(), codes), units);
  }

  /** {@link #decode(CodedTable, UniformDraw, BooleanSupplier)} to the end. */
  public Table decode(CodedTable fine, UniformDraw random) {
    return decode(fine, random, () -> false);
  }

  /**
   * A table of the coded attributes: within a cell uniform over the representable values at the
   * declared precision.
   *
   * @throws IllegalArgumentException if {@code fine} was not coded by this coding's sizes
   * @throws CancellationException if cancelled; looked at per attribute and every few thousand
   *     draws
   */
  public Table decode(CodedTable fine, UniformDraw random, BooleanSupplier cancelled) {
    if (!java.util.Arrays.equals(fine.sizes(), sizes())) {
      throw new IllegalArgumentException("the codes to decode must be fine codes of this coding");
    }
    UniformDraw draw = new CancellableDraw(random, cancelled);
    List<Column> columns = new ArrayList<>();
    for (int j = 0; j < codings.size(); j++) {
      Cancellation.check(cancelled);
      columns.add(codings.get(j).decode(fine.column(j), draw));
    }
    return new Table(columns);
  }

  /** Draws until it is cancelled; not for several threads. */
  private static final class CancellableDraw implements UniformDraw {
    private static final int LOOK_EVERY = 1 << 13;

    private final UniformDraw random;
    private final BooleanSupplier cancelled;
    private int drawn;

    CancellableDraw(UniformDraw random, BooleanSupplier cancelled) {
      this.random = random;
      this.cancelled = cancelled;
    }

    @Override
    public int below(int bound) {
      if (++drawn % LOOK_EVERY == 0) {
        Cancellation.check(cancelled);
      }
      return random.below(bound);
    }
  }
}
