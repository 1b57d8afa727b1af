package modulus.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DSSE v1.0, protocol.md: PAE = "DSSEv1" SP LEN(type) SP type SP LEN(body) SP body. */
class EnvelopeTest {

  @Test
  void what_is_signed_is_the_pre_authentication_encoding_byte_by_byte() {
    assertThat(Envelope.preAuthentication("{}".getBytes(UTF_8)))
        .isEqualTo("DSSEv1 28 application/vnd.in-toto+json 2 {}".getBytes(UTF_8));
    assertThat(Envelope.preAuthentication(new byte[0]))
        .isEqualTo("DSSEv1 28 application/vnd.in-toto+json 0 ".getBytes(UTF_8));
    // lengths count bytes, not characters
    assertThat(Envelope.preAuthentication("ö€".getBytes(UTF_8)))
        .isEqualTo("DSSEv1 28 application/vnd.in-toto+json 5 ö€".getBytes(UTF_8));
    byte[] binary = {0, -1, 10};
    assertThat(Envelope.preAuthentication(binary)).endsWith(binary);
  }

  @Test
  void an_envelope_reads_back_as_itself() throws FormatException {
    PackageSigner signer = PackageSigner.oneTime();
    byte[] payload = "{\"a\":1}".getBytes(UTF_8);
    byte[] signature = signer.sign(Envelope.preAuthentication(payload));
    Envelope envelope = new Envelope(payload, signer.signer().fingerprint().hex(), signature);
    assertThat(Envelope.read(envelope.bytes())).isEqualTo(envelope);
    assertThat(new String(envelope.bytes(), UTF_8))
        .isEqualTo(
            "{\"payload\":\"eyJhIjoxfQ==\",\"payloadType\":\"application/vnd.in-toto+json\","
                + "\"signatures\":[{\"keyid\":\""
                + signer.signer().fingerprint().hex()
                + "\",\"sig\":\""
                + Base64.getEncoder().encodeToString(signature)
                + "\"}]}\n");
    assertThat(Ed25519.verifies(signer.publicKey(), Envelope.preAuthentication(payload), signature))
        .isTrue();
    assertThat(Ed25519.verifies(signer.publicKey(), payload, signature)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"payload\":\"?\",\"payloadType\":\"application/vnd.in-toto+json\",\"signatures\":[]}",
        "{\"payload\":\"e30=\",\"payloadType\":\"text/plain\",\"signatures\":[]}",
        "{\"payload\":\"e30=\",\"payloadType\":\"application/vnd.in-toto+json\",\"signatures\":[]}",
        "{\"payload\":\"e30=\",\"payloadType\":\"application/vnd.in-toto+json\","
            + "\"signatures\":[{\"keyid\":\"a\",\"sig\":\"AAAA\"}]}",
        "{\"payload\":\"e30=\",\"payload\":\"e30=\","
            + "\"payloadType\":\"application/vnd.in-toto+json\",\"signatures\":[]}"
      })
  void other_bytes_are_refused_in_a_sentence(String json) {
    assertThatThrownBy(() -> Envelope.read(json.getBytes(UTF_8)))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("The certificate")
        .hasMessageEndingWith(".");
  }
}
