package modulus.ui.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import modulus.table.CsvDialect;
import modulus.table.CsvOptions;
import modulus.table.SheetDialect;
import modulus.table.TableOptions;
import modulus.ui.common.ReturningFocus;
import modulus.ui.common.Widgets;
import modulus.workbench.OpenedTable;
import org.kordamp.ikonli.material2.Material2MZ;

/** How the file is spelled: as it was detected, to be corrected where that went wrong. */
final class FormatForm extends FlowPane {
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final List<Character> QUOTES = List.of('"', '\'');
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          Charset.forName("windows-1252"),
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE);

  private static final int MARKS_WIDTH = 14;

  private final Widgets widgets;
  private final ComboBox<Character> delimiter = new ComboBox<>();
  private final ComboBox<Character> quote = new ComboBox<>();
  private final ComboBox<Charset> charset = new ComboBox<>();
  private final ComboBox<String> sheet = new ComboBox<>();
  private final TextField missing = new TextField();
  private final CheckBox header;
  private final CheckBox decimalComma;
  private final BooleanProperty workbook = new SimpleBooleanProperty(false);

  FormatForm(Widgets widgets, DataViewModel model) {
    super(16, 8);
    this.widgets = widgets;
    setId("data-format");
    getStyleClass().add("card");
    header = widgets.checkBox("format-header", "format-header");
    decimalComma = widgets.checkBox("format-comma", "format-comma");
    delimiter.getItems().setAll(DELIMITERS);
    quote.getItems().setAll(QUOTES);
    charset.getItems().setAll(CHARSETS);
    Button again =
        widgets.button(
            "format-apply", "format.apply", Material2MZ.REFRESH, () -> model.reopen(options()));
    again
        .disableProperty()
        .bind(
            model
                .tableProperty()
                .isNull()
                .and(model.refusedProperty().isNull())
                .or(model.busyProperty()));
    ReturningFocus.to(again);
    missing.setId("format-missing");
    missing.setPrefColumnCount(MARKS_WIDTH);
    missing.promptTextProperty().bind(widgets.messages().text("format.asFound"));
    missing.accessibleTextProperty().bind(widgets.messages().text("format-missing"));
    Label missingName = widgets.label("format-missing-name", "format-missing");
    missingName.setLabelFor(missing);
    getChildren()
        .addAll(
            named("format-sheet", sheet, name -> name),
            named("format-delimiter", delimiter, this::delimiterName),
            named("format-quote", quote, String::valueOf),
            named("format-charset", charset, Charset::displayName),
            header,
            decimalComma,
            new HBox(8, missingName, missing),
            again);
    for (Node part : List.of(delimiter.getParent(), quote.getParent(), charset.getParent())) {
      Widgets.showWhen(part, workbook.not());
    }
    Widgets.showWhen(sheet.getParent(), workbook);
    getChildren().forEach(each -> each.getStyleClass().add("format-part"));
    model.tableProperty().addListener((source, before, now) -> show(now));
    model
        .refusedProperty()
        .addListener(
            (source, before, now) -> {
              if (now == null) {
                show(model.tableProperty().get());
              } else {
                forget(now);
              }
            });
  }

  /**
   * Of a file that could not be read nothing is known: what is not said is detected. Where it is a
   * sheet of a workbook that could not be read, the others can still be chosen.
   */
  private void forget(RefusedFile refused) {
    workbook.set(refused.file().toString().toLowerCase(Locale.ROOT).endsWith(".xlsx"));
    for (ComboBox<?> box : List.of(sheet, delimiter, quote, charset)) {
      box.setValue(null);
    }
    sheet.getItems().setAll(refused.sheets());
    header.setIndeterminate(true);
    decimalComma.setIndeterminate(true);
    missing.clear();
  }

  private TableOptions options() {
    Optional<Set<String>> marks = MissingMarks.parse(missing.getText());
    if (workbook.get()) {
      return new TableOptions(
          new CsvOptions(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              said(header),
              said(decimalComma),
              marks),
          Optional.ofNullable(sheet.getValue()));
    }
    return TableOptions.of(
        new CsvOptions(
            Optional.ofNullable(delimiter.getValue()),
            Optional.ofNullable(quote.getValue()),
            Optional.ofNullable(charset.getValue()),
            said(header),
            said(decimalComma),
            marks));
  }

  private static Optional<Boolean> said(CheckBox box) {
    return box.isIndeterminate() ? Optional.empty() : Optional.of(box.isSelected());
  }

  private static void say(CheckBox box, boolean value) {
    box.setIndeterminate(false);
    box.setSelected(value);
  }

  private void show(OpenedTable opened) {
    if (opened == null) {
      return;
    }
    say(header, opened.dialect().header());
    missing.setText(MissingMarks.spelled(opened.dialect().missingMarks()));
    workbook.set(opened.dialect() instanceof SheetDialect);
    if (opened.dialect() instanceof SheetDialect dialect) {
      sheet.getItems().setAll(dialect.sheets());
      sheet.setValue(dialect.sheet());
      say(decimalComma, dialect.decimalComma());
    } else if (opened.dialect() instanceof CsvDialect dialect) {
      delimiter.setValue(dialect.delimiter());
      quote.setValue(dialect.quote());
      charset.setValue(dialect.charset());
      say(decimalComma, dialect.decimalComma());
    }
  }

  private String delimiterName(char sign) {
    return sign == '\t' ? widgets.messages().get("format.tab") : String.valueOf(sign);
  }

  private <T> HBox named(String id, ComboBox<T> box, Function<T, String> name) {
    box.setId(id);
    box.accessibleTextProperty().bind(widgets.messages().text(id));
    box.setCellFactory(list -> new NamedCell<>(name));
    box.setButtonCell(new NamedCell<>(name));
    // what the box says while nothing is chosen
    box.promptTextProperty().bind(widgets.messages().text("format.asFound"));
    Label label = widgets.label(id + "-name", id);
    label.setLabelFor(box);
    return new HBox(8, label, box);
  }

  private static final class NamedCell<T> extends ListCell<T> {
    private final Function<T, String> name;

    NamedCell(Function<T, String> name) {
      this.name = name;
    }

    @Override
    protected void updateItem(T item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty || item == null ? "" : name.apply(item));
    }
  }
}
