package modulus.architecture.planted.ui.data;

import modulus.architecture.planted.ui.train.OtherScreen;

/** Breaks: screens are apart. */
public final class ScreenKnowingScreen {
  public OtherScreen known;
}
