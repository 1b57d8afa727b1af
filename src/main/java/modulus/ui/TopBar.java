package modulus.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import modulus.ui.common.FontScale;
import modulus.ui.common.GuideRequest;
import modulus.ui.common.Hint;
import modulus.ui.common.Messages;
import modulus.ui.common.Text;
import modulus.ui.common.TwoSides;
import modulus.ui.common.Widgets;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Product, table, the guarantee's chip, language, look and help. */
final class TopBar extends StackPane {
  private static final PseudoClass LIMITED = PseudoClass.getPseudoClass("limited");

  /** Of a table's name, at the plain size of letters; of a longer one both ends are shown. */
  private static final double NAME_WIDTH = 165;

  private final Messages messages;

  TopBar(Widgets widgets, ShellViewModel model, Appearance appearance, Node project) {
    this.messages = widgets.messages();
    setId("top-bar");
    getStyleClass().add("top-bar");
    Label product = new Label("Modulus");
    product.setId("product");
    product.setGraphic(new FontIcon(Material2MZ.SECURITY));
    product.getStyleClass().add("product");
    Label table = new Label();
    table.setId("table-name");
    table.textProperty().bind(model.tableName().orElse(""));
    table.getStyleClass().add("table-name");
    table.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    table.maxWidthProperty().bind(widgets.fontScale().times(NAME_WIDTH));
    Hint.of(table, table.textProperty());
    Button language =
        widgets.button(
            "language", "language.other", Material2AL.LANGUAGE, this::otherLanguage, "flat");
    Button theme =
        widgets.iconButton(
            "theme",
            "theme.switch",
            Material2AL.BRIGHTNESS_MEDIUM,
            () -> appearance.darkProperty().set(!appearance.darkProperty().get()));
    getChildren()
        .add(
            new TwoSides(
                side(product, project, table),
                side(chip(model), language, letters(widgets), theme, help(widgets, model))));
  }

  private static HBox side(Node... parts) {
    HBox side = new HBox(parts);
    side.getStyleClass().add("top-bar-side");
    side.setAlignment(Pos.CENTER_LEFT);
    return side;
  }

  /** How large letters are; the menu ticks the present size. */
  private static MenuButton letters(Widgets widgets) {
    FontScale scale = widgets.fontScale();
    MenuButton menu = iconMenu("font-size", Material2AL.FORMAT_SIZE);
    widgets.describe(menu, "fontSize.choose");
    ToggleGroup group = new ToggleGroup();
    for (int percent : FontScale.PERCENTS) {
      RadioMenuItem item = new RadioMenuItem();
      item.setId("font-size-" + percent);
      item.textProperty().bind(widgets.messages().text("fontSize.percent", percent));
      item.setToggleGroup(group);
      item.setSelected(scale.percentProperty().get() == percent);
      item.setOnAction(event -> scale.percentProperty().set(percent));
      scale
          .percentProperty()
          .addListener((source, before, now) -> item.setSelected(now.intValue() == percent));
      menu.getItems().add(item);
    }
    return menu;
  }

  /** The user guide on the present step, and the keys. */
  private MenuButton help(Widgets widgets, ShellViewModel model) {
    MenuButton menu = iconMenu("help", Material2AL.HELP_OUTLINE);
    widgets.describe(menu, "help.menu");
    MenuItem guide = item("help-guide");
    guide.setOnAction(
        event -> menu.fireEvent(new GuideRequest(model.stepProperty().get().topic())));
    MenuItem keys = item("help-keys");
    keys.setOnAction(event -> new ShortcutHelp(messages).show(getScene()));
    menu.getItems().addAll(guide, keys);
    return menu;
  }

  private MenuItem item(String id) {
    MenuItem item = new MenuItem();
    item.setId(id);
    item.textProperty().bind(messages.text(id));
    return item;
  }

  private static MenuButton iconMenu(String id, Ikon icon) {
    MenuButton menu = new MenuButton();
    menu.setId(id);
    menu.setGraphic(new FontIcon(icon));
    menu.getStyleClass().addAll("flat", "button-icon", "no-arrow");
    return menu;
  }

  private Node chip(ShellViewModel model) {
    ObservableValue<Text> claim = model.claim();
    ObservableValue<List<Text>> limits = model.limits();
    ObservableValue<Text> coverage = model.coverage();
    Button chip = new Button();
    chip.setId("chip");
    chip.setMnemonicParsing(false);
    chip.setOnAction(event -> chip.fireEvent(new GuideRequest("chip")));
    chip.getStyleClass().add("chip");
    chip.textProperty().bind(messages.text(claim));
    ObservableValue<String> why =
        messages.following(
            () ->
                limits.getValue().isEmpty()
                    ? messages.render(coverage.getValue())
                    : limits.getValue().stream()
                        .map(messages::render)
                        .collect(Collectors.joining("\n\n")),
            limits,
            coverage);
    Hint.of(chip, why).showAtFocus();
    chip.accessibleHelpProperty().bind(why);
    FontIcon warning = new FontIcon(Material2MZ.WARNING);
    limits.addListener((source, before, now) -> mark(chip, warning, now));
    mark(chip, warning, limits.getValue());
    Widgets.showWhen(chip, claim.map(text -> true).orElse(false));
    return chip;
  }

  private static void mark(Button chip, Node warning, List<Text> limits) {
    chip.pseudoClassStateChanged(LIMITED, !limits.isEmpty());
    chip.setGraphic(limits.isEmpty() ? null : warning);
  }

  private void otherLanguage() {
    boolean german = messages.locale().getLanguage().equals("de");
    messages.localeProperty().set(german ? Locale.ENGLISH : Locale.GERMAN);
  }
}
