package modulus.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * Something the steward should look at before a schema is called public knowledge.
 *
 * @param reason a sentence without any value of the table's cells
 */
public record Confirmation(String attribute, String reason) {

  /** What is to be confirmed of {@code schema}, in file order; empty when nothing is. */
  public static List<Confirmation> of(Schema schema) {
    List<Confirmation> result = new ArrayList<>();
    for (Attribute attribute : schema.attributes()) {
      boolean asked = schema.patientQuestion(schema).filter(attribute.name()::equals).isPresent();
      for (SchemaWarning warning : attribute.warnings()) {
        if (warning == SchemaWarning.REPEATS && !asked) {
          continue; // answered
        }
        result.add(new Confirmation(attribute.name(), sentence(warning)));
      }
      if (attribute.domain().modelled() && attribute.origin() == DomainOrigin.READ_FROM_DATA) {
        result.add(new Confirmation(attribute.name(), domainSentence(attribute.domain())));
      } else if (!attribute.covered() && attribute.warnings().isEmpty()) {
        result.add(
            new Confirmation(
                attribute.name(),
                (attribute.estimatedPrivately()
                        ? "Its domain will be estimated privately; its"
                        : "Its range is public; that it is the right one, its")
                    + " precision and whether it may be missing were read from the data."));
      }
      for (OrderRule rule : schema.orders()) {
        if (!rule.declared() && rule.attribute().equals(attribute.name())) {
          result.add(new Confirmation(attribute.name(), orderSentence(rule, attribute)));
        }
      }
    }
    return result;
  }

  private static String orderSentence(OrderRule rule, Attribute attribute) {
    return "By its name it is not "
        + (attribute.domain() instanceof Domain.Date ? "after" : "greater than")
        + " '"
        + rule.notAfter()
        + "'; declare that order if it always holds, then synthetic rows keep it.";
  }

  private static String domainSentence(Domain domain) {
    if (domain instanceof Domain.Categorical categorical) {
      int count = categorical.categories().size();
      return "Its "
          + count
          + (count == 1 ? " category was" : " categories were")
          + " read from the data; confirm them from a code book.";
    }
    return "Its range was read from the data; replace it by the range that is possible.";
  }

  private static String sentence(SchemaWarning warning) {
    return switch (warning) {
      case LOOKS_LIKE_IDENTIFIER ->
          "It looks like the number or name of a person or stay and is left out.";
      case REPEATS ->
          "Its values repeat. Does it name the patient? Until that is said, a row is protected, not a"
              + " patient.";
      case FREE_TEXT -> "It looks like free text and is left out.";
      case CONSTANT -> "It is the same in every row and is left out.";
      case HIGH_CARDINALITY ->
          "It has too many different values: the most frequent are kept, the rest becomes 'other'.";
      case DATE_STORED_AS_NUMBER -> "It looks like a date stored as a number.";
      case LEADING_ZEROS -> "Its numbers have leading zeros and are kept as codes.";
      case MOSTLY_NUMBERS ->
          "Most of its cells are numbers, but some are not or are written another way, so it is kept"
              + " as categories; declare it numeric, then cells that are no number count as missing.";
      case NUMBER_WITH_UNIT ->
          "Its numbers are followed by a unit and are kept as categories; remove the unit from the"
              + " cells to have numbers.";
      case TWO_DIGIT_YEARS ->
          "Its years have two digits and are read as 2000 to 2099; correct the file if some are"
              + " earlier.";
      case DAY_OR_MONTH_FIRST ->
          "Its dates could be read with day and month exchanged; check the pattern.";
      case ROUNDING_NOISE ->
          "Most of its digits are left over from rounding; it is given the precision it was measured with.";
    };
  }
}
