package modulus.architecture.planted.certificate;

import java.net.HttpURLConnection;

/** Innocent: a time stamp has to be asked for. */
public final class TimeStampClient {
  public HttpURLConnection connection;
}
