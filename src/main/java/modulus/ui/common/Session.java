package modulus.ui.common;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import modulus.schema.Schema;
import modulus.workbench.OpenedTable;
import modulus.workbench.PackageExport;
import modulus.workbench.ReadOut;
import modulus.workbench.SynthesisOutcome;
import modulus.workbench.SynthesisSettings;

/** What the steward is working on; every screen sees the same one. Values are null until there. */
public final class Session {
  private final ObjectProperty<OpenedTable> table = new SimpleObjectProperty<>();
  private final ObjectProperty<Schema> schema = new SimpleObjectProperty<>();
  private final ObjectProperty<SynthesisSettings> settings =
      new SimpleObjectProperty<>(SynthesisSettings.defaults());
  private final ObjectProperty<ReadOut> readOut = new SimpleObjectProperty<>();
  private final ObjectProperty<SynthesisOutcome> outcome = new SimpleObjectProperty<>();
  private final ObjectProperty<PackageExport.Written> written = new SimpleObjectProperty<>();

  private final ReadOnlyIntegerWrapper runs = new ReadOnlyIntegerWrapper();

  public Session() {
    outcome.addListener(
        (source, before, now) -> {
          if (now != null) {
            runs.set(runs.get() + 1);
          }
        });
  }

  /** Takes up a freshly opened table: its draft is the schema, earlier results are gone. */
  public void open(OpenedTable opened) {
    written.set(null);
    outcome.set(null);
    runs.set(0);
    readOut.set(null);
    schema.set(null);
    table.set(opened);
    schema.set(opened.draft());
  }

  public ObjectProperty<OpenedTable> tableProperty() {
    return table;
  }

  public ObjectProperty<Schema> schemaProperty() {
    return schema;
  }

  public ObjectProperty<SynthesisSettings> settingsProperty() {
    return settings;
  }

  /** What the settings mean for the table. */
  public ObjectProperty<ReadOut> readOutProperty() {
    return readOut;
  }

  public ObjectProperty<SynthesisOutcome> outcomeProperty() {
    return outcome;
  }

  /** Runs finished with this table since it was opened. */
  public ReadOnlyIntegerProperty runsProperty() {
    return runs.getReadOnlyProperty();
  }

  public ObjectProperty<PackageExport.Written> writtenProperty() {
    return written;
  }
}
