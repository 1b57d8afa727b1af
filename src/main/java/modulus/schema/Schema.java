package modulus.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The declared attributes of a table, in file order.
 *
 * @param patient the column that names the patient; without one a row is a patient
 * @param orders which attribute is not after which other, declared or proposed
 * @param eachRowAPatient whether the steward said so, of a table where it is not plain
 */
public record Schema(
    List<Attribute> attributes,
    Optional<PatientColumn> patient,
    List<OrderRule> orders,
    boolean eachRowAPatient) {

  /**
   * @throws IllegalArgumentException if a name repeats, the patient column is none of the
   *     attributes or takes part in the model, a row is said to be a patient beside it, or the
   *     orders do not fit the attributes or contradict one another
   */
  public Schema {
    Objects.requireNonNull(patient, "patient");
    attributes = List.copyOf(attributes);
    orders = List.copyOf(orders);
    Set<String> names = new HashSet<>();
    for (Attribute attribute : attributes) {
      if (!names.add(attribute.name())) {
        throw new IllegalArgumentException(
            "attribute names must be distinct but '" + attribute.name() + "' repeats");
      }
    }
    if (patient.isPresent()) {
      if (eachRowAPatient) {
        throw new IllegalArgumentException(
            "either a column names the patient or each row is one, not both");
      }
      requirePatientColumn(attributes, patient.get());
    }
    Orders.require(attributes, orders);
  }

  /** Where nobody said that each row is a patient. */
  public Schema(
      List<Attribute> attributes, Optional<PatientColumn> patient, List<OrderRule> orders) {
    this(attributes, patient, orders, false);
  }

  /** Without orders. */
  public Schema(List<Attribute> attributes, Optional<PatientColumn> patient) {
    this(attributes, patient, List.of());
  }

  /** Without a patient column and orders. */
  public Schema(List<Attribute> attributes) {
    this(attributes, Optional.empty());
  }

  private static void requirePatientColumn(List<Attribute> attributes, PatientColumn column) {
    Attribute named =
        attributes.stream()
            .filter(attribute -> attribute.name().equals(column.name()))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the patient column '" + column.name() + "' is none of the attributes"));
    if (named.domain().modelled()) {
      throw new IllegalArgumentException(
          "the patient column '" + column.name() + "' must be an identifier");
    }
  }

  /** The same patient column with other attributes, and the orders that fit them. */
  public Schema withAttributes(List<Attribute> changed) {
    return new Schema(changed, patient, Orders.kept(changed, orders), eachRowAPatient);
  }

  /** With no column that names the patient; that each row is one is not said by it. */
  public Schema withoutPatient() {
    return new Schema(attributes, Optional.empty(), orders, eachRowAPatient);
  }

  /** With the steward's word that each row is a patient, or without it. */
  public Schema withEachRowAPatient(boolean said) {
    return new Schema(attributes, said ? Optional.empty() : patient, orders, said);
  }

  /**
   * The attribute of which it is still to be said whether it names the patient: the steward named
   * no patient column, and did not say that each row is a patient.
   *
   * @param draft what was read from the table; it finds such an attribute also where this schema
   *     was written elsewhere
   */
  public Optional<String> patientQuestion(Schema draft) {
    if (patient.isPresent() || eachRowAPatient) {
      return Optional.empty();
    }
    return Stream.of(this, draft)
        .flatMap(schema -> schema.attributes.stream())
        .filter(attribute -> attribute.warnings().contains(SchemaWarning.REPEATS))
        .map(Attribute::name)
        .findFirst();
  }

  /** The orders that synthetic rows are given. */
  public List<OrderRule> declaredOrders() {
    return orders.stream().filter(OrderRule::declared).toList();
  }

  /** With {@code rule} declared by the steward; proposals that it contradicts are gone. */
  public Schema withOrder(OrderRule rule) {
    return new Schema(attributes, patient, Orders.declaring(orders, rule), eachRowAPatient);
  }

  /** Without what is declared or proposed of the pair of {@code rule}. */
  public Schema withoutOrder(OrderRule rule) {
    return new Schema(attributes, patient, Orders.without(orders, rule), eachRowAPatient);
  }

  /** Whether {@code rule} can be declared: it fits and contradicts no declared order. */
  public boolean admits(OrderRule rule) {
    return rule.fits(attributes)
        && !Orders.leads(declaredOrders(), rule.notAfter(), rule.attribute());
  }

  /**
   * The schema with {@code column} naming the patient. That it is an identifier is then the
   * steward's declaration.
   */
  public Schema withPatient(PatientColumn column) {
    List<Attribute> changed =
        attributes.stream()
            .map(
                attribute ->
                    attribute.name().equals(column.name())
                        ? attribute
                            .withDomain(identifier(attribute.domain()), DomainOrigin.DECLARED)
                            .declared()
                        : attribute)
            .toList();
    return new Schema(changed, Optional.of(column), Orders.kept(changed, orders));
  }

  private static Domain identifier(Domain domain) {
    return domain instanceof Domain.Identifier ? domain : new Domain.Identifier();
  }

  /** c: the most rows of one patient that are kept; 1 where a row is a patient. */
  public int rowsPerPatient() {
    return patient.map(PatientColumn::mostRows).orElse(1);
  }

  /** The attributes that take part in the model, in file order. */
  public List<Attribute> modelled() {
    return attributes.stream().filter(attribute -> attribute.domain().modelled()).toList();
  }

  /**
   * Whether nothing said of any attribute was read from the data: kind, precision, missing,
   * exclusion and domain are each declared or paid for by a charged event (privacy.md, section 1).
   * Attributes that are left out count too: that they are is visible in the released table.
   */
  public boolean domainsCovered() {
    return attributes.stream().allMatch(Attribute::covered);
  }

  /**
   * Every domain of a number or of categories that was read from the data to be estimated instead.
   */
  public Schema withPrivateDomains() {
    return withAttributes(
        attributes.stream()
            .map(
                attribute ->
                    attribute.origin() == DomainOrigin.READ_FROM_DATA
                            && (attribute.domain() instanceof Domain.Numeric
                                || attribute.domain() instanceof Domain.Categorical)
                        ? attribute.toBeEstimated()
                        : attribute)
            .toList());
  }

  /** The schema with every identifier that is left out regenerated as serial numbers instead. */
  public Schema withIdentifiersRegenerated(SerialPattern pattern) {
    return withAttributes(
        attributes.stream()
            .map(
                each ->
                    each.domain().equals(new Domain.Identifier())
                        ? each.withDomain(
                            new Domain.Identifier(Optional.of(pattern)), each.origin())
                        : each)
            .toList());
  }

  /** The schema as it was before domains were estimated: the same for every run. */
  public Schema withEstimatesForgotten() {
    return withAttributes(
        attributes.stream()
            .map(each -> each.estimatedPrivately() ? each.toBeEstimated() : each)
            .toList());
  }

  /**
   * The same schema with everything in it declared public knowledge, proposed orders too; whether
   * each row is a patient is another question. To be called only on the steward's explicit word
   * that the schema comes from a code book and not from this table.
   */
  public Schema declared() {
    return new Schema(
        attributes.stream().map(Attribute::declared).toList(),
        patient,
        orders.stream().map(rule -> OrderRule.declared(rule.attribute(), rule.notAfter())).toList(),
        eachRowAPatient);
  }
}
