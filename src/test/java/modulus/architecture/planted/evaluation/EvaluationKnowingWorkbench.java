package modulus.architecture.planted.evaluation;

import modulus.architecture.planted.workbench.PlantedRun;

/** Breaks its room's imports. */
public final class EvaluationKnowingWorkbench {
  public PlantedRun known;
}
