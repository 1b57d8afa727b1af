package modulus.ui.explore;

/** Where an exploration stands; message keys {@code explore.state.NAME}. */
enum ExploreState {
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
