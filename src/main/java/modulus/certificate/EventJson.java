package modulus.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.PrivacyEvent.Gaussian;
import modulus.privacy.PrivacyEvent.PoissonSubsampledGaussian;
import modulus.privacy.PrivacyEvent.PosteriorMixture;

/**
 * Privacy events as a JSON array, for example {@code [{"type": "gaussian", "mu": {"add-remove":
 * 0.1, "replace-one": 0.1414}}]}. Reading is strict; writing and reading gives the same events.
 */
public final class EventJson {
  /** Longer texts are refused unread. */
  public static final int MOST_CHARACTERS = 1 << 20;

  /** Longer lists are refused. */
  public static final int MOST_EVENTS = 1_000;

  private static final String GAUSSIAN = "gaussian";
  private static final String TRAINING = "poisson-subsampled-gaussian";
  private static final String POSTERIOR = "posterior-mixture";

  private EventJson() {}

  /** The events as one line of JSON. */
  public static String write(List<? extends PrivacyEvent> events) {
    return events.stream()
        .map(event -> event(event).toString().replace(":", ": ").replace(",", ", "))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /**
   * @throws FormatException with one sentence naming the rule and the value: not an array of
   *     events, an unknown type or field, a missing or repeated field, a wrong type, a parameter
   *     outside its domain, too many characters or events
   */
  public static List<PrivacyEvent> read(String json) throws FormatException {
    Objects.requireNonNull(json, "json");
    if (json.length() > MOST_CHARACTERS) {
      throw new FormatException(
          "The list of events must have at most "
              + MOST_CHARACTERS
              + " characters but has "
              + json.length()
              + ".");
    }
    JsonNode root = StrictJson.parse(json, "The list of events");
    if (!root.isArray()) {
      throw new FormatException(
          "The events must be a JSON array but are " + JsonFields.shown(root) + ".");
    }
    requireFew(root.size());
    List<PrivacyEvent> events = new ArrayList<>();
    for (JsonNode node : root) {
      events.add(event(node, "Event " + (events.size() + 1)));
    }
    return List.copyOf(events);
  }

  static void requireFew(int events) throws FormatException {
    if (events > MOST_EVENTS) {
      throw new FormatException(
          "There must be at most " + MOST_EVENTS + " events but there are " + events + ".");
    }
  }

  static ObjectNode event(PrivacyEvent event) {
    ObjectNode node = StrictJson.object();
    if (event instanceof Gaussian gaussian) {
      node.put("type", GAUSSIAN);
      ObjectNode mu = node.putObject("mu");
      mu.put("add-remove", gaussian.muAddRemove());
      mu.put("replace-one", gaussian.muReplaceOne());
    } else if (event instanceof PoissonSubsampledGaussian training) {
      node.put("type", TRAINING);
      node.put("noiseMultiplier", training.noiseMultiplier());
      node.put("samplingProbability", training.samplingProbability());
      node.put("steps", training.steps());
    } else if (event instanceof PosteriorMixture rows) {
      node.put("type", POSTERIOR);
      node.put("mu", rows.mu());
      node.put("records", rows.records());
      node.put("draws", rows.draws());
    } else {
      throw new IllegalArgumentException("no JSON for events of type " + event.getClass());
    }
    return node;
  }

  /**
   * @param owner how a sentence about the event begins
   */
  static PrivacyEvent event(JsonNode node, String owner) throws FormatException {
    JsonFields fields = new JsonFields(node, owner);
    String type = fields.text("type");
    try {
      PrivacyEvent event =
          switch (type) {
            case GAUSSIAN -> gaussian(fields.object("mu"));
            case TRAINING ->
                new PoissonSubsampledGaussian(
                    fields.number("noiseMultiplier"),
                    fields.number("samplingProbability"),
                    fields.integer("steps"));
            case POSTERIOR ->
                new PosteriorMixture(
                    fields.number("mu"), fields.integer("records"), fields.integer("draws"));
            default ->
                throw new FormatException(
                    owner
                        + ": the type must be one of "
                        + String.join(", ", GAUSSIAN, TRAINING, POSTERIOR)
                        + " but is "
                        + JsonFields.shown(node.get("type"))
                        + ".");
          };
      fields.end();
      return event;
    } catch (IllegalArgumentException e) {
      throw new FormatException(owner + ": " + e.getMessage() + ".");
    }
  }

  private static Gaussian gaussian(JsonFields mu) throws FormatException {
    Gaussian gaussian = new Gaussian(mu.number("add-remove"), mu.number("replace-one"));
    mu.end();
    return gaussian;
  }
}
