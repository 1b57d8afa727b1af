package modulus.architecture.planted.encoding;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Uses another room's library. */
public final class EncodingWithArrays {
  public INDArray foreign;
}
