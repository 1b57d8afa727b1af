package modulus.certificate;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What is signed: the claim, the signer, and the files it is about.
 *
 * @param files by name, no name twice, the certificate itself not among them
 * @param form of the words, pages and instructions that were made of the facts, ≥ 1; {@link #FORM}
 *     is the one this program makes and can compare
 */
public record Statement(Claim claim, Signer signer, List<PackagedFile> files, int form) {
  /**
   * Goes up with every change of what the certificate says in words, in its JSON, its PDF, {@code
   * VERIFY.txt} or the dictionary, and of how the PDF's objects are ordered, which a version of the
   * library that writes it may bring, so that older packages are known for what they are. It stays
   * where something is said of a fact alone that no older package states, as of declared orders:
   * what all older packages say is unchanged.
   */
  public static final int FORM = 7;

  /** A package holds at most this many files. */
  static final int MOST_FILES = 64;

  /** In the present form. */
  public Statement(Claim claim, Signer signer, List<PackagedFile> files) {
    this(claim, signer, files, FORM);
  }

  public Statement {
    Require.atLeast("form", form, 1);
    Objects.requireNonNull(claim, "claim");
    Objects.requireNonNull(signer, "signer");
    files = files.stream().sorted(Comparator.comparing(PackagedFile::name)).toList();
    if (files.isEmpty() || files.size() > MOST_FILES) {
      throw new IllegalArgumentException(
          "a package must have 1 to " + MOST_FILES + " signed files but has " + files.size());
    }
    Set<String> names = new HashSet<>();
    for (PackagedFile file : files) {
      if (file.name().equals(PackagedFile.CERTIFICATE) || !names.add(file.name())) {
        throw new IllegalArgumentException(
            "the signed files must be distinct and not the certificate itself but '"
                + file.name()
                + "' is listed");
      }
    }
  }

  /** Whether words and pages can be compared with what follows from the facts. */
  public boolean comparable() {
    return form == FORM;
  }

  /** Every statement in words, in the order in which people read it. */
  public List<Paragraph> paragraphs() {
    return Wording.paragraphs(claim, signer);
  }

  /** What is not covered, a sentence each. */
  public List<String> limits() {
    return Wording.limits(claim, signer);
  }
}
