package modulus.ui.export;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import modulus.certificate.CertificateLanguage;
import modulus.ui.common.Text;
import modulus.workbench.CertificateChoice;
import modulus.workbench.Failure;

/** How the certificate for people is made, while it is chosen, and what is wrong with it. */
final class CertificateForm {
  private final Supplier<Locale> window;
  private final ObjectProperty<Optional<CertificateLanguage>> language =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty curator = new SimpleStringProperty("");
  private final StringProperty timeStampServer = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Text> hindrance = new ReadOnlyObjectWrapper<>();

  /**
   * @param window the language of the window, which the certificate follows unless told otherwise
   */
  CertificateForm(Supplier<Locale> window) {
    this.window = window;
    for (Observable part : new Observable[] {curator, timeStampServer}) {
      part.addListener(source -> hindrance.set(wrong()));
    }
  }

  private Text wrong() {
    try {
      named();
    } catch (Failure refused) {
      return Text.of("export.badCurator");
    }
    try {
      choice();
      return null;
    } catch (Failure refused) {
      return Text.of("export.badServer");
    }
  }

  private CertificateChoice named() {
    CertificateChoice choice = CertificateChoice.DEFAULT.withCurator(filled(curator));
    return language
        .get()
        .map(chosen -> choice.withLanguage(chosen.label()))
        .orElseGet(() -> choice.withLanguage(window.get()));
  }

  private static Optional<String> filled(StringProperty field) {
    return Optional.of(field.get().strip()).filter(text -> !text.isEmpty());
  }

  /** The choice; only where {@link #hindranceProperty()} holds nothing. */
  CertificateChoice choice() {
    CertificateChoice choice = named();
    return filled(timeStampServer).map(choice::withTimeStampServer).orElse(choice);
  }

  /** Empty for the language of the window. */
  ObjectProperty<Optional<CertificateLanguage>> languageProperty() {
    return language;
  }

  /** Who answers for the release; blank where nobody is named. */
  StringProperty curatorProperty() {
    return curator;
  }

  /** Address of an RFC 3161 server; blank where no time is stamped and no network used. */
  StringProperty timeStampServerProperty() {
    return timeStampServer;
  }

  /** What is wrong, or null. */
  ReadOnlyObjectProperty<Text> hindranceProperty() {
    return hindrance.getReadOnlyProperty();
  }
}
