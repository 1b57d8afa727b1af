package modulus.workbench;

/** The stages of opening a table, of a synthesis run and of looking at what came of it. */
public enum RunPhase {
  READING,
  DRAFTING,
  PLANNING,
  ENCODING,
  COUNTING,
  SKETCHING,
  TRAINING,
  SAMPLING,
  CALIBRATING,
  DECODING,
  CERTIFYING,
  COMPARING,
  PAIRING,
  LEARNING
}
