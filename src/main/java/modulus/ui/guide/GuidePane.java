package modulus.ui.guide;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import modulus.ui.common.Background;
import modulus.ui.common.FollowingScroll;
import modulus.ui.common.Job;
import modulus.ui.common.ReturningFocus;
import modulus.ui.common.Widgets;
import modulus.ui.guide.GuideText.Section;
import org.kordamp.ikonli.material2.Material2AL;

/** One section of the user guide beside the screen; follows the language; closed by Escape. */
public final class GuidePane extends VBox {
  private static final int DEEPEST = 3;

  private final Widgets widgets;
  private final SimpleBooleanProperty open = new SimpleBooleanProperty();
  private final ComboBox<Section> sections = new ComboBox<>();
  private final VBox body = new VBox(10);
  private final FollowingScroll scroll = new FollowingScroll("guide-scroll", body);
  private final Background background;
  private final Map<Locale, GuideText> guides = new HashMap<>();
  private boolean reading;
  private GuideText guide;
  private String topic = "";
  private Node asking;

  public GuidePane(Widgets widgets, Background background) {
    this.widgets = widgets;
    this.background = background;
    setId("guide");
    getStyleClass().add("guide");
    sections.setId("guide-sections");
    sections.setMaxWidth(Double.MAX_VALUE);
    sections.setButtonCell(new SectionCell(false));
    sections.setCellFactory(list -> new SectionCell(true));
    sections.setOnAction(event -> render(sections.getValue()));
    widgets.describe(sections, "guide.sections");
    HBox.setHgrow(sections, Priority.ALWAYS);
    Button close = widgets.iconButton("guide-close", "guide.close", Material2AL.CLOSE, this::close);
    HBox top = new HBox(8, sections, close);
    top.setAlignment(Pos.CENTER_LEFT);
    body.setId("guide-body");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(top, scroll);
    Widgets.showWhen(this, open);
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
          } else {
            scroll.turnPage(event);
          }
        });
    widgets.messages().localeProperty().addListener(source -> reload());
  }

  /**
   * Shows the section of {@code asked}, the first time as soon as the guide is read; of a topic the
   * guide does not have, its beginning.
   */
  public void show(String asked) {
    topic = asked;
    if (getScene() != null && !ReturningFocus.isIn(this)) {
      asking = getScene().getFocusOwner();
    }
    open.set(true);
    read();
    reload();
    sections.requestFocus();
  }

  /** In all languages, beside the window's thread; once. */
  private void read() {
    if (reading) {
      return;
    }
    reading = true;
    for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      background.start(
          Job.quiet(
              listener -> GuideText.in(language),
              text -> {
                guides.put(language, text);
                if (language.equals(widgets.messages().locale())) {
                  reload();
                }
              },
              failure -> {}));
    }
  }

  /** The focus goes back to where it was when the guide was asked. */
  public void close() {
    if (asking != null && ReturningFocus.isIn(this)) {
      asking.requestFocus();
    }
    asking = null;
    open.set(false);
  }

  private void reload() {
    GuideText read = guides.get(widgets.messages().locale());
    if (read == null || !open.get()) {
      return;
    }
    if (read != guide) {
      guide = read;
      sections.getItems().setAll(guide.sections());
    }
    choose(guide.section(topic));
  }

  private void choose(Optional<Section> section) {
    Section chosen = section.orElse(guide.sections().get(0));
    if (chosen.equals(sections.getValue())) {
      render(chosen);
    } else {
      sections.setValue(chosen); // which renders it
    }
  }

  private void render(Section section) {
    if (section == null) {
      return;
    }
    Label title = widgets.changing("guide-title", "title-4");
    title.setText(section.title());
    body.getChildren().setAll(title);
    body.getChildren().addAll(new GuideParagraphs(this::follow).of(section.blocks()));
    scroll.setVvalue(0);
  }

  private void follow(String linked) {
    topic = linked;
    choose(guide.section(linked));
  }

  /** Sub-sections are indented in the list; the chosen one is whole where the pane is narrow. */
  private static final class SectionCell extends ListCell<Section> {
    private final boolean listed;

    SectionCell(boolean listed) {
      this.listed = listed;
      setWrapText(!listed);
      // its width comes while it is laid out, when nobody around would hear of another height
      widthProperty().addListener(source -> Platform.runLater(this::requestLayout));
    }

    /** Asked without a width it answers for the width it has, in which a title may need lines. */
    @Override
    protected double computePrefHeight(double width) {
      boolean wraps = isWrapText() && width < 0 && getWidth() > 0;
      return super.computePrefHeight(wraps ? getWidth() : width);
    }

    @Override
    protected void updateItem(Section item, boolean empty) {
      super.updateItem(item, empty);
      int depth = item == null || !listed ? 0 : Math.min(DEEPEST, item.level()) - 1;
      setText(empty || item == null ? "" : "   ".repeat(depth) + item.title());
    }
  }
}
