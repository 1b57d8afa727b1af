package modulus.architecture.planted.vae;

import modulus.architecture.planted.certificate.PlantedCertificate;

/** Breaks its room's imports. */
public final class VaeKnowingCertificate {
  public PlantedCertificate known;
}
