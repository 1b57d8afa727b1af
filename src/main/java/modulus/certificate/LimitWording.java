package modulus.certificate;

import java.util.List;

/** The limits of a claim in the statement's words and in those of the PDF. */
final class LimitWording {
  private final Claim claim;
  private final List<Limit> limits;

  LimitWording(Claim claim, Signer signer) {
    this.claim = claim;
    this.limits = Limit.of(claim, signer);
  }

  /** For the statement, a sentence each. */
  List<String> statement() {
    return limits.stream().map(this::sentence).toList();
  }

  /** For the PDF, a sentence each. */
  List<String> document(CertificateLanguage language) {
    return limits.stream().map(limit -> sentence(limit, language)).toList();
  }

  private String sentence(Limit limit, CertificateLanguage language) {
    return limit.kind() == Limit.Kind.AUDIT
        ? AuditWording.limit(refuting(), language)
        : language.text(limit.kind().key(), limit.counts().stream().map(language::count).toArray());
  }

  private AuditFacts refuting() {
    return AuditWording.refuting(claim).orElseThrow();
  }

  private String sentence(Limit limit) {
    List<Integer> counts = limit.counts();
    return switch (limit.kind()) {
      case EPSILON -> "At so large an epsilon the guarantee says little.";
      case DELTA ->
          "At so large a delta the guarantee would allow the whole record of a patient to be"
              + " published: delta is not below one over the number of patients.";
      case MODEL ->
          "The trained model is treated as fixed: it was fitted to the same table without noise, and"
              + " nothing here bounds what its weights memorised.";
      case REFERENCE ->
          "That no patient of this table is in the reference table is stated by whoever signed and"
              + " was not proved; nothing is said about the patients of the reference table.";
      case DOMAINS ->
          "Attribute domains not covered: of "
              + counts.get(0)
              + " of "
              + counts.get(1)
              + " attributes the domain, kind or precision, or whether values are missing, was read"
              + " from the data.";
      case RUNS ->
          "Selection among " + counts.get(0) + " runs not covered: the epsilon is per run.";
      case PATIENTS -> "The number of patients is treated as public.";
      case RELEASES,
          OTHER_RELEASES,
          GIVEN_MODEL,
          OTHER_UNIT,
          OPEN_DOMAINS,
          NON_ADAPTIVE,
          FILTERED ->
          LedgerWording.limit(limit);
      case AUDIT -> AuditWording.limit(refuting());
      case ROUNDING -> "The rounding of the clipped batch sum in floating point is not covered.";
      case ONE_TIME ->
          "Signed with a one-time key: the signature shows that nothing was changed since, not who"
              + " signed.";
      case SELF_SIGNED ->
          "The certificate of the PDF's key is self-signed: nobody but its holder vouches for the"
              + " name in it.";
    };
  }
}
