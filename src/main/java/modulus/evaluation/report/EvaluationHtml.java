package modulus.evaluation.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import modulus.evaluation.AttributeUtility;
import modulus.evaluation.UtilityReport;
import modulus.evaluation.learning.Learner;
import modulus.evaluation.learning.LearnerScores;
import modulus.evaluation.learning.TrainOnSynthetic;

/**
 * An evaluation as one page of HTML 5 for the house: no script, nothing loaded from elsewhere. The
 * notice stays in sight while the page is scrolled and is repeated on every printed sheet.
 */
public final class EvaluationHtml {
  /** What is near the beginning of every such page, and of no other. */
  public static final String MARK = "<title>Internal report";

  private static final String STYLE =
      """
      :root { color-scheme: light dark; }
      body { font: 15px/1.45 system-ui, sans-serif; margin: 0; padding: 4.2rem 1.5rem 2rem; }
      .notice { position: fixed; top: 0; left: 0; right: 0; padding: .6rem 1.5rem;
        background: #8f1d1d; color: #fff; font-weight: 600; z-index: 1; }
      main { max-width: 60rem; margin: auto; }
      table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; }
      th, td { text-align: left; padding: .25rem .6rem; border-bottom: 1px solid #8884; }
      td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
      meter { width: 8rem; }
      @media print { @page { margin: 22mm 14mm 16mm; }
        body { padding: 14mm 0 0; } thead { display: table-header-group; } }
      """;

  private final Evaluation evaluation;
  private final StringBuilder page = new StringBuilder(1 << 14);

  private EvaluationHtml(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** The whole evaluation as a file's text in UTF-8. */
  public static String write(Evaluation evaluation) {
    EvaluationHtml html = new EvaluationHtml(evaluation);
    html.page();
    return html.page.toString();
  }

  private void page() {
    page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta http-equiv=\"Content-Security-Policy\"")
        .append(" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
        .append(MARK)
        .append(" – do not release</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<div class=\"notice\" role=\"note\">")
        .append(EvaluationJson.NOTICE)
        .append("</div>\n<main>\n<h1>Synthetic against real</h1>\n");
    summary();
    evaluation.learning().ifPresent(this::learning);
    attributes();
    page.append("</main>\n</body>\n</html>\n");
  }

  private void summary() {
    UtilityReport utility = evaluation.utility();
    head("Both tables", "Figure", "Synthetic", "Hold-out");
    row("Real rows", Integer.toString(utility.realRows()), "");
    row("Rows compared with them", Integer.toString(utility.syntheticRows()), floorRows());
    both(
        "Mean distance of single attributes (total variation, 0 best, 1 worst)",
        UtilityReport::oneWay);
    both("Mean distance of pairs of attributes", UtilityReport::twoWay);
    both("Mean error of the share of missing values", UtilityReport::missingRateError);
    both("Share of values the real table does not have", UtilityReport::unknownValueRate);
    both("Share of rows that equal a real row", UtilityReport::exactCopies);
    page.append("</tbody></table>\n<p>The hold-out column is what mere sampling does: real rows")
        .append(" kept back, against the real table. The attribute that differs most is <b>")
        .append(escaped(utility.worst().attribute()))
        .append("</b>.</p>\n");
  }

  private String floorRows() {
    return evaluation.floor().map(f -> Integer.toString(f.syntheticRows())).orElse("none given");
  }

  private void both(String name, java.util.function.ToDoubleFunction<UtilityReport> figure) {
    row(
        name,
        number(figure.applyAsDouble(evaluation.utility())),
        evaluation.floor().map(f -> number(figure.applyAsDouble(f))).orElse(""));
  }

  private void learning(TrainOnSynthetic learning) {
    head(
        "Foretelling " + learning.target(),
        "Classifier and score",
        "Trained on synthetic",
        "Trained on real");
    for (LearnerScores scores : learning.learners()) {
      String name =
          scores.learner() == Learner.LOGISTIC_REGRESSION ? "Logistic regression" : "Random forest";
      row(
          name + ", area under the ROC curve",
          number(scores.onSynthetic().auc()),
          number(scores.onReal().auc()));
      row(
          name + ", accuracy",
          number(scores.onSynthetic().accuracy()),
          number(scores.onReal().accuracy()));
    }
    page.append("</tbody></table>\n<p>Tested on ")
        .append(learning.testedRows())
        .append(" real rows: ")
        .append(
            evaluation.separateHoldOut()
                ? "a separate table."
                : "a fifth of the real table, which the generator has seen.")
        .append(" Always naming the most frequent class is right in ")
        .append(number(learning.majority()))
        .append(" of them.</p>\n");
  }

  private void attributes() {
    head(
        "Attributes, the most different first",
        "Attribute",
        "Distance",
        "Missing, real",
        "Missing, synthetic",
        "Unknown values");
    List<AttributeUtility> worstFirst = new ArrayList<>(evaluation.utility().attributes());
    worstFirst.sort(Comparator.comparingDouble(AttributeUtility::distance).reversed());
    for (AttributeUtility attribute : worstFirst) {
      String distance = number(attribute.distance());
      page.append("<tr><td>")
          .append(escaped(attribute.attribute()))
          .append("</td><td class=\"n\"><meter min=\"0\" max=\"1\" value=\"")
          .append(distance)
          .append("\"></meter> ")
          .append(distance)
          .append("</td>");
      cell(number(attribute.realMissing()));
      cell(number(attribute.syntheticMissing()));
      cell(number(attribute.unknown()));
      page.append("</tr>\n");
    }
    page.append("</tbody></table>\n");
  }

  private void head(String title, String... columns) {
    page.append("<h2>").append(escaped(title)).append("</h2>\n<table><thead><tr>");
    for (int i = 0; i < columns.length; i++) {
      page.append(i == 0 ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"n\">")
          .append(escaped(columns[i]))
          .append("</th>");
    }
    page.append("</tr></thead><tbody>\n");
  }

  private void row(String name, String... cells) {
    page.append("<tr><td>").append(escaped(name)).append("</td>");
    for (String cell : cells) {
      cell(cell);
    }
    page.append("</tr>\n");
  }

  private void cell(String text) {
    page.append("<td class=\"n\">").append(escaped(text)).append("</td>");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
