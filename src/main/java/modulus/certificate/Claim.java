package modulus.certificate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import modulus.privacy.Adjacency;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.WeakGuarantee;

/**
 * Everything the certificate states of one synthetic table: the single source of the facts in every
 * copy of it. Holds no statistic of the real table that no event paid for, no seed and no hash of
 * the real table. Whether the facts agree with each other is for {@link ClaimRules} to say.
 *
 * @param events what was charged, in order
 * @param runs how many runs were tried on the table, this one included, ≥ 1
 * @param curator who answers for the release, where they want to be named
 * @param issued to the second
 * @param ledger what the budget ledger says of the release, where one was kept
 * @param audit what an attack on the run found, where one was made
 */
public record Claim(
    ClaimScope scope,
    Accounting accounting,
    ProtectedUnit unit,
    List<ChargedEvent> events,
    ModelFacts model,
    TableFacts table,
    int runs,
    Randomness randomness,
    Optional<String> curator,
    SoftwareFacts software,
    Instant issued,
    Optional<LedgerFacts> ledger,
    Optional<AuditFacts> audit) {

  public Claim {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(accounting, "accounting");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(randomness, "randomness");
    Objects.requireNonNull(software, "software");
    Objects.requireNonNull(ledger, "ledger");
    Objects.requireNonNull(audit, "audit");
    events = List.copyOf(events);
    if (events.isEmpty() || events.size() > EventJson.MOST_EVENTS) {
      throw new IllegalArgumentException(
          "there must be 1 to " + EventJson.MOST_EVENTS + " events but there are " + events.size());
    }
    Require.atLeast("runs", runs, 1);
    curator.ifPresent(name -> Require.line("curator", name));
    issued = issued.truncatedTo(ChronoUnit.SECONDS);
  }

  /** With what the ledger says, the number of runs included. */
  public Claim withLedger(LedgerFacts facts, int runsTried) {
    return new Claim(
        scope,
        accounting,
        unit,
        events,
        model,
        table,
        runsTried,
        randomness,
        curator,
        software,
        issued,
        Optional.of(facts),
        audit);
  }

  /** Whether ε promises little, however true. */
  boolean weakEpsilon() {
    return WeakGuarantee.epsilon(accounting.epsilon(Adjacency.ADD_REMOVE));
  }

  /** Whether δ would let a whole record be published. */
  boolean weakDelta() {
    return WeakGuarantee.delta(accounting.delta(), table.records());
  }

  /** The events as the accountant takes them. */
  public List<PrivacyEvent> privacyEvents() {
    return events.stream().map(ChargedEvent::event).toList();
  }

  /** The events of one purpose. */
  public List<PrivacyEvent> privacyEvents(EventPurpose purpose) {
    return events.stream()
        .filter(event -> event.purpose() == purpose)
        .map(ChargedEvent::event)
        .toList();
  }
}
