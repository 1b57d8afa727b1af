package modulus.architecture.planted.table;

/** Innocent: a value by name. */
public final class Table {}
