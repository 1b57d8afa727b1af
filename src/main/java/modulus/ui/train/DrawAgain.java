package modulus.ui.train;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import modulus.ui.common.Figure;
import modulus.ui.common.Session;
import modulus.ui.common.Text;
import modulus.ui.common.Widgets;
import modulus.workbench.AuditVerdict;
import modulus.workbench.Scope;
import modulus.workbench.SynthesisOutcome;
import org.kordamp.ikonli.material2.Material2AL;

/**
 * Further rows from the model at hand: what they cost, and the button. Both keep their room while
 * there is no model, so that nothing moves when a run ends.
 */
final class DrawAgain {
  /** What a certificate of further rows could not say, or what refutes it. */
  private static final Set<AuditVerdict> REFUSED =
      EnumSet.of(AuditVerdict.REFUTED, AuditVerdict.BEYOND);

  private final Widgets widgets;
  private final TrainViewModel model;
  private final BooleanBinding there;

  DrawAgain(Widgets widgets, TrainViewModel model) {
    this.widgets = widgets;
    this.model = model;
    this.there =
        Bindings.createBooleanBinding(
            () -> modelled(model.session()).isPresent() && !model.stateProperty().get().going(),
            model.session().outcomeProperty(),
            model.stateProperty());
  }

  Button button() {
    Button draw =
        widgets.button("train-again", "train.again", Material2AL.CASINO, model::drawAgain);
    draw.setMinWidth(Region.USE_PREF_SIZE);
    draw.disableProperty().bind(drawable(model.session()).not());
    draw.visibleProperty().bind(there);
    return draw;
  }

  Node price() {
    Label sentence = widgets.changing("train-again-sentence", "text-small", "text-muted");
    sentence.textProperty().bind(widgets.messages().text(sentence(model.session())));
    HBox price = new HBox(8, sentence, widgets.why("train-again", "train.again"));
    price.setId("train-again-price");
    price.setAlignment(Pos.CENTER_LEFT);
    price.visibleProperty().bind(there);
    return price;
  }

  private static Optional<SynthesisOutcome> modelled(Session session) {
    return Optional.ofNullable(session.outcomeProperty().get())
        .filter(outcome -> outcome.model().isPresent());
  }

  private static BooleanBinding drawable(Session session) {
    return Bindings.createBooleanBinding(
        () ->
            modelled(session)
                .map(outcome -> !REFUSED.contains(outcome.auditVerdict()))
                .orElse(false),
        session.outcomeProperty());
  }

  private static ObservableValue<Text> sentence(Session session) {
    return Bindings.createObjectBinding(
        () ->
            modelled(session)
                .map(outcome -> sentence(outcome, session))
                .orElseGet(() -> priced(session.settingsProperty().get().scope(), session, 0)),
        session.outcomeProperty(),
        session.settingsProperty());
  }

  private static Text sentence(SynthesisOutcome outcome, Session session) {
    if (REFUSED.contains(outcome.auditVerdict())) {
      return Text.of("train.again." + outcome.auditVerdict().name());
    }
    return priced(outcome.settings().scope(), session, outcome.records());
  }

  /**
   * @param patients so many rows come where none are set
   */
  private static Text priced(Scope scope, Session session, int patients) {
    Figure rows = new Figure.Count(session.settingsProperty().get().rows().orElse(patients));
    return scope == Scope.END_TO_END
        ? Text.of("train.again.free", rows)
        : Text.of("train.again.charged", rows);
  }
}
