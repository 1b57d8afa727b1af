package modulus.certificate;

import java.io.IOException;
import java.util.List;
import modulus.certificate.DocumentText.Row;
import modulus.privacy.Adjacency;
import modulus.privacy.CancellableWork;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The certificate's two pages, in the largest type in which both are two. */
final class DocumentLayout {
  private static final float LARGEST = 10f;
  private static final float SMALLEST = 5.6f;
  private static final float TITLES = 108;

  private final Claim claim;
  private final DocumentText text;
  private final CertificateLanguage language;
  private final EpsilonCurve curve;
  private final DocumentFont font;

  DocumentLayout(Claim claim, Signer signer, CertificateLanguage language, DocumentFont font) {
    this.claim = claim;
    this.language = language;
    this.text = new DocumentText(claim, signer, language);
    this.curve = EpsilonCurve.of(claim);
    this.font = font;
  }

  void addTo(PDDocument document) throws IOException {
    float size = LARGEST;
    while (size > SMALLEST && !fits(size)) {
      size -= 0.1f;
    }
    if (!fits(size)) {
      throw new IllegalStateException("the certificate does not fit on two pages");
    }
    try (DocumentPage page = new DocumentPage(font, document)) {
      first(page, size);
      footer(page, 1);
    }
    try (DocumentPage page = new DocumentPage(font, document)) {
      second(page, size);
      footer(page, 2);
    }
  }

  private boolean fits(float size) throws IOException {
    CancellableWork.check();
    try (DocumentPage one = new DocumentPage(font, null);
        DocumentPage two = new DocumentPage(font, null)) {
      first(one, size);
      second(two, size);
      return one.fits() && two.fits();
    }
  }

  private void first(DocumentPage page, float size) throws IOException {
    float width = DocumentPage.RIGHT - DocumentPage.LEFT;
    page.down(page.block(text.title(), DocumentPage.LEFT, width, 19, true, DocumentPage.ACCENT));
    page.down(
        page.block(text.subtitle(), DocumentPage.LEFT, width, 9, false, DocumentPage.FAINT) + 8);
    page.rule(DocumentPage.LEFT, DocumentPage.RIGHT, page.y());
    page.down(8);
    float half = width / 2;
    float tallest = 0;
    for (Adjacency adjacency : Adjacency.values()) {
      float x = DocumentPage.LEFT + (adjacency == Adjacency.ADD_REMOVE ? 0 : half);
      page.block(text.bound(adjacency), x, half - 10, 20, true, DocumentPage.INK);
      page.down(26);
      float height = page.block(text.boundOf(adjacency), x, half - 10, 9, false, DocumentPage.INK);
      page.down(-26);
      tallest = Math.max(tallest, height);
    }
    page.down(26 + tallest + 3);
    page.down(page.block(text.boxText(), DocumentPage.LEFT, width, 9, false, DocumentPage.INK) + 6);
    page.rule(DocumentPage.LEFT, DocumentPage.RIGHT, page.y());
    page.down(7);
    passages(page, text.first(), size);
  }

  private void second(DocumentPage page, float size) throws IOException {
    heading(page, "events.title");
    events(page, size);
    page.down(6);
    heading(page, "curve.title");
    page.down(
        page.block(
                text.say("curve.text"),
                DocumentPage.LEFT,
                DocumentPage.RIGHT - DocumentPage.LEFT,
                size,
                false,
                DocumentPage.FAINT)
            + 4);
    new CurveDrawing(page, curve, claim, language).draw();
    page.down(10);
    passages(page, text.second(), size);
  }

  private void heading(DocumentPage page, String key) throws IOException {
    float width = DocumentPage.RIGHT - DocumentPage.LEFT;
    page.down(
        page.block(text.say(key), DocumentPage.LEFT, width, 11, true, DocumentPage.ACCENT) + 3);
  }

  private void passages(DocumentPage page, List<Passage> passages, float size) throws IOException {
    float x = DocumentPage.LEFT + TITLES;
    for (Passage passage : passages) {
      float title =
          page.block(
              passage.title(), DocumentPage.LEFT, TITLES - 8, size, true, DocumentPage.ACCENT);
      float body =
          page.block(passage.text(), x, DocumentPage.RIGHT - x, size, false, DocumentPage.INK);
      page.down(Math.max(title, body) + size * 0.42f);
    }
  }

  private void events(DocumentPage page, float size) throws IOException {
    row(
        page,
        new Row(
            text.say("events.number"), text.say("events.purpose"), text.say("events.mechanism")),
        size,
        true);
    for (Row row : text.rows()) {
      page.rule(DocumentPage.LEFT, DocumentPage.RIGHT, page.y());
      page.down(2);
      row(page, row, size, false);
    }
    page.rule(DocumentPage.LEFT, DocumentPage.RIGHT, page.y());
  }

  private void row(DocumentPage page, Row row, float size, boolean bold) throws IOException {
    float purpose = DocumentPage.LEFT + 26;
    float mechanism = row.purpose().isEmpty() ? purpose : DocumentPage.LEFT + 200;
    page.block(row.number(), DocumentPage.LEFT, 26, size, bold, DocumentPage.INK);
    float left = page.block(row.purpose(), purpose, 168, size, bold, DocumentPage.INK);
    float right =
        page.block(
            row.mechanism(),
            mechanism,
            DocumentPage.RIGHT - mechanism,
            size,
            bold,
            DocumentPage.INK);
    page.down(Math.max(left, right) + 2);
  }

  private void footer(DocumentPage page, int number) throws IOException {
    page.text(text.footer(number), DocumentPage.LEFT, 28, 7, false, DocumentPage.FAINT);
  }
}
