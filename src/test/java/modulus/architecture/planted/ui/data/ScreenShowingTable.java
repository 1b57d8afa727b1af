package modulus.architecture.planted.ui.data;

import modulus.architecture.planted.table.Table;
import modulus.architecture.planted.ui.common.Shared;

/** Innocent: values and what is shared. */
public final class ScreenShowingTable {
  public Table[] tables;
  public Shared shared;
}
