package modulus.ui.common;

import java.text.BreakIterator;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** A label that wraps between words only: it is never narrower than its longest one. */
final class WordLabel extends Label {
  private static final double ROUNDING = 1;

  private final Text measured = new Text();

  WordLabel() {
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
  }

  @Override
  protected double computeMinWidth(double height) {
    double longest = 0;
    String words = getText() == null ? "" : getText();
    measured.setFont(getFont());
    BreakIterator ends = BreakIterator.getLineInstance();
    ends.setText(words);
    int from = ends.first();
    for (int to = ends.next(); to != BreakIterator.DONE; to = ends.next()) {
      measured.setText(words.substring(from, to).strip());
      longest = Math.max(longest, measured.getLayoutBounds().getWidth());
      from = to;
    }
    return snappedLeftInset() + Math.ceil(longest + ROUNDING) + snappedRightInset();
  }
}
