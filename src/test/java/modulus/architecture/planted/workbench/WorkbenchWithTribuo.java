package modulus.architecture.planted.workbench;

import org.tribuo.Model;

/** Uses another room's library. */
public final class WorkbenchWithTribuo {
  public Model<?> foreign;
}
