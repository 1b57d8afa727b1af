package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hospital's PKCS#12 file becomes the PDF key of a new keystore, or is refused in a sentence. */
class HospitalKeyImportTest {
  private static final Instant NOW = Instant.now();

  @TempDir Path folder;

  private PackageSigner imported(Path hospital, String passphrase) throws Exception {
    return SigningKeystore.createImporting(
        folder.resolve("house.p12"),
        "correct horse".toCharArray(),
        "Ward 7",
        hospital,
        passphrase.toCharArray());
  }

  private void refuses(Path hospital, String sentence) {
    assertThatThrownBy(() -> imported(hospital, HospitalCertificates.PASSPHRASE))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(sentence);
    assertThat(folder.resolve("house.p12")).doesNotExist();
  }

  @Test
  void an_elliptic_curve_key_is_kept_and_found_again() throws Exception {
    HospitalCertificates hospital = HospitalCertificates.curve(384);
    PackageSigner made = imported(hospital.file(folder), HospitalCertificates.PASSPHRASE);
    PackageSigner opened =
        SigningKeystore.open(folder.resolve("house.p12"), "correct horse".toCharArray());
    assertThat(opened.signer()).isEqualTo(made.signer());
    DocumentKey key = opened.signer().document();
    assertThat(key.algorithm()).isEqualTo("ECDSA P-384");
    assertThat(key.kind()).isEqualTo(DocumentKey.Kind.ISSUED);
    assertThat(key.subject()).isEqualTo("CN=Klinikum Nord");
    assertThat(key.issuer()).isEqualTo("CN=Klinik-CA");
    assertThat(key.fingerprint()).isEqualTo(Fingerprint.of(hospital.pair().getPublic()));
  }

  @Test
  void an_expired_certificate_is_refused() throws Exception {
    refuses(
        HospitalCertificates.curve(256)
            .valid(NOW.minusSeconds(200_000), NOW.minusSeconds(100_000))
            .file(folder),
        "The certificate expired on ");
  }

  @Test
  void a_certificate_that_is_not_valid_yet_is_refused() throws Exception {
    refuses(
        HospitalCertificates.curve(256)
            .valid(NOW.plusSeconds(100_000), NOW.plusSeconds(200_000))
            .file(folder),
        "The certificate is not valid before ");
  }

  @Test
  void a_certificate_of_another_key_is_refused() throws Exception {
    refuses(
        HospitalCertificates.curve(256).file(folder, HospitalCertificates.pair("EC", 256)),
        "The certificate belongs to another key than the one beside it.");
  }

  @Test
  void a_short_rsa_key_is_refused() throws Exception {
    refuses(
        HospitalCertificates.rsa(2_048).file(folder),
        "An RSA key must have at least 3000 bits but this one has 2048.");
  }

  @Test
  void a_certificate_not_for_signatures_is_refused() throws Exception {
    refuses(
        HospitalCertificates.curve(256).withUsage(KeyUsage.keyEncipherment).file(folder),
        "The certificate does not allow its key to sign.");
  }

  @Test
  void a_wrong_passphrase_and_a_file_of_another_kind_are_told_apart() throws Exception {
    Path hospital = HospitalCertificates.curve(256).file(folder);
    assertThatThrownBy(() -> imported(hospital, "wrong one"))
        .isInstanceOf(FormatException.class)
        .hasMessage("The passphrase of " + hospital.getFileName() + " is wrong.");
    Path other = Files.writeString(folder.resolve("notes.txt"), "no keystore");
    refuses(other, "notes.txt is not a PKCS#12 keystore.");
  }

  @Test
  void a_hospital_file_is_no_keystore_of_the_house() throws Exception {
    Path hospital = HospitalCertificates.curve(256).file(folder);
    assertThatThrownBy(
            () -> SigningKeystore.open(hospital, HospitalCertificates.PASSPHRASE.toCharArray()))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("holds no Ed25519 key");
  }

  @Test
  void a_keystore_made_without_import_is_labelled_self_signed() throws Exception {
    PackageSigner signer =
        SigningKeystore.create(
            folder.resolve("own.p12"), "correct horse".toCharArray(), "Klinikum Möckern");
    assertThat(signer.signer().document().kind()).isEqualTo(DocumentKey.Kind.SELF_SIGNED);
    assertThat(Wording.limits(DocumentSamples.ward(), signer.signer()))
        .anyMatch(limit -> limit.contains("self-signed"));
  }
}
