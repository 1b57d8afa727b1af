package modulus.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import modulus.certificate.SyntheticFile;
import modulus.ui.export.ExportViewModel;
import modulus.workbench.CertificateChoice;
import modulus.workbench.PackageExport;
import modulus.workbench.RunListener;
import modulus.workbench.SigningChoice;
import modulus.workbench.SynthesisOutcome;

/** The workbench's packages, as the Export screen asks for them. */
final class PackageFiles implements ExportViewModel.Writing {
  private final PackageExport export = new PackageExport();
  private final IntSupplier runs;

  /**
   * @param runs how many runs touched the table; asked beside the window's thread
   */
  PackageFiles(IntSupplier runs) {
    this.runs = runs;
  }

  @Override
  public boolean exists(String file) {
    return new File(file).exists();
  }

  @Override
  public boolean show(Path folder) {
    return DesktopFolder.show(folder);
  }

  @Override
  public SigningChoice prepared(SigningChoice choice) {
    return export.prepared(choice);
  }

  @Override
  public PackageExport.Written export(
      SynthesisOutcome outcome,
      Path folder,
      SyntheticFile file,
      SigningChoice key,
      CertificateChoice certificate,
      RunListener listener) {
    return export
        .withFile(file)
        .export(outcome, folder, key, certificate, runs.getAsInt(), listener);
  }
}
