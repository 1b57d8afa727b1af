package modulus.certificate;

/** In which form a package holds the synthetic table. */
public enum SyntheticFile {
  CSV(PackagedFile.SYNTHETIC),
  XLSX(PackagedFile.SYNTHETIC_WORKBOOK);

  private final String fileName;

  SyntheticFile(String fileName) {
    this.fileName = fileName;
  }

  /** The file's name in the package. */
  public String fileName() {
    return fileName;
  }
}
