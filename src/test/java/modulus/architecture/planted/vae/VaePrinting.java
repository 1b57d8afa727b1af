package modulus.architecture.planted.vae;

/** Talks past the log. */
public final class VaePrinting {
  void print() {
    System.out.println("epoch");
  }
}
