package modulus.evaluation.learning;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.util.List;
import java.util.Map;
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

  static Classifier train(Dataset<Label> data, LearningOptions options, TrainingSteps steps) {
    steps.expect(options.trees());
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
            new CancellableGini(steps.cancelled()),
            options.seed());
    EnsembleModel<Label> forest =
        new CountedForest(tree, options.trees(), options.seed(), steps).train(data);
    List<Model<Label>> trees = List.copyOf(forest.getModels());
    return (example, scores) -> trees.forEach(model -> Classifier.add(model, example, scores));
  }

  /** A forest that counts its trees, and whose training can also end between two. */
  private static final class CountedForest extends RandomForestTrainer<Label> {
    private final TrainingSteps steps;

    CountedForest(CARTClassificationTrainer tree, int trees, long seed, TrainingSteps steps) {
      super(tree, new VotingCombiner(), trees, seed);
      this.steps = steps;
    }

    @Override
    protected Model<Label> trainSingleModel(
        Dataset<Label> data,
        ImmutableFeatureMap features,
        ImmutableOutputInfo<Label> classes,
        int seed,
        Map<String, Provenance> provenance,
        int invocation) {
      steps.next();
      return super.trainSingleModel(data, features, classes, seed, provenance, invocation);
    }
  }
}
