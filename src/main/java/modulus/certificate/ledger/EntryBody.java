package modulus.certificate.ledger;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import modulus.certificate.BudgetLimit;
import modulus.certificate.ChargedEvent;
import modulus.certificate.ClaimScope;
import modulus.certificate.CumulativeEpsilon;
import modulus.certificate.ProtectedUnit;
import modulus.privacy.Accountant;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.ReleaseComposition.Charge;

/** What an entry of the ledger records. Tables and their files go by keyed fingerprints alone. */
public sealed interface EntryBody {

  /**
   * The ledger begins.
   *
   * @param key the ledger's Ed25519 key, SubjectPublicKeyInfo in Base64
   */
  record Opening(String key) implements EntryBody {
    public Opening {
      Objects.requireNonNull(key, "key");
    }
  }

  /** A table's budget was set or changed. */
  record BudgetSet(TableIdentity of, BudgetLimit limit) implements EntryBody, Identifying {
    public BudgetSet {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(limit, "limit");
    }
  }

  /**
   * A run is about to touch the table. It counts as tried whether or not anything is released.
   *
   * @param run its name, hexadecimal
   * @param records n₀ ≥ 2
   * @param delta δ at which the table's releases are composed while it has no budget
   */
  record RunStarted(TableIdentity of, String run, int records, double delta)
      implements EntryBody, Identifying {
    public RunStarted {
      Objects.requireNonNull(of, "of");
      requireRun(run);
      requireRecords(records);
      if (!(delta >= Accountant.SMALLEST_DELTA && delta < 1)) {
        throw new IllegalArgumentException(
            "delta must lie in [" + Accountant.SMALLEST_DELTA + ", 1) but is " + delta);
      }
    }
  }

  /**
   * What a run made is about to leave the house.
   *
   * @param run the run's name
   * @param records n₀ ≥ 2
   * @param delta δ of the release
   * @param thresholdDelta δ_s, the part of it spent outside of the events
   * @param epsilon of the release alone at its δ
   */
  record Released(
      String table,
      String run,
      int records,
      ClaimScope scope,
      ProtectedUnit unit,
      double delta,
      double thresholdDelta,
      CumulativeEpsilon epsilon,
      List<ChargedEvent> events)
      implements EntryBody, OfTable {
    public Released {
      TableIdentity.requireFingerprint(table);
      requireRun(run);
      requireRecords(records);
      Objects.requireNonNull(scope, "scope");
      Objects.requireNonNull(unit, "unit");
      Objects.requireNonNull(epsilon, "epsilon");
      events = List.copyOf(events);
      if (!(delta > 0 && delta < 1 && thresholdDelta >= 0 && thresholdDelta < delta)) {
        throw new IllegalArgumentException(
            "delta must lie in (0, 1) and thresholdDelta in [0, delta) but they are "
                + delta
                + " and "
                + thresholdDelta);
      }
      if (events.isEmpty()) {
        throw new IllegalArgumentException("a release must have at least one event but has none");
      }
    }

    /** As the accountant takes it. */
    public Charge charge() {
      List<PrivacyEvent> plain = events.stream().map(ChargedEvent::event).toList();
      return new Charge(plain, thresholdDelta);
    }
  }

  /**
   * What a run made, already released, is about to leave the house again: other rows of its model,
   * or the same, after more was tried. Charges nothing.
   *
   * @param run the run's name
   * @param runs how many had touched the table by then, ≥ 2
   */
  record ReleasedAgain(String table, String run, int runs) implements EntryBody, OfTable {
    public ReleasedAgain {
      TableIdentity.requireFingerprint(table);
      requireRun(run);
      if (runs < 2) {
        throw new IllegalArgumentException("runs must be at least 2 but is " + runs);
      }
    }
  }

  /** An entry about one table. */
  sealed interface OfTable permits Identifying, Released, ReleasedAgain {
    /** The table's keyed fingerprint, 64 hexadecimal digits. */
    String table();
  }

  /**
   * An entry that also says which file the table was read from; the others follow one that does.
   */
  sealed interface Identifying extends OfTable permits BudgetSet, RunStarted {
    TableIdentity of();

    @Override
    default String table() {
      return of().fingerprint();
    }
  }

  private static void requireRun(String run) {
    if (!Hex.RUN.matcher(run).matches()) {
      throw new IllegalArgumentException(
          "a run's name must have 32 lower-case hexadecimal digits but has "
              + run.length()
              + " characters");
    }
  }

  private static void requireRecords(int records) {
    if (records < 2) {
      throw new IllegalArgumentException("records must be at least 2 but is " + records);
    }
  }

  /** Spelling of names. */
  final class Hex {
    static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    static final Pattern RUN = Pattern.compile("[0-9a-f]{32}");

    private Hex() {}
  }
}
