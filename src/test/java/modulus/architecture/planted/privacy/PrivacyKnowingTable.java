package modulus.architecture.planted.privacy;

import modulus.architecture.planted.table.PlantedTable;

/** Breaks its room's imports. */
public final class PrivacyKnowingTable {
  public PlantedTable known;
}
