package modulus.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import modulus.certificate.ChargedEvent;
import modulus.certificate.EventPurpose;
import modulus.certificate.LipschitzEnforcement;
import modulus.encoding.CodedTable;
import modulus.encoding.Embedding;
import modulus.privacy.EndToEndBudget;
import modulus.privacy.PrivacyEvent;
import modulus.vae.calibration.NoisyTables;
import modulus.vae.calibration.PairMechanism;
import modulus.vae.marginal.BinSelection;
import modulus.vae.marginal.CellLayout;
import modulus.vae.marginal.Coarsening;
import modulus.vae.marginal.MarginalMechanism;
import modulus.vae.marginal.NoisyMarginals;
import modulus.vae.network.CertifiedLipschitz;
import modulus.vae.network.Initialization;
import modulus.vae.network.NetworkShape;
import modulus.vae.network.VaeModel;
import modulus.vae.training.EncoderBound;
import modulus.vae.training.PrivateTrainer;
import modulus.vae.training.PrivateTrainingPlan;

/**
 * The end-to-end guarantee (privacy.md, section 6): noisy marginals, noisy pair tables, and private
 * training of a model that was warmed up on a sketch of those tables; everything else is
 * post-processing. All parameters of the events are fixed before the first of them.
 */
final class EndToEndSynthesis {
  /**
   * Records enter the encoder with about this norm: a larger input signal, not a larger network, is
   * what survives the noise on the gradients.
   */
  private static final double INPUT_NORM = 6;

  /** Smallest frequency of the decoder's output bias, as a share of the noise on a frequency. */
  private static final double BIAS_FLOOR = 0.3;

  private final RunContext run;
  private final EndToEndPlan plan;
  private final double lipschitz;

  EndToEndSynthesis(RunContext run) {
    this.run = run;
    int attributes = run.coding().sizes().length;
    this.plan = EndToEndPlan.of(run.patients(), attributes, run.settings());
    this.lipschitz = run.settings().endToEndBound(attributes);
  }

  Release release() {
    run.enter(RunPhase.PLANNING);
    EndToEndBudget budget = budget(run.settings(), run.domains(), plan);

    run.enter(RunPhase.COUNTING);
    List<CellLayout> layouts = CellLayout.of(run.coding());
    MarginalMechanism counting =
        MarginalMechanism.withMu(
            layouts, budget.marginals().orElseThrow().muAddRemove(), run.rowsPerPatient());
    NoisyMarginals marginals =
        counting.measure(run.records().codes(), run.patients(), run.random());
    Coarsening coarsening = BinSelection.forNoise(marginals).select(marginals);
    CodedTable coarse = coarsening.coarsen(run.records().codes());

    PairMechanism pairing =
        PairMechanism.withMu(
            EndToEndPlan.asked(coarse.sizes()),
            plan.oneWayWeight(),
            budget.pairs().orElseThrow().muAddRemove(),
            run.rowsPerPatient());
    NoisyTables pairs =
        pairing.measure(coarse, marginals.rows(), run.random()).combinedWith(coarsening);

    EncoderBound bound = new EncoderBound(lipschitz, inputScale(coarse.attributes()));
    run.enter(RunPhase.SKETCHING);
    VaeModel sketched =
        new SketchTraining(run, plan, bound).train(initial(coarsening, marginals), pairs);

    run.enter(RunPhase.TRAINING);
    PrivateTrainingPlan training =
        PrivateTrainingPlan.of(
                run.patients(),
                budget.training().noiseMultiplier(),
                plan.samplingProbability(),
                plan.steps())
            .withLearningRate(plan.learningRate())
            .withKlWeight(plan.klWeight())
            .withEncoderBound(bound);
    List<PrivacyEvent> before = new ArrayList<>(run.domains().events());
    before.add(counting.event());
    before.add(pairing.event());
    SpentCurve spent =
        new SpentCurve(
            before,
            training,
            run.domains().accountantDelta(run.settings()),
            run.settings().epsilon().orElseThrow());
    VaeModel model =
        new PrivateTrainer(training, run.random())
            .train(
                sketched,
                Embedding.oneHot(coarse.sizes())
                    .apply(coarse, run.listener()::cancelled)
                    .scaled((float) bound.inputScale()),
                coarse,
                run.grouping(),
                run.training(spent));

    TrainedModel trained = new TrainedModel(model, coarsening, Optional.of(pairs));
    DrawnRows drawn =
        DrawnRows.fromPrior(
            trained, plan, run.wanted(), run.random(), run::enter, run.listener()::cancelled);

    List<ChargedEvent> events = new ArrayList<>(run.domains().charged());
    events.add(new ChargedEvent(EventPurpose.MARGINAL_COUNTS, counting.event()));
    events.add(new ChargedEvent(EventPurpose.PAIR_TABLES, pairing.event()));
    events.add(new ChargedEvent(EventPurpose.TRAINING, training.event()));
    double certified =
        CertifiedLipschitz.of(model, bound.inputScale()).requireAtMost(lipschitz).bound();
    return new Release(
        drawn,
        events,
        lipschitz,
        certified,
        Math.sqrt(coarse.attributes()),
        LipschitzEnforcement.RESCALED,
        trained);
  }

  /** What domains take, everything else gives up in proportion. */
  static EndToEndBudget budget(SynthesisSettings settings, DomainPlan domains, EndToEndPlan plan) {
    return EndToEndBudget.plan(
        settings.epsilon().orElseThrow(),
        domains.accountantDelta(settings),
        plan.marginalShare() * (1 - domains.share()),
        plan.pairShare() * (1 - domains.share()),
        plan.samplingProbability(),
        plan.steps(),
        domains.events());
  }

  private VaeModel initial(Coarsening coarsening, NoisyMarginals marginals) {
    List<Integer> blocks = Arrays.stream(coarsening.sizes()).boxed().toList();
    NetworkShape shape =
        NetworkShape.of(Embedding.oneHot(coarsening.sizes()).dimension(), blocks)
            .withEncoderWidths(List.of(plan.encoderWidth()))
            .withDecoderWidths(List.of(plan.decoderWidth()))
            .withLatent(run.settings().latent())
            .withComponents(plan.components());
    return Initialization.initial(
        shape, coarsening.logFrequencies(BIAS_FLOOR * marginals.frequencyNoise()), run.seed());
  }

  /** One-hot blocks of φ have norm 1/√2 each: k of them together √(k/2). */
  static double inputScale(int attributes) {
    return INPUT_NORM * Math.sqrt(2.0 / attributes);
  }
}
