package modulus.ui.data;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import modulus.schema.Attribute;
import modulus.schema.AttributeKind;
import modulus.schema.Domain;
import modulus.schema.DomainOrigin;
import modulus.schema.SerialPattern;
import modulus.ui.common.Figure;
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
  private final BooleanProperty regenerated = new SimpleBooleanProperty();
  private final StringProperty serial = new SimpleStringProperty("");
  private final BooleanProperty estimated = new SimpleBooleanProperty();
  private final BooleanProperty publicKnowledge = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Text> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper toConfirm = new ReadOnlyBooleanWrapper();
  private final List<Property<?>> parts =
      List.of(
          kind,
          low,
          high,
          decimals,
          unit,
          pattern,
          categories,
          other,
          missingAllowed,
          estimated,
          regenerated,
          serial,
          publicKnowledge);
  private List<Object> shown = List.of();
  private Attribute edited;
  private Locale language = Locale.ENGLISH;

  AttributeForm() {
    for (Property<?> part : parts) {
      part.addListener((source, before, now) -> check());
    }
  }

  /** Shows {@code attribute} as it is declared now. */
  void edit(Attribute attribute, Locale locale) {
    edited = null;
    language = locale;
    clear();
    kind.set(AttributeKind.of(attribute.domain()));
    missingAllowed.set(attribute.missingAllowed());
    publicKnowledge.set(attribute.covered());
    show(
        attribute.domain() instanceof Domain.Identifier identifier
            ? identifier.serial()
            : Optional.empty());
    estimated.set(attribute.estimatedPrivately());
    if (attribute.domain() instanceof Domain.Numeric numeric) {
      decimals.set(Integer.toString(numeric.decimals()));
      unit.set(numeric.unit());
    }
    if (!attribute.estimatedPrivately()) {
      show(attribute.domain(), locale);
    }
    edited = attribute;
    toConfirm.set(!attribute.covered());
    shown = typed();
    check();
  }

  /** What another attribute's fields held, read from the data perhaps, is no proposal for this. */
  private void clear() {
    low.set("");
    high.set("");
    decimals.set("0");
    unit.set("");
    pattern.set(NEW_DATE_PATTERN);
    categories.set("");
    other.set(true);
  }

  private void show(Domain domain, Locale locale) {
    if (domain instanceof Domain.Numeric numeric) {
      low.set(NumberText.of(numeric.low(), locale));
      high.set(NumberText.of(numeric.high(), locale));
    } else if (domain instanceof Domain.Date date) {
      low.set(date.low().toString());
      high.set(date.high().toString());
      pattern.set(date.pattern());
    } else if (domain instanceof Domain.Categorical categorical) {
      categories.set(CategoryLines.of(categorical.categories()));
      other.set(categorical.other());
    }
  }

  /** Gives what is typed of a range the marks of another language. */
  void spell(Locale locale) {
    boolean untouched = !changed.get();
    Locale before = language;
    language = locale;
    if (kind.get() == AttributeKind.NUMERIC) {
      for (StringProperty end : List.of(low, high)) {
        end.set(NumberText.respelled(end.get(), before, locale));
      }
    }
    if (untouched) {
      shown = typed();
      check();
    }
  }

  private List<Object> typed() {
    return parts.stream().<Object>map(part -> String.valueOf(part.getValue())).toList();
  }

  private void show(Optional<SerialPattern> pattern) {
    regenerated.set(pattern.isPresent());
    serial.set(pattern.orElse(SerialPattern.DEFAULT).spelled());
  }

  /** Whether the kind is one whose domain can be estimated, and it is to be. */
  private boolean estimating() {
    return estimated.get()
        && (kind.get() == AttributeKind.NUMERIC || kind.get() == AttributeKind.CATEGORICAL);
  }

  /** The declaration as typed; only where {@link #problemProperty()} holds nothing. */
  Attribute result() {
    Domain domain = domain();
    return new Attribute(
        edited.name(),
        domain,
        missingAllowed.get(),
        edited.missingMark(),
        origin(),
        publicKnowledge.get() ? DomainOrigin.DECLARED : DomainOrigin.READ_FROM_DATA,
        edited.warnings());
  }

  private DomainOrigin origin() {
    if (estimating()) {
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
              estimating() ? 0 : number(low).orElseThrow(),
              estimating() ? 1 : number(high).orElseThrow(),
              (int) number(decimals).orElseThrow(),
              unit.get().strip());
      case DATE ->
          new Domain.Date(LocalDate.parse(low.get()), LocalDate.parse(high.get()), pattern.get());
      case CATEGORICAL ->
          estimating()
              ? new Domain.Categorical(List.of(Domain.Categorical.OTHER), false)
              : new Domain.Categorical(listed(), other.get());
      case IDENTIFIER ->
          new Domain.Identifier(
              regenerated.get() ? Optional.of(new SerialPattern(serial.get())) : Optional.empty());
      case EXCLUDED -> new Domain.Excluded();
    };
  }

  private List<String> listed() {
    return CategoryLines.read(categories.get());
  }

  private void check() {
    if (edited == null || kind.get() == null) {
      return;
    }
    changed.set(!typed().equals(shown));
    problem.set(
        switch (kind.get()) {
          case NUMERIC -> numericProblem();
          case DATE -> dateProblem();
          case CATEGORICAL -> categoricalProblem();
          case IDENTIFIER -> refused("form.serial");
          case EXCLUDED -> null;
        });
  }

  /** {@code told} where what is typed makes no domain. */
  private Text refused(String told) {
    try {
      domain();
      return null;
    } catch (IllegalArgumentException refused) {
      return Text.of(told);
    }
  }

  private Text numericProblem() {
    OptionalDouble from = number(low);
    OptionalDouble to = number(high);
    OptionalDouble places = number(decimals);
    if (estimating()) {
      return whole(places) ? null : Text.of("form.decimals", decimals.get());
    }
    if (from.isEmpty() || to.isEmpty()) {
      return Stream.of(low, high)
          .flatMap(end -> NumberText.ambiguity(end.get(), language).stream())
          .findFirst()
          .orElse(Text.of("form.rangeMissing"));
    }
    if (from.getAsDouble() >= to.getAsDouble()) {
      return Text.of("form.rangeOrder", low.get(), high.get());
    }
    return whole(places) ? refused("form.rangeValues") : Text.of("form.decimals", decimals.get());
  }

  private static boolean whole(OptionalDouble places) {
    return places.isPresent()
        && places.getAsDouble() == Math.rint(places.getAsDouble())
        && places.getAsDouble() >= 0
        && places.getAsDouble() <= MAX_DECIMALS;
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
    if (estimating()) {
      return null;
    }
    List<String> all = listed();
    if (all.isEmpty()) {
      return Text.of("form.noCategory");
    }
    if (new HashSet<>(all).size() != all.size()) {
      return Text.of("form.repeatedCategory");
    }
    if (all.size() > Domain.Categorical.MOST) {
      return Text.of("form.manyCategories", new Figure.Count(Domain.Categorical.MOST));
    }
    return other.get() && all.contains(Domain.Categorical.OTHER)
        ? Text.of("form.otherListed")
        : null;
  }

  private OptionalDouble number(StringProperty typed) {
    return NumberText.parse(typed.get() == null ? "" : typed.get(), language);
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

  /** The unit of the attribute as its schema has it; empty also where that is no number. */
  String declaredUnit() {
    return edited != null && edited.domain() instanceof Domain.Numeric numeric
        ? numeric.unit()
        : "";
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

  /** Whether serial numbers stand in the place of an identifier. */
  BooleanProperty regeneratedProperty() {
    return regenerated;
  }

  /** How they are spelled. */
  StringProperty serialProperty() {
    return serial;
  }

  /** Whether range or categories are to be found in the table for a share of the budget. */
  BooleanProperty estimatedProperty() {
    return estimated;
  }

  BooleanProperty publicKnowledgeProperty() {
    return publicKnowledge;
  }

  /** What choosing {@code chosen} means for what was typed. */
  Move to(Attribute chosen) {
    if (edited == null || !changed.get()) {
      return Move.SHOW;
    }
    if (chosen.name().equals(edited.name())) {
      return chosen.equals(edited) ? Move.KEEP : Move.SHOW;
    }
    return problem.get() == null ? Move.APPLY : Move.STAY;
  }

  /** The declaration as typed, on the steward's word that it is public knowledge. */
  Attribute confirmed() {
    publicKnowledge.set(true);
    return result();
  }

  /** Nothing is edited any more; what was typed is gone. */
  void forget() {
    edited = null;
    toConfirm.set(false);
    changed.set(false);
  }

  /** Whether something else stands here than what is declared. */
  ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /** Whether the attribute, as it is declared, still waits for the steward's word. */
  ReadOnlyBooleanProperty toConfirmProperty() {
    return toConfirm.getReadOnlyProperty();
  }

  /** What is wrong with the declaration, or null. */
  ReadOnlyObjectProperty<Text> problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
