package modulus.ui.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.ui.common.NumberText;
import modulus.ui.common.Text;

/** One attribute's declaration while it is edited, and what is wrong with it. */
final class AttributeForm {
  static final String NEW_DATE_PATTERN = "yyyy-MM-dd";
  private static final int MAX_DECIMALS = 15;

  private final ObjectProperty<AttributeKind> kind = new SimpleObjectProperty<>();
  private final StringProperty low = new SimpleStringProperty("");
  private final StringProperty high = new SimpleStringProperty("");
  private final StringProperty decimals = new SimpleStringProperty("0");
  private final StringProperty unit = new SimpleStringProperty("");
  private final StringProperty pattern = new SimpleStringProperty(NEW_DATE_PATTERN);
  private final StringProperty categories = new SimpleStringProperty("");
  private final BooleanProperty other = new SimpleBooleanProperty(true);
  private final BooleanProperty missingAllowed = new SimpleBooleanProperty();
  private final BooleanProperty publicKnowledge = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Text> problem = new ReadOnlyObjectWrapper<>();
  private Attribute edited;

  AttributeForm() {
    for (Property<?> part :
        List.of(kind, low, high, decimals, unit, pattern, categories, other, missingAllowed)) {
      part.addListener((source, before, now) -> check());
    }
  }

  /** Shows {@code attribute} as it is declared now. */
  void edit(Attribute attribute, Locale locale) {
    edited = null;
    kind.set(AttributeKind.of(attribute.domain()));
    missingAllowed.set(attribute.missingAllowed());
    publicKnowledge.set(attribute.covered());
    if (attribute.domain() instanceof Domain.Numeric numeric) {
      low.set(NumberText.of(numeric.low(), locale));
      high.set(NumberText.of(numeric.high(), locale));
      decimals.set(Integer.toString(numeric.decimals()));
      unit.set(numeric.unit());
    } else if (attribute.domain() instanceof Domain.Date date) {
      low.set(date.low().toString());
      high.set(date.high().toString());
      pattern.set(date.pattern());
    } else if (attribute.domain() instanceof Domain.Categorical categorical) {
      categories.set(String.join("\n", categorical.categories()));
      other.set(categorical.other());
    }
    edited = attribute;
    check();
  }

  /** The declaration as typed; only where {@link #problemProperty()} holds nothing. */
  Attribute result() {
    Domain domain = domain();
    return new Attribute(
        edited.name(),
        domain,
        missingAllowed.get(),
        edited.missingMark(),
        origin(domain),
        publicKnowledge.get() ? DomainOrigin.DECLARED : DomainOrigin.READ_FROM_DATA,
        edited.warnings());
  }

  /** A domain that is estimated privately stays so until another one is typed. */
  private DomainOrigin origin(Domain domain) {
    if (edited.estimatedPrivately() && domain.equals(edited.domain())) {
      return DomainOrigin.ESTIMATED_PRIVATELY;
    }
    if (!publicKnowledge.get()) {
      return DomainOrigin.READ_FROM_DATA;
    }
    return edited.covered() && !edited.estimatedPrivately()
        ? edited.origin()
        : DomainOrigin.DECLARED;
  }

  private Domain domain() {
    return switch (kind.get()) {
      case NUMERIC ->
          new Domain.Numeric(
              number(low).orElseThrow(),
              number(high).orElseThrow(),
              (int) number(decimals).orElseThrow(),
              unit.get().strip());
      case DATE ->
          new Domain.Date(LocalDate.parse(low.get()), LocalDate.parse(high.get()), pattern.get());
      case CATEGORICAL -> new Domain.Categorical(listed(), other.get());
      case IDENTIFIER -> new Domain.Identifier();
      case EXCLUDED -> new Domain.Excluded();
    };
  }

  private List<String> listed() {
    return categories.get().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private void check() {
    if (edited == null || kind.get() == null) {
      return;
    }
    problem.set(
        switch (kind.get()) {
          case NUMERIC -> numericProblem();
          case DATE -> dateProblem();
          case CATEGORICAL -> categoricalProblem();
          case IDENTIFIER, EXCLUDED -> null;
        });
  }

  private Text numericProblem() {
    OptionalDouble from = number(low);
    OptionalDouble to = number(high);
    OptionalDouble places = number(decimals);
    if (from.isEmpty() || to.isEmpty()) {
      return Text.of("form.rangeMissing");
    }
    if (from.getAsDouble() >= to.getAsDouble()) {
      return Text.of("form.rangeOrder", low.get(), high.get());
    }
    boolean whole =
        places.isPresent()
            && places.getAsDouble() == Math.rint(places.getAsDouble())
            && places.getAsDouble() >= 0
            && places.getAsDouble() <= MAX_DECIMALS;
    return whole ? null : Text.of("form.decimals", decimals.get());
  }

  private Text dateProblem() {
    try {
      if (!LocalDate.parse(low.get()).isBefore(LocalDate.parse(high.get()))) {
        return Text.of("form.rangeOrder", low.get(), high.get());
      }
      domain();
      return null;
    } catch (DateTimeException | IllegalArgumentException wrong) {
      return Text.of("form.dates");
    }
  }

  private Text categoricalProblem() {
    List<String> all = listed();
    if (all.isEmpty()) {
      return Text.of("form.noCategory");
    }
    return new HashSet<>(all).size() == all.size() ? null : Text.of("form.repeatedCategory");
  }

  private static OptionalDouble number(StringProperty typed) {
    return NumberText.parse(typed.get() == null ? "" : typed.get());
  }

  ObjectProperty<AttributeKind> kindProperty() {
    return kind;
  }

  StringProperty lowProperty() {
    return low;
  }

  StringProperty highProperty() {
    return high;
  }

  StringProperty decimalsProperty() {
    return decimals;
  }

  StringProperty unitProperty() {
    return unit;
  }

  StringProperty patternProperty() {
    return pattern;
  }

  StringProperty categoriesProperty() {
    return categories;
  }

  BooleanProperty otherProperty() {
    return other;
  }

  BooleanProperty missingAllowedProperty() {
    return missingAllowed;
  }

  BooleanProperty publicKnowledgeProperty() {
    return publicKnowledge;
  }

  /** What is wrong with the declaration, or null. */
  ReadOnlyObjectProperty<Text> problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
