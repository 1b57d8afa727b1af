package modulus.architecture.planted.vae;

import java.nio.channels.ServerSocketChannel;

/** Waits for connections. */
public final class VaeListening {
  public ServerSocketChannel channel;
}
