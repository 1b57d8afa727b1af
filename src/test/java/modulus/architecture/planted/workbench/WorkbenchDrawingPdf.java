package modulus.architecture.planted.workbench;

import org.apache.pdfbox.pdmodel.PDDocument;

/** Uses another room's library. */
public final class WorkbenchDrawingPdf {
  public PDDocument foreign;
}
