package modulus.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import modulus.privacy.CancellableWork;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;

/**
 * Whether two PDFs are the same object for object, streams by what they decode to. Left out: a
 * signature's value and range, which {@link DocumentVerifier} checks, and lengths of compressed
 * streams, which differ between versions of zlib.
 */
final class ObjectComparison {
  private static final Set<COSName> SIGNATURE_VALUE = Set.of(COSName.CONTENTS, COSName.BYTERANGE);

  private final Deque<COSBase[]> open = new ArrayDeque<>();
  private final Map<COSBase, Set<COSBase>> seen = new IdentityHashMap<>();

  private ObjectComparison() {}

  /**
   * @param wanted trusted: it bounds what is read of the other
   */
  static boolean same(COSBase wanted, COSBase found) throws IOException {
    ObjectComparison comparison = new ObjectComparison();
    comparison.open.push(new COSBase[] {wanted, found});
    while (!comparison.open.isEmpty()) {
      CancellableWork.check();
      COSBase[] pair = comparison.open.pop();
      if (!comparison.sameHere(resolved(pair[0]), resolved(pair[1]))) {
        return false;
      }
    }
    return true;
  }

  private static COSBase resolved(COSBase base) {
    return base instanceof COSObject object ? object.getObject() : base;
  }

  /** The two without what they hold, which is put among the open pairs. */
  private boolean sameHere(COSBase wanted, COSBase found) throws IOException {
    if (wanted == null || found == null || wanted.getClass() != found.getClass()) {
      return wanted == found;
    }
    if (wanted instanceof COSArray array) {
      return array.size() == ((COSArray) found).size()
          && (!isNew(wanted, found) || openItems(array, (COSArray) found));
    }
    if (wanted instanceof COSDictionary dictionary) {
      return !isNew(wanted, found)
          || (sameStream(dictionary, (COSDictionary) found)
              && openEntries(dictionary, (COSDictionary) found));
    }
    return wanted.equals(found);
  }

  private boolean isNew(COSBase wanted, COSBase found) {
    return seen.computeIfAbsent(wanted, key -> Collections.newSetFromMap(new IdentityHashMap<>()))
        .add(found);
  }

  private boolean openItems(COSArray wanted, COSArray found) {
    for (int i = 0; i < wanted.size(); i++) {
      open.push(new COSBase[] {wanted.get(i), found.get(i)});
    }
    return true;
  }

  private boolean openEntries(COSDictionary wanted, COSDictionary found) {
    Set<COSName> keys = compared(wanted);
    if (!keys.equals(compared(found))) {
      return false;
    }
    keys.forEach(key -> open.push(new COSBase[] {wanted.getItem(key), found.getItem(key)}));
    return true;
  }

  private static Set<COSName> compared(COSDictionary dictionary) {
    Set<COSName> keys = new HashSet<>(dictionary.keySet());
    if (dictionary instanceof COSStream) {
      keys.remove(COSName.LENGTH);
    }
    if (COSName.SIG.equals(dictionary.getCOSName(COSName.TYPE))) {
      keys.removeAll(SIGNATURE_VALUE);
    }
    return keys;
  }

  private static boolean sameStream(COSDictionary wanted, COSDictionary found) throws IOException {
    if (!(wanted instanceof COSStream stream)) {
      return true;
    }
    byte[] content = decoded(stream, Integer.MAX_VALUE - 1);
    return Arrays.equals(content, decoded((COSStream) found, content.length));
  }

  /** Reads at most one byte more than {@code most}, however much the stream would unfold to. */
  private static byte[] decoded(COSStream stream, int most) throws IOException {
    COSBase filter = stream.getDictionaryObject(COSName.FILTER);
    try (InputStream raw = stream.createRawInputStream();
        InputStream in = COSName.FLATE_DECODE.equals(filter) ? new InflaterInputStream(raw) : raw) {
      return in.readNBytes(most + 1);
    }
  }
}
