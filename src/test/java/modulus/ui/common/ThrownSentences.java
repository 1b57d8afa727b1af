package modulus.ui.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sentences that the sources throw at the user: string literals of the exceptions that are
 * shown, with a name in place of whatever is put together at run time.
 */
final class ThrownSentences {
  private static final Pattern THROWN =
      Pattern.compile(
          "new (Failure|SchemaException|TableFormatException|EvaluationException|FormatException"
              + "|LedgerException|TimeStampException)\\(");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /** Letters of "The": what has no more merely quotes another sentence. */
  private static final int MOST_ARTICLE = 3;

  private ThrownSentences() {}

  /** From all sources but the command line's, which speaks English. */
  static List<String> inSources() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/modulus"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        if (!file.startsWith("src/main/java/modulus/cli")) {
          inSource(Files.readString(file), found);
        }
      }
    }
    return found;
  }

  private static void inSource(String source, List<String> found) {
    Matcher site = THROWN.matcher(source);
    while (site.find()) {
      for (String argument : parts(source.substring(site.end()), ',')) {
        String sentence = sentence(argument);
        if (sentence.replaceAll("N\\d", "").chars().filter(Character::isLetter).count()
            > MOST_ARTICLE) {
          found.add(sentence);
        }
      }
    }
  }

  /** "The file " + name + " is gone." becomes "The file N1 is gone." */
  private static String sentence(String expression) {
    StringBuilder sentence = new StringBuilder();
    int names = 0;
    for (String part : parts(expression, '+')) {
      Matcher literal = LITERAL.matcher(part);
      boolean whole = part.strip().startsWith("\"");
      if (literal.find() && (whole || part.contains("?"))) {
        sentence.append(literal.group(1).replace("\\\"", "\""));
      } else {
        sentence.append('N').append(++names);
      }
    }
    return sentence.toString();
  }

  /** The parts of an expression between separators that stand in no parenthesis and no literal. */
  private static List<String> parts(String text, char separator) {
    List<StringBuilder> parts = new ArrayList<>(List.of(new StringBuilder()));
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length() && depth >= 0; i++) {
      char sign = text.charAt(i);
      boolean escaped = quoted && sign == '\\';
      if (sign == '"') {
        quoted = !quoted;
      }
      if (!quoted) {
        depth += sign == '(' || sign == '{' ? 1 : sign == ')' || sign == '}' ? -1 : 0;
      }
      if (depth < 0) {
        break;
      }
      if (!quoted && depth == 0 && sign == separator) {
        parts.add(new StringBuilder());
      } else {
        parts.get(parts.size() - 1).append(sign);
        if (escaped) {
          parts.get(parts.size() - 1).append(text.charAt(++i));
        }
      }
    }
    return parts.stream().map(StringBuilder::toString).collect(Collectors.toList());
  }
}
