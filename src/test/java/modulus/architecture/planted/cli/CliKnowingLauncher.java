package modulus.architecture.planted.cli;

import modulus.architecture.planted.PlantedLauncher;

/** Breaks: nobody imports the launcher. */
public final class CliKnowingLauncher {
  public PlantedLauncher known;
}
