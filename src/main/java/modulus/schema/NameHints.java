package modulus.schema;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a column's name alone suggests. */
final class NameHints {
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern SEPARATOR = Pattern.compile("[^a-z0-9]+");
  private static final String NUMBER_WORD = "(id|ids|nbr|nr|no|num|number|key|uuid|guid)";

  private static final Pattern PERSON_OR_STAY =
      Pattern.compile(
          "(.*_)?(subject|patient|pat|person|participant|member|hadm|encounter|enc|visit|stay|icustay"
              + "|admission|case|record|row|specimen|sample|test|order|provider|caregiver|doctor"
              + "|physician|npi|account)_?"
              + NUMBER_WORD
              + "|(.*_)?(patienten|pat|fall|aufnahme|aufenthalts?|behandlungs|proben?|auftrags?"
              + "|versicherten|krankenkassen|versicherungs)_?(nr|nummer|id|kennung|kennzeichen)"
              + "|(.*_)?(nachname|vorname|geburtsname|stra(ss|_)e|anschrift|telefon|handy)(_.*)?"
              + "|(.*_)?(mrn|ssn|uuid|guid|npi)(_.*)?"
              + "|(.*_)?(first|last|family|given|middle|full|maiden|patient|person)_?name"
              + "|(.*_)?(surname|forename|email|e_mail|phone|telephone|mobile|fax|street|address)"
              + "(_.*)?");
  private static final Pattern ID =
      Pattern.compile("(.*_)?(id|nbr|uid|uuid|guid|mrn|key|identifier|seqn)");
  private static final Pattern CODE =
      Pattern.compile(
          "cod(?!e?ine)[a-z]+|(.*_)?(code|codes|cod|cd|icd|icd9|icd10|atc|loinc|snomed|zip|zipcode|postcode|plz|type"
              + "|id|disposition|source|specialty)(_.*)?");

  private NameHints() {}

  /** In lower case, with one underscore between words. */
  static String words(String name) {
    String split = CAMEL.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    return SEPARATOR.matcher(split).replaceAll("_");
  }

  /** The number or name of a person, a stay, a sample. */
  static boolean personOrStay(String name) {
    return PERSON_OR_STAY.matcher(words(name)).matches();
  }

  /** Some identifier, of a person or of a kind of thing. */
  static boolean identifier(String name) {
    return personOrStay(name) || ID.matcher(words(name)).matches();
  }

  /** Numbers that are codes of a code book. */
  static boolean code(String name) {
    return CODE.matcher(words(name)).matches();
  }
}
