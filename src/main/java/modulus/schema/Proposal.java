package modulus.schema;

import java.util.List;

/** What a draft says of one column. */
record Proposal(Domain domain, DomainOrigin origin, List<SchemaWarning> warnings) {

  static Proposal of(Domain domain, SchemaWarning... warnings) {
    return new Proposal(domain, DomainOrigin.READ_FROM_DATA, List.of(warnings));
  }

  static Proposal declared(Domain domain, SchemaWarning... warnings) {
    return new Proposal(domain, DomainOrigin.DECLARED, List.of(warnings));
  }
}
