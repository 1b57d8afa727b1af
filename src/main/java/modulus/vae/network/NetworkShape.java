package modulus.vae.network;

import java.util.List;

/**
 * The architecture: encoder p_in → encoderWidths → d, posterior N(μ(x), I), decoder d →
 * decoderWidths → one softmax per attribute, prior a mixture of {@code components} diagonal
 * Gaussians (privacy.md, section 3).
 *
 * @param inputs p_in ≥ 1, the dimension of the encoder's sparse input
 * @param encoderWidths hidden widths of the encoder, at least one, each in 1 … 4,096; even for
 *     {@link EncoderKind#GROUP_SORT}
 * @param latent d in 1 … 256
 * @param decoderWidths hidden widths of the decoder, at least one, each in 1 … 4,096
 * @param blocks codes of each attribute, k ≥ 1 numbers ≥ 1; p is their sum
 * @param components K in 1 … 256
 */
public record NetworkShape(
    int inputs,
    List<Integer> encoderWidths,
    int latent,
    List<Integer> decoderWidths,
    List<Integer> blocks,
    int components,
    EncoderKind encoderKind) {
  public static final int DEFAULT_WIDTH = 64;
  public static final int DEFAULT_LATENT = 16;
  public static final int DEFAULT_COMPONENTS = 20;
  static final int MAX_WIDTH = 4_096;
  static final int MAX_LATENT = 256;
  static final int MAX_COMPONENTS = 256;
  static final int MAX_INPUTS = 1 << 20;

  public NetworkShape {
    encoderWidths = List.copyOf(encoderWidths);
    decoderWidths = List.copyOf(decoderWidths);
    blocks = List.copyOf(blocks);
    within("inputs", inputs, MAX_INPUTS);
    within("latent", latent, MAX_LATENT);
    within("components", components, MAX_COMPONENTS);
    checkWidths("encoderWidths", encoderWidths);
    checkWidths("decoderWidths", decoderWidths);
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("need at least one attribute block");
    }
    long outputs = 0;
    for (int block : blocks) {
      within("block size", block, Short.MAX_VALUE);
      outputs += block;
    }
    within("sum of the blocks", outputs, MAX_INPUTS);
    if (encoderKind == EncoderKind.GROUP_SORT) {
      for (int width : encoderWidths) {
        if (width % 2 != 0) {
          throw new IllegalArgumentException("GroupSort needs even widths but got " + width);
        }
      }
    }
  }

  /** The default widths, latent dimension and number of components for these inputs and blocks. */
  public static NetworkShape of(int inputs, List<Integer> blocks) {
    return new NetworkShape(
        inputs,
        List.of(DEFAULT_WIDTH),
        DEFAULT_LATENT,
        List.of(DEFAULT_WIDTH),
        blocks,
        DEFAULT_COMPONENTS,
        EncoderKind.RELU);
  }

  /** p, the number of decoder outputs. */
  public int outputs() {
    return blocks.stream().mapToInt(Integer::intValue).sum();
  }

  public NetworkShape withEncoderWidths(List<Integer> value) {
    return new NetworkShape(inputs, value, latent, decoderWidths, blocks, components, encoderKind);
  }

  public NetworkShape withLatent(int value) {
    return new NetworkShape(
        inputs, encoderWidths, value, decoderWidths, blocks, components, encoderKind);
  }

  public NetworkShape withDecoderWidths(List<Integer> value) {
    return new NetworkShape(inputs, encoderWidths, latent, value, blocks, components, encoderKind);
  }

  public NetworkShape withComponents(int value) {
    return new NetworkShape(
        inputs, encoderWidths, latent, decoderWidths, blocks, value, encoderKind);
  }

  public NetworkShape withEncoderKind(EncoderKind value) {
    return new NetworkShape(
        inputs, encoderWidths, latent, decoderWidths, blocks, components, value);
  }

  private static void checkWidths(String name, List<Integer> widths) {
    if (widths.isEmpty()) {
      throw new IllegalArgumentException(name + " must hold at least one width");
    }
    for (int width : widths) {
      within(name, width, MAX_WIDTH);
    }
  }

  private static void within(String name, long value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(name + " must lie in [1, " + most + "] but is " + value);
    }
  }
}
