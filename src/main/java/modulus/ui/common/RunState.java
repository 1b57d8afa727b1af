package modulus.ui.common;

/**
 * Where a run or an exploration stands. A screen says it by a message whose key ends in the state's
 * name.
 */
public enum RunState {
  READY,
  RUNNING,
  PAUSED,
  STOPPING,
  STOPPED,
  FAILED,
  DONE;

  /** Whether it has begun and not ended. */
  public boolean going() {
    return this == RUNNING || this == PAUSED || this == STOPPING;
  }
}
