package modulus.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import modulus.privacy.Accountant;
import modulus.privacy.Adjacency;
import modulus.privacy.PrivacyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a certificate must state, looked for in the bytes that are signed. */
class StatementTest {
  private final PackageSigner signer = PackageSigner.oneTime();
  private final Statement endToEnd = statement(Specimen.endToEnd());
  private final Statement release = statement(Specimen.release());

  private Statement statement(Claim claim) {
    return new Statement(
        claim,
        signer.signer(),
        List.of(new PackagedFile(PackagedFile.SYNTHETIC, Sha256.hex(Specimen.table(0)))));
  }

  private static JsonNode json(Statement statement) throws FormatException {
    return StrictJson.parse(StatementJson.write(statement), "The statement");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/_type | https://in-toto.io/Statement/v1",
        "/subject/0/name | synthetic.csv",
        "/predicate/scope | end-to-end",
        "/predicate/guarantee/delta | 0.00001",
        "/predicate/guarantee/accountantVersion | 1.0",
        "/predicate/unit/protects | one patient",
        "/predicate/unit/rowsPerPatient | 1",
        "/predicate/events/0/purpose | marginal-counts",
        "/predicate/events/1/event/type | poisson-subsampled-gaussian",
        "/predicate/events/1/event/noiseMultiplier | 2.5",
        "/predicate/events/1/event/samplingProbability | 0.0625",
        "/predicate/events/1/event/steps | 40",
        "/predicate/model/latentDimension | 16",
        "/predicate/model/posteriorScale | 1",
        "/predicate/model/lipschitz/declared | 8",
        "/predicate/model/lipschitz/certified | 6.27",
        "/predicate/model/lipschitz/enforcement | rescaled",
        "/predicate/public/patients | 2000",
        "/predicate/public/syntheticRows | 50",
        "/predicate/public/attributes/1/name | age",
        "/predicate/public/attributes/1/domainOrigin | declared",
        "/predicate/runs | 1",
        "/predicate/randomness | operating-system",
        "/predicate/curator | Klinikum Möckern",
        "/predicate/software/name | Modulus",
        "/predicate/software/version | 0.9",
        "/predicate/key/algorithm | Ed25519",
        "/predicate/key/origin | one-time"
      })
  void the_machine_copy_states(String pointer, String expected) throws FormatException {
    JsonNode node = json(endToEnd).at(pointer);
    String text =
        node.isNumber() ? CanonicalJson.number(node.doubleValue()) : node.asText("absent");
    assertThat(text).isEqualTo(expected);
  }

  @Test
  void the_file_s_hash_the_software_s_digest_the_key_s_fingerprint_and_the_time_are_stated()
      throws FormatException {
    JsonNode root = json(endToEnd);
    assertThat(root.at("/subject/0/digest/sha256").asText())
        .isEqualTo(Sha256.hex(Specimen.table(0)));
    assertThat(root.at("/predicate/software/sha256").asText()).isEqualTo(Specimen.DIGEST);
    assertThat(root.at("/predicate/key/fingerprint").asText())
        .isEqualTo(signer.signer().fingerprint().hex());
    assertThat(root.at("/predicate/issued").asText()).isEqualTo(Specimen.ISSUED.toString());
  }

  @Test
  void both_adjacencies_are_stated_rounded_up_and_follow_from_the_events_alone() throws Exception {
    for (Statement statement : List.of(endToEnd, release)) {
      JsonNode predicate = json(statement).get("predicate");
      String events =
          predicate.findValues("event").stream()
              .map(JsonNode::toString)
              .collect(Collectors.joining(",", "[", "]"));
      List<PrivacyEvent> read = EventJson.read(events);
      for (Adjacency adjacency : Adjacency.values()) {
        JsonNode epsilon = predicate.at("/guarantee/epsilon/" + adjacency.label());
        double recomputed = Accountant.epsilon(read, Specimen.DELTA, adjacency);
        assertThat(epsilon.get("computed").doubleValue()).isEqualTo(recomputed);
        assertThat(Double.parseDouble(epsilon.get("printed").textValue()))
            .isBetween(recomputed, recomputed + 0.01);
      }
    }
  }

  @ParameterizedTest(name = "{0}: … {1} …")
  @CsvSource(
      delimiter = '|',
      value = {
        "guarantee | one patient is added or removed",
        "guarantee | one patient's values are changed",
        "unit | one row is taken to be one patient",
        "scope | everything that was learned from the table",
        "mechanism | noise multiplier 2.5, sampling probability 0.0625, 40 steps",
        "sampling | Poisson samples",
        "model | declared 8, certified at most 6.27",
        "model | posterior standard deviation 1",
        "accountant | version 1.0",
        "released | 50 synthetic rows",
        "notReleased | The model, its weights and checkpoints",
        "public | The number of patients (2,000)",
        "public | where it came from",
        "runs | One run",
        "randomness | cryptographic generator",
        "floatingPoint | float64",
        "singlingOut | e^epsilon",
        "linkability | linked",
        "inference | concluded about a patient",
        "key | fingerprint (SHA-256)",
        "legal | not a legal ruling"
      })
  void the_words_say(String paragraph, String words) throws FormatException {
    assertThat(json(endToEnd).at("/predicate/words/" + paragraph).asText()).contains(words);
  }

  @Test
  void a_release_claim_says_that_the_model_is_held_fixed_wherever_it_matters()
      throws FormatException {
    JsonNode words = json(release).at("/predicate/words");
    assertThat(words.get("scope").asText()).contains("treated as fixed", "outside the epsilon");
    for (String risk : List.of("singlingOut", "linkability", "inference")) {
      assertThat(words.get(risk).asText()).contains("model treated as fixed");
    }
    assertThat(words.get("limits").toString()).contains("weights memorised");
    assertThat(words.get("sampling").asText()).contains("uniformly with replacement");
  }

  @Test
  void where_domains_were_read_from_the_data_every_risk_says_that_they_are_held_fixed()
      throws FormatException {
    Statement read = new Statement(DocumentSamples.read(), endToEnd.signer(), endToEnd.files());
    JsonNode words = json(read).at("/predicate/words");
    for (String risk : List.of("singlingOut", "linkability", "inference")) {
      assertThat(words.get(risk).asText()).contains("read from the data treated as fixed");
    }
    assertThat(new DocumentText(read.claim(), read.signer(), CertificateLanguage.GERMAN).first())
        .asString()
        .contains("aus den Daten gelesenen Wertebereiche der Merkmale als gegebene");
  }

  @Test
  void neither_a_seed_nor_a_hash_of_the_real_table_has_a_place() throws FormatException {
    for (Statement statement : List.of(endToEnd, release)) {
      assertThat(json(statement).get("predicate").findParents("seed")).isEmpty();
      assertThat(new String(StatementJson.write(statement), UTF_8)).doesNotContain("\"seed");
      assertThat(json(statement).findValuesAsText("sha256")).hasSize(2);
    }
  }

  @Test
  void a_statement_reads_back_as_itself_and_in_no_other_spelling() throws FormatException {
    for (Statement statement : List.of(endToEnd, release)) {
      byte[] bytes = StatementJson.write(statement);
      assertThat(StatementJson.read(bytes)).isEqualTo(statement);
      for (String[] edit :
          new String[][] {
            {"{\"_type\"", "{ \"_type\""},
            {"\"runs\":1", "\"runs\":1.0"},
            {"\"runs\":1", "\"runs\":1,\"more\":2"},
            {"\"runs\":1,", ""},
            {"\"runs\":1", "\"runs\":1,\"runs\":1"},
            {"cryptographic", "quantum"}
          }) {
        String before = new String(bytes, UTF_8);
        assertThat(before).contains(edit[0]);
        byte[] changed = before.replace(edit[0], edit[1]).getBytes(UTF_8);
        assertThatThrownBy(() -> StatementJson.read(changed))
            .isInstanceOf(FormatException.class)
            .hasMessageEndingWith(".");
      }
    }
  }
}
