package modulus.certificate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;

/**
 * A valid detached signature in the form of {@link CmsSignature}. Whether to trust the certificate,
 * and that of the time-stamp server, is for the reader to say: neither is looked up anywhere.
 *
 * @param certificate of the key that signed
 * @param stamp the time stamp, where there is one
 */
record CmsInspection(X509Certificate certificate, Optional<Stamp> stamp) {

  /**
   * @param time when the server had seen the signature
   * @param server whom its certificate names
   */
  record Stamp(Instant time, String server) {}

  /**
   * @param cms DER, anything after it is ignored
   * @throws FormatException with one sentence, if the signature is not valid or of another form
   */
  static CmsInspection of(byte[] cms, byte[] content) throws FormatException {
    try (ASN1InputStream first = new ASN1InputStream(cms)) {
      CMSSignedData signed =
          new CMSSignedData(
              new CMSProcessableByteArray(content), ContentInfo.getInstance(first.readObject()));
      Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
      if (signers.size() != 1) {
        throw new FormatException(
            "The PDF's signature must have one signer but has " + signers.size() + ".");
      }
      SignerInformation signer = signers.iterator().next();
      X509Certificate certificate = certificate(signed.getCertificates(), signer);
      if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate))) {
        throw new FormatException("The PDF's signature is not valid.");
      }
      requireForm(signer, certificate);
      return new CmsInspection(certificate, stamp(signer));
    } catch (CMSException
        | OperatorCreationException
        | GeneralSecurityException
        | TSPException
        | IOException
        | IllegalArgumentException
        | IllegalStateException
        | ClassCastException e) {
      throw new FormatException("The PDF's signature is not valid.");
    }
  }

  private static void requireForm(SignerInformation signer, X509Certificate certificate)
      throws FormatException, GeneralSecurityException {
    AttributeTable attributes = signer.getSignedAttributes();
    Attribute bound =
        attributes == null
            ? null
            : attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    if (!signer.getDigestAlgOID().equals(NISTObjectIdentifiers.id_sha256.getId())
        || bound == null
        || attributes.get(CMSAttributes.signingTime) != null) {
      throw new FormatException("The PDF's signature is not of the form PAdES baseline B-B.");
    }
    ASN1Encodable value = bound.getAttributeValues()[0];
    ESSCertIDv2 id = SigningCertificateV2.getInstance(value).getCerts()[0];
    if (!Arrays.equals(id.getCertHash(), Sha256.digest().digest(certificate.getEncoded()))) {
      throw new FormatException("The PDF's signature names another certificate than it holds.");
    }
  }

  private static Optional<Stamp> stamp(SignerInformation signer)
      throws FormatException,
          TSPException,
          IOException,
          CMSException,
          GeneralSecurityException,
          OperatorCreationException {
    AttributeTable attributes = signer.getUnsignedAttributes();
    Attribute attribute =
        attributes == null
            ? null
            : attributes.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
    if (attribute == null) {
      return Optional.empty();
    }
    TimeStampToken token =
        new TimeStampToken(
            new CMSSignedData(attribute.getAttributeValues()[0].toASN1Primitive().getEncoded()));
    X509Certificate certificate =
        certificate(
            token.getCertificates(),
            token.toCMSSignedData().getSignerInfos().getSigners().iterator().next());
    token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
    if (!token.getTimeStampInfo().getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
        || !Arrays.equals(
            token.getTimeStampInfo().getMessageImprintDigest(),
            Sha256.digest().digest(signer.getSignature()))) {
      throw new FormatException("The time stamp belongs to another signature.");
    }
    return Optional.of(
        new Stamp(
            token.getTimeStampInfo().getGenTime().toInstant(),
            certificate.getSubjectX500Principal().getName()));
  }

  @SuppressWarnings("unchecked")
  private static X509Certificate certificate(
      Store<X509CertificateHolder> store, SignerInformation signer)
      throws FormatException, GeneralSecurityException {
    Collection<X509CertificateHolder> matching = store.getMatches(signer.getSID());
    if (matching.isEmpty()) {
      throw new FormatException("The PDF's signature holds no certificate of its signer.");
    }
    return new JcaX509CertificateConverter().getCertificate(matching.iterator().next());
  }
}
