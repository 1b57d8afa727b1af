package modulus.ui.verify;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import modulus.certificate.Fingerprint;
import modulus.certificate.Passage;
import modulus.certificate.Statement;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;
import modulus.workbench.ClaimWords;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The verdict, a line per check, and what the certificate says. */
final class ResultPane extends VBox {
  static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
  private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");

  private final Widgets widgets;

  ResultPane(Widgets widgets, VerifyViewModel model) {
    this.widgets = widgets;
    setId("verify-result");
    setSpacing(14);
    model.resultProperty().addListener((source, before, now) -> show(now));
    widgets
        .messages()
        .localeProperty()
        .addListener((source, before, now) -> show(model.resultProperty().get()));
    Widgets.showWhen(this, model.resultProperty().isNotNull());
  }

  private void show(VerifyViewModel.Result result) {
    getChildren().clear();
    if (result == null) {
      return;
    }
    getChildren().addAll(verdict(result), checks(result));
    if (result.findings().holds()) {
      Statement statement = result.findings().verification().statement().orElseThrow();
      ClaimWords words = ClaimWords.of(statement, widgets.messages().locale());
      getChildren().addAll(claimed(statement, words), notClaimed(words));
    }
  }

  private Node verdict(VerifyViewModel.Result result) {
    Finding.Outcome outcome =
        switch (result.findings().verdict()) {
          case GOOD -> Finding.Outcome.HOLDS;
          case UNCOMPARED -> Finding.Outcome.OPEN;
          case OTHER_FORM, BAD -> Finding.Outcome.FAILS;
        };
    VBox words =
        new VBox(
            2,
            text("verify-verdict", result.verdict(), "title-4"),
            text("verify-against", result.reason(), "text-muted"));
    result.comparedWith().ifPresent(key -> words.getChildren().add(fingerprint(key, "text-muted")));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox row = new HBox(12, icon(outcome), words);
    row.getStyleClass().addAll("card", "verdict");
    row.pseudoClassStateChanged(OPEN, outcome == Finding.Outcome.OPEN);
    row.pseudoClassStateChanged(BROKEN, outcome == Finding.Outcome.FAILS);
    return row;
  }

  private Node checks(VerifyViewModel.Result result) {
    VBox card = card("verify-checks", "verify.checks");
    for (Finding finding : result.checks()) {
      Label sentence = text(null, finding.sentence());
      sentence
          .accessibleTextProperty()
          .set(widgets.messages().get("verify.outcome." + finding.outcome(), finding.sentence()));
      VBox words = new VBox(sentence);
      if (finding.telling()) {
        words.getChildren().add(detail(result, finding));
      }
      HBox.setHgrow(words, Priority.ALWAYS);
      card.getChildren().add(new HBox(8, icon(finding.outcome()), words));
    }
    return card;
  }

  /**
   * Of a key that was not compared the fingerprint is all there is to add: the sentence says the
   * rest.
   */
  private Label detail(VerifyViewModel.Result result, Finding finding) {
    return result
        .findings()
        .verification()
        .statement()
        .filter(statement -> finding.outcome() == Finding.Outcome.OPEN)
        .map(statement -> fingerprint(statement.signer().fingerprint(), "text-small", "text-muted"))
        .orElseGet(
            () -> plain(widgets.messages().told(finding.detail()), "text-small", "text-muted"));
  }

  private Node claimed(Statement statement, ClaimWords words) {
    VBox card = card("verify-claim", "verify.claimed");
    HBox headline =
        new HBox(
            8, plain(words.headline(), "text-bold"), widgets.why("verify-claim", "verify.claimed"));
    headline.setAlignment(Pos.TOP_LEFT);
    card.getChildren().add(headline);
    card.getChildren()
        .addAll(
            text("verify-key-name", Text.of("verify.keyName"), "text-muted"),
            fingerprint(statement.signer().fingerprint()));
    for (Passage paragraph : words.passages()) {
      card.getChildren()
          .add(new VBox(2, plain(paragraph.title(), "text-bold"), plain(paragraph.text())));
    }
    return card;
  }

  private Node notClaimed(ClaimWords words) {
    VBox card = card("verify-limits", "verify.notClaimed");
    for (String limit : words.limits()) {
      FontIcon info = new FontIcon(Material2AL.INFO);
      info.getStyleClass().add("check-limited");
      Label sentence = plain(limit);
      HBox.setHgrow(sentence, Priority.ALWAYS);
      card.getChildren().add(new HBox(8, info, sentence));
    }
    return card;
  }

  private VBox card(String id, String title) {
    VBox card = new VBox(8, text(id + "-name", Text.of(title), "title-4"));
    card.setId(id);
    card.getStyleClass().add("card");
    return card;
  }

  private static FontIcon icon(Finding.Outcome outcome) {
    return switch (outcome) {
      case HOLDS -> icon(Material2AL.CHECK_CIRCLE, "check-good");
      case OPEN -> icon(Material2AL.HELP_OUTLINE, "check-noted");
      case FAILS -> icon(Material2AL.CANCEL, "check-blocking");
    };
  }

  private static FontIcon icon(Ikon which, String style) {
    FontIcon icon = new FontIcon(which);
    icon.getStyleClass().add(style);
    return icon;
  }

  private Label text(String id, Text text, String... styles) {
    Label label = widgets.changing(id, styles);
    label.setText(widgets.messages().render(text));
    return label;
  }

  /** In letters of one width, so that groups stand below groups where it takes two lines. */
  private Label fingerprint(Fingerprint key, String... styles) {
    Label label = plain(key.grouped(), styles);
    label.getStyleClass().add("fingerprint");
    return label;
  }

  /** Words that are in the language of the window already. */
  private Label plain(String words, String... styles) {
    Label label = widgets.changing(null, styles);
    label.setText(words);
    return label;
  }
}
