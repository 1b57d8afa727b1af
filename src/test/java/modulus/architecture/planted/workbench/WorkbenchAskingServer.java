package modulus.architecture.planted.workbench;

import java.net.http.HttpClient;

/** Asks a server. */
public final class WorkbenchAskingServer {
  public HttpClient client;
}
