package modulus.architecture.planted.workbench;

import org.bouncycastle.cert.X509CertificateHolder;

/** Uses another room's library. */
public final class WorkbenchSigning {
  public X509CertificateHolder foreign;
}
