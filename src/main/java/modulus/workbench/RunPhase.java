package modulus.workbench;

/** The stages of a synthesis run, in the order they happen. */
public enum RunPhase {
  READING,
  PLANNING,
  ENCODING,
  COUNTING,
  TRAINING,
  SAMPLING,
  CALIBRATING,
  DECODING,
  CERTIFYING
}
