package modulus.ui.export;

import java.util.Optional;
import modulus.ui.common.Text;

/**
 * One line of the check list before an export.
 *
 * @param sentence what was looked at and what came of it
 * @param topic anchor of the user guide's section on it, where there is one; its name has the
 *     message key {@code TOPIC.name}
 */
record Check(Level level, Text sentence, Optional<String> topic) {

  Check(Level level, Text sentence) {
    this(level, sentence, Optional.empty());
  }

  /** What a line means for the export. */
  enum Level {
    /** As it should be. */
    GOOD,
    /** Was not looked at; nothing speaks against the export, and the certificate says so. */
    NOTED,
    /** Goes, and the certificate says so in words. */
    LIMITED,
    /** Must be mended first. */
    BLOCKING
  }
}
