package modulus.ui.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import modulus.table.CsvDialect;
import modulus.table.CsvOptions;
import modulus.table.SheetDialect;
import modulus.table.TableOptions;
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

  private final Widgets widgets;
  private final ComboBox<Character> delimiter = new ComboBox<>();
  private final ComboBox<Character> quote = new ComboBox<>();
  private final ComboBox<Charset> charset = new ComboBox<>();
  private final ComboBox<String> sheet = new ComboBox<>();
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
    again.disableProperty().bind(Bindings.isNull(model.tableProperty()).or(model.busyProperty()));
    getChildren()
        .addAll(
            named("format-sheet", sheet, name -> name),
            named("format-delimiter", delimiter, this::delimiterName),
            named("format-quote", quote, String::valueOf),
            named("format-charset", charset, Charset::displayName),
            header,
            decimalComma,
            again);
    for (Node part : List.of(delimiter.getParent(), quote.getParent(), charset.getParent())) {
      Widgets.showWhen(part, workbook.not());
    }
    Widgets.showWhen(decimalComma, workbook.not());
    Widgets.showWhen(sheet.getParent(), workbook);
    getChildren().forEach(each -> each.getStyleClass().add("format-part"));
    model.tableProperty().addListener((source, before, now) -> show(now));
  }

  private TableOptions options() {
    if (workbook.get()) {
      return TableOptions.of(CsvOptions.DETECT.withHeader(header.isSelected()))
          .withSheet(sheet.getValue());
    }
    return TableOptions.of(
        CsvOptions.DETECT
            .withDelimiter(delimiter.getValue())
            .withQuote(quote.getValue())
            .withCharset(charset.getValue())
            .withHeader(header.isSelected())
            .withDecimalComma(decimalComma.isSelected()));
  }

  private void show(OpenedTable opened) {
    if (opened == null) {
      return;
    }
    header.setSelected(opened.dialect().header());
    workbook.set(opened.dialect() instanceof SheetDialect);
    if (opened.dialect() instanceof SheetDialect dialect) {
      sheet.getItems().setAll(dialect.sheets());
      sheet.setValue(dialect.sheet());
    } else if (opened.dialect() instanceof CsvDialect dialect) {
      delimiter.setValue(dialect.delimiter());
      quote.setValue(dialect.quote());
      charset.setValue(dialect.charset());
      decimalComma.setSelected(dialect.decimalComma());
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
