package modulus.ui.common;

import modulus.workbench.ReadOut;

/** What a setting can and cannot do for a table of this size, as a sentence. */
public final class AdviceText {
  private AdviceText() {}

  /**
   * @param boundByHand whether ε follows from a Lipschitz bound, so that this is what to change
   */
  public static Text of(ReadOut readOut, boolean boundByHand) {
    boolean bound = boundByHand && readOut.advice() == ReadOut.Advice.WEAK_PRIVACY;
    return spoken("advice." + readOut.advice() + (bound ? ".bound" : untold(readOut)), readOut);
  }

  /** Of a run whose table was {@link #tooSmall}: what whoever signs it should know. */
  public static Text ofRun(ReadOut readOut) {
    return spoken("check.small." + readOut.advice() + untold(readOut), readOut);
  }

  /** Of an error that spans the table the size says nothing. */
  private static String untold(ReadOut readOut) {
    boolean untold =
        switch (readOut.advice()) {
          case TOO_SMALL -> readOut.spanned(readOut.count().largest());
          case WIDE -> readOut.spanned(readOut.pairError());
          default -> false;
        };
    return untold ? ".untold" : "";
  }

  /** Whether the table is too small for the setting: then it is said again wherever it counts. */
  public static boolean tooSmall(ReadOut readOut) {
    return readOut.advice() == ReadOut.Advice.TOO_SMALL
        || readOut.advice() == ReadOut.Advice.LUMPED;
  }

  private static Text spoken(String key, ReadOut readOut) {
    return Text.of(
        key,
        new Figure.Plain(readOut.count().largest(), 2),
        new Figure.Plain(readOut.pairError(), 2),
        new Figure.Count(readOut.records()),
        new Figure.Count(readOut.attributes()),
        new Figure.Count(ReadOut.SMALLEST_GROUP),
        new Figure.Count(readOut.exampleCategory()));
  }
}
