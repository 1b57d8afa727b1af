package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import modulus.privacy.CancellableWork;
import org.junit.jupiter.api.Test;

/** A time-stamp server that takes connections and says nothing. */
class SilentTimeStampServerTest {
  @Test
  void waiting_for_it_can_be_cancelled() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      TimeStampServer server =
          new TimeStampServer(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"));
      AtomicInteger asked = new AtomicInteger();
      // not before it has waited at all
      assertThatThrownBy(
              () ->
                  CancellableWork.run(
                      () -> asked.incrementAndGet() > 2, () -> server.attribute(new byte[] {1})))
          .isInstanceOf(CancellationException.class);
    }
  }
}
