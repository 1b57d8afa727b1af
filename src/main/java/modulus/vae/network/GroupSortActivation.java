package modulus.vae.network;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/** {@link Activation#GROUP_SORT} for DeepLearning4J graphs; matrices are records × units. */
public final class GroupSortActivation extends BaseActivationFunction {
  private static final long serialVersionUID = 1L;

  @Override
  public INDArray getActivation(INDArray in, boolean training) {
    INDArray first = in.get(NDArrayIndex.all(), every(0, in)).dup();
    INDArray second = in.get(NDArrayIndex.all(), every(1, in)).dup();
    in.put(new INDArrayIndex[] {NDArrayIndex.all(), every(0, in)}, Transforms.max(first, second));
    in.put(new INDArrayIndex[] {NDArrayIndex.all(), every(1, in)}, Transforms.min(first, second));
    return in;
  }

  @Override
  public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
    INDArray first = in.get(NDArrayIndex.all(), every(0, in));
    INDArray second = in.get(NDArrayIndex.all(), every(1, in));
    INDArray swapped = first.lt(second).castTo(in.dataType());
    INDArray kept = swapped.rsub(1);
    INDArray a = epsilon.get(NDArrayIndex.all(), every(0, in));
    INDArray b = epsilon.get(NDArrayIndex.all(), every(1, in));
    INDArray out = Nd4j.createUninitialized(in.dataType(), in.shape());
    out.put(
        new INDArrayIndex[] {NDArrayIndex.all(), every(0, in)}, a.mul(kept).addi(b.mul(swapped)));
    out.put(
        new INDArrayIndex[] {NDArrayIndex.all(), every(1, in)}, b.mul(kept).addi(a.mul(swapped)));
    return new Pair<>(out, null);
  }

  @Override
  public String toString() {
    return "groupsort";
  }

  private static INDArrayIndex every(int parity, INDArray in) {
    return NDArrayIndex.interval(parity, 2, in.size(1));
  }
}
