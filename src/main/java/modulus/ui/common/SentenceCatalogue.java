package modulus.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The core's sentences in another language. The English sentence is the key, as in catalogues of
 * the gettext kind; its changing places are found by matching, and what stands in them is looked up
 * in turn, since one failure may quote another. A sentence that is missing stays English.
 */
public final class SentenceCatalogue {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  /** Whatever stands in a place; never the end of one sentence and the beginning of the next. */
  private static final String WITHIN_SENTENCE = "((?:(?!\\. \\p{Lu}).)+?)";

  private final List<Entry> entries;

  private record Entry(Pattern english, List<Integer> places, String translated, int literal) {
    static Entry of(String english, String translated) {
      StringBuilder pattern = new StringBuilder();
      List<Integer> places = new ArrayList<>();
      int from = 0;
      Matcher place = PLACE.matcher(english);
      while (place.find()) {
        pattern
            .append(Pattern.quote(english.substring(from, place.start())))
            .append(WITHIN_SENTENCE);
        places.add(Integer.valueOf(place.group(1)));
        from = place.end();
      }
      pattern.append(Pattern.quote(english.substring(from)));
      int literal = PLACE.matcher(english).replaceAll("").length();
      return new Entry(
          Pattern.compile(pattern.toString(), Pattern.DOTALL),
          List.copyOf(places),
          translated,
          literal);
    }
  }

  private SentenceCatalogue(List<Entry> entries) {
    // the most telling first: "{0}: {1}" would fit nearly everything
    this.entries =
        entries.stream().sorted(Comparator.comparingInt(Entry::literal).reversed()).toList();
  }

  /** The German one that comes along; read at first use, which an English window never makes. */
  public static SentenceCatalogue german() {
    return German.CATALOGUE;
  }

  private static final class German {
    static final SentenceCatalogue CATALOGUE = read();
  }

  private static SentenceCatalogue read() {
    try (InputStream in =
        SentenceCatalogue.class.getResourceAsStream("/modulus/ui/sentences_de.txt")) {
      return parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the catalogue of sentences cannot be read", e);
    }
  }

  /** Pairs of lines, English first; empty lines and those that begin with # are left out. */
  static SentenceCatalogue parse(String text) {
    List<String> lines =
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i + 1 < lines.size(); i += 2) {
      entries.add(Entry.of(lines.get(i), lines.get(i + 1)));
    }
    return new SentenceCatalogue(entries);
  }

  /** The translation, sentence by sentence where the whole is not known. */
  public String translated(String english) {
    return whole(english)
        .orElseGet(
            () -> {
              int end = english.indexOf(". ");
              return end < 0
                  ? english
                  : part(english.substring(0, end + 1))
                      + " "
                      + translated(english.substring(end + 2));
            });
  }

  private String part(String english) {
    return whole(english).orElse(english);
  }

  /** Empty where no entry fits. */
  Optional<String> whole(String english) {
    for (Entry entry : entries) {
      Matcher found = entry.english().matcher(english);
      if (found.matches()) {
        String text = entry.translated();
        for (int i = 0; i < entry.places().size(); i++) {
          text = text.replace("{" + entry.places().get(i) + "}", part(found.group(i + 1)));
        }
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }
}
