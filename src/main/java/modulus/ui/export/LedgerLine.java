package modulus.ui.export;

import java.util.Optional;
import modulus.ui.common.Figure;
import modulus.ui.common.KnownRuns;
import modulus.ui.common.Text;
import modulus.workbench.LedgerOutlook;
import modulus.workbench.LedgerStanding;
import modulus.workbench.SynthesisOutcome;

/** The check list's line about the budget ledger: what it holds now, or as of the run's start. */
final class LedgerLine {
  private static final Optional<String> TOPIC = Optional.of("export-ledger");

  private LedgerLine() {}

  /** Empty for a run that is in no ledger. */
  static Optional<Check> of(SynthesisOutcome outcome, KnownRuns known) {
    if (outcome.recorded().isEmpty()) {
      return Optional.empty();
    }
    if (known.failureProperty().get() != null) {
      return Optional.of(new Check(Check.Level.LIMITED, Text.of("check.ledgerUnread"), TOPIC));
    }
    LedgerStanding.OfRun now = known.releaseProperty().get();
    LedgerOutlook outlook = now == null ? outcome.recorded().get().outlook() : now.outlook();
    Figure runs = new Figure.Count(now == null ? outlook.runs() : known.runsProperty().get());
    return Optional.of(
        new Check(
            level(outlook, now),
            now != null && now.released()
                ? Text.of(
                    "check.ledgerReleased",
                    new Figure.Epsilon(outlook.after().addRemove()),
                    new Figure.Delta(outlook.delta()),
                    new Figure.Count(now.releases()),
                    given(now),
                    budget(outlook, now),
                    runs)
                : Text.of(
                    "check.ledger",
                    earlier(outlook),
                    new Figure.Epsilon(outlook.after().addRemove()),
                    new Figure.Delta(outlook.delta()),
                    given(now),
                    budget(outlook, now),
                    runs),
            TOPIC));
  }

  /** What was released cannot be blocked any more. */
  private static Check.Level level(LedgerOutlook outlook, LedgerStanding.OfRun now) {
    if (now != null && now.unitBlocked()) {
      return Check.Level.BLOCKING;
    }
    if (outlook.within()) {
      boolean adds = now == null || now.otherUnit() + now.openDomains() == 0;
      return adds ? Check.Level.GOOD : Check.Level.LIMITED;
    }
    boolean released = now != null && now.released();
    return outlook.blocked() && !released ? Check.Level.BLOCKING : Check.Level.LIMITED;
  }

  /** One of several releases that is conditional, or does not add up, makes the sum so. */
  private static Object given(LedgerStanding.OfRun now) {
    if (now == null) {
      return "";
    }
    Object said =
        now.givenModel() == 0
            ? ""
            : Text.of(
                "check.ledgerGiven",
                new Figure.Count(now.givenModel()),
                new Figure.Count(now.releases()));
    if (now.openDomains() > 0) {
      said = Text.of("check.ledgerDomains", said, new Figure.Count(now.openDomains()));
    }
    return now.otherUnit() == 0
        ? said
        : Text.of("check.ledgerUnit", said, new Figure.Count(now.otherUnit()));
  }

  private static Text earlier(LedgerOutlook outlook) {
    return outlook.earlierReleases() == 0
        ? Text.of("check.ledgerNothing")
        : Text.of("check.ledgerSoFar", new Figure.Epsilon(outlook.before().addRemove()));
  }

  private static Text budget(LedgerOutlook outlook, LedgerStanding.OfRun now) {
    if (now != null && now.unitBlocked()) {
      return Text.of(
          "check.ledgerUnitBlocks", new Figure.Epsilon(outlook.budget().get().epsilon()));
    }
    if (outlook.budget().isEmpty()) {
      return Text.of("check.ledgerNoBudget");
    }
    return Text.of(
        outlook.within() ? "check.ledgerWithin" : "check.ledgerBeyond",
        new Figure.Epsilon(outlook.budget().get().epsilon()));
  }
}
