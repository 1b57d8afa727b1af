package modulus.certificate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A value in a PDF's bytes. */
sealed interface DocumentValue {
  /**
   * A real number by its value, which versions of Java spell differently; else as it is spelled.
   */
  record Atom(String spelled) implements DocumentValue {}

  /** An array. */
  record Items(List<DocumentValue> items) implements DocumentValue {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A dictionary in the order in which it is written. */
  record Entries(List<Entry> entries) implements DocumentValue {
    public Entries {
      entries = List.copyOf(entries);
    }

    /** What stands under a key, which is written with its slash. */
    Optional<DocumentValue> get(String key) {
      return entries.stream()
          .filter(entry -> entry.key().equals(key))
          .map(Entry::value)
          .findFirst();
    }

    List<String> keys() {
      return entries.stream().map(Entry::key).toList();
    }

    /** The same, of these keys only the kind of what stands under them. */
    Entries blurred(Set<String> keys) {
      return new Entries(
          entries.stream()
              .map(
                  entry ->
                      keys.contains(entry.key())
                          ? new Entry(entry.key(), kind(entry.value()))
                          : entry)
              .toList());
    }

    private static DocumentValue kind(DocumentValue value) {
      if (value instanceof Items array) {
        return new Items(array.items().stream().map(Entries::kind).toList());
      }
      if (value instanceof Atom atom) {
        if (atom.spelled().startsWith("<")) {
          return new Atom("<>");
        }
        return atom.spelled().matches("\\d+") ? new Atom("0") : atom;
      }
      return value;
    }
  }

  /** One entry of a dictionary. */
  record Entry(String key, DocumentValue value) {}
}
