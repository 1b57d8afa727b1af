package modulus.architecture.planted.certificate;

import modulus.architecture.planted.table.PlantedTable;

/** Breaks its room's imports. */
public final class CertificateKnowingTable {
  public PlantedTable known;
}
