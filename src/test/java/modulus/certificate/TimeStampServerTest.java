package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are those of a time-stamp server, and what keeps it from being reached. */
class TimeStampServerTest {
  @Test
  void only_http_addresses_are_servers() {
    for (String address : List.of("ftp://host/x", "file:///etc/passwd", "host", "http:///x")) {
      assertThatThrownBy(() -> new TimeStampServer(URI.create(address)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(address);
    }
  }

  /** Found before anything is charged, not when the connection is made. */
  @ParameterizedTest
  @ValueSource(ints = {0, 65_536, 99_999, Integer.MAX_VALUE})
  void a_port_that_there_is_not_is_no_address(int port) {
    assertThatThrownBy(() -> new TimeStampServer(URI.create("http://host:" + port + "/tsa")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a time-stamp server's port must be 1 to 65535 but is " + port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://host", "https://host:/", "http://host:1/t", "https://host:65535"})
  void a_port_may_be_left_out_or_be_any_that_there_is(String address) {
    assertThat(new TimeStampServer(URI.create(address)).address()).hasToString(address);
  }

  /** As where the machine's way out is set up wrongly, which no address shows. */
  @Test
  void whatever_keeps_it_from_being_asked_is_a_server_that_is_not_reached() {
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(new BrokenProxies());
    try {
      TimeStampServer server = new TimeStampServer(URI.create("http://127.0.0.1/"));
      assertThatThrownBy(() -> server.attribute(new byte[] {1}))
          .isInstanceOf(TimeStampException.class)
          .hasMessage("The time-stamp server could not be reached.")
          .hasCauseInstanceOf(IllegalStateException.class);
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  private static final class BrokenProxies extends ProxySelector {
    @Override
    public List<Proxy> select(URI address) {
      throw new IllegalStateException("no proxy of this kind");
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
      // none was tried
    }
  }
}
