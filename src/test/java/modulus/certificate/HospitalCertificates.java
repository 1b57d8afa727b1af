package modulus.certificate;

import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A hospital's key with a certificate that its authority issued, good or bad. */
record HospitalCertificates(KeyPair pair, KeyPair authority, Instant from, Instant to, int usage) {
  static final String PASSPHRASE = "hospital secret";

  static HospitalCertificates rsa(int bits) throws Exception {
    return of(pair("RSA", bits));
  }

  static HospitalCertificates curve(int bits) throws Exception {
    return of(pair("EC", bits));
  }

  private static HospitalCertificates of(KeyPair pair) throws Exception {
    Instant now = Instant.now();
    return new HospitalCertificates(
        pair,
        pair("EC", 256),
        now.minusSeconds(86_400),
        now.plusSeconds(86_400),
        KeyUsage.digitalSignature);
  }

  static KeyPair pair(String algorithm, int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  HospitalCertificates valid(Instant start, Instant end) {
    return new HospitalCertificates(pair, authority, start, end, usage);
  }

  HospitalCertificates withUsage(int bits) {
    return new HospitalCertificates(pair, authority, from, to, bits);
  }

  X509Certificate certificate() throws Exception {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Name("CN=Klinik-CA"),
            BigInteger.TWO,
            Date.from(from),
            Date.from(to),
            new X500Name("CN=Klinikum Nord"),
            pair.getPublic());
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate())));
  }

  /** As PKCS#12. */
  Path file(Path folder) throws Exception {
    return file(folder, pair);
  }

  /** With another private key beside the certificate. */
  Path file(Path folder, KeyPair other) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "hospital",
        other.getPrivate(),
        PASSPHRASE.toCharArray(),
        new Certificate[] {certificate()});
    Path file = folder.resolve("hospital.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSPHRASE.toCharArray());
    }
    return file;
  }
}
