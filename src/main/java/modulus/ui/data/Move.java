package modulus.ui.data;

/** What becomes of what was typed when an attribute is chosen. */
enum Move {
  /** Nothing was typed: the chosen one is shown. */
  SHOW,
  /** It is declared, and then the chosen one shown. */
  APPLY,
  /** It is wrong and stays, and so does its attribute. */
  STAY,
  /** The chosen one is the one that is edited. */
  KEEP
}
