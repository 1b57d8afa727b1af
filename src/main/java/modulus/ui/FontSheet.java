package modulus.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import modulus.ui.common.FontScale;

/**
 * The style sheet of what grows with the letters: {@code scaled.css} with its lengths multiplied.
 * Dialogs and hints take it over from the scene that owns them.
 */
final class FontSheet {
  private static final Pattern LENGTH = Pattern.compile("(\\d+(?:\\.\\d+)?)px");
  private static final String TEMPLATE = template();

  private final FontScale scale;
  private String current = "";

  FontSheet(FontScale scale) {
    this.scale = scale;
  }

  /** Keeps the sheet last in whatever scene is the present one. */
  void follow(ObservableValue<Scene> scene) {
    scene.addListener((source, before, now) -> apply(now));
    scale.percentProperty().addListener((source, before, now) -> apply(scene.getValue()));
    apply(scene.getValue());
  }

  private void apply(Scene scene) {
    if (scene == null) {
      return;
    }
    String fresh = address(scaled(scale.factor()));
    if (!scene.getStylesheets().contains(current)) {
      scene.getStylesheets().add(fresh);
    } else if (!fresh.equals(current)) {
      scene.getStylesheets().set(scene.getStylesheets().indexOf(current), fresh);
    }
    current = fresh;
  }

  /** The rules with every length times {@code factor}. */
  static String scaled(double factor) {
    return LENGTH
        .matcher(TEMPLATE)
        .replaceAll(
            found ->
                String.format(Locale.ROOT, "%.2fpx", factor * Double.parseDouble(found.group(1))));
  }

  private static String address(String rules) {
    byte[] bytes = rules.getBytes(StandardCharsets.UTF_8);
    return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
  }

  private static String template() {
    try (InputStream in = FontSheet.class.getResourceAsStream("scaled.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the style sheet of lengths cannot be read", e);
    }
  }
}
