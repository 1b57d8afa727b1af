package modulus.certificate;

import java.util.ArrayList;
import java.util.List;
import modulus.privacy.Adjacency;

/** What the claim says of the budget ledger, for the PDF; as {@link LedgerWording}. */
final class DocumentLedgerText {
  private final Claim claim;
  private final CertificateLanguage language;

  DocumentLedgerText(Claim claim, CertificateLanguage language) {
    this.claim = claim;
    this.language = language;
  }

  String passage() {
    return claim.ledger().map(this::kept).orElseGet(() -> language.text("ledger.none"));
  }

  private String kept(LedgerFacts facts) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        language.text(
            "ledger.cost",
            language.count(facts.earlierReleases() + 1),
            language.count(claim.runs()),
            language.number(facts.delta()),
            printed(facts.before(), Adjacency.ADD_REMOVE),
            printed(facts.before(), Adjacency.REPLACE_ONE),
            printed(facts.after(), Adjacency.ADD_REMOVE),
            printed(facts.after(), Adjacency.REPLACE_ONE)));
    sentences.add(language.text("ledger.composition"));
    if (facts.filtered()) {
      sentences.add(language.text("ledger.filter"));
    }
    sentences.add(
        facts
            .budget()
            .map(limit -> budget(facts, limit))
            .orElseGet(() -> language.text("ledger.unlimited")));
    sentences.add(
        language.text(
            "ledger.entry",
            language.count(facts.sequence()),
            facts.entry(),
            facts.key().hex(),
            facts.table()));
    facts
        .again()
        .ifPresent(
            again ->
                sentences.add(
                    language.text(
                        "ledger.again", language.count(again.sequence()), again.entry())));
    return String.join(" ", sentences);
  }

  private String printed(CumulativeEpsilon epsilon, Adjacency adjacency) {
    return language.spelled(epsilon.printed(adjacency));
  }

  private String budget(LedgerFacts facts, BudgetLimit limit) {
    String text =
        language.text(
            "ledger.budget",
            language.number(limit.epsilon()),
            language.number(limit.delta()),
            language.text("ledger.rule." + limit.rule().label()),
            language.text("ledger.action." + limit.action().label()));
    return facts.after().addRemove() > limit.epsilon()
        ? text + " " + language.text("ledger.beyond")
        : text;
  }
}
