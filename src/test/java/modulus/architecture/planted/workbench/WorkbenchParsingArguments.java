package modulus.architecture.planted.workbench;

import picocli.CommandLine;

/** Uses another room's library. */
public final class WorkbenchParsingArguments {
  public CommandLine foreign;
}
