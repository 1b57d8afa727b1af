package modulus.architecture.planted.workbench;

import org.dhatim.fastexcel.reader.Sheet;

/** Uses another room's library. */
public final class WorkbenchReadingSheet {
  public Sheet foreign;
}
