package modulus.workbench;

import java.io.IOException;
import java.nio.file.Path;
import modulus.table.AtomicFile;

/** Writes pictures of charts; whole or not at all. */
public final class PictureFiles {

  /**
   * @throws Failure if the file cannot be written
   */
  public void write(Path file, byte[] picture) {
    try {
      AtomicFile.writeForOwner(file, out -> out.write(picture));
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          file.getFileName() + ": the picture could not be written.",
          "Choose a folder you may write to, with space left.",
          e);
    }
  }
}
