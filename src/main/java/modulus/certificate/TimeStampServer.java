package modulus.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import modulus.privacy.CancellableWork;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/**
 * A time-stamp server (RFC 3161, section 3.4: over HTTP). It learns a hash of a signature and
 * nothing else.
 *
 * @param address http or https, with a host; its port, where it names one, 1 to 65535
 */
public record TimeStampServer(URI address) {
  private static final String UNREACHABLE = "The time-stamp server could not be reached.";
  private static final int TIMEOUT_MILLIS = 10_000;

  /** However slowly an answer comes in. */
  private static final long LONGEST_WAIT_MILLIS = 2 * TIMEOUT_MILLIS;

  private static final long PAUSE_MILLIS = 100;
  private static final int LARGEST_REPLY = 1 << 16;
  private static final int LARGEST_PORT = 65_535;

  /** What an address that names no port has for one. */
  private static final int NO_PORT = -1;

  /**
   * @throws IllegalArgumentException if it is another address
   */
  public TimeStampServer {
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    if (!(scheme.equals("http") || scheme.equals("https")) || address.getHost() == null) {
      throw new IllegalArgumentException(
          "a time-stamp server's address must begin with http:// or https:// and name a host but is"
              + " '"
              + address
              + "'");
    }
    int port = address.getPort();
    if (port != NO_PORT && (port < 1 || port > LARGEST_PORT)) {
      throw new IllegalArgumentException(
          "a time-stamp server's port must be 1 to " + LARGEST_PORT + " but is " + port);
    }
  }

  /**
   * The unsigned attribute id-aa-timeStampToken (RFC 3161, appendix A) over a signature's bytes.
   *
   * @throws TimeStampException with one sentence, if there is no valid answer within 20 seconds
   * @throws java.util.concurrent.CancellationException if the work on the calling thread was
   *     cancelled
   */
  Attribute attribute(byte[] signature) throws TimeStampException {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    TimeStampRequest request =
        generator.generate(
            TSPAlgorithms.SHA256,
            Sha256.digest().digest(signature),
            new BigInteger(UUID.randomUUID().toString().replace("-", ""), 16));
    try {
      TimeStampResponse response = new TimeStampResponse(reply(request.getEncoded()));
      response.validate(request);
      if (response.getTimeStampToken() == null) {
        throw new TimeStampException("The time-stamp server refused to give a time stamp.", null);
      }
      return new Attribute(
          PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
          new DERSet(response.getTimeStampToken().toCMSSignedData().toASN1Structure()));
    } catch (TSPException e) {
      throw new TimeStampException("The time-stamp server's answer is not valid.", e);
    } catch (TimeStampException e) {
      throw e;
    } catch (IOException e) {
      throw new TimeStampException(UNREACHABLE, e);
    }
  }

  /** Asked on a thread of its own, which ends by itself: a connection cannot be interrupted. */
  private byte[] reply(byte[] query) throws IOException {
    FutureTask<byte[]> answer = new FutureTask<>(() -> ask(query));
    Thread asking = new Thread(answer, "modulus time stamp");
    asking.setDaemon(true);
    asking.start();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
    try {
      while (System.nanoTime() < end) {
        CancellableWork.check();
        try {
          return answer.get(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException waiting) {
          // until it is cancelled or takes too long
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failed) {
        throw failed;
      }
      if (e.getCause() instanceof Error fault) {
        throw fault;
      }
      // how the machine's way out is set up is no fault of the program
      throw new TimeStampException(UNREACHABLE, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("no answer in time");
  }

  private byte[] ask(byte[] query) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    try {
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/timestamp-query");
      connection.setFixedLengthStreamingMode(query.length);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(query);
      }
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        throw new TimeStampException(
            "The time-stamp server answered with code " + connection.getResponseCode() + ".", null);
      }
      try (InputStream in = connection.getInputStream()) {
        byte[] reply = in.readNBytes(LARGEST_REPLY + 1);
        if (reply.length > LARGEST_REPLY) {
          throw new TimeStampException("The time-stamp server's answer is too long.", null);
        }
        return reply;
      }
    } finally {
      connection.disconnect();
    }
  }
}
