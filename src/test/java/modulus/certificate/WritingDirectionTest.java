package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import modulus.schema.AttributeKind;
import modulus.schema.DomainOrigin;
import modulus.workbench.CertificateChoice;
import modulus.workbench.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No name in a certificate may be shown as another. */
class WritingDirectionTest {
  private static final String TURNED = "must hold no characters that turn the direction of writing";

  private static AttributeFacts attribute(String name) {
    return new AttributeFacts(
        name,
        AttributeKind.EXCLUDED,
        "",
        "",
        false,
        "",
        DomainOrigin.DECLARED,
        DomainOrigin.DECLARED,
        new StatedDomain.None());
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x061c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068,
        0x2069
      })
  void every_character_that_turns_the_direction_is_refused_by_its_code_point(int codePoint) {
    String name = "Dr. " + Character.toString(codePoint) + "adam";
    String sentence = TURNED + " but holds U+%04X".formatted(codePoint);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Require.line("curator", name))
        .withMessage("curator " + sentence);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> attribute(name))
        .withMessage("an attribute's name " + sentence);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProtectedUnit(Optional.of(name), 2))
        .withMessage("patientColumn " + sentence);
    assertThatThrownBy(() -> CertificateChoice.DEFAULT.withCurator(Optional.of(name)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("U+%04X".formatted(codePoint));
  }

  @Test
  void letters_of_every_direction_and_joiners_are_taken() {
    for (String name : List.of("Ünal & Söhne", "د. آدم", "ד״ר אדם", "می\u200cخواهم", "a\u2028b")) {
      assertThat(WritingDirection.control(name)).isEmpty();
      assertThat(attribute(name).name()).isEqualTo(name);
    }
  }

  @Test
  void a_statement_that_holds_one_is_no_statement() throws Exception {
    PackageSigner signer = PackageSigner.oneTime();
    Statement statement =
        new Statement(
            Specimen.endToEnd(),
            signer.signer(),
            List.of(new PackagedFile(PackagedFile.SYNTHETIC, Sha256.hex(Specimen.table(0)))));
    String json = new String(StatementJson.write(statement), StandardCharsets.UTF_8);
    for (String name : List.of("\"Klinikum ", "\"name\":\"age")) {
      assertThat(json).contains(name);
      byte[] turned = json.replace(name, name + "\u202e").getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> StatementJson.read(turned)).isInstanceOf(FormatException.class);
    }
    assertThat(StatementJson.read(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(statement);
  }
}
