package modulus.certificate;

/**
 * One statement of the certificate in words.
 *
 * @param key its name in files, for example {@code singlingOut}
 * @param title its heading
 */
public record Paragraph(String key, String title, String text) {}
