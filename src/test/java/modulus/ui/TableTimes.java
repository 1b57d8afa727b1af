package modulus.ui;

import javafx.application.Application;

/**
 * Measures the real window on one table:
 *
 * <pre>bash installer/table-times.sh TABLE</pre>
 */
public final class TableTimes {
  private TableTimes() {}

  public static void main(String[] arguments) {
    Application.launch(TableTour.class, arguments);
  }
}
