package modulus.ui.compare;

import java.util.ArrayList;
import java.util.List;
import modulus.evaluation.MarginalComparison;
import modulus.ui.common.Messages;

/** Labels of an attribute's groups in the present language. */
final class GroupNames {
  private GroupNames() {}

  /**
   * @param labels the last two may stand for all other values and for none
   */
  static List<String> of(List<String> labels, Messages messages) {
    List<String> names = new ArrayList<>(labels);
    // only there: an attribute's own category may be spelled the same
    for (int i = Math.max(0, labels.size() - 2); i < labels.size(); i++) {
      if (labels.get(i).equals(MarginalComparison.OTHER_VALUES)) {
        names.set(i, messages.get("compare.otherValues"));
      } else if (labels.get(i).equals(MarginalComparison.MISSING)) {
        names.set(i, messages.get("compare.missing"));
      }
    }
    return names;
  }
}
