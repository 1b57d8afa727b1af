package modulus.architecture.planted.table.util;

/** Lives in a package whose name says nothing. */
public final class Something {}
