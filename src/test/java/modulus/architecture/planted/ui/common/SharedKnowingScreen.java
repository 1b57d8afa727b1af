package modulus.architecture.planted.ui.common;

import modulus.architecture.planted.ui.train.OtherScreen;

/** Breaks: screens are apart. */
public final class SharedKnowingScreen {
  public OtherScreen known;
}
