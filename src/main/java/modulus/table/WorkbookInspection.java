package modulus.table;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks a workbook over before it is read: sizes as they come out of the archive, not as it
 * declares them, and everything that would make the reader fill the memory (cells beyond the last
 * column, strings that are not there). Only names and numbers are looked at, never a cell's text.
 */
final class WorkbookInspection {
  /** Limits of the format itself (ECMA-376 is silent; these are those of the common programs). */
  static final int MOST_ROWS = 1 << 20;

  static final int MOST_COLUMNS = 1 << 14;

  private static final int MOST_PARTS = 10_000;
  private static final long LARGEST_SHEET = 8L << 30;
  private static final long LARGEST_STRINGS = 512L << 20;
  private static final long LARGEST_OTHER = 64L << 20;
  private static final int MOST_ARRAY_FORMULAS = 1000;
  private static final int MOST_UNSAVED = 100_000;

  private final Path file;
  private final ReadListener listener;
  private final XMLInputFactory factory = new InputFactoryImpl();
  private long rows;
  private long strings;
  private long lastString = -1;
  private int arrayFormulas;
  private final Set<String> unsaved = new HashSet<>();
  private final MergedAreas merged = new MergedAreas();
  private String part = "";

  /**
   * What is to be known before reading.
   *
   * @param rows of all sheets together
   * @param unsaved the addresses, in any sheet, of formulas without a saved result, as far as they
   *     were collected; the reader cannot tell these from formulas whose result is empty
   */
  record Found(long rows, Set<String> unsaved, MergedAreas merged) {}

  private WorkbookInspection(Path file, ReadListener listener) {
    this.file = file;
    this.listener = listener;
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  /**
   * @throws TableFormatException if it is no workbook, a damaged one or beyond a limit
   */
  static Found of(Path file, ReadListener listener) throws IOException {
    WorkbookInspection inspection = new WorkbookInspection(file, listener);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      inspection.parts(zip);
    } catch (ZipException | XMLStreamException | IllegalArgumentException e) {
      throw damaged();
    }
    return new Found(inspection.rows, Set.copyOf(inspection.unsaved), inspection.merged);
  }

  /** Parsers' messages quote what they read, so none is passed on. */
  static TableFormatException damaged() {
    return new TableFormatException("The file is damaged, or no workbook in the .xlsx format.");
  }

  private void parts(ZipFile zip) throws IOException, XMLStreamException {
    Set<String> names = new HashSet<>();
    if (zip.size() > MOST_PARTS) {
      throw tooLarge();
    }
    for (var entries = zip.entries(); entries.hasMoreElements(); ) {
      ZipEntry entry = entries.nextElement();
      String name = entry.getName().toLowerCase(Locale.ROOT);
      if (!names.add(name)) {
        throw damaged();
      }
      if (name.endsWith(".xml") || name.endsWith(".rels")) {
        part = entry.getName();
        try (InputStream in = zip.getInputStream(entry)) {
          part(new LimitedInput(in));
        }
      }
    }
    if (!names.contains("[content_types].xml") || names.stream().noneMatch(this::workbook)) {
      throw damaged();
    }
    if (lastString >= strings) {
      throw damaged();
    }
  }

  private boolean workbook(String name) {
    return name.startsWith("xl/");
  }

  private void part(LimitedInput in) throws IOException, XMLStreamException {
    in.limit(LARGEST_OTHER);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          started(xml, in);
        }
      }
    } catch (XMLStreamException e) {
      // the reader of XML wraps what its input throws
      if (e.getNestedException() instanceof TableFormatException wrapped) {
        throw wrapped;
      }
      throw e;
    } finally {
      xml.close();
    }
  }

  private void started(XMLStreamReader xml, LimitedInput in)
      throws TableFormatException, XMLStreamException {
    switch (xml.getLocalName()) {
      case "worksheet" -> in.limit(LARGEST_SHEET);
      case "sst" -> in.limit(LARGEST_STRINGS);
      case "si" -> strings++;
      case "row" -> row();
      case "c" -> cell(xml);
      case "mergeCell" -> merged.add(part, String.valueOf(xml.getAttributeValue(null, "ref")));
      case "Relationship" -> relation(xml);
      default -> {}
    }
  }

  private void relation(XMLStreamReader xml) {
    if (part.equals("xl/_rels/workbook.xml.rels")) {
      merged.relation(
          String.valueOf(xml.getAttributeValue(null, "Id")),
          String.valueOf(xml.getAttributeValue(null, "Target")));
    }
  }

  private void row() {
    rows++;
    if (rows % 1024 == 0) {
      Cancellation.check(listener);
    }
  }

  private void cell(XMLStreamReader xml) throws TableFormatException, XMLStreamException {
    String reference = xml.getAttributeValue(null, "r");
    if (reference != null) {
      requireAddress(reference);
    }
    String type = xml.getAttributeValue(null, "t");
    boolean formula = false;
    String value = "";
    while (xml.hasNext() && !ended(xml.next(), xml)) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals("f")) {
          formula = true;
          formula(xml);
        } else if (xml.getLocalName().equals("v")) {
          value = xml.getElementText();
        }
      }
    }
    if ("s".equals(type) && !value.isEmpty()) {
      lastString = Math.max(lastString, Integer.parseUnsignedInt(value) & 0xffffffffL);
    }
    if (formula && value.isEmpty() && !"str".equals(type) && unsaved.size() < MOST_UNSAVED) {
      unsaved.add(String.valueOf(reference));
    }
  }

  private static boolean ended(int event, XMLStreamReader xml) {
    return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c");
  }

  private static void requireAddress(String reference) throws TableFormatException {
    int column = 0;
    int at = 0;
    while (at < reference.length() && at < 4 && reference.charAt(at) >= 'A') {
      column = column * 26 + (reference.charAt(at) - 'A' + 1);
      at++;
    }
    int row = reference.length() - at > 7 ? 0 : Integer.parseInt(reference.substring(at));
    if (column < 1 || column > MOST_COLUMNS || row < 1 || row > MOST_ROWS) {
      throw damaged();
    }
  }

  private void formula(XMLStreamReader xml) throws TableFormatException {
    if ("array".equals(xml.getAttributeValue(null, "t")) && ++arrayFormulas > MOST_ARRAY_FORMULAS) {
      throw new TableFormatException(
          "The workbook holds more than "
              + MOST_ARRAY_FORMULAS
              + " array formulas; save the table as values alone.");
    }
  }

  private TableFormatException tooLarge() {
    return new TableFormatException(
        file.getFileName()
            + " unpacks to more than a workbook may hold; save the table as CSV instead.");
  }

  /** Fails once more bytes came out than allowed, and lets a long part be cancelled. */
  private final class LimitedInput extends java.io.FilterInputStream {
    private long count;
    private long limit;

    LimitedInput(InputStream in) {
      super(in);
    }

    void limit(long bytes) {
      limit = bytes;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read >= 0 ? 1 : 0);
      return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws TableFormatException {
      Cancellation.check(listener);
      count += read;
      if (count > limit) {
        throw tooLarge();
      }
    }
  }
}
