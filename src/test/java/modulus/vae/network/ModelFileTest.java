package modulus.vae.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import modulus.encoding.SparseInputs;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ModelFileTest {

  @ParameterizedTest
  @EnumSource(EncoderKind.class)
  void a_model_comes_back_bit_by_bit(EncoderKind kind) throws IOException {
    VaeModel model = model(kind);
    byte[] extra = {1, 2, 3};
    ModelFile.Content content =
        ModelFile.read(new ByteArrayInputStream(bytes(model, "extra.bin", extra)), "extra.bin");
    assertThat(content.model().shape()).isEqualTo(model.shape());
    assertThat(content.model().parameters()).containsExactly(model.parameters());
    assertThat(content.extra()).containsExactly(extra);
  }

  @ParameterizedTest
  @EnumSource(EncoderKind.class)
  void the_file_is_a_deeplearning4j_model_that_computes_the_same_network(EncoderKind kind)
      throws IOException {
    VaeModel model = model(kind);
    ComputationGraph graph =
        ModelSerializer.restoreComputationGraph(
            new ByteArrayInputStream(bytes(model, null, null)), false);
    int[] indices = {0, 4, 2, 5, 1, 3};
    float[] values = {1f, -0.5f, 2f, 0.25f, 1.5f, -1f};
    SparseInputs inputs = new SparseInputs(3, 2, 6, indices, values);
    INDArray dense = Nd4j.zeros(3, 6);
    for (int i = 0; i < indices.length; i++) {
      dense.putScalar(i / 2, indices[i], values[i]);
    }
    INDArray[] out = graph.output(dense, Nd4j.eye(2).reshape(2, 2));
    MeanEncoder encoder = new MeanEncoder(model);
    try (Decoder decoder = new Decoder(model, 3)) {
      for (int row = 0; row < 3; row++) {
        double[] mean = encoder.mean(inputs, row);
        for (int i = 0; i < 3; i++) {
          assertThat(mean[i]).isCloseTo(out[0].getDouble(row, i), within(1e-5));
          decoder.latentPoints()[i * 3 + row] = (float) mean[i];
        }
      }
      float[] logits = decoder.decode(3);
      for (int row = 0; row < 3; row++) {
        for (int o = 0; o < 5; o++) {
          assertThat(logits[o * 3 + row])
              .isCloseTo((float) out[1].getDouble(row, o), within(1e-4f));
        }
      }
    }
  }

  @Test
  void files_that_were_tampered_with_are_refused_without_being_loaded() throws IOException {
    byte[] good = bytes(model(EncoderKind.RELU), null, null);
    refused(replaced(good, "configuration.json", "{\"@class\":\"evil\"}"));
    refused(replaced(good, "coefficients.bin", "short"));
    refused(replaced(good, ModelFile.SHAPE, "inputs=7\n"));
    refused(renamed(good, "configuration.json", "preprocessor.bin"));
    refused(Arrays.copyOf(good, good.length / 2));
    refused(new byte[] {'P', 'K'});
    byte[] withExtra = bytes(model(EncoderKind.RELU), "extra.bin", new byte[1]);
    assertThatThrownBy(() -> ModelFile.read(new ByteArrayInputStream(withExtra), null))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("extra.bin");
  }

  /** 2²⁰ inputs and 4,096 units are more weights than an int counts. */
  @Test
  void a_shape_of_more_parameters_than_can_be_counted_is_no_model_file() throws IOException {
    NetworkShape vast =
        new NetworkShape(
            NetworkShape.MAX_INPUTS,
            List.of(NetworkShape.MAX_WIDTH),
            3,
            List.of(5),
            List.of(2, 3),
            2,
            EncoderKind.RELU);
    byte[] good = bytes(model(EncoderKind.RELU), null, null);
    refused(replaced(good, ModelFile.SHAPE, ShapeText.write(vast)));
  }

  private static void refused(byte[] bytes) {
    assertThatThrownBy(() -> ModelFile.read(new ByteArrayInputStream(bytes), null))
        .isInstanceOf(IOException.class);
  }

  private static VaeModel model(EncoderKind kind) {
    NetworkShape shape = new NetworkShape(6, List.of(4, 8), 3, List.of(5), List.of(2, 3), 2, kind);
    return Initialization.initial(shape, new double[] {-1, -0.5, -2, -1, -0.1}, 9);
  }

  private static byte[] bytes(VaeModel model, String name, byte[] extra) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelFile.write(model, name, extra, out);
    return out.toByteArray();
  }

  private static byte[] replaced(byte[] zip, String name, String content) throws IOException {
    return rewritten(zip, name, name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] renamed(byte[] zip, String from, String to) throws IOException {
    return rewritten(zip, from, to, null);
  }

  private static byte[] rewritten(byte[] zip, String from, String to, byte[] content)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] kept = in.readAllBytes();
        boolean hit = entry.getName().equals(from);
        out.putNextEntry(new ZipEntry(hit ? to : entry.getName()));
        out.write(hit && content != null ? content : kept);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
