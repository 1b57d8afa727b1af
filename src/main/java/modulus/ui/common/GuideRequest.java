package modulus.ui.common;

import java.io.Serial;
import javafx.event.Event;
import javafx.event.EventType;

/** Rises from whatever asks "why?" to the window, which shows that paragraph of the user guide. */
public final class GuideRequest extends Event {
  @Serial private static final long serialVersionUID = 1L;

  public static final EventType<GuideRequest> ASKED = new EventType<>(ANY, "GUIDE_ASKED");

  private final String topic;

  /**
   * @param topic anchor of a section of the user guide
   */
  public GuideRequest(String topic) {
    super(ASKED);
    this.topic = topic;
  }

  public String topic() {
    return topic;
  }
}
