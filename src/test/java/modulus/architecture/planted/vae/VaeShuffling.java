package modulus.architecture.planted.vae;

import java.util.Collections;
import java.util.List;

/** Draws from a generator nobody should trust. */
public final class VaeShuffling {
  void shuffle(List<String> rows) {
    Collections.shuffle(rows);
  }
}
