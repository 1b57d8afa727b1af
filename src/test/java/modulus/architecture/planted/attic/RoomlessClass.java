package modulus.architecture.planted.attic;

/** Lives in no room of the table. */
public final class RoomlessClass {}
