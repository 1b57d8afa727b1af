package modulus.cli;

import java.util.Optional;
import modulus.schema.Schema;
import modulus.schema.SerialPattern;
import modulus.workbench.Failure;
import picocli.CommandLine.Option;

/** What stands in the place of identifiers. */
final class IdentifierOptions {
  private static final String REGENERATE = "regenerate";

  @Option(
      names = "--identifiers",
      paramLabel = "regenerate[=PATTERN]",
      description =
          "puts serial numbers in the place of identifiers, PATTERN with # for the digits, default"
              + " ID-########; as the schema says when left out")
  private Optional<String> wish = Optional.empty();

  /**
   * The schema with what is asked for here.
   *
   * @throws Failure if it is neither the word nor the word with a pattern
   */
  Schema applyTo(Schema schema) {
    return wish.map(text -> schema.withIdentifiersRegenerated(pattern(text))).orElse(schema);
  }

  private static SerialPattern pattern(String text) {
    if (text.equals(REGENERATE)) {
      return SerialPattern.DEFAULT;
    }
    try {
      if (text.startsWith(REGENERATE + "=")) {
        return new SerialPattern(text.substring(REGENERATE.length() + 1));
      }
    } catch (IllegalArgumentException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "The identifiers cannot be numbered: " + e.getMessage() + ".",
          "Give a pattern such as ID-########.",
          e);
    }
    throw new Failure(
        Failure.Kind.BAD_INPUT,
        "Identifiers can be regenerated, but '" + text + "' is something else.",
        "Say --identifiers regenerate, or --identifiers regenerate=PATTERN.");
  }
}
