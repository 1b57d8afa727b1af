package modulus.ui.export;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import modulus.certificate.BudgetAction;
import modulus.certificate.BudgetLimit;
import modulus.certificate.BudgetRule;
import modulus.table.Table;
import modulus.ui.common.Background;
import modulus.ui.common.Figure;
import modulus.ui.common.Job;
import modulus.ui.common.NumberText;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.workbench.Failure;
import modulus.workbench.OpenedTable;
import modulus.workbench.RunListener;

/** The budget of the open table while it is chosen, what is wrong with it, and the ledger's own. */
public final class BudgetForm {
  /** Writes a budget into the ledger: {@link modulus.workbench.BudgetLedger#setBudget}. */
  @FunctionalInterface
  public interface Setting {
    /**
     * @param patients n₀
     * @param delta of the budget there is; the default of the table where there is none
     */
    void set(
        Table table,
        int patients,
        double epsilon,
        Optional<Double> delta,
        BudgetAction action,
        RunListener listener);
  }

  private final Session session;
  private final Background background;
  private final Setting setting;
  private final Supplier<Locale> language;
  private final StringProperty epsilon = new SimpleStringProperty("");
  private final BooleanProperty blocking = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<Text> standing = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Text> hindrance = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Failure> failure = new SimpleObjectProperty<>();
  private boolean busy;

  /**
   * @param language of the window, in which numbers are typed
   */
  public BudgetForm(
      Session session, Background background, Setting setting, Supplier<Locale> language) {
    this.session = session;
    this.background = background;
    this.setting = setting;
    this.language = language;
    epsilon.addListener((source, before, now) -> check());
    session
        .tableProperty()
        .addListener(
            (source, before, now) -> {
              epsilon.set("");
              failure.set(null);
              check();
            });
    session.schemaProperty().addListener((source, before, now) -> check());
    session.ledger().budgetProperty().addListener((source, before, now) -> check());
    session.ledger().failureProperty().addListener((source, before, now) -> check());
    check();
  }

  private Optional<BudgetLimit> known() {
    return session.ledger().budgetProperty().get();
  }

  private boolean filtered() {
    return known().filter(limit -> limit.rule() == BudgetRule.RENYI_FILTER).isPresent();
  }

  private void check() {
    standing.set(said());
    hindrance.set(wrong());
  }

  private Text said() {
    if (known().isEmpty()) {
      return Text.of("budget.none");
    }
    BudgetLimit limit = known().get();
    Figure most = new Figure.Epsilon(limit.epsilon());
    if (filtered()) {
      return Text.of("budget.filter", most);
    }
    return Text.of(
        limit.action() == BudgetAction.BLOCK ? "budget.blocks" : "budget.warns",
        most,
        new Figure.Delta(limit.delta()));
  }

  private Text wrong() {
    if (session.tableProperty().get() == null || session.schemaProperty().get() == null) {
      return Text.of("budget.noTable");
    }
    if (session.ledger().failureProperty().get() != null) {
      return Text.of("check.ledgerUnread");
    }
    if (filtered()) {
      return Text.of("budget.filterStays");
    }
    OptionalDouble typed = NumberText.parse(epsilon.get(), language.get());
    return typed.isPresent() && typed.getAsDouble() > 0 ? null : Text.of("budget.epsilonWrong");
  }

  /** Sets the budget; only where {@link #hindranceProperty()} holds nothing. */
  void set() {
    check(); // the window's language, in which it is read, may be another by now
    if (hindrance.get() != null || busy) {
      return;
    }
    busy = true;
    failure.set(null);
    OpenedTable opened = session.tableProperty().get();
    int patients = opened.patients(session.schemaProperty().get());
    double most = NumberText.parse(epsilon.get(), language.get()).orElseThrow();
    BudgetAction action = blocking.get() ? BudgetAction.BLOCK : BudgetAction.WARN;
    Optional<Double> delta = known().map(BudgetLimit::delta);
    background.start(
        Job.<Boolean>shown(
            Text.of("budget.running"),
            listener -> {
              setting.set(opened.table(), patients, most, delta, action, listener);
              return true;
            },
            done -> {
              busy = false;
              if (opened.equals(session.tableProperty().get())) {
                epsilon.set("");
              }
              session.ledger().outdated();
            },
            refused -> {
              busy = false;
              failure.set(refused);
            },
            () -> busy = false));
  }

  StringProperty epsilonProperty() {
    return epsilon;
  }

  /** Whether what goes beyond the budget is refused, rather than signed with a warning. */
  BooleanProperty blockingProperty() {
    return blocking;
  }

  /** What the ledger holds now. */
  ReadOnlyObjectProperty<Text> standingProperty() {
    return standing.getReadOnlyProperty();
  }

  /** Why nothing can be set yet, or null. */
  ReadOnlyObjectProperty<Text> hindranceProperty() {
    return hindrance.getReadOnlyProperty();
  }

  /** Why the budget was not set, or null. */
  ObjectProperty<Failure> failureProperty() {
    return failure;
  }
}
