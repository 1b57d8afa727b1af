package modulus.certificate;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates (RFC 5280) by which a key vouches for itself, for signatures only. */
final class SelfSigned {
  private static final Duration VALIDITY = Duration.ofDays(3_650);

  private SelfSigned() {}

  /** Valid from five minutes ago, for ten years. */
  static X509Certificate certificate(KeyPair pair, String owner)
      throws OperatorCreationException, GeneralSecurityException {
    var name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, owner).build();
    Instant now = Instant.now();
    var builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16),
            Date.from(now.minus(Duration.ofMinutes(5))),
            Date.from(now.plus(VALIDITY)),
            name,
            pair.getPublic());
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(
          Extension.keyUsage,
          true,
          new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
    } catch (CertIOException e) {
      throw new IllegalStateException(e);
    }
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder(signatureFor(pair)).build(pair.getPrivate())));
  }

  private static String signatureFor(KeyPair pair) {
    return pair.getPublic().getAlgorithm().equals("EC") ? "SHA256withECDSA" : Ed25519.ALGORITHM;
  }
}
