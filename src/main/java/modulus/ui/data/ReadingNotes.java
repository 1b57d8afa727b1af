package modulus.ui.data;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import modulus.table.ReadingNote;
import modulus.ui.common.Figure;
import modulus.ui.common.Widgets;
import modulus.workbench.OpenedTable;

/** What the steward should know of how the file was read; nothing where there is nothing. */
final class ReadingNotes extends VBox {
  private final Widgets widgets;

  ReadingNotes(Widgets widgets, DataViewModel model) {
    super(4);
    this.widgets = widgets;
    setId("data-notes");
    model.tableProperty().addListener((source, before, now) -> show(now));
    Widgets.showWhen(this, Bindings.isNotEmpty(getChildren()));
  }

  private void show(OpenedTable opened) {
    getChildren().clear();
    if (opened != null) {
      opened.notes().forEach(note -> getChildren().add(line(note)));
    }
  }

  private Label line(ReadingNote note) {
    Label line = widgets.changing("data-note-" + note.kind(), "advice", "advice-caution");
    line.setMaxWidth(Double.MAX_VALUE);
    line.textProperty()
        .bind(
            widgets
                .messages()
                .text("note." + note.kind(), note.named(), new Figure.Count(note.count())));
    return line;
  }
}
