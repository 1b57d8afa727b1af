package modulus.vae;

import java.util.function.BooleanSupplier;
import modulus.encoding.CodedTable;
import modulus.encoding.Embedding;
import modulus.encoding.PatientRows;
import modulus.encoding.SparseInputs;
import modulus.privacy.GuaranteeRandom;
import modulus.privacy.PrivacyEvent;
import modulus.vae.network.CertifiedLipschitz;
import modulus.vae.network.MeanEncoder;
import modulus.vae.network.VaeModel;

/**
 * Rows by posterior-mixture sampling (privacy.md, sections 4 and 5, Theorem B): each row draws a
 * patient uniformly with replacement and one of the patient's records, takes z = μ(x) + ξ with μ in
 * float64 and ξ ~ N(0, I), decodes and draws the categories. Refuses a model whose certified
 * Lipschitz bound, of means as they are computed, is above the declared one.
 */
public final class PosteriorMixtureSampler {
  /** φ has at most so many entries per attribute, of at most 1 in norm ({@link Embedding}). */
  private static final int ENTRIES = 2;

  private final VaeModel model;
  private final double declaredLipschitz;
  private final CertifiedLipschitz certified;
  private final int attributes;
  private final int mostEntries;

  /**
   * @param model whose encoder reads φ as it is
   * @param declaredLipschitz L > 0, the bound with respect to the record metric ρ
   * @throws modulus.vae.network.LipschitzBoundExceededException if the model's certified bound,
   *     with what rounding adds to it, is above L
   */
  public PosteriorMixtureSampler(VaeModel model, double declaredLipschitz) {
    this.model = model;
    this.declaredLipschitz = declaredLipschitz;
    this.attributes = model.shape().blocks().size();
    this.mostEntries = ENTRIES * attributes;
    this.certified =
        CertifiedLipschitz.of(model, 1)
            .requireComputedAtMost(
                declaredLipschitz, model, Math.nextUp(Math.sqrt(attributes)), mostEntries);
  }

  /** The bound proved of this model, at most the declared one. */
  public CertifiedLipschitz certified() {
    return certified;
  }

  /**
   * What the accountant charges for m rows: μ₀ = L·Δ with the declared L.
   *
   * @param metricDiameter Δ, the largest ρ between two records of the declared domain
   * @param records n, the number of patients rows are drawn from
   * @param rows m
   */
  public PrivacyEvent.PosteriorMixture event(double metricDiameter, int records, int rows) {
    return new PrivacyEvent.PosteriorMixture(
        Math.nextUp(declaredLipschitz * metricDiameter), records, rows);
  }

  /**
   * @param inputs φ of the n ≥ 1 records, ‖φ(x)‖² at most the number of attributes
   * @param rows m ≥ 0
   */
  public CodedTable sample(SparseInputs inputs, int rows, GuaranteeRandom random) {
    return sample(inputs, PatientRows.single(inputs.rows()), rows, random);
  }

  /**
   * The same for patients with several records: a patient is drawn with probability 1/n whatever
   * the number of their records, so q and μ₀ are those of one record each (section 1).
   *
   * @param patients whose records they are
   */
  public CodedTable sample(
      SparseInputs inputs, PatientRows patients, int rows, GuaranteeRandom random) {
    return sample(inputs, patients, rows, random, () -> false);
  }

  /**
   * The same, which can be cancelled.
   *
   * @throws java.util.concurrent.CancellationException if it was
   */
  public CodedTable sample(
      SparseInputs inputs,
      PatientRows patients,
      int rows,
      GuaranteeRandom random,
      BooleanSupplier cancelled) {
    if (patients.rows() != inputs.rows()) {
      throw new IllegalArgumentException(
          "the patients have " + patients.rows() + " rows but the inputs " + inputs.rows());
    }
    if (rows < 0) {
      throw new IllegalArgumentException("rows must be >= 0 but is " + rows);
    }
    if (inputs.width() > mostEntries) {
      throw new IllegalArgumentException(
          "records must have at most " + mostEntries + " entries but have " + inputs.width());
    }
    if (inputs.rows() < 1 || inputs.dimension() != model.shape().inputs()) {
      throw new IllegalArgumentException(
          "need at least one record of dimension "
              + model.shape().inputs()
              + " but got "
              + inputs.rows()
              + " of dimension "
              + inputs.dimension());
    }
    for (int row = 0; row < inputs.rows(); row++) {
      if (!(inputs.squaredNorm(row) <= attributes)) {
        throw new IllegalArgumentException(
            "records must have a squared norm of at most " + attributes + " but one is longer");
      }
    }
    MeanEncoder encoder = new MeanEncoder(model);
    int latent = model.shape().latent();
    try (RowDecoding decoding = new RowDecoding(model, rows, cancelled)) {
      float[] points = decoding.points();
      for (int done = 0; done < rows; done += RowDecoding.CHUNK) {
        int n = Math.min(RowDecoding.CHUNK, rows - done);
        for (int c = 0; c < n; c++) {
          double[] mean = encoder.mean(inputs, record(patients, random));
          for (int i = 0; i < latent; i++) {
            points[i * n + c] = (float) (mean[i] + random.nextGaussian());
          }
        }
        decoding.append(n, random);
      }
      return decoding.table();
    }
  }

  private static int record(PatientRows patients, GuaranteeRandom random) {
    int patient = random.nextInt(patients.patients());
    int first = patients.first(patient);
    int own = patients.end(patient) - first;
    return own == 1 ? first : first + random.nextInt(own);
  }
}
