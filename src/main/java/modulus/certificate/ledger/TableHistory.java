package modulus.certificate.ledger;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import modulus.certificate.BudgetLimit;
import modulus.certificate.ClaimScope;
import modulus.certificate.ProtectedUnit;
import modulus.privacy.PrivacyGuarantee;
import modulus.privacy.ReleaseComposition;

/**
 * What the ledger holds of one table.
 *
 * @param runs that touched it, released or not
 * @param releases in order, each run's once
 * @param runDelta δ the runs were made with in mind
 */
public record TableHistory(
    String table,
    int runs,
    List<EntryBody.Released> releases,
    Optional<BudgetLimit> budget,
    OptionalDouble runDelta) {

  public TableHistory {
    releases = List.copyOf(releases);
  }

  /** As it would be with this budget. */
  public TableHistory with(BudgetLimit limit) {
    return new TableHistory(table, runs, releases, Optional.of(limit), runDelta);
  }

  /** δ of everything together: the budget's, else that of the table's runs. */
  public double delta() {
    return budget.map(BudgetLimit::delta).orElseGet(runDelta::orElseThrow);
  }

  /**
   * What the releases cost together at {@link #delta}.
   *
   * @throws IllegalArgumentException when no finite ε can be shown
   */
  public PrivacyGuarantee cumulative() {
    return cumulative(List.of());
  }

  /**
   * {@link #cumulative()} with further charges: never below what either part costs alone, although
   * of two computed bounds the larger list's can be the smaller one, within the accountant's
   * tolerance.
   */
  public PrivacyGuarantee cumulative(List<ReleaseComposition.Charge> further) {
    List<ReleaseComposition.Charge> made =
        releases.stream().map(EntryBody.Released::charge).toList();
    PrivacyGuarantee together =
        ReleaseComposition.of(Stream.concat(made.stream(), further.stream()).toList(), delta());
    return made.isEmpty() || further.isEmpty()
        ? together
        : together
            .atLeast(ReleaseComposition.of(made, delta()))
            .atLeast(ReleaseComposition.of(further, delta()));
  }

  /**
   * Whether the budget, where there is one, admits the releases made and the further charges.
   *
   * @throws IllegalArgumentException when no finite ε can be shown
   */
  public boolean admits(List<ReleaseComposition.Charge> further) {
    double made = releases.stream().mapToDouble(EntryBody.Released::thresholdDelta).sum();
    double more = further.stream().mapToDouble(ReleaseComposition.Charge::thresholdDelta).sum();
    return budget.map(limit -> limit.admits(cumulative(further), made + more)).orElse(true);
  }

  /** Whether there is an entry about the table at all. */
  public boolean known() {
    return runs > 0 || budget.isPresent();
  }

  /** Releases that treat the trained model as fixed. */
  public int givenModel() {
    return (int) releases.stream().filter(r -> r.scope() == ClaimScope.RELEASE_GIVEN_MODEL).count();
  }

  /**
   * Releases that took something else for a patient: a row, or another column's name. A patient of
   * {@code unit} may be many of theirs, so what these cost such a patient is not known.
   */
  public int otherUnit(ProtectedUnit unit) {
    return (int)
        releases.stream()
            .filter(r -> !r.unit().patientColumn().equals(unit.patientColumn()))
            .count();
  }

  /** Whether all releases took the same thing for a patient, so that their ε add up. */
  public boolean oneUnit() {
    return releases.stream().map(r -> r.unit().patientColumn()).distinct().count() <= 1;
  }

  /** Releases whose domains were partly read from the data, which no event paid for. */
  public int openDomains() {
    return (int) releases.stream().filter(r -> r.scope() == ClaimScope.PRIVATE_TRAINING).count();
  }

  /** Runs of which nothing was released. */
  public int discarded() {
    return runs - releases.size();
  }
}
