package modulus.vae.training;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import modulus.encoding.CodedTable;
import modulus.encoding.SparseInputs;
import modulus.privacy.GuaranteeRandom;
import modulus.vae.network.NetworkShape;
import modulus.vae.network.ParameterLayout;

/**
 * The private mechanism of one step: (Σ_{i in batch} clip(Σ_r ∇ℓ_{i,r}) + N(0, (σC)² I)) / (q·n₀)
 * over patients i and their records r, for all trained parameters (privacy.md, sections 1 and 6.2).
 *
 * <p>Chunks of a batch are computed in two lanes, on two cores where there are two. All randomness
 * is drawn, and the listener asked, on the calling thread, in an order that does not depend on the
 * cores.
 */
final class NoisyGradient implements AutoCloseable {
  private final PrivateTrainingPlan plan;
  private final GuaranteeRandom random;
  private final int latent;
  private final int capacity;
  private final GradientLane near;
  private final GradientLane far;
  private final ExecutorService second;
  private final ChunkedBatch chunked = new ChunkedBatch();
  private final double[] noise;
  private final double[] wide;
  private float[] xi = new float[0];

  /**
   * @param mostRows the most records one patient has
   */
  NoisyGradient(
      NetworkShape shape,
      PrivateTrainingPlan plan,
      GuaranteeRandom random,
      SparseInputs inputs,
      CodedTable targets,
      int mostRows) {
    this.plan = plan;
    this.random = random;
    latent = shape.latent();
    capacity = Math.max(PrivateTrainer.CHUNK, mostRows);
    near = new GradientLane(shape, plan, capacity, inputs, targets);
    far = new GradientLane(shape, plan, capacity, inputs, targets);
    second = Executors.newSingleThreadExecutor(NoisyGradient::thread);
    noise = new double[new ParameterLayout(shape).size()];
    wide = new double[latent * capacity];
  }

  /**
   * @param batch the patients drawn; none is legal and gives pure noise
   * @param out receives the noisy gradient
   */
  void compute(
      float[] parameters, PatientBatch batch, double[] out, int step, TrainingListener listener) {
    clippedSum(parameters, batch, out, step, listener);
    random.fillGaussian(noise, 0, noise.length);
    double deviation = plan.noiseMultiplier() * plan.clip();
    double divisor = plan.expectedBatch();
    for (int i = 0; i < out.length; i++) {
      out[i] = (out[i] + deviation * noise[i]) / divisor;
    }
  }

  /** Σ_{i in batch} clip(Σ_r ∇ℓ_{i,r}), without noise. */
  void clippedSum(
      float[] parameters, PatientBatch batch, double[] out, int step, TrainingListener listener) {
    chunked.cut(batch, capacity);
    drawLatentNoise(batch.size());
    AtomicBoolean ended = new AtomicBoolean();
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(
            () -> far.run(chunked, 1, 2, parameters, xi, ended::get, step), second);
    try {
      near.run(chunked, 0, 2, parameters, xi, listener::cancelled, step);
    } catch (RuntimeException e) {
      ended.set(true);
      throw e;
    } finally {
      join(other);
    }
    double[] first = near.sum();
    double[] last = far.sum();
    for (int i = 0; i < out.length; i++) {
      out[i] = first[i] + last[i];
    }
  }

  private void drawLatentNoise(int records) {
    int length = latent * records;
    if (xi.length < length) {
      xi = new float[length + length / 4];
    }
    for (int from = 0; from < length; from += wide.length) {
      int n = Math.min(wide.length, length - from);
      random.fillGaussian(wide, 0, n);
      for (int i = 0; i < n; i++) {
        xi[from + i] = (float) wide[i];
      }
    }
  }

  /** Mean reconstruction loss over the last batch's first chunk, nats per record. */
  double reconstruction() {
    return near.reconstruction();
  }

  /** Mean KL estimate over the last batch's first chunk, nats per record. */
  double divergence() {
    return near.divergence();
  }

  /** Patients of the last batch whose gradient was clipped. */
  int clipped() {
    return near.clipped() + far.clipped();
  }

  @Override
  public void close() {
    second.shutdown();
    near.close();
    far.close();
  }

  private static void join(CompletableFuture<Void> lane) {
    try {
      lane.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error fatal) {
        throw fatal; // such as no memory left, of which the user is told
      }
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "gradient lane");
    thread.setDaemon(true);
    return thread;
  }
}
