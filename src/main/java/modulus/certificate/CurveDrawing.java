package modulus.certificate;

import java.awt.Color;
import java.io.IOException;
import modulus.privacy.Adjacency;

/** ε over δ as a chart of vectors: δ on a logarithmic axis, ε from 0 up. */
final class CurveDrawing {
  static final float HEIGHT = 165;

  private static final float SIZE = 7;
  private static final float LEGEND = 12;
  private static final Color OTHER = new Color(0xb4, 0x54, 0x09);
  private static final int MOST_TICKS = 5;

  private final DocumentPage page;
  private final EpsilonCurve curve;
  private final Claim claim;
  private final CertificateLanguage language;
  private final float left = DocumentPage.LEFT + 34;
  private final float right = DocumentPage.RIGHT - 14;
  private final float bottom;
  private final float top;
  private final double step;
  private final double ceiling;

  CurveDrawing(DocumentPage page, EpsilonCurve curve, Claim claim, CertificateLanguage language) {
    this.page = page;
    this.curve = curve;
    this.claim = claim;
    this.language = language;
    top = page.y() - LEGEND - 4;
    bottom = page.y() - HEIGHT + 26;
    step = step(curve.largest());
    ceiling = Math.max(1, Math.ceil(curve.largest() / step)) * step;
  }

  /** Draws it and moves the page down by {@link #HEIGHT}. */
  void draw() throws IOException {
    axes();
    series(Adjacency.REPLACE_ONE, OTHER, 4, 2);
    series(Adjacency.ADD_REMOVE, DocumentPage.ACCENT);
    legend();
    page.down(HEIGHT);
  }

  private void axes() throws IOException {
    for (int i = 0; i * step <= ceiling * (1 + 1e-9); i++) {
      float at = y(i * step);
      page.rule(left, right, at);
      String label = language.spelled(Spelling.number(Math.round(i * step * 1e6) / 1e6));
      float width = page.font().width(label, SIZE);
      page.text(label, left - 4 - width, at - 2.4f, SIZE, false, DocumentPage.FAINT);
    }
    int first = (int) Math.ceil(Math.log10(curve.deltas()[0]) - 1e-9);
    int last = (int) Math.floor(Math.log10(curve.deltas()[curve.deltas().length - 1]) + 1e-9);
    for (int exponent = first; exponent <= last; exponent++) {
      float at = x(Math.pow(10, exponent));
      page.line(new float[] {at, at}, new float[] {bottom, bottom - 3}, 0.5f, DocumentPage.FAINT);
      String label = "1e" + exponent;
      float width = page.font().width(label, SIZE);
      page.text(label, at - width / 2, bottom - 11, SIZE, false, DocumentPage.FAINT);
    }
    page.text("ε", DocumentPage.LEFT, top - 6, SIZE + 2, true, DocumentPage.INK);
    page.text("δ", right - 2, bottom - 21, SIZE + 2, true, DocumentPage.INK);
  }

  private void series(Adjacency adjacency, Color color, float... dashes) throws IOException {
    double[] epsilons = curve.epsilons().get(adjacency);
    float[] xs = new float[epsilons.length];
    float[] ys = new float[epsilons.length];
    for (int i = 0; i < epsilons.length; i++) {
      xs[i] = x(curve.deltas()[i]);
      ys[i] = y(epsilons[i]);
    }
    page.line(xs, ys, 1.2f, color, dashes);
    double printed = Double.parseDouble(claim.accounting().printed(adjacency));
    float markX = x(claim.accounting().delta());
    float markY = Math.min(y(printed), top);
    page.box(markX - 2.2f, markY - 2.2f, 4.4f, 4.4f, color);
    String label = language.spelled(claim.accounting().printed(adjacency));
    page.text(label, markX + 5, markY + 3, SIZE + 0.5f, true, color);
  }

  private void legend() throws IOException {
    float at = page.y() - SIZE - 1;
    float x = entry(language.text("curve.add"), left, at, DocumentPage.ACCENT);
    entry(language.text("curve.replace"), x + 18, at, OTHER, 4, 2);
  }

  private float entry(String text, float x, float baseline, Color color, float... dashes)
      throws IOException {
    page.line(
        new float[] {x, x + 18},
        new float[] {baseline + 2.4f, baseline + 2.4f},
        1.2f,
        color,
        dashes);
    page.text(text, x + 22, baseline, SIZE + 0.5f, false, DocumentPage.INK);
    return x + 22 + page.font().width(text, SIZE + 0.5f);
  }

  /** In hundredths of a point, so that the last digit of a logarithm does not show. */
  private float x(double delta) {
    double low = Math.log(curve.deltas()[0]);
    double high = Math.log(curve.deltas()[curve.deltas().length - 1]);
    return rounded(left + (right - left) * (Math.log(delta) - low) / (high - low));
  }

  private float y(double epsilon) {
    return rounded(bottom + (top - bottom) * epsilon / ceiling);
  }

  private static float rounded(double points) {
    return Math.round(points * 100) / 100f;
  }

  /** 1, 2 or 5 times a power of ten, at most {@value #MOST_TICKS} of them up to the largest. */
  private static double step(double largest) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(largest, 1e-6) / MOST_TICKS)));
    for (double factor : new double[] {1, 2, 5}) {
      if (largest / (factor * power) <= MOST_TICKS) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
