package modulus.vae.training;

import java.util.List;
import modulus.encoding.CodedTable;
import modulus.encoding.SparseInputs;
import modulus.vae.network.EncoderKind;
import modulus.vae.network.Layer;
import modulus.vae.network.NetworkShape;
import modulus.vae.network.ParameterLayout;

/**
 * The objective of one record written down once more, in float64 and without any of the engine's
 * code, and its gradient by central differences.
 */
final class ReferenceLoss {
  private final NetworkShape shape;
  private final ParameterLayout layout;
  private final double beta;

  ReferenceLoss(NetworkShape shape, double beta) {
    this.shape = shape;
    this.layout = new ParameterLayout(shape);
    this.beta = beta;
  }

  double of(double[] parameters, SparseInputs inputs, CodedTable targets, int row, double[] xi) {
    double[] x = new double[shape.inputs()];
    for (int t = row * inputs.width(); t < (row + 1) * inputs.width(); t++) {
      x[inputs.indices()[t]] += inputs.values()[t];
    }
    double[] z =
        stack(parameters, x, layout.encoder(), shape.encoderKind() == EncoderKind.GROUP_SORT);
    for (int i = 0; i < z.length; i++) {
      z[i] += xi[i];
    }
    double[] logits = stack(parameters, z, layout.decoder(), false);
    double loss = 0;
    int at = 0;
    for (int j = 0; j < targets.attributes(); j++) {
      double total = 0;
      for (int c = 0; c < targets.size(j); c++) {
        total += Math.exp(logits[at + c]);
      }
      loss += Math.log(total) - logits[at + targets.code(row, j)];
      at += targets.size(j);
    }
    return loss - beta * logPrior(parameters, z);
  }

  double[] gradient(
      double[] parameters, SparseInputs inputs, CodedTable targets, int row, double[] xi) {
    double[] gradient = new double[parameters.length];
    double[] moved = parameters.clone();
    double step = 1e-5;
    for (int i = 0; i < parameters.length; i++) {
      moved[i] = parameters[i] + step;
      double up = of(moved, inputs, targets, row, xi);
      moved[i] = parameters[i] - step;
      double down = of(moved, inputs, targets, row, xi);
      moved[i] = parameters[i];
      gradient[i] = (up - down) / (2 * step);
    }
    return gradient;
  }

  private double logPrior(double[] parameters, double[] z) {
    double mixture = 0;
    double weights = 0;
    int d = layout.latent();
    for (int k = 0; k < layout.components(); k++) {
      double log = 0;
      for (int i = 0; i < d; i++) {
        double mean = parameters[layout.meanOffset() + k * d + i];
        double logVariance = parameters[layout.logVarianceOffset() + k * d + i];
        double u = z[i] - mean;
        log -= 0.5 * (u * u / Math.exp(logVariance) + logVariance + Math.log(2 * Math.PI));
      }
      double weight = Math.exp(parameters[layout.logitOffset() + k]);
      mixture += weight * Math.exp(log);
      weights += weight;
    }
    return Math.log(mixture / weights);
  }

  private static double[] stack(
      double[] parameters, double[] input, List<Layer> layers, boolean groupSort) {
    double[] x = input;
    for (int l = 0; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      double[] y = new double[layer.outputs()];
      for (int o = 0; o < y.length; o++) {
        y[o] = parameters[layer.biasOffset() + o];
        for (int i = 0; i < x.length; i++) {
          y[o] += x[i] * parameters[layer.offset() + i * layer.outputs() + o];
        }
      }
      if (l < layers.size() - 1) {
        for (int o = 0; o < y.length; o++) {
          if (!groupSort) {
            y[o] = Math.max(0, y[o]);
          } else if (o % 2 == 1 && y[o - 1] < y[o]) {
            double larger = y[o];
            y[o] = y[o - 1];
            y[o - 1] = larger;
          }
        }
      }
      x = y;
    }
    return x;
  }
}
