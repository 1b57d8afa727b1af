package modulus.ui.model;

import java.util.function.Function;
import modulus.ui.common.Figure;
import modulus.ui.common.Text;
import modulus.workbench.ReadOut;

/** What the read-outs say, in figures and in sentences. */
final class ReadOutTexts {
  private static final double ALIKE = 1.05;

  /** Of a figure that is still looked for. */
  private static final Text OPEN = Text.of("readOut.computing");

  private ReadOutTexts() {}

  static Text wholeExport(ReadOut readOut) {
    return Text.of("readOut.epsilon", new Figure.Epsilon(readOut.exportAddRemove()));
  }

  /**
   * How much surer than before an onlooker can become: the factor e^ε, in words.
   *
   * @param modelGiven whether ε takes a model as given that learned from the table itself
   */
  static Text wholeExportMeaning(ReadOut readOut, boolean modelGiven) {
    double epsilon = readOut.exportAddRemove();
    String given = modelGiven ? "Given" : "";
    return epsilon > Math.log(1000)
        ? Text.of("readOut.export.huge" + given)
        : Text.of("readOut.export.factor" + given, new Figure.Factor(Math.exp(epsilon)));
  }

  static Text replaceOne(ReadOut readOut) {
    return readOut.exportReplaceOne().isPresent()
        ? Text.of("readOut.epsilon", new Figure.Epsilon(readOut.exportReplaceOne().getAsDouble()))
        : OPEN;
  }

  static Text oneRow(ReadOut readOut) {
    return row(readOut, row -> Text.of("readOut.epsilon", new Figure.Epsilon(row.whole())));
  }

  static Text oneAttribute(ReadOut readOut) {
    return row(readOut, row -> Text.of("readOut.epsilon", new Figure.Epsilon(row.oneAttribute())));
  }

  static Text lipschitz(ReadOut readOut) {
    return row(readOut, row -> Text.of("plain", new Figure.Plain(row.lipschitz(), 3)));
  }

  static Text diameter(ReadOut readOut) {
    return row(
        readOut,
        row -> Text.of("readOut.lipschitz.diameter", new Figure.Plain(row.lipschitzDiameter(), 3)));
  }

  private static Text row(ReadOut readOut, Function<ReadOut.Row, Text> text) {
    return readOut.row().map(text).orElse(OPEN);
  }

  static Text countError(ReadOut readOut) {
    ReadOut.CountError error = readOut.count();
    if (readOut.spanned(error.least())) {
      return Text.of("readOut.untold.count");
    }
    if (readOut.spanned(error.largest())) {
      return Text.of("readOut.plusMinusBest", new Figure.Plain(error.least(), 2));
    }
    return alike(error)
        ? Text.of("readOut.plusMinus", new Figure.Plain(error.largest(), 2))
        : Text.of(
            "readOut.plusMinusRange",
            new Figure.Plain(error.least(), 2),
            new Figure.Plain(error.largest(), 2));
  }

  static Text countMeaning(ReadOut readOut) {
    ReadOut.CountError error = readOut.count();
    return Text.of(
        "readOut.count." + countSentence(readOut),
        new Figure.Count(readOut.exampleCategory()),
        new Figure.Plain(error.largest(), 2),
        new Figure.Plain(error.least(), 2),
        error.widest(),
        new Figure.Count(readOut.records()));
  }

  private static String countSentence(ReadOut readOut) {
    ReadOut.CountError error = readOut.count();
    if (readOut.spanned(error.largest())) {
      return readOut.spanned(error.least()) ? "untold" : "untoldPartly";
    }
    int category = readOut.exampleCategory();
    String key = error.largest() < category ? "example" : "drowned";
    String range = error.least() < category ? ".range" : ".everywhere";
    return alike(error) ? key : key + range;
  }

  /** Release-only, where no noise lies on counts and the draw moves them. */
  static Text drawMeaning(ReadOut readOut) {
    return Text.of(
        "readOut.count.drawn",
        new Figure.Count(readOut.exampleCategory()),
        new Figure.Plain(readOut.count().largest(), 2),
        new Figure.Count(readOut.records()));
  }

  static Text detail(ReadOut readOut) {
    return row(
        readOut,
        row -> Text.of("readOut.detail.value", new Figure.Count(hundredths(row.guessedRight()))));
  }

  static Text detailMeaning(ReadOut readOut) {
    return row(
        readOut,
        row ->
            Text.of("readOut.detail.sentence", new Figure.Count(hundredths(row.guessedRight()))));
  }

  /** Of a bound: rounded up, so that what is printed still holds. */
  private static long hundredths(double share) {
    return (long) Math.ceil(100 * share);
  }

  /** Whether all attributes are known equally well, as far as two digits say. */
  private static boolean alike(ReadOut.CountError error) {
    return error.largest() < ALIKE * error.least() || error.largest() == 0;
  }

  static Text pairError(ReadOut readOut) {
    if (pairsUntold(readOut)) {
      return Text.of("readOut.untold.pair");
    }
    return Text.of("readOut.plusMinus", new Figure.Plain(readOut.pairError(), 2));
  }

  static Text pairMeaning(ReadOut readOut) {
    return Text.of(
        pairsUntold(readOut) ? "readOut.pair.untold" : "readOut.pair.example",
        new Figure.Plain(readOut.pairError(), 2),
        new Figure.Count(readOut.records()));
  }

  /** An error that spans the table says nothing of a count in it. */
  private static boolean pairsUntold(ReadOut readOut) {
    return readOut.spanned(readOut.pairError());
  }

  static Text domains(ReadOut readOut) {
    return Text.of("plain", new Figure.Share(readOut.domains().share()));
  }

  static Text domainsMeaning(ReadOut readOut) {
    return Text.of(
        "readOut.domains.sentence",
        new Figure.Count(readOut.domains().attributes()),
        new Figure.Plain(readOut.domains().surelyKnown(), 2),
        new Figure.Plain(readOut.domains().threshold() - readOut.domains().error(), 2));
  }
}
