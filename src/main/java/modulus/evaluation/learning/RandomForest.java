package modulus.evaluation.learning;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import modulus.evaluation.Cancellation;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.ensemble.EnsembleModel;

/** A random forest whose trees' class shares are averaged. */
final class RandomForest {
  private static final float LEAF_WEIGHT = 5;

  private RandomForest() {}

  static Classifier train(Dataset<Label> data, LearningOptions options, BooleanSupplier cancelled) {
    int features = data.getFeatureMap().size();
    float perSplit = (float) Math.max(1, Math.round(Math.sqrt(features))) / features;
    CARTClassificationTrainer tree =
        new CARTClassificationTrainer(
            options.depth(),
            LEAF_WEIGHT,
            0,
            // strictly below 1, or it would be no forest
            Math.min(perSplit, 0.999f),
            false,
            new CancellableGini(cancelled),
            options.seed());
    EnsembleModel<Label> forest =
        new CancellableForest(tree, options.trees(), options.seed(), cancelled).train(data);
    List<Model<Label>> trees = List.copyOf(forest.getModels());
    return (example, scores) -> trees.forEach(model -> Classifier.add(model, example, scores));
  }

  /** A forest whose training can also end between two trees. */
  private static final class CancellableForest extends RandomForestTrainer<Label> {
    private final BooleanSupplier cancelled;

    CancellableForest(
        CARTClassificationTrainer tree, int trees, long seed, BooleanSupplier cancelled) {
      super(tree, new VotingCombiner(), trees, seed);
      this.cancelled = cancelled;
    }

    @Override
    protected Model<Label> trainSingleModel(
        Dataset<Label> data,
        ImmutableFeatureMap features,
        ImmutableOutputInfo<Label> classes,
        int seed,
        Map<String, Provenance> provenance,
        int invocation) {
      Cancellation.check(cancelled);
      return super.trainSingleModel(data, features, classes, seed, provenance, invocation);
    }
  }
}
