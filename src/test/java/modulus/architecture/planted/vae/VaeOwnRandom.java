package modulus.architecture.planted.vae;

import modulus.architecture.planted.privacy.GuaranteeRandom;

/** Makes its own randomness. */
public final class VaeOwnRandom implements GuaranteeRandom {}
