package modulus.evaluation.learning;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import java.util.function.BooleanSupplier;
import modulus.evaluation.Cancellation;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.dtree.impurity.LabelImpurity;

/**
 * The Gini index, which ends the growing of a tree at the next place to split it: a tree over many
 * columns takes seconds, too long to be asked between two trees only.
 */
final class CancellableGini implements LabelImpurity {
  private final GiniIndex gini = new GiniIndex();
  private final BooleanSupplier cancelled;

  CancellableGini(BooleanSupplier cancelled) {
    this.cancelled = cancelled;
  }

  @Override
  public double impurityNormed(double[] shares) {
    Cancellation.check(cancelled);
    return gini.impurityNormed(shares);
  }

  @Override
  public ConfiguredObjectProvenance getProvenance() {
    return gini.getProvenance();
  }
}
