package modulus.architecture.planted.workbench;

import javafx.beans.property.IntegerProperty;

/** Uses another room's library. */
public final class WorkbenchWithWindow {
  public IntegerProperty foreign;
}
