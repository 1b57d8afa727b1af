package modulus.vae.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import modulus.encoding.CodedTable;
import modulus.encoding.Embedding;
import modulus.encoding.SparseInputs;
import modulus.privacy.SeededRehearsalRandom;
import modulus.vae.network.CertifiedLipschitz;
import modulus.vae.network.Initialization;
import modulus.vae.network.NetworkShape;
import modulus.vae.network.VaeModel;
import org.junit.jupiter.api.Test;

class EncoderBoundTest {

  @Test
  void private_training_keeps_the_encoder_inside_its_bound_after_every_update() {
    int[] sizes = {4, 3, 5};
    int rows = 400;
    SeededRehearsalRandom random = new SeededRehearsalRandom(3);
    short[][] columns = new short[sizes.length][rows];
    for (int j = 0; j < sizes.length; j++) {
      for (int row = 0; row < rows; row++) {
        columns[j][row] = (short) random.nextInt(sizes[j]);
      }
    }
    CodedTable table = new CodedTable(rows, sizes, columns);
    double scale = 3;
    SparseInputs inputs = Embedding.oneHot(sizes).apply(table).scaled((float) scale);
    NetworkShape shape = NetworkShape.of(inputs.dimension(), List.of(4, 3, 5));
    List<Double> during = new ArrayList<>();
    VaeModel model =
        new PrivateTrainer(
                PrivateTrainingPlan.of(rows, 0.5, 0.5, 20)
                    .withEncoderBound(new EncoderBound(0.8, scale)),
                random)
            .train(
                Initialization.initial(shape, new double[12], 1),
                inputs,
                table,
                new TrainingListener() {
                  @Override
                  public void onStep(TrainingStep step) {
                    during.add(step.lipschitz().orElseThrow());
                  }
                });
    assertThat(during).hasSize(20).allMatch(lipschitz -> lipschitz <= 0.8);
    assertThat(CertifiedLipschitz.of(model, scale).bound()).isLessThanOrEqualTo(0.8);
  }

  @Test
  void a_bound_must_be_positive() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EncoderBound(0, 1))
        .withMessageContaining("lipschitz")
        .withMessageContaining("0");
  }
}
