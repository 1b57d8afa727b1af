package modulus.evaluation.learning;

import java.util.Map;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.classification.Label;

/** A trained model as scores per class. */
interface Classifier {

  /** Adds the scores of one case to {@code scores}, one per class; unknown classes keep theirs. */
  void score(Example<Label> example, double[] scores);

  static void add(Model<Label> model, Example<Label> example, double[] scores) {
    Map<String, Label> outputs = model.predict(example).getOutputScores();
    for (Label output : outputs.values()) {
      scores[Integer.parseInt(output.getLabel())] += output.getScore();
    }
  }
}
