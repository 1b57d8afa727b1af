package modulus.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What one command did. */
record Ran(int exit, String out, String err) {

  static Ran modulus(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        ModulusCommand.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(args);
    return new Ran(exit, out.toString(), err.toString());
  }
}
