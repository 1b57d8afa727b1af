package modulus.ui.model;

import modulus.ui.common.Figure;
import modulus.ui.common.Text;
import modulus.workbench.ReadOut;

/** What the read-outs say, in figures and in sentences. */
final class ReadOutTexts {
  private static final int CATEGORY_EXAMPLE = 40;

  private ReadOutTexts() {}

  static Text wholeExport(ReadOut readOut) {
    return Text.of("readOut.epsilon", new Figure.Epsilon(readOut.exportAddRemove()));
  }

  /** How much surer than before an onlooker can become: the factor e^ε, in words. */
  static Text wholeExportMeaning(ReadOut readOut) {
    double epsilon = readOut.exportAddRemove();
    if (epsilon > Math.log(1000)) {
      return Text.of("readOut.export.huge");
    }
    return Text.of("readOut.export.factor", new Figure.Factor(Math.exp(epsilon)));
  }

  static Text replaceOne(ReadOut readOut) {
    return Text.of("readOut.epsilon", new Figure.Epsilon(readOut.exportReplaceOne()));
  }

  static Text oneRow(ReadOut readOut) {
    return Text.of("readOut.epsilon", new Figure.Epsilon(readOut.wholeRecord()));
  }

  static Text oneAttribute(ReadOut readOut) {
    return Text.of("readOut.epsilon", new Figure.Epsilon(readOut.oneAttribute()));
  }

  static Text lipschitz(ReadOut readOut) {
    return Text.of("plain", new Figure.Plain(readOut.lipschitz(), 3));
  }

  static Text diameter(ReadOut readOut) {
    return Text.of("readOut.lipschitz.diameter", new Figure.Plain(readOut.lipschitzDiameter(), 3));
  }

  static Text countError(ReadOut readOut) {
    return Text.of("readOut.plusMinus", new Figure.Plain(readOut.countError(), 3));
  }

  static Text countMeaning(ReadOut readOut) {
    return Text.of(
        readOut.countError() < CATEGORY_EXAMPLE ? "readOut.count.example" : "readOut.count.drowned",
        new Figure.Count(CATEGORY_EXAMPLE),
        new Figure.Plain(readOut.countError(), 2));
  }

  static Text pairError(ReadOut readOut) {
    return Text.of("readOut.plusMinus", new Figure.Plain(readOut.pairError(), 3));
  }

  static Text pairMeaning(ReadOut readOut) {
    return Text.of("readOut.pair.example", new Figure.Plain(readOut.pairError(), 2));
  }

  static Text advice(ReadOut readOut) {
    return Text.of(
        "advice." + readOut.advice(),
        new Figure.Plain(readOut.countError(), 2),
        new Figure.Plain(readOut.pairError(), 2),
        new Figure.Count(readOut.records()),
        new Figure.Count(readOut.attributes()));
  }
}
