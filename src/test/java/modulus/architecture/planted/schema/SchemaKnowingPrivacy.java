package modulus.architecture.planted.schema;

import modulus.architecture.planted.privacy.Accountant;

/** Breaks its room's imports. */
public final class SchemaKnowingPrivacy {
  public Accountant known;
}
