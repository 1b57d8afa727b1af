package modulus.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import modulus.certificate.EventJson;
import modulus.certificate.FormatException;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.Epsilon;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.PrivacyGuarantee;

/** ε of a file of events. */
public final class EventCosts {
  private static final int DIGITS = 6;

  /**
   * @param events a JSON array of events
   * @param delta δ in [1e-9, 1)
   * @return one line of JSON, both adjacencies, ε rounded up to six decimals
   * @throws Failure naming the rule and the value, if events or δ are not acceptable
   * @throws RunCancelledException if the listener asked to stop
   */
  public String json(Path events, double delta, RunListener listener) {
    PrivacyGuarantee guarantee = guarantee(read(events), delta, listener);
    return "{\"delta\": "
        + spelled(delta)
        + ", \"epsilon\": {\"add-remove\": "
        + Epsilon.format(guarantee.epsilon(Adjacency.ADD_REMOVE), DIGITS)
        + ", \"replace-one\": "
        + Epsilon.format(guarantee.epsilon(Adjacency.REPLACE_ONE), DIGITS)
        + "}}";
  }

  private static PrivacyGuarantee guarantee(
      List<PrivacyEvent> events, double delta, RunListener listener) {
    try {
      return Stoppable.work(listener, () -> Accountant.guarantee(events, delta));
    } catch (IllegalArgumentException e) {
      throw new Failure(Failure.Kind.BAD_INPUT, e.getMessage() + ".", "", e);
    }
  }

  private static List<PrivacyEvent> read(Path file) {
    try {
      if (Files.size(file) > EventJson.MOST_CHARACTERS) {
        throw new Failure(Failure.Kind.BAD_INPUT, "The file of events is too large.", "");
      }
      return EventJson.read(Files.readString(file));
    } catch (FormatException e) {
      throw new Failure(Failure.Kind.BAD_INPUT, e.getMessage(), "", e);
    } catch (IOException e) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          file.getFileName() + ": the events could not be read.",
          "Check the name of the file.",
          e);
    }
  }

  /** δ as people write it, for example 1e-5. */
  public static String spelled(double delta) {
    return Double.toString(delta).replace(".0E", "e").replace('E', 'e');
  }
}
