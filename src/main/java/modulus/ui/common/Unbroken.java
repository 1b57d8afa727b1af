package modulus.ui.common;

import java.util.regex.Pattern;

/** Keeps a number and its sign on one line: 95 %, ± 12, ε = 1, ε ≤ 1.00. */
public final class Unbroken {
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?<=[0-9]) (?=%)|(?<=±) (?=[0-9])|(?<=[εδL]) (?=[=≤≥] )|(?<=[=≤≥]) (?=[−0-9∞–])");

  private Unbroken() {}

  /** The words, with no-break spaces within what belongs together. */
  public static String words(String words) {
    return words.chars().anyMatch(c -> "%±=≤≥".indexOf(c) >= 0)
        ? BETWEEN.matcher(words).replaceAll("\u00a0")
        : words;
  }
}
