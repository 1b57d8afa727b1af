package modulus.workbench;

import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import modulus.encoding.CodedTable;
import modulus.encoding.FineCoding;
import modulus.encoding.PatientRows;
import modulus.encoding.RowOrders;
import modulus.encoding.SparseInputs;
import modulus.privacy.GuaranteeRandom;
import modulus.schema.Schema;
import modulus.table.Table;
import modulus.vae.PosteriorMixtureSampler;
import modulus.vae.PriorSampler;
import modulus.vae.calibration.Calibration;

/**
 * Rows of a trained model in fine codes.
 *
 * @param effectiveSampleSize of the calibrated pool, where there was a calibration
 */
record DrawnRows(CodedTable fine, OptionalDouble effectiveSampleSize) {

  /**
   * From the prior, calibrated to the noisy pair tables: post-processing of what was paid for, any
   * number of times (privacy.md, section 6.3).
   *
   * @param model end-to-end
   */
  static DrawnRows fromPrior(
      TrainedModel model,
      EndToEndPlan plan,
      int rows,
      GuaranteeRandom random,
      Consumer<RunPhase> entering,
      BooleanSupplier cancelled) {
    entering.accept(RunPhase.SAMPLING);
    CodedTable pool = new PriorSampler(model.network()).sample(plan.pool(rows), random, cancelled);
    entering.accept(RunPhase.CALIBRATING);
    Calibration calibration =
        Calibration.of(
            pool, model.pairs().orElseThrow(), rows, plan.calibration(), random, cancelled);
    return new DrawnRows(
        model.coarsening().refine(calibration.rows(), random),
        OptionalDouble.of(calibration.effectiveSampleSize()));
  }

  /**
   * Through the posteriors of patients: an event of its own each time (privacy.md, section 5).
   *
   * @param sampler of the model's network
   * @param inputs the patients' records as encoder inputs
   */
  static DrawnRows fromPosterior(
      TrainedModel model,
      PosteriorMixtureSampler sampler,
      SparseInputs inputs,
      PatientRows patients,
      int rows,
      GuaranteeRandom random,
      BooleanSupplier cancelled) {
    CodedTable sampled = sampler.sample(inputs, patients, rows, random, cancelled);
    return new DrawnRows(model.coarsening().refine(sampled, random), OptionalDouble.empty());
  }

  /**
   * As a table, with declared orders put right.
   *
   * @param schema that the rows are coded by
   */
  Table decoded(Schema schema, GuaranteeRandom random, BooleanSupplier cancelled) {
    Table decoded = FineCoding.of(schema).decode(fine, random::nextInt, cancelled);
    return RowOrders.of(schema).arranged(decoded, cancelled);
  }
}
