package modulus.certificate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Detached CMS signatures (RFC 5652) as PAdES baseline level B-B wants them (ETSI EN 319 142-1,
 * clause 6): SHA-256, signing-certificate-v2, no signing time inside; with a time stamp, level B-T.
 */
final class CmsSignature {
  private CmsSignature() {}

  /**
   * @return DER
   * @throws IOException if the time-stamp server gives no valid answer
   */
  static byte[] sign(byte[] content, DocumentSigner signer, Optional<TimeStampServer> timeStamps)
      throws IOException {
    try {
      X509Certificate certificate = signer.chain().get(0);
      JcaSignerInfoGeneratorBuilder infos =
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
      AttributeTable own = new AttributeTable(signingCertificate(certificate));
      infos.setSignedAttributeGenerator(
          parameters ->
              new DefaultSignedAttributeTableGenerator(own)
                  .getAttributes(parameters)
                  .remove(CMSAttributes.signingTime));
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          infos.build(
              new JcaContentSignerBuilder(signer.algorithm()).build(signer.privateKey()),
              certificate));
      generator.addCertificates(new JcaCertStore(signer.chain()));
      CMSSignedData signed = generator.generate(new CMSProcessableByteArray(content), false);
      return (timeStamps.isPresent() ? stamped(signed, timeStamps.get()) : signed)
          .getEncoded("DER");
    } catch (GeneralSecurityException | CMSException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ASN1EncodableVector signingCertificate(X509Certificate certificate)
      throws GeneralSecurityException {
    // SHA-256 is the default of ESSCertIDv2 (RFC 5035, section 4) and therefore not written
    ESSCertIDv2 id = new ESSCertIDv2(Sha256.digest().digest(certificate.getEncoded()));
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(new SigningCertificateV2(id))));
    return attributes;
  }

  private static CMSSignedData stamped(CMSSignedData signed, TimeStampServer server)
      throws IOException {
    SignerInformation info = signed.getSignerInfos().getSigners().iterator().next();
    ASN1EncodableVector attributes = new ASN1EncodableVector();
    attributes.add(server.attribute(info.getSignature()));
    return CMSSignedData.replaceSigners(
        signed,
        new SignerInformationStore(
            List.of(
                SignerInformation.replaceUnsignedAttributes(
                    info, new AttributeTable(attributes)))));
  }
}
