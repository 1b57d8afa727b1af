package modulus.vae.training;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import modulus.vae.network.ModelFile;
import modulus.vae.network.VaeModel;

/**
 * A checkpoint on disk: the model's zip with one entry more, holding the step and Adam's moments.
 */
public final class CheckpointFile {
  private static final String STATE = "modulus-training.bin";

  private CheckpointFile() {}

  /** Writes to a temporary sibling, flushes it to the disk, and moves it into place. */
  public static void write(TrainingCheckpoint checkpoint, Path file) throws IOException {
    double[] first = checkpoint.firstMoment();
    double[] second = checkpoint.secondMoment();
    ByteBuffer state = ByteBuffer.allocate(Integer.BYTES + 2 * Double.BYTES * first.length);
    state.putInt(checkpoint.step());
    state.asDoubleBuffer().put(first).put(second);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelFile.write(checkpoint.model(), STATE, state.array(), bytes);
    Path folder = file.toAbsolutePath().getParent();
    Path temporary = Files.createTempFile(folder, ".checkpoint", ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer all = ByteBuffer.wrap(bytes.toByteArray());
        while (all.hasRemaining()) {
          channel.write(all);
        }
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * @throws IOException if the file cannot be read or is no checkpoint
   */
  public static TrainingCheckpoint read(Path file) throws IOException {
    ModelFile.Content content;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      content = ModelFile.read(in, STATE);
    }
    VaeModel model = content.model();
    double[] first = new double[model.layout().size()];
    double[] second = new double[first.length];
    byte[] bytes = content.extra();
    if (bytes == null || bytes.length != Integer.BYTES + 2 * Double.BYTES * first.length) {
      throw new IOException("not a checkpoint: the optimiser's state is missing");
    }
    ByteBuffer state = ByteBuffer.wrap(bytes);
    int step = state.getInt();
    state.asDoubleBuffer().get(first).get(second);
    for (int i = 0; i < first.length; i++) {
      if (!Double.isFinite(first[i]) || !(second[i] >= 0) || Double.isInfinite(second[i])) {
        throw new IOException("not a checkpoint: the optimiser's state is out of range");
      }
    }
    if (step < 0) {
      throw new IOException("not a checkpoint: it has done " + step + " steps");
    }
    return new TrainingCheckpoint(model, step, first, second);
  }
}
