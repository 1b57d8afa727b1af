package modulus.certificate;

import java.util.ArrayList;
import java.util.List;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.Epsilon;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.PrivacyEvent.Gaussian;
import modulus.privacy.PrivacyEvent.PosteriorMixture;
import modulus.privacy.PrivacyGuarantee;
import modulus.schema.AttributeKind;
import modulus.schema.DomainOrigin;

/**
 * Whether the facts of a claim agree with each other (privacy.md, sections 1 to 8): checked before
 * anything is signed and again on verification, with ε recomputed from the events.
 */
public final class ClaimRules {
  /** Relative difference of two computations of one ε on different machines. */
  private static final double SAME = 1e-6;

  private final Claim claim;
  private final List<String> violations = new ArrayList<>();

  private ClaimRules(Claim claim) {
    this.claim = claim;
  }

  /** What does not hold, a sentence each; empty when everything does. */
  public static List<String> violations(Claim claim) {
    ClaimRules rules = new ClaimRules(claim);
    rules.epsilon();
    rules.scope();
    rules.domains();
    rules.model();
    rules.events();
    claim.ledger().ifPresent(of -> rules.violations.addAll(LedgerRules.violations(claim, of)));
    claim.audit().ifPresent(of -> rules.violations.addAll(AuditRules.violations(claim, of)));
    require(
        rules.violations,
        claim.randomness() == Randomness.SECURE,
        "A rehearsal, whose draws came from a known seed, can never be certified.");
    return List.copyOf(rules.violations);
  }

  private static void require(List<String> violations, boolean holds, String sentence) {
    if (!holds) {
      violations.add(sentence);
    }
  }

  private void require(boolean holds, String sentence) {
    require(violations, holds, sentence);
  }

  private void epsilon() {
    PrivacyGuarantee guarantee;
    try {
      guarantee = Accountant.guarantee(claim.privacyEvents(), claim.accounting().accountantDelta());
    } catch (IllegalArgumentException e) {
      violations.add("The epsilon cannot be recomputed: " + e.getMessage() + ".");
      return;
    }
    for (Adjacency adjacency : Adjacency.values()) {
      double stated = claim.accounting().epsilon(adjacency);
      double computed = guarantee.epsilon(adjacency);
      require(
          Math.abs(stated - computed) <= SAME * computed,
          "The epsilon ("
              + adjacency.label()
              + ") recomputed from the events is "
              + Epsilon.format(computed, 4)
              + ", not the stated "
              + Epsilon.format(stated, 4)
              + ".");
    }
    require(
        claim.accounting().accountant().equals(Accountant.NAME)
            && claim.accounting().version().equals(Accountant.VERSION),
        "The epsilon was computed by another accountant or another version of it.");
  }

  private void scope() {
    boolean covered = claim.table().domainsCovered();
    require(
        covered || !claim.scope().equals(ClaimScope.END_TO_END),
        "The claim says end-to-end although attribute domains were read from the data.");
    require(
        covered || !claim.scope().equals(ClaimScope.SEPARATE_TRAINING_TABLE),
        "The claim rests on a separate training table although domains were read from the data.");
    boolean training = !claim.privacyEvents(EventPurpose.TRAINING).isEmpty();
    boolean posterior = !claim.privacyEvents(EventPurpose.POSTERIOR_ROWS).isEmpty();
    require(
        training == claim.scope().privateTraining(),
        "The scope of the claim does not fit its events: training is "
            + (training ? "" : "not ")
            + "among them.");
    require(
        claim.scope().privateTraining() || posterior,
        "A release claim must charge the rows drawn from the posterior.");
    require(
        !claim.scope().privateTraining()
            || claim.privacyEvents(EventPurpose.MARGINAL_COUNTS).size() == 1,
        "A claim of private training must charge the counts of single attributes once.");
  }

  /** What was estimated privately is paid for, and nothing is paid for that was not. */
  private void domains() {
    List<AttributeFacts> estimated =
        claim.table().released().stream()
            .filter(attribute -> attribute.origin() == DomainOrigin.ESTIMATED_PRIVATELY)
            .toList();
    int charged = claim.privacyEvents(EventPurpose.DOMAIN_ESTIMATION).size();
    require(
        charged == (estimated.isEmpty() ? 0 : 1),
        "Domains estimated privately must be charged once, and only where there are some.");
    boolean categories =
        estimated.stream().anyMatch(attribute -> attribute.kind() == AttributeKind.CATEGORICAL);
    require(
        categories == claim.accounting().thresholdDelta() > 0,
        "A part of delta must be spent on categories exactly where some were estimated privately.");
    require(
        claim.table().attributes().stream()
            .noneMatch(attribute -> attribute.formOrigin() == DomainOrigin.ESTIMATED_PRIVATELY),
        "Kind, precision and missing values of an attribute cannot be estimated privately.");
    require(
        estimated.isEmpty() || claim.scope().privateTraining(),
        "Domains can be estimated privately only where training is private.");
  }

  private void model() {
    ModelFacts model = claim.model();
    require(
        model.posteriorScale() == 1,
        "The posterior's standard deviation must be 1 in every claim.");
    require(
        Math.abs(model.diameter() - Math.sqrt(claim.table().released().size())) < 1e-9,
        "The diameter of the record metric must be the root of the number of attributes.");
    model
        .lipschitz()
        .filter(bound -> bound.enforcement() != LipschitzEnforcement.NONE)
        .ifPresent(
            bound ->
                require(
                    bound.certified() <= bound.declared(),
                    "The certified Lipschitz bound is above the declared one."));
  }

  private void events() {
    for (PrivacyEvent event : claim.privacyEvents()) {
      if (event instanceof PosteriorMixture rows) {
        posterior(rows);
      } else if (event instanceof Gaussian counts) {
        require(
            counts.muReplaceOne() >= counts.muAddRemove() * Math.sqrt(2) * (1 - 1e-12),
            "Replacing a patient must cost counts root 2 times as much as removing one.");
      }
    }
  }

  private void posterior(PosteriorMixture rows) {
    double needed =
        claim.model().lipschitz().map(LipschitzBound::declared).orElse(Double.POSITIVE_INFINITY)
            * claim.model().diameter();
    require(
        claim
            .model()
            .lipschitz()
            .filter(bound -> bound.enforcement() != LipschitzEnforcement.NONE)
            .isPresent(),
        "Rows from the posterior rest on a Lipschitz bound that is enforced.");
    require(
        rows.mu() >= needed * (1 - 1e-12),
        "The latent diameter charged is below the Lipschitz bound times the record diameter.");
    require(
        rows.records() == claim.table().records(),
        "The rows charged were drawn from another number of patients than stated.");
    require(
        rows.draws() >= claim.table().syntheticRows(),
        "Fewer draws were charged than synthetic rows are released.");
  }
}
