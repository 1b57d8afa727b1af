package modulus.vae.network;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A matrix kept twice: a Java array for element-wise loops, which the compiler vectorises, and
 * native memory for BLAS. Handing Java arrays to BLAS directly would copy every argument both ways
 * on every call; here only what has changed is copied.
 */
public final class FloatBlock implements AutoCloseable {
  private final float[] array;
  private final FloatPointer pointer;

  public FloatBlock(int length) {
    array = new float[length];
    pointer = new FloatPointer((long) Math.max(1, length));
  }

  /** The Java side. */
  public float[] array() {
    return array;
  }

  /** The native side. */
  public FloatPointer pointer() {
    return pointer;
  }

  /** Copies the first {@code length} numbers from the Java to the native side. */
  public void upload(int length) {
    pointer.put(array, 0, length);
  }

  /** Copies the first {@code length} numbers from the native to the Java side. */
  public void download(int length) {
    pointer.get(array, 0, length);
  }

  @Override
  public void close() {
    pointer.close();
  }
}
