package modulus.workbench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a certificate is refused while it is chosen, before anything is made or charged. */
class CertificateChoiceTest {
  @ParameterizedTest
  @ValueSource(strings = {"tsa.example", "ftp://tsa.example", "http://tsa.example:99999", ":"})
  void an_address_that_cannot_be_a_time_stamp_servers_is_refused_in_a_sentence(String address) {
    assertThatThrownBy(() -> CertificateChoice.DEFAULT.withTimeStampServer(address))
        .isInstanceOf(Failure.class)
        .hasMessage("This is no address of a time-stamp server: " + address + ".")
        .extracting(e -> ((Failure) e).action())
        .asString()
        .contains("http:// or https://", "1 to 65535");
  }
}
