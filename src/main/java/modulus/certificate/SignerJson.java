package modulus.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Both keys as JSON; reading is strict. */
final class SignerJson {
  private SignerJson() {}

  static ObjectNode write(Signer signer) {
    ObjectNode key = StrictJson.object();
    key.put("algorithm", Ed25519.ALGORITHM);
    key.put("fingerprint", signer.fingerprint().hex());
    key.put("origin", signer.origin().label());
    DocumentKey document = signer.document();
    ObjectNode second = key.putObject("document");
    second.put("algorithm", document.algorithm());
    second.put("fingerprint", document.fingerprint().hex());
    second.put("kind", document.kind().label());
    second.put("subject", document.subject());
    second.put("issuer", document.issuer());
    return key;
  }

  static Signer read(JsonFields fields) throws FormatException {
    fields.constant("algorithm", Ed25519.ALGORITHM);
    JsonFields second = fields.object("document");
    DocumentKey document =
        new DocumentKey(
            second.text("algorithm"),
            new Fingerprint(second.text("fingerprint")),
            second.choice("kind", DocumentKey.Kind.class, DocumentKey.Kind::label),
            second.text("subject"),
            second.text("issuer"));
    second.end();
    Signer signer =
        new Signer(
            new Fingerprint(fields.text("fingerprint")),
            fields.choice("origin", KeyOrigin.class, KeyOrigin::label),
            document);
    fields.end();
    return signer;
  }
}
