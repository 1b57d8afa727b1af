package modulus.architecture.planted.certificate;

import java.net.HttpURLConnection;

/** Asks a server although it is no time-stamp client. */
public final class CertificateConnecting {
  public HttpURLConnection connection;
}
