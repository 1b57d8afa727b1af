package modulus;

/** Entry point of the jar; only wires. */
public final class Launcher {
  private Launcher() {}

  public static void main(String[] args) {
    System.exit(0);
  }
}
