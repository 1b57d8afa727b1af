package modulus.certificate;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The language of the certificate for people; the machine copy is the same in all of them. */
public enum CertificateLanguage {
  ENGLISH("en", Locale.ENGLISH),
  GERMAN("de", Locale.GERMAN);

  private static final String BUNDLE = "modulus.certificate.certificate";

  private final String label;
  private final Locale locale;

  CertificateLanguage(String label, Locale locale) {
    this.label = label;
    this.locale = locale;
  }

  /** By its two letters (BCP 47), {@code en} or {@code de}. */
  public static Optional<CertificateLanguage> of(String label) {
    for (CertificateLanguage language : values()) {
      if (language.label.equals(label)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** Its two letters. */
  public String label() {
    return label;
  }

  String text(String key, Object... arguments) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  /** Every digit that counts, with the language's decimal sign. */
  String number(double value) {
    return spelled(Spelling.number(value));
  }

  String count(int value) {
    return spelled(Spelling.count(value));
  }

  /** e^ε as {@link Spelling#factor}. */
  String factor(double epsilon) {
    return Spelling.boundless(epsilon)
        ? text("risk.out.boundless")
        : spelled(Spelling.factor(epsilon));
  }

  /** A number spelled the English way in the language's way. */
  String spelled(String english) {
    if (this == ENGLISH) {
      return english;
    }
    StringBuilder swapped = new StringBuilder(english);
    for (int i = 0; i < swapped.length(); i++) {
      switch (swapped.charAt(i)) {
        case '.' -> swapped.setCharAt(i, ',');
        case ',' -> swapped.setCharAt(i, '.');
        default -> {}
      }
    }
    return swapped.toString();
  }
}
