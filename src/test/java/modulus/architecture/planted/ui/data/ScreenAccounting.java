package modulus.architecture.planted.ui.data;

import modulus.architecture.planted.privacy.Accountant;

/** Breaks: front rooms see only values. */
public final class ScreenAccounting {
  public Accountant known;
}
