package modulus.ui.export;

import modulus.ui.common.Text;

/**
 * One line of the check list before an export.
 *
 * @param sentence what was looked at and what came of it
 */
record Check(Level level, Text sentence) {

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
