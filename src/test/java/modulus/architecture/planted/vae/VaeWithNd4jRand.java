package modulus.architecture.planted.vae;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Draws from a generator nobody should trust. */
public final class VaeWithNd4jRand {
  INDArray draw() {
    return Nd4j.randn(2, 2);
  }
}
