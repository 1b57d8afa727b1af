package modulus.vae.network;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/**
 * The network as a DeepLearning4J computation graph, the form it is stored in: records enter at
 * {@code record}, {@code logits} are the decoder's outputs at z = μ(x); the prior's parameters are
 * three layers without bias fed by a one-hot component.
 */
public final class GraphModel {
  private static final String RECORD = "record";
  private static final String COMPONENT = "component";
  private static final String MEANS = "prior-means";
  private static final String LOG_VARIANCES = "prior-log-variances";
  private static final String LOGITS = "prior-logits";

  private GraphModel() {}

  /** The graph of a model, parameters included. */
  public static ComputationGraph of(VaeModel model) {
    ComputationGraph graph = new ComputationGraph(configuration(model.shape()));
    graph.init();
    ParameterLayout layout = model.layout();
    float[] parameters = model.parameters();
    for (int l = 0; l < layout.encoder().size(); l++) {
      setLayer(graph, "encoder-" + l, layout.encoder().get(l), parameters);
    }
    for (int l = 0; l < layout.decoder().size(); l++) {
      setLayer(graph, "decoder-" + l, layout.decoder().get(l), parameters);
    }
    int k = layout.components();
    int d = layout.latent();
    graph.setParam(LOGITS + "_W", matrix(parameters, layout.logitOffset(), k, 1));
    graph.setParam(MEANS + "_W", matrix(parameters, layout.meanOffset(), k, d));
    graph.setParam(LOG_VARIANCES + "_W", matrix(parameters, layout.logVarianceOffset(), k, d));
    return graph;
  }

  /** The model of a graph of this shape. */
  public static VaeModel toModel(NetworkShape shape, ComputationGraph graph) {
    ParameterLayout layout = new ParameterLayout(shape);
    float[] parameters = new float[layout.size()];
    for (int l = 0; l < layout.encoder().size(); l++) {
      getLayer(graph, "encoder-" + l, layout.encoder().get(l), parameters);
    }
    for (int l = 0; l < layout.decoder().size(); l++) {
      getLayer(graph, "decoder-" + l, layout.decoder().get(l), parameters);
    }
    copy(graph.getParam(LOGITS + "_W"), parameters, layout.logitOffset());
    copy(graph.getParam(MEANS + "_W"), parameters, layout.meanOffset());
    copy(graph.getParam(LOG_VARIANCES + "_W"), parameters, layout.logVarianceOffset());
    return new VaeModel(shape, parameters);
  }

  static ComputationGraphConfiguration configuration(NetworkShape shape) {
    ParameterLayout layout = new ParameterLayout(shape);
    ComputationGraphConfiguration.GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .seed(0)
            .updater(new NoOp())
            .graphBuilder()
            .addInputs(RECORD, COMPONENT);
    IActivation hidden =
        shape.encoderKind() == EncoderKind.GROUP_SORT
            ? new GroupSortActivation()
            : new ActivationReLU();
    String mean = stack(builder, "encoder-", layout.encoder(), hidden, RECORD);
    String logits = stack(builder, "decoder-", layout.decoder(), new ActivationReLU(), mean);
    int k = layout.components();
    List<String> outputs = new ArrayList<>(List.of(mean, logits));
    for (String name : List.of(LOGITS, MEANS, LOG_VARIANCES)) {
      builder.addLayer(
          name,
          new DenseLayer.Builder()
              .nIn(k)
              .nOut(name.equals(LOGITS) ? 1 : layout.latent())
              .hasBias(false)
              .activation(new ActivationIdentity())
              .build(),
          COMPONENT);
      outputs.add(name);
    }
    return builder.setOutputs(outputs.toArray(new String[0])).build();
  }

  private static String stack(
      ComputationGraphConfiguration.GraphBuilder builder,
      String prefix,
      List<Layer> layers,
      IActivation hidden,
      String input) {
    String below = input;
    for (int l = 0; l < layers.size(); l++) {
      boolean last = l == layers.size() - 1;
      builder.addLayer(
          prefix + l,
          new DenseLayer.Builder()
              .nIn(layers.get(l).inputs())
              .nOut(layers.get(l).outputs())
              .activation(last ? new ActivationIdentity() : hidden)
              .build(),
          below);
      below = prefix + l;
    }
    return below;
  }

  private static void setLayer(
      ComputationGraph graph, String name, Layer layer, float[] parameters) {
    graph.setParam(
        name + "_W", matrix(parameters, layer.offset(), layer.inputs(), layer.outputs()));
    graph.setParam(name + "_b", matrix(parameters, layer.biasOffset(), 1, layer.outputs()));
  }

  private static void getLayer(
      ComputationGraph graph, String name, Layer layer, float[] parameters) {
    copy(graph.getParam(name + "_W"), parameters, layer.offset());
    copy(graph.getParam(name + "_b"), parameters, layer.biasOffset());
  }

  /** Row-major rows × columns numbers from {@code offset}. */
  private static INDArray matrix(float[] parameters, int offset, int rows, int columns) {
    float[] values = new float[rows * columns];
    System.arraycopy(parameters, offset, values, 0, values.length);
    return Nd4j.create(values, new long[] {rows, columns}, 'c');
  }

  private static void copy(INDArray from, float[] to, int offset) {
    float[] values = from.dup('c').data().asFloat();
    System.arraycopy(values, 0, to, offset, values.length);
  }
}
