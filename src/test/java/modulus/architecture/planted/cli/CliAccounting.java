package modulus.architecture.planted.cli;

import modulus.architecture.planted.privacy.Accountant;

/** Breaks: front rooms see only values. */
public final class CliAccounting {
  public Accountant known;
}
