package modulus.workbench;

import modulus.encoding.CodedTable;
import modulus.encoding.Embedding;
import modulus.vae.calibration.Calibration;
import modulus.vae.calibration.NoisyTables;
import modulus.vae.calibration.TreeSketch;
import modulus.vae.network.VaeModel;
import modulus.vae.training.EncoderBound;
import modulus.vae.training.ReleaseTrainer;
import modulus.vae.training.ReleaseTrainingPlan;
import modulus.vae.training.TrainingListener;
import modulus.vae.training.TrainingStep;

/**
 * Warms the model up on rows that match the noisy tables, so that private training need not find
 * again what was paid for already. Sees the noisy tables only: post-processing (privacy.md, section
 * 6.3).
 */
final class SketchTraining {
  private static final int BATCH = 512;

  private final RunContext run;
  private final EndToEndPlan plan;
  private final EncoderBound bound;

  SketchTraining(RunContext run, EndToEndPlan plan, EncoderBound bound) {
    this.run = run;
    this.plan = plan;
    this.bound = bound;
  }

  VaeModel train(VaeModel initial, NoisyTables pairs) {
    CodedTable tree = TreeSketch.of(pairs).sample(plan.treeRows(), run.random());
    CodedTable sketch =
        Calibration.of(
                tree,
                pairs,
                plan.sketchRows(),
                plan.calibration(),
                run.random(),
                run.listener()::cancelled)
            .rows();
    ReleaseTrainingPlan training =
        ReleaseTrainingPlan.of(bound.lipschitz(), sketch.rows())
            .withBatch(BATCH)
            .withInputScale(bound.inputScale())
            .withHoldOutShare(0)
            .withEpochs(plan.sketchEpochs(), plan.sketchEpochs())
            .withLearningRate(plan.sketchRate())
            .withKlWeight(plan.klWeight());
    return new ReleaseTrainer(training, run.random())
        .train(
            initial,
            Embedding.oneHot(sketch.sizes())
                .apply(sketch, run.listener()::cancelled)
                .scaled((float) bound.inputScale()),
            sketch,
            progress());
  }

  private TrainingListener progress() {
    return new TrainingListener() {
      @Override
      public void onStep(TrainingStep step) {
        run.listener().phase(RunPhase.SKETCHING, step.step() / (double) step.steps());
      }

      @Override
      public boolean cancelled() {
        return run.listener().cancelled();
      }
    };
  }
}
