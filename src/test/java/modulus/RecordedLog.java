package modulus;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged between {@link #open} and {@link #close}, at every level. */
public final class RecordedLog implements AutoCloseable {
  private static final Logger ROOT = Logger.getLogger("");

  private final StringBuilder said = new StringBuilder();
  private final Level before = ROOT.getLevel();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          said.append(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private RecordedLog() {}

  public static RecordedLog open() {
    RecordedLog log = new RecordedLog();
    log.handler.setLevel(Level.ALL);
    ROOT.setLevel(Level.ALL);
    ROOT.addHandler(log.handler);
    return log;
  }

  /** The lines so far, as the runtime's own handler would print them. */
  public String text() {
    return said.toString();
  }

  @Override
  public void close() {
    ROOT.removeHandler(handler);
    ROOT.setLevel(before);
  }
}
