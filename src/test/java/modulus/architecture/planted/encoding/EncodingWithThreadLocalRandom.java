package modulus.architecture.planted.encoding;

import java.util.concurrent.ThreadLocalRandom;

/** Draws from a generator nobody should trust. */
public final class EncodingWithThreadLocalRandom {
  int draw() {
    return ThreadLocalRandom.current().nextInt();
  }
}
