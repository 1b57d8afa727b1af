package modulus.vae.training;

import modulus.encoding.CodedTable;
import modulus.encoding.SparseInputs;
import modulus.vae.network.NetworkShape;

/** Whether inputs, targets and network fit each other. */
final class TrainingData {
  private TrainingData() {}

  static void check(NetworkShape shape, SparseInputs inputs, CodedTable targets) {
    if (inputs.rows() != targets.rows()) {
      throw new IllegalArgumentException(
          "inputs have " + inputs.rows() + " rows but targets have " + targets.rows());
    }
    if (inputs.dimension() != shape.inputs()) {
      throw new IllegalArgumentException(
          "inputs have dimension " + inputs.dimension() + " but the encoder " + shape.inputs());
    }
    if (targets.attributes() != shape.blocks().size()) {
      throw new IllegalArgumentException(
          "targets have "
              + targets.attributes()
              + " attributes but the decoder "
              + shape.blocks().size());
    }
    for (int j = 0; j < targets.attributes(); j++) {
      if (targets.size(j) != shape.blocks().get(j)) {
        throw new IllegalArgumentException(
            "attribute "
                + j
                + " has "
                + targets.size(j)
                + " codes but the decoder's block "
                + shape.blocks().get(j));
      }
    }
  }
}
