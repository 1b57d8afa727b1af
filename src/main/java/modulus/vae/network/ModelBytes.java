package modulus.vae.network;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A model's shape and parameters as plain bytes, big-endian, for a file that holds other things
 * too; unlike {@link ModelFile} it needs no engine. Reading gives exactly the model written.
 */
public final class ModelBytes {
  private static final int MOST_TEXT = 1 << 20;
  private static final int MOST_PARAMETERS = 1 << 26;

  private ModelBytes() {}

  public static void write(VaeModel model, DataOutputStream out) throws IOException {
    byte[] shape = ShapeText.write(model.shape()).getBytes(StandardCharsets.UTF_8);
    out.writeInt(shape.length);
    out.write(shape);
    float[] parameters = model.parameters();
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * parameters.length);
    bytes.asFloatBuffer().put(parameters);
    out.write(bytes.array());
  }

  /**
   * @throws IOException if the bytes are no model or end early
   */
  public static VaeModel read(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MOST_TEXT) {
      throw new IOException("no model: its shape has " + length + " bytes");
    }
    byte[] text = new byte[length];
    in.readFully(text);
    try {
      NetworkShape shape = ShapeText.read(new String(text, StandardCharsets.UTF_8));
      int size = new ParameterLayout(shape).size();
      if (size > MOST_PARAMETERS) {
        throw new IOException("the model has more than " + MOST_PARAMETERS + " parameters");
      }
      byte[] bytes = new byte[Float.BYTES * size];
      in.readFully(bytes);
      float[] parameters = new float[size];
      ByteBuffer.wrap(bytes).asFloatBuffer().get(parameters);
      return new VaeModel(shape, parameters);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IOException("no model: its shape or parameters are out of their domain", e);
    }
  }
}
