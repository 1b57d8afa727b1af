package modulus.architecture.planted.certificate;

/** Innocent. */
public final class PlantedCertificate {}
