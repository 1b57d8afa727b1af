package modulus.ui.common;

import java.io.Serial;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;

/** Rises from a chart whose reader wants it in a file to the window, which asks where to. */
public final class ChartSaveRequest extends Event {
  @Serial private static final long serialVersionUID = 1L;

  public static final EventType<ChartSaveRequest> ASKED = new EventType<>(ANY, "CHART_SAVE_ASKED");

  private final transient Node chart;
  private final String name;
  private final transient Supplier<String> title;
  private final boolean internal;

  /**
   * @param chart what is drawn
   * @param name suggested name of the file, without ending
   * @param title what stands above it, in the language the window then has
   * @param internal whether statistics of the real table are in it, so that it must be marked
   */
  public ChartSaveRequest(Node chart, String name, Supplier<String> title, boolean internal) {
    super(ASKED);
    this.chart = chart;
    this.name = name;
    this.title = title;
    this.internal = internal;
  }

  public Node chart() {
    return chart;
  }

  public String name() {
    return name;
  }

  public String title() {
    return title.get();
  }

  public boolean internal() {
    return internal;
  }
}
