package modulus.architecture.planted.table;

/** Has a name that says nothing. */
public final class TableManager {}
