package modulus.architecture.planted.schema;

import modulus.architecture.planted.table.PlantedTable;

/** Allowed, but closes a cycle with TableKnowingSchema. */
public final class SchemaKnowingTable {
  public PlantedTable known;
}
