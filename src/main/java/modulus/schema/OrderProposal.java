package modulus.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Orders that the names of columns suggest, for the steward to declare or leave. It looks at names
 * and kinds and never at a cell: whether a table keeps an order is a fact about its patients.
 */
final class OrderProposal {

  /** Parts of two names that are alike otherwise: {@code admittime} and {@code dischtime}. */
  private record Parts(String first, String last) {
    boolean pairs(String one, String other) {
      for (int at = one.indexOf(first); at >= 0; at = one.indexOf(first, at + 1)) {
        String replaced = one.substring(0, at) + last + one.substring(at + first.length());
        if (replaced.equals(other)) {
          return true;
        }
      }
      return false;
    }
  }

  private static final List<Parts> MOMENTS =
      List.of(
          new Parts("admission", "discharge"),
          new Parts("admit", "discharge"),
          new Parts("admit", "disch"),
          new Parts("adm", "dis"),
          new Parts("reg", "out"),
          new Parts("in", "out"),
          new Parts("from", "to"),
          new Parts("first", "last"),
          new Parts("onset", "resolution"),
          new Parts("entry", "exit"),
          new Parts("aufnahme", "entlassung"),
          new Parts("von", "bis"),
          new Parts("inter", "saida"));
  private static final List<Parts> BOTH =
      List.of(
          new Parts("start", "end"),
          new Parts("start", "stop"),
          new Parts("begin", "end"),
          new Parts("beginn", "ende"));
  private static final List<Parts> NUMBERS =
      List.of(
          new Parts("min", "max"),
          new Parts("lower", "upper"),
          new Parts("diastolic", "systolic"),
          new Parts("dia", "sys"));

  private static final Pattern BIRTH = words("dob|birth|born|dtnasc|nasc|geburt");
  private static final Pattern ADMISSION = words("admit|admission|aufnahme|inter");
  private static final Pattern DEATH = words("dod|death|deceased|died|dtobito|obito|sterbe|tod");

  private OrderProposal() {}

  private static Pattern words(String stems) {
    return Pattern.compile("(.*_)?(" + stems + ")(_?(date|time|datetime|day|datum|dt))?(_.*)?");
  }

  static List<OrderRule> of(List<Attribute> attributes) {
    List<OrderRule> proposals = new ArrayList<>();
    for (Attribute first : attributes) {
      for (Attribute last : attributes) {
        OrderRule rule = first.equals(last) ? null : OrderRule.proposed(first.name(), last.name());
        if (rule != null
            && rule.fits(attributes)
            && suggested(first, last)
            && !Orders.leads(proposals, last.name(), first.name())) {
          proposals.add(rule);
        }
      }
    }
    return proposals;
  }

  private static boolean suggested(Attribute first, Attribute last) {
    String one = NameHints.words(first.name());
    String other = NameHints.words(last.name());
    if (any(BOTH, one, other)) {
      return true;
    }
    return first.domain() instanceof Domain.Date
        ? any(MOMENTS, one, other) || life(one, other)
        : any(NUMBERS, one, other);
  }

  private static boolean any(List<Parts> pairs, String one, String other) {
    return pairs.stream().anyMatch(parts -> parts.pairs(one, other));
  }

  /** Birth, then admission, then death. */
  private static boolean life(String one, String other) {
    boolean born = BIRTH.matcher(one).matches();
    boolean died = DEATH.matcher(other).matches();
    boolean admitted = ADMISSION.matcher(one).matches() && died;
    return admitted || (born && (died || ADMISSION.matcher(other).matches()));
  }
}
