package modulus.architecture.planted.workbench;

import modulus.architecture.planted.cli.PlantedCommand;

/** Breaks its room's imports. */
public final class WorkbenchKnowingCli {
  public PlantedCommand known;
}
