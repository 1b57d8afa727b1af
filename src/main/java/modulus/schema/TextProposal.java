package modulus.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import modulus.table.CategoryColumn;
import modulus.table.CellLooks;

/** What a column of text is likely to be. */
final class TextProposal {
  private static final double ALMOST_ALL = 0.95;
  private static final int ENOUGH = 20;
  private static final double LONG_TEXT = 30;
  private static final double MANY_WORDS = 4;
  private static final double MOSTLY = 0.8;
  private static final int MOST_CODES = 10;
  private static final Pattern WITH_UNIT =
      Pattern.compile(
          "[-+]?\\d+([.,]\\d+)?\\s?[\\p{L}\u00b0\u00b5%][\\p{L}\u00b0\u00b5%/\u00b2\u00b3]*");

  private final CategoryColumn column;
  private final int present;
  private final int[] counts;
  private final List<String> distinct = new ArrayList<>();
  private final BooleanSupplier cancelled;
  private final CellLooks looks;

  /**
   * @param cancelled looked at every few thousand cells
   * @throws CancellationException if cancelled
   */
  TextProposal(CategoryColumn column, BooleanSupplier cancelled) {
    this.column = column;
    this.cancelled = cancelled;
    this.looks = new CellLooks(cancelled);
    this.present = column.rows() - column.missingCount();
    this.counts = new int[column.dictionary().size()];
    for (int row = 0; row < column.rows(); row++) {
      looks.cell();
      if (!column.isMissing(row)) {
        counts[column.code(row)]++;
      }
    }
    for (int code = 0; code < counts.length; code++) {
      looks.cell();
      if (counts[code] > 0) {
        distinct.add(column.dictionary().get(code));
      }
    }
  }

  /**
   * @throws CancellationException if cancelled
   */
  Proposal propose() {
    Optional<DateGuess.Dates> dates = DateGuess.of(distinct, cancelled);
    if (dates.isPresent()) {
      return dates.get().proposal();
    }
    double share = (double) distinct.size() / present;
    boolean nearlyAllDistinct = share >= ALMOST_ALL && present >= ENOUGH;
    if (isProse() && (nearlyAllDistinct || (share > 0.2 && distinct.size() > Categories.MAX))) {
      return Proposal.of(new Domain.Excluded(), SchemaWarning.FREE_TEXT);
    }
    boolean named = NameHints.personOrStay(column.name()) && distinct.size() > ENOUGH;
    boolean likely = NameHints.identifier(column.name()) && share >= 0.5 && present >= ENOUGH;
    if (nearlyAllDistinct || named || likely) {
      return Proposal.of(new Domain.Identifier(), SchemaWarning.LOOKS_LIKE_IDENTIFIER);
    }
    List<Categories.Counted> found = new ArrayList<>();
    for (int code = 0; code < counts.length; code++) {
      if (counts[code] > 0) {
        found.add(new Categories.Counted(column.dictionary().get(code), counts[code]));
      }
    }
    if (hasLeadingZeros()) {
      return Categories.propose(found, looks, SchemaWarning.LEADING_ZEROS);
    }
    if (distinct.stream().allMatch(this::hasUnit)) {
      return Categories.propose(found, looks, SchemaWarning.NUMBER_WITH_UNIT);
    }
    return isMostlyNumbers()
        ? Categories.propose(found, looks, SchemaWarning.MOSTLY_NUMBERS)
        : Categories.propose(found, looks);
  }

  private boolean hasUnit(String text) {
    looks.cell();
    return WITH_UNIT.matcher(text).matches();
  }

  /** Codes of a code book are few; many different numbers are a measurement. */
  private boolean isMostlyNumbers() {
    IntToDoubleFunction number = column.number();
    int numbers = 0;
    for (int code = 0; code < counts.length; code++) {
      looks.cell();
      numbers += Double.isNaN(number.applyAsDouble(code)) ? 0 : 1;
    }
    return numbers > MOST_CODES && numbers >= MOSTLY * distinct.size();
  }

  private boolean isProse() {
    double letters = 0;
    double words = 0;
    for (String text : distinct) {
      looks.cell();
      letters += text.length();
      words += text.chars().filter(sign -> sign == ' ').count() + 1;
    }
    return letters / distinct.size() >= LONG_TEXT && words / distinct.size() >= MANY_WORDS;
  }

  private boolean hasLeadingZeros() {
    boolean zero = false;
    for (String text : distinct) {
      looks.cell();
      if (!text.chars().allMatch(Character::isDigit)) {
        return false;
      }
      zero |= text.length() > 1 && text.charAt(0) == '0';
    }
    return zero;
  }
}
