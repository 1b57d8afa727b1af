package modulus.schema;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a column's name alone suggests. */
final class NameHints {
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern SEPARATOR = Pattern.compile("[^a-z0-9]+");
  private static final String NUMBER_WORD = "(id|ids|nbr|nr|no|num|number|key|uuid|guid)";

  private static final String GERMAN_NUMBER_WORD = "(nr|nummer|id|kennung|kennzeichen)";

  private static final Pattern PERSON =
      Pattern.compile(
          "(.*_)?(subject|patient|pat|person|participant|member)_?"
              + NUMBER_WORD
              + "|(.*_)?(patienten|pat|versicherten|krankenkassen|versicherungs)_?"
              + GERMAN_NUMBER_WORD
              + "|(.*_)?(mrn|ssn)(_.*)?|(.*_)?pid");
  private static final Pattern STAY =
      Pattern.compile(
          "(.*_)?(hadm|encounter|enc|visit|stay|icustay|admission|case)_?"
              + NUMBER_WORD
              + "|(.*_)?(fall|aufnahme|aufenthalts?|behandlungs)_?"
              + GERMAN_NUMBER_WORD);
  private static final Pattern OTHER_THAN_PATIENT =
      Pattern.compile(
          "(.*_)?(record|row|specimen|sample|test|order|provider|caregiver|doctor|physician|npi"
              + "|account)_?"
              + NUMBER_WORD
              + "|(.*_)?(proben?|auftrags?)_?"
              + GERMAN_NUMBER_WORD
              + "|(.*_)?(nachname|vorname|geburtsname|stra(ss|_)e|anschrift|telefon|handy)(_.*)?"
              + "|(.*_)?(uuid|guid|npi)(_.*)?"
              + "|(.*_)?(first|last|family|given|middle|full|maiden|patient|person)_?name"
              + "|(.*_)?(surname|forename|email|e_mail|phone|telephone|mobile|fax|street|address)"
              + "(_.*)?");
  private static final Pattern ID =
      Pattern.compile("(.*_)?(id|nbr|uid|uuid|guid|mrn|key|identifier|seqn)");
  private static final Pattern CODE =
      Pattern.compile(
          "cod(?!e?ine)[a-z]+|(.*_)?(code|codes|cod|cd|icd|icd9|icd10|atc|loinc|snomed|zip|zipcode|postcode|plz|cep"
              + "|type|id|disposition|source|specialty)(_.*)?");

  private NameHints() {}

  /** In lower case, with one underscore between words. */
  static String words(String name) {
    String split = CAMEL.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    return SEPARATOR.matcher(split).replaceAll("_");
  }

  /** The number of a patient. */
  static boolean person(String name) {
    return PERSON.matcher(words(name)).matches();
  }

  /** The number of a stay or a case. */
  static boolean stay(String name) {
    return STAY.matcher(words(name)).matches();
  }

  /** The number of a sample, an order, a physician, or a name or an address: of many patients. */
  static boolean otherThanPatient(String name) {
    return OTHER_THAN_PATIENT.matcher(words(name)).matches();
  }

  /** The number or name of a person, a stay, a sample. */
  static boolean personOrStay(String name) {
    return person(name) || stay(name) || otherThanPatient(name);
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
