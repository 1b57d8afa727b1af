package modulus.workbench;

/** The stages of opening a table and of a synthesis run, in the order they happen. */
public enum RunPhase {
  READING,
  PLANNING,
  ENCODING,
  COUNTING,
  SKETCHING,
  TRAINING,
  SAMPLING,
  CALIBRATING,
  DECODING,
  CERTIFYING
}
