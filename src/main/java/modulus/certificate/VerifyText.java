package modulus.certificate;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code VERIFY.txt}: how to check the package with common tools alone, and what it claims. */
final class VerifyText {
  /** Between these lines stand the commands, for people and for the test that runs them. */
  static final String START = "---- commands ----";

  static final String END = "---- end ----";

  private VerifyText() {}

  /** The commands, to be run in the package's folder. */
  static List<String> commands() {
    String length = Integer.toString(Envelope.PAYLOAD_TYPE.length());
    return List.of(
        "set -e",
        "work=$(mktemp -d)",
        "sed 's/.*\"payload\":\"\\([^\"]*\\)\".*/\\1/' certificate.json | base64 -d >"
            + " \"$work/statement.json\"",
        "sed 's/.*\"sig\":\"\\([^\"]*\\)\".*/\\1/' certificate.json | base64 -d >"
            + " \"$work/signature.bin\"",
        "printf 'DSSEv1 "
            + length
            + " "
            + Envelope.PAYLOAD_TYPE
            + " %s ' \"$(wc -c < \"$work/statement.json\" | tr -d ' ')\" > \"$work/signed.bin\"",
        "cat \"$work/statement.json\" >> \"$work/signed.bin\"",
        "openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in \"$work/signed.bin\""
            + " -sigfile \"$work/signature.bin\"",
        "grep -o '\"digest\":{\"sha256\":\"[0-9a-f]*\"},\"name\":\"[^\"]*\"'"
            + " \"$work/statement.json\" | sed"
            + " 's/.*\"sha256\":\"\\([0-9a-f]*\\)\"},\"name\":\"\\([^\"]*\\)\"/\\1  \\2/' >"
            + " \"$work/hashes.txt\"",
        "sha256sum -c \"$work/hashes.txt\"",
        "openssl pkey -pubin -in public-key.pem -outform DER | sha256sum",
        "set -- $(grep -a -o '/ByteRange \\[[0-9 ]*\\]' certificate.pdf | tr -d '[]')",
        "head -c \"$3\" certificate.pdf > \"$work/pdf.bin\"",
        "tail -c \"$5\" certificate.pdf >> \"$work/pdf.bin\"",
        "head -c $(($4 - 1)) certificate.pdf | tail -c +$(($3 + 2)) | tr a-f A-F | basenc -d"
            + " --base16 > \"$work/pdf.der\"",
        "openssl cms -verify -binary -inform DER -in \"$work/pdf.der\" -content \"$work/pdf.bin\""
            + " -noverify -purpose any -signer \"$work/pdf.pem\" -out \"$work/pdf.out\"",
        "openssl x509 -in \"$work/pdf.pem\" -pubkey -noout | openssl pkey -pubin -outform DER |"
            + " sha256sum",
        "test $# -eq 5 && test \"$2\" -eq 0 && test $(($4 + $5)) -eq $(wc -c < certificate.pdf) && echo 'PDF signed as a"
            + " whole'");
  }

  static byte[] bytes(Claim claim, Signer signer) {
    StringBuilder text = new StringBuilder();
    text.append("HOW TO CHECK THIS PACKAGE\n\n")
        .append("With Modulus:   modulus verify FOLDER   (works without a network)\n\n")
        .append("Without it, in this folder, with bash, openssl 3, sed, grep and coreutils:\n\n")
        .append(START)
        .append('\n');
    commands().forEach(command -> text.append(command).append('\n'));
    text.append(END)
        .append("\n\n")
        .append(
            "It must print, in this order: \"Signature Verified Successfully\"; a line ending\n")
        .append(
            "in \"OK\" for every file; the fingerprint of the statement's key, which you should\n")
        .append("have from the signer in another way:\n\n  ")
        .append(signer.fingerprint().hex())
        .append("\n\n\"CMS Verification successful\"; the fingerprint of the PDF's key (")
        .append(signer.document().algorithm())
        .append("):\n\n  ")
        .append(signer.document().fingerprint().hex())
        .append("\n\nand \"PDF signed as a whole\". With poppler-utils,\n\n")
        .append("  pdfsig certificate.pdf\n\n")
        .append("must say \"Signature is Valid\" and \"Total document signed\"")
        .append(
            signer.document().kind() == DocumentKey.Kind.ISSUED
                ? "."
                : ", and that the issuer is\nunknown: the certificate is self-signed.")
        .append(" The facts attached to the PDF,\n\n")
        .append("  pdfdetach -save 1 -o facts.json certificate.pdf\n\n")
        .append("stand in certificate.json's payload in the same bytes.\n\n");
    text.append("WHAT IS CLAIMED\n\n");
    for (Paragraph paragraph : Wording.paragraphs(claim, signer)) {
      text.append(paragraph.title()).append(": ").append(paragraph.text()).append("\n\n");
    }
    text.append("WHAT IS NOT\n\n");
    Wording.limits(claim, signer).forEach(limit -> text.append("- ").append(limit).append("\n"));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
