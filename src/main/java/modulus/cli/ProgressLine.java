package modulus.cli;

import java.io.PrintWriter;
import java.util.Locale;
import modulus.workbench.RunListener;
import modulus.workbench.RunPhase;

/** Progress on the error stream: a line per phase, and one per tenth of a long one. */
final class ProgressLine implements RunListener {
  private final PrintWriter err;
  private final long start = System.nanoTime();
  private RunPhase phase;
  private int tenth;

  ProgressLine(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void phase(RunPhase next, double fraction) {
    int nextTenth = (int) (10 * fraction);
    if (next != phase) {
      phase = next;
      tenth = 0;
      say(text(next));
    } else if (nextTenth > tenth && nextTenth < 10) {
      tenth = nextTenth;
      say(text(next) + " " + 10 * tenth + " %");
    }
  }

  @Override
  public void note(String sentence) {
    err.println(sentence);
    err.flush();
  }

  @Override
  public boolean cancelled() {
    return Interruption.asked();
  }

  private void say(String text) {
    err.println(
        String.format(Locale.ROOT, "[%5.1f s] %s", 1e-9 * (System.nanoTime() - start), text));
    err.flush();
  }

  void end() {
    err.flush();
  }

  private static String text(RunPhase phase) {
    return switch (phase) {
      case READING -> "reading the table";
      case DRAFTING -> "drafting the schema";
      case PLANNING -> "dividing the budget";
      case ENCODING -> "coding the records";
      case COUNTING -> "counting";
      case SKETCHING -> "warming up on the noisy counts";
      case TRAINING -> "training";
      case SAMPLING -> "drawing rows from the model";
      case CALIBRATING -> "calibrating pairs of attributes";
      case DECODING -> "decoding";
      case CERTIFYING -> "certifying";
      case COMPARING -> "comparing attributes";
      case PAIRING -> "comparing pairs of attributes";
      case LEARNING -> "training classifiers";
    };
  }
}
