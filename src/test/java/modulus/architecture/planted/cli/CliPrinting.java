package modulus.architecture.planted.cli;

/** Innocent: results go to standard output. */
public final class CliPrinting {
  void print() {
    System.out.println("{}");
  }
}
