package modulus.cli;

import modulus.workbench.Software;
import picocli.CommandLine.IVersionProvider;

/** Prints the version the certificate names. */
final class ModulusVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"modulus " + Software.version()};
  }
}
