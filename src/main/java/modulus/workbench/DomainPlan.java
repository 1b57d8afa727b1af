package modulus.workbench;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import modulus.certificate.ChargedEvent;
import modulus.certificate.EventPurpose;
import modulus.privacy.Accountant;
import modulus.privacy.GaussianMechanism;
import modulus.privacy.GuaranteeRandom;
import modulus.privacy.PrivacyEvent;
import modulus.privacy.ThresholdedHistogram;
import modulus.schema.Attribute;
import modulus.schema.Domain;
import modulus.schema.Schema;
import modulus.schema.SchemaException;
import modulus.table.Table;
import modulus.vae.marginal.PrivateDomains;

/**
 * What a run spends on finding domains that nobody declared (privacy.md, section 6.1): a share of
 * μ² and, where categories are among them, a share of δ. Follows from settings and schema alone.
 *
 * @param histogram the mechanism; empty where every domain is known
 * @param share of μ², 0 where every domain is known
 * @param thresholdDelta δ_s ≥ 0
 */
record DomainPlan(Optional<ThresholdedHistogram> histogram, double share, double thresholdDelta) {
  /** δ_s as a share of δ. */
  private static final double THRESHOLD_SHARE = 0.1;

  /**
   * @throws Failure if the guarantee or δ leaves no room for it
   */
  static DomainPlan of(SynthesisSettings settings, Schema schema) {
    List<Attribute> wanted =
        schema.modelled().stream().filter(Attribute::estimatedPrivately).toList();
    if (wanted.isEmpty()) {
      return new DomainPlan(Optional.empty(), 0, 0);
    }
    if (settings.scope() != Scope.END_TO_END) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "Domains can be estimated privately only under the end-to-end guarantee; '"
              + wanted.get(0).name()
              + "' is to be estimated.",
          "Choose the end-to-end guarantee, or declare the domain.");
    }
    double nominal = THRESHOLD_SHARE * settings.delta();
    boolean categories = wanted.stream().anyMatch(a -> a.domain() instanceof Domain.Categorical);
    double spent = categories ? nominal : 0;
    if (settings.delta() - spent < Accountant.SMALLEST_DELTA) {
      throw new Failure(
          Failure.Kind.BAD_INPUT,
          "Estimating categories takes a tenth of delta, and what is left must be at least "
              + EventCosts.spelled(Accountant.SMALLEST_DELTA)
              + "; delta is "
              + EventCosts.spelled(settings.delta())
              + ".",
          "Choose a larger delta, or declare the categories.");
    }
    double mu =
        GaussianMechanism.mu(settings.epsilon().orElseThrow(), settings.delta() - spent)
            * Math.sqrt(settings.domainShare());
    return new DomainPlan(
        Optional.of(new ThresholdedHistogram(wanted.size(), schema.rowsPerPatient(), mu, nominal)),
        settings.domainShare(),
        spent);
  }

  /** The events the accountant is told of. */
  List<PrivacyEvent> events() {
    return histogram.<List<PrivacyEvent>>map(of -> List.of(of.event())).orElse(List.of());
  }

  List<ChargedEvent> charged() {
    return events().stream()
        .map(event -> new ChargedEvent(EventPurpose.DOMAIN_ESTIMATION, event))
        .toList();
  }

  /** The part of δ left for the events. */
  double accountantDelta(SynthesisSettings settings) {
    return settings.delta() - thresholdDelta;
  }

  /** The schema with every domain known. */
  Schema estimate(Table table, Schema schema, GuaranteeRandom random, BooleanSupplier cancelled)
      throws SchemaException {
    return histogram.isEmpty()
        ? schema
        : new PrivateDomains(histogram.get()).estimate(table, schema, random, cancelled);
  }
}
