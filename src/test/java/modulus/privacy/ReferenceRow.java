package modulus.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import modulus.privacy.PrivacyEvent.Gaussian;
import modulus.privacy.PrivacyEvent.PoissonSubsampledGaussian;
import modulus.privacy.PrivacyEvent.PosteriorMixture;

/** One line of {@code accounting.csv}; its header tells where the numbers come from. */
record ReferenceRow(
    int id, List<PrivacyEvent> events, Adjacency adjacency, double delta, double epsilon) {
  private static final Pattern LINE =
      Pattern.compile("(\\d+),\"(.*)\",(add-remove|replace-one),([^,]+),([^,]+)");
  private static final Pattern EVENT =
      Pattern.compile("\"type\": \"([a-z-]+)\",([^\\]]*?)(?=, \\{\"type|\\]$)");
  private static final Pattern NUMBER = Pattern.compile("\"([A-Za-z-]+)\": ([0-9.e+-]+)");

  static List<ReferenceRow> all() {
    List<ReferenceRow> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                ReferenceRow.class.getResourceAsStream("accounting.csv"),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
          rows.add(
              new ReferenceRow(
                  Integer.parseInt(matcher.group(1)),
                  events(matcher.group(2).replace("\"\"", "\"")),
                  matcher.group(3).equals("add-remove")
                      ? Adjacency.ADD_REMOVE
                      : Adjacency.REPLACE_ONE,
                  Double.parseDouble(matcher.group(4)),
                  Double.parseDouble(matcher.group(5))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static List<PrivacyEvent> events(String json) {
    List<PrivacyEvent> events = new ArrayList<>();
    Matcher matcher = EVENT.matcher(json);
    while (matcher.find()) {
      List<Double> numbers = new ArrayList<>();
      Matcher number = NUMBER.matcher(matcher.group(2));
      while (number.find()) {
        numbers.add(Double.parseDouble(number.group(2)));
      }
      events.add(
          switch (matcher.group(1)) {
            case "gaussian" -> new Gaussian(numbers.get(0), numbers.get(1));
            case "poisson-subsampled-gaussian" ->
                new PoissonSubsampledGaussian(
                    numbers.get(0), numbers.get(1), numbers.get(2).intValue());
            case "posterior-mixture" ->
                new PosteriorMixture(
                    numbers.get(0), numbers.get(1).intValue(), numbers.get(2).intValue());
            default -> throw new IllegalStateException(matcher.group(1));
          });
    }
    return events;
  }
}
