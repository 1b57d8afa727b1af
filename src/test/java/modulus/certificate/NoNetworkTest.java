package modulus.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import modulus.cli.ModulusCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole job, libraries included, touches no socket unless a time-stamp server is named. What
 * the rules of the architecture say of our classes is watched here by the runtime's flight
 * recorder.
 */
class NoNetworkTest {
  @TempDir Path folder;

  private List<String> sockets(Callable<?> work) throws Exception {
    Path file = Files.createTempFile(folder, "sockets", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.SocketRead").withoutThreshold();
      recording.enable("jdk.SocketWrite").withoutThreshold();
      recording.start();
      work.call();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream().map(NoNetworkTest::peer).toList();
  }

  private static String peer(RecordedEvent event) {
    return event.getEventType().getName() + " " + event.getString("address");
  }

  @Test
  void synthesis_signing_and_verification_touch_no_socket() throws Exception {
    Path out = folder.resolve("package");
    int[] exits = new int[2];
    assertThat(
            sockets(
                () -> {
                  exits[0] =
                      ModulusCommand.run(
                          "synthesize",
                          "assets/ward-sample.csv",
                          "--schema",
                          "assets/ward-sample.schema.json",
                          "--epochs",
                          "2",
                          "--rows",
                          "60",
                          "--ledger",
                          folder.resolve("ledger").toString(),
                          "--out",
                          out.toString());
                  exits[1] = ModulusCommand.run("verify", out.toString());
                  return exits;
                }))
        .isEmpty();
    assertThat(exits).containsExactly(0, 0);
  }

  @Test
  void a_time_stamp_server_is_asked_where_one_is_named_and_the_recorder_sees_it() throws Exception {
    try (LocalTimeStampServer server = new LocalTimeStampServer()) {
      TimeStampServer named = new TimeStampServer(server.address());
      assertThat(sockets(() -> named.attribute(new byte[] {1, 2, 3})))
          .anyMatch(peer -> peer.startsWith("jdk.SocketWrite 127.0.0.1"));
    }
  }
}
