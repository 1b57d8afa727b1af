package modulus.ui.model;

import modulus.ui.common.Session;
import modulus.workbench.SynthesisSettings;

/**
 * The session's settings, as the parts of this screen change them. A part shows what another
 * changed elsewhere, but leaves its fields as they were typed where the change came from here.
 */
final class OwnSettings {
  private final Session session;
  private boolean changing;

  OwnSettings(Session session) {
    this.session = session;
  }

  SynthesisSettings get() {
    return session.settingsProperty().get();
  }

  void set(SynthesisSettings now) {
    changing = true;
    session.settingsProperty().set(now);
    changing = false;
  }

  /** Whether the change that is being told of comes from this screen. */
  boolean changing() {
    return changing;
  }
}
