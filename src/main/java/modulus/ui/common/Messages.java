package modulus.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** The window's texts in the chosen language; bound texts follow a change of language. */
public final class Messages {
  private static final String BUNDLE = "modulus.ui.messages";

  private final ObjectProperty<Locale> locale = new SimpleObjectProperty<>(this, "locale");
  private ResourceBundle bundle;
  private Locale bundleLocale;

  public Messages(Locale start) {
    locale.set(start);
  }

  /** German where the machine speaks German, else English. */
  public static Messages forThisMachine() {
    boolean german = Locale.getDefault().getLanguage().equals("de");
    return new Messages(german ? Locale.GERMAN : Locale.ENGLISH);
  }

  /** Looked up on demand: bindings ask before any listener could have changed the bundle. */
  private ResourceBundle bundle() {
    if (bundle == null || !locale.get().equals(bundleLocale)) {
      bundle =
          ResourceBundle.getBundle(
              BUNDLE,
              locale.get(),
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES));
      bundleLocale = locale.get();
    }
    return bundle;
  }

  public ObjectProperty<Locale> localeProperty() {
    return locale;
  }

  public Locale locale() {
    return locale.get();
  }

  /** The text in the present language. */
  public String get(String key, Object... arguments) {
    return render(Text.of(key, arguments));
  }

  /** The text in the present language. */
  public String render(Text text) {
    String pattern = bundle().getString(text.key());
    if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
      return Unbroken.words(pattern); // as it stands: a change of language renders a thousand
    }
    Object[] filled = text.arguments().stream().map(this::fill).toArray();
    return Unbroken.words(new MessageFormat(pattern, locale.get()).format(filled));
  }

  private Object fill(Object argument) {
    if (argument instanceof Figure figure) {
      return figure.in(locale.get());
    }
    if (argument instanceof Told told) {
      return told(told.english());
    }
    return argument instanceof Text text ? render(text) : argument.toString();
  }

  /** What the core says of a failure or a check, in English, in the present language. */
  public String told(String english) {
    return locale.get().getLanguage().equals("de")
        ? SentenceCatalogue.german().translated(english)
        : english;
  }

  /** The text, following the language. */
  public StringBinding text(String key, Object... arguments) {
    return following(() -> get(key, arguments));
  }

  /** The text held by {@code source}, following it and the language; empty while it is null. */
  public StringBinding text(ObservableValue<Text> source) {
    return following(() -> source.getValue() == null ? "" : render(source.getValue()), source);
  }

  /** Whatever {@code content} says, asked again when a dependency or the language changes. */
  public StringBinding following(Callable<String> content, Observable... dependencies) {
    Observable[] all = new Observable[dependencies.length + 1];
    System.arraycopy(dependencies, 0, all, 0, dependencies.length);
    all[dependencies.length] = locale;
    return Bindings.createStringBinding(content, all);
  }
}
