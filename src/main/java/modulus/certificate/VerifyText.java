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
        "openssl pkey -pubin -in public-key.pem -outform DER | sha256sum");
  }

  static byte[] bytes(Claim claim, Signer signer) {
    StringBuilder text = new StringBuilder();
    text.append("HOW TO CHECK THIS PACKAGE\n\n")
        .append("With Modulus:   modulus verify FOLDER   (works without a network)\n\n")
        .append("Without it, in this folder, with bash, openssl 3, sed, grep, base64 and\n")
        .append("sha256sum:\n\n")
        .append(START)
        .append('\n');
    commands().forEach(command -> text.append(command).append('\n'));
    text.append(END)
        .append("\n\n")
        .append("The first openssl command must print \"Signature Verified Successfully\", every\n")
        .append("line of sha256sum must end in \"OK\", and the last line must be the signer's\n")
        .append("fingerprint, which you should have from them on another way:\n\n  ")
        .append(signer.fingerprint().hex())
        .append("\n\n");
    text.append("WHAT IS CLAIMED\n\n");
    for (Paragraph paragraph : Wording.paragraphs(claim, signer)) {
      text.append(paragraph.title()).append(": ").append(paragraph.text()).append("\n\n");
    }
    text.append("WHAT IS NOT\n\n");
    Wording.limits(claim, signer).forEach(limit -> text.append("- ").append(limit).append("\n"));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
