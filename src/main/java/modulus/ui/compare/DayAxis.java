package modulus.ui.compare;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import modulus.ui.common.LinearAxis;
import modulus.ui.common.Messages;

/** An axis of days since 1970-01-01 whose ticks lie on the first of a month, or of a year. */
final class DayAxis extends LinearAxis {
  private static final double APART = 96;
  private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200};

  /** Below this many days between ticks, the ticks are single days. */
  private static final double SHORT = 28;

  private static final double DAYS_A_MONTH = 30.44;

  DayAxis(Messages messages, ObservableValue<String> name) {
    super(messages, name);
  }

  @Override
  protected double apart() {
    return APART;
  }

  @Override
  protected List<Number> ticks(double low, double high, double step) {
    if (step < SHORT) {
      return super.ticks(low, high, Math.max(1, step));
    }
    int every = MONTHS[MONTHS.length - 1];
    for (int i = MONTHS.length - 1; i >= 0 && MONTHS[i] * DAYS_A_MONTH >= 0.9 * step; i--) {
      every = MONTHS[i];
    }
    long month = ChronoUnit.MONTHS.between(LocalDate.EPOCH, day(low).withDayOfMonth(1));
    List<Number> ticks = new ArrayList<>();
    for (long at = every * Math.floorDiv(month, every); ; at += every) {
      long tick = LocalDate.EPOCH.plusMonths(at).toEpochDay();
      if (tick > high) {
        return ticks;
      }
      if (tick >= low) {
        ticks.add(tick);
      }
    }
  }

  @Override
  protected String getTickMarkLabel(Number value) {
    return day(value.doubleValue()).toString();
  }

  private static LocalDate day(double days) {
    return LocalDate.ofEpochDay((long) Math.floor(days));
  }
}
