package modulus.schema;

/**
 * A schema that cannot be read or does not fit its table. The message is one plain sentence for the
 * steward; it names attributes but never holds a cell's value.
 */
public final class SchemaException extends Exception {
  private static final long serialVersionUID = 1L;

  public SchemaException(String sentence) {
    super(sentence);
  }

  public SchemaException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
