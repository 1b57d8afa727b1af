package modulus.workbench.project;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.crypto.SecretKey;
import modulus.certificate.FormatException;
import modulus.schema.SchemaException;
import modulus.table.Table;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.TrainedModel;

/**
 * One kept run in the zip of a project: {@code run-N.json}, {@code synthetic-N.table}, {@code
 * model-N.bin} where there is a model, and {@code seal-N.bin} over the three ({@link RunSeal}).
 */
final class RunEntries {
  private static final int MOST_TEXT = 64 << 20;
  private static final int MOST_MODEL = 512 << 20;
  private static final int BUFFER = 1 << 16;

  private final SecretKey key;
  private final String fingerprint;
  private final int number;

  /**
   * @param fingerprint of the real table
   * @param number N
   */
  RunEntries(SecretKey key, String fingerprint, int number) {
    this.key = key;
    this.fingerprint = fingerprint;
    this.number = number;
  }

  void write(SynthesisOutcome outcome, ZipOutputStream zip) throws IOException {
    RunSeal seal = RunSeal.of(key, fingerprint);
    byte[] text = ProjectJson.write(StoredOutcome.of(outcome));
    put(zip, name("run", "json"), text);
    seal.add(text);
    zip.putNextEntry(new ZipEntry(name("synthetic", "table")));
    OutputStream table = new BufferedOutputStream(seal.over(zip), BUFFER);
    TableBytes.write(outcome.synthetic(), table);
    table.flush();
    if (outcome.model().isPresent()) {
      byte[] model = bytes(outcome.model().get());
      put(zip, name("model", "bin"), model);
      seal.add(model);
    }
    put(zip, name("seal", "bin"), seal.bytes());
  }

  /**
   * @throws IOException if an entry is missing or damaged, or the seal is another one
   */
  SynthesisOutcome read(ZipFile zip) throws IOException, FormatException, SchemaException {
    RunSeal seal = RunSeal.of(key, fingerprint);
    byte[] text = all(zip, name("run", "json"), MOST_TEXT);
    seal.add(text);
    Table synthetic;
    try (InputStream in =
        new BufferedInputStream(seal.over(open(zip, name("synthetic", "table"))), BUFFER)) {
      synthetic = TableBytes.read(in);
    }
    byte[] model = null;
    if (zip.getEntry(name("model", "bin")) != null) {
      model = all(zip, name("model", "bin"), MOST_MODEL);
      seal.add(model);
    }
    if (!seal.is(all(zip, name("seal", "bin"), RunSeal.BYTES))) {
      throw new IOException("a run does not bear its seal");
    }
    return ProjectJson.outcome(text).restored(synthetic, model(model));
  }

  private static byte[] bytes(TrainedModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static Optional<TrainedModel> model(byte[] bytes) throws IOException {
    return bytes == null
        ? Optional.empty()
        : Optional.of(TrainedModel.read(new DataInputStream(new ByteArrayInputStream(bytes))));
  }

  private String name(String what, String ending) {
    return what + "-" + number + "." + ending;
  }

  static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
  }

  /** All of an entry of at most so many bytes. */
  static byte[] all(ZipFile zip, String name, int most) throws IOException {
    try (InputStream in = open(zip, name)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new IOException(name + " is too long");
      }
      return bytes;
    }
  }

  private static InputStream open(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("it has no " + name);
    }
    return zip.getInputStream(entry);
  }
}
