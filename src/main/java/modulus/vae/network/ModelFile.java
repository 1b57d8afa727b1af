package modulus.vae.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A model as the zip that DeepLearning4J's {@code ModelSerializer} writes, with the shape in an
 * entry of its own and, in checkpoints, one more. Reading trusts nothing: only the expected
 * entries, every size known beforehand, the configuration equal to the one the shape implies (so no
 * class name of the file is ever looked up) and no Java serialisation.
 */
public final class ModelFile {
  static final String SHAPE = "modulus-shape.txt";
  private static final String CONFIGURATION = "configuration.json";
  private static final String COEFFICIENTS = "coefficients.bin";
  private static final int MAX_SHAPE_BYTES = 1 << 20;
  private static final int MAX_PARAMETERS = 1 << 26;

  private ModelFile() {}

  /** What a file held: the model and the bytes of the extra entry, null where there is none. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Content(VaeModel model, byte[] extra) {}

  /**
   * @param extraName name of one more entry, or null
   * @param extra its bytes
   */
  public static void write(VaeModel model, String extraName, byte[] extra, OutputStream out)
      throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ModelSerializer.writeModel(GraphModel.of(model), plain, false);
    ZipOutputStream zip = new ZipOutputStream(out);
    put(zip, SHAPE, ShapeText.write(model.shape()).getBytes(StandardCharsets.UTF_8));
    if (extraName != null) {
      put(zip, extraName, extra);
    }
    try (ZipInputStream entries =
        new ZipInputStream(new ByteArrayInputStream(plain.toByteArray()))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        put(zip, entry.getName(), entries.readAllBytes());
      }
    }
    zip.finish();
  }

  /**
   * @param extraName name of the entry that may be present besides the model, or null
   * @throws IOException if the file is not a model this class wrote
   */
  public static Content read(InputStream in, String extraName) throws IOException {
    Map<String, byte[]> entries = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(in)) {
      ZipEntry first = zip.getNextEntry();
      if (first == null || !first.getName().equals(SHAPE)) {
        throw new IOException("not a model file: it does not begin with " + SHAPE);
      }
      NetworkShape shape =
          ShapeText.read(new String(limited(zip, MAX_SHAPE_BYTES), StandardCharsets.UTF_8));
      int size = new ParameterLayout(shape).size();
      if (size > MAX_PARAMETERS) {
        throw new IOException("the model has more than " + MAX_PARAMETERS + " parameters");
      }
      ComputationGraph graph = new ComputationGraph(GraphModel.configuration(shape));
      graph.init();
      byte[] configuration = graph.getConfiguration().toJson().getBytes(StandardCharsets.UTF_8);
      byte[] coefficients = coefficients(graph);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        int most = mostBytes(entry.getName(), extraName, configuration, coefficients);
        if (entries.put(entry.getName(), limited(zip, most)) != null) {
          throw new IOException("the entry " + entry.getName() + " occurs twice");
        }
      }
      if (!Arrays.equals(configuration, entries.get(CONFIGURATION))) {
        throw new IOException("the configuration does not fit the shape");
      }
      setCoefficients(graph, coefficients, entries.get(COEFFICIENTS));
      byte[] extra = extraName == null ? null : entries.get(extraName);
      return new Content(GraphModel.toModel(shape, graph), extra);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IOException("not a model file: " + e.getMessage(), e);
    }
  }

  private static int mostBytes(
      String name, String extraName, byte[] configuration, byte[] coefficients) throws IOException {
    if (name.equals(CONFIGURATION)) {
      return configuration.length;
    }
    if (name.equals(COEFFICIENTS)) {
      return coefficients.length;
    }
    if (name.equals(extraName)) {
      return Math.addExact(1024, Math.multiplyExact(4, coefficients.length));
    }
    throw new IOException("unexpected entry " + name);
  }

  /** Takes the numbers over only when the array's header is that of this graph's own parameters. */
  private static void setCoefficients(ComputationGraph graph, byte[] own, byte[] given)
      throws IOException {
    int data = Math.toIntExact(graph.numParams() * Float.BYTES);
    int header = own.length - data;
    if (given == null
        || given.length != own.length
        || !Arrays.equals(own, 0, header, given, 0, header)) {
      throw new IOException("the parameters do not fit the shape");
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(given))) {
      INDArray parameters = Nd4j.read(in);
      graph.setParams(parameters);
    }
  }

  private static byte[] coefficients(ComputationGraph graph) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Nd4j.write(graph.params(), new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static byte[] limited(InputStream in, int most) throws IOException {
    byte[] bytes = in.readNBytes(most + 1);
    if (bytes.length > most) {
      throw new IOException("an entry is larger than expected");
    }
    return bytes;
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
