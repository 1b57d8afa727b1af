package modulus.ui.train;

/** Where a run stands; message keys {@code run.NAME}. */
enum RunState {
  READY,
  RUNNING,
  PAUSED,
  STOPPING,
  STOPPED,
  FAILED,
  DONE;

  boolean going() {
    return this == RUNNING || this == PAUSED || this == STOPPING;
  }
}
