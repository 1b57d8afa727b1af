package modulus.workbench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import modulus.certificate.ChargedEvent;
import modulus.certificate.EventPurpose;
import modulus.certificate.LipschitzEnforcement;
import modulus.encoding.CodedTable;
import modulus.encoding.Embedding;
import modulus.encoding.SparseInputs;
import modulus.privacy.PrivacyEvent;
import modulus.vae.PosteriorMixtureSampler;
import modulus.vae.marginal.BinSelection;
import modulus.vae.marginal.CellLayout;
import modulus.vae.marginal.Coarsening;
import modulus.vae.marginal.NoisyMarginals;
import modulus.vae.network.EncoderKind;
import modulus.vae.network.Initialization;
import modulus.vae.network.NetworkShape;
import modulus.vae.network.VaeModel;
import modulus.vae.training.ReleaseTrainer;
import modulus.vae.training.ReleaseTrainingPlan;

/**
 * The release guarantee (privacy.md, sections 3 to 5): a model trained without noise whose encoder
 * is hard-bounded, rows by posterior-mixture sampling. Bins, densities and weights are part of the
 * model, which the guarantee treats as fixed; they come from the table itself, or from a separate
 * one.
 */
final class ReleaseSynthesis {
  /** Groups of fewer records share one density and one category code. */
  static final int SMALLEST_GROUP = 10;

  private final RunContext run;
  private final double lipschitz;

  ReleaseSynthesis(RunContext run) {
    this.run = run;
    this.lipschitz = ReleaseBound.of(run.settings(), run.patients(), run.coding().sizes().length);
  }

  Release release() {
    run.enter(RunPhase.COUNTING);
    NoisyMarginals marginals =
        NoisyMarginals.withoutNoise(
            CellLayout.of(run.coding()), run.learned().records().codes(), SMALLEST_GROUP);
    Coarsening coarsening = BinSelection.forNoise(marginals).select(marginals);
    CodedTable coarse = coarsening.coarsen(run.learned().records().codes());

    run.enter(RunPhase.TRAINING);
    Embedding embedding = Embedding.of(run.coding());
    SparseInputs learned = embedding.apply(run.learned().records(), run.listener()::cancelled);
    PlannedModel plan = PlannedModel.release(run.settings().hyperparameters(), learned.rows());
    NetworkShape shape =
        NetworkShape.of(embedding.dimension(), Arrays.stream(coarse.sizes()).boxed().toList())
            .withEncoderWidths(List.of(plan.encoderWidth()))
            .withDecoderWidths(List.of(plan.decoderWidth()))
            .withComponents(plan.components())
            .withLatent(run.settings().latent())
            .withEncoderKind(EncoderKind.GROUP_SORT);
    VaeModel initial =
        Initialization.initial(
            shape, coarsening.logFrequencies(1.0 / (2 * marginals.rows())), run.seed());
    int rows = run.wanted();
    PrivacyEvent.PosteriorMixture planned =
        ReleaseBound.event(lipschitz, embedding.diameter(), run.patients(), rows);
    double epsilon = ReleaseBound.epsilon(planned, run.settings().delta());
    VaeModel model =
        new ReleaseTrainer(
                ReleaseTrainingPlan.of(lipschitz, learned.rows())
                    .withEpochs(plan.epochs(), plan.epochs())
                    .withKlWeight(plan.klWeight()),
                run.random())
            .train(
                initial,
                learned,
                coarse,
                run.learned().grouping(),
                run.training((step, steps) -> epsilon));

    run.enter(RunPhase.SAMPLING);
    TrainedModel trained = new TrainedModel(model, coarsening, Optional.empty());
    PosteriorMixtureSampler sampler = trained.sampler(lipschitz);
    return new Release(
        DrawnRows.fromPosterior(
            trained,
            sampler,
            embedding.apply(run.records(), run.listener()::cancelled),
            run.grouping(),
            rows,
            run.random(),
            run.listener()::cancelled),
        List.of(
            new ChargedEvent(
                EventPurpose.POSTERIOR_ROWS,
                sampler.event(embedding.diameter(), run.patients(), rows))),
        lipschitz,
        sampler.certified().bound(),
        embedding.diameter(),
        LipschitzEnforcement.ORTHONORMALISED,
        trained);
  }
}
