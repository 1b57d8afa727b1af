package modulus.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Liberation Sans (SIL Open Font License 1.1), which comes with PDFBox and has German letters and
 * ε, δ, μ, σ, Δ, ≤; embedded as far as it is used.
 */
final class DocumentFont {
  private static final String RESOURCE =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final int UNITS = 1_000;

  private final PDType0Font font;
  private final CmapLookup glyphs;

  DocumentFont(PDDocument document) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(PDDocument.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      TrueTypeFont type = new TTFParser().parse(new RandomAccessReadBuffer(in));
      glyphs = type.getUnicodeCmapLookup();
      font = PDType0Font.load(document, type, true);
    }
  }

  PDType0Font font() {
    return font;
  }

  /** The text with what the font lacks, for example Chinese names, as code points in brackets. */
  String drawable(String text) {
    StringBuilder drawable = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (glyphs.getGlyphId(c) != 0) {
                drawable.appendCodePoint(c);
              } else {
                drawable.append(String.format("[U+%04X]", c));
              }
            });
    return drawable.toString();
  }

  /** In points. */
  float width(String drawable, float size) throws IOException {
    return font.getStringWidth(drawable) / UNITS * size;
  }

  /** Lines no wider than this, line feeds kept; words that are wider themselves are cut. */
  List<String> lines(String text, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      lines.addAll(wrapped(drawable(paragraph), size, width));
    }
    return lines;
  }

  private List<String> wrapped(String drawable, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : drawable.split(" +")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (width(longer, size) <= width) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      line = word;
      while (width(line, size) > width) {
        int fitting = fitting(line, size, width);
        lines.add(line.substring(0, fitting));
        line = line.substring(fitting);
      }
    }
    lines.add(line);
    return lines;
  }

  private int fitting(String word, float size, float width) throws IOException {
    int end = 1;
    while (end < word.length() && width(word.substring(0, end + 1), size) <= width) {
      end++;
    }
    // no half of a surrogate pair
    return end > 1 && Character.isHighSurrogate(word.charAt(end - 1)) ? end - 1 : end;
  }
}
