package modulus.workbench.exploration;

import modulus.workbench.Failure;
import modulus.workbench.RunListener;
import modulus.workbench.SynthesisSettings;

/** Hears an exploration, on its own thread; a run's phases come with the whole's fraction. */
public interface ExplorationListener extends RunListener {

  /** A run ended; whether its synthetic table and model stay in memory is the listener's choice. */
  default void explored(ExploredRun run) {}

  /** A setting could not be run; the exploration goes on. */
  default void refused(SynthesisSettings settings, Failure why) {}
}
