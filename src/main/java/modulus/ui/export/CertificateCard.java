package modulus.ui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import modulus.certificate.CertificateLanguage;
import modulus.ui.common.Messages;
import modulus.ui.common.Widgets;

/** The certificate for people: its language, who answers for it, who stamps the time. */
final class CertificateCard extends VBox {

  CertificateCard(Widgets widgets, CertificateForm form) {
    setId("export-certificate");
    getStyleClass().add("card");
    setSpacing(8);
    getChildren()
        .addAll(
            widgets.label("export-certificate-name", "export.certificate", "title-4"),
            language(widgets, form),
            KeyChoice.row(
                widgets,
                "certificate-curator",
                KeyChoice.field("certificate-curator", form.curatorProperty())),
            KeyChoice.row(
                widgets,
                "certificate-server",
                KeyChoice.field("certificate-server", form.timeStampServerProperty())),
            widgets.paragraph(
                "certificate-server-sentence", "certificate.server.sentence", "text-muted"));
  }

  private static Node language(Widgets widgets, CertificateForm form) {
    Messages messages = widgets.messages();
    ComboBox<Optional<CertificateLanguage>> box = new ComboBox<>();
    box.setId("certificate-language");
    List<Optional<CertificateLanguage>> all = new ArrayList<>(List.of(Optional.empty()));
    for (CertificateLanguage each : CertificateLanguage.values()) {
      all.add(Optional.of(each));
    }
    box.getItems().setAll(all);
    box.setCellFactory(list -> new LanguageCell(messages));
    box.setButtonCell(new LanguageCell(messages));
    box.valueProperty().bindBidirectional(form.languageProperty());
    return KeyChoice.row(widgets, "certificate-language", box);
  }

  /** A language's name, following the language of the window. */
  private static final class LanguageCell extends ListCell<Optional<CertificateLanguage>> {
    private final Messages messages;

    LanguageCell(Messages messages) {
      this.messages = messages;
    }

    @Override
    protected void updateItem(Optional<CertificateLanguage> language, boolean empty) {
      super.updateItem(language, empty);
      textProperty().unbind();
      if (empty || language == null) {
        setText("");
      } else {
        textProperty()
            .bind(
                messages.text(
                    language.isPresent()
                        ? "certificate.language." + language.get()
                        : "certificate.language.window"));
      }
    }
  }
}
