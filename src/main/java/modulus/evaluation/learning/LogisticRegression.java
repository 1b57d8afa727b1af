package modulus.evaluation.learning;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import org.tribuo.Dataset;
import org.tribuo.Model;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.Parameters;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.Tensor;
import org.tribuo.math.optimisers.AdaGrad;

/** Multinomial logistic regression by stochastic gradients. */
final class LogisticRegression {
  private static final double LEARNING_RATE = 0.1;
  private static final double STABILITY = 0.1;

  private LogisticRegression() {}

  static Classifier train(Dataset<Label> data, LearningOptions options, TrainingSteps steps) {
    steps.expect((long) options.epochs() * data.size());
    StochasticGradientOptimiser optimiser =
        new CountedSteps(new AdaGrad(LEARNING_RATE, STABILITY), steps);
    LinearSGDTrainer trainer =
        new LinearSGDTrainer(
            new LogMulticlass(), optimiser, options.epochs(), Integer.MAX_VALUE, 1, options.seed());
    Model<Label> model = trainer.train(data);
    return (example, scores) -> Classifier.add(model, example, scores);
  }

  /** An optimiser whose steps are counted, and that ends training between two. */
  private record CountedSteps(StochasticGradientOptimiser inner, TrainingSteps steps)
      implements StochasticGradientOptimiser {

    @Override
    public void initialise(Parameters parameters) {
      inner.initialise(parameters);
    }

    @Override
    public Tensor[] step(Tensor[] updates, double weight) {
      steps.next();
      return inner.step(updates, weight);
    }

    @Override
    public void finalise() {
      inner.finalise();
    }

    @Override
    public void reset() {
      inner.reset();
    }

    @Override
    public StochasticGradientOptimiser copy() {
      return new CountedSteps(inner.copy(), steps);
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
      return inner.getProvenance();
    }
  }
}
