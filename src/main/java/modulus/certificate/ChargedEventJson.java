package modulus.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Charged events as a JSON array of {@code {"purpose": …, "event": …}}; reading is strict. */
public final class ChargedEventJson {
  private ChargedEventJson() {}

  /** Fills {@code array}. */
  public static void write(List<ChargedEvent> events, ArrayNode array) {
    for (ChargedEvent charged : events) {
      ObjectNode event = array.addObject();
      event.put("purpose", charged.purpose().label());
      event.set("event", EventJson.event(charged.event()));
    }
  }

  /**
   * @throws IllegalArgumentException if an event does not serve its purpose
   */
  public static List<ChargedEvent> read(JsonNode array) throws FormatException {
    EventJson.requireFew(array.size());
    List<ChargedEvent> events = new ArrayList<>();
    for (JsonNode node : array) {
      String owner = "Event " + (events.size() + 1);
      JsonFields fields = new JsonFields(node, owner);
      EventPurpose purpose = fields.choice("purpose", EventPurpose.class, EventPurpose::label);
      events.add(new ChargedEvent(purpose, EventJson.event(fields.node("event"), owner)));
      fields.end();
    }
    return events;
  }
}
