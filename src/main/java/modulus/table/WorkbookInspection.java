package modulus.table;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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
 * column, strings that are not there, texts no cell could hold, parts that go by another name).
 * Only names and numbers are looked at, never a cell's text.
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

  /** Bytes from one tag to the next; a cell's 32,767 characters take at most a quarter of it. */
  static final int LONGEST_TEXT = 1 << 20;

  /** Bytes of what the reader joins to one text; of a cell's characters each may be formatted. */
  static final int LONGEST_ITEM = 1 << 24;

  private static final Set<String> ITEMS = Set.of("si", "is", "v", "f");
  private static final String CONTENT_TYPES = "[content_types].xml";

  /** Base64 of other programs, which the reader does not open. */
  private static final String FOREIGN = "customxml/";

  private final Path file;
  private final ReadListener listener;
  private final XMLInputFactory factory = new InputFactoryImpl();
  private long rows;
  private long strings;
  private long lastString = -1;
  private int arrayFormulas;
  private final Set<String> unsaved = new HashSet<>();
  private final MergedAreas merged = new MergedAreas();
  private final WorkbookParts parts = new WorkbookParts();
  private String part = "";
  private LimitedInput input;

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
    if (zip.size() > MOST_PARTS) {
      throw tooLarge();
    }
    Map<String, ZipEntry> entries = new LinkedHashMap<>();
    for (var all = zip.entries(); all.hasMoreElements(); ) {
      ZipEntry entry = all.nextElement();
      if (entries.put(entry.getName().toLowerCase(Locale.ROOT), entry) != null) {
        throw damaged();
      }
    }
    // it says which part is the workbook, whose relations are looked at more closely
    ZipEntry types = entries.remove(CONTENT_TYPES);
    if (types == null || entries.keySet().stream().noneMatch(name -> name.startsWith("xl/"))) {
      throw damaged();
    }
    part(zip, types);
    for (Map.Entry<String, ZipEntry> each : entries.entrySet()) {
      if (each.getKey().endsWith(".xml") || each.getKey().endsWith(".rels")) {
        part(zip, each.getValue());
      }
    }
    if (lastString >= strings || parts.elsewhere()) {
      throw damaged();
    }
  }

  private void part(ZipFile zip, ZipEntry entry) throws IOException, XMLStreamException {
    part = entry.getName();
    try (InputStream in = zip.getInputStream(entry)) {
      input = new LimitedInput(in);
      part();
    }
  }

  private void part() throws IOException, XMLStreamException {
    if (part.toLowerCase(Locale.ROOT).startsWith(FOREIGN)) {
      input.longTexts();
    }
    XMLStreamReader xml = factory.createXMLStreamReader(input);
    try {
      while (xml.hasNext()) {
        if (next(xml) == XMLStreamConstants.START_ELEMENT) {
          started(xml);
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

  /** The reader's next event; every tag ends a text. */
  private int next(XMLStreamReader xml) throws XMLStreamException {
    int event = xml.next();
    if (event == XMLStreamConstants.START_ELEMENT) {
      input.tag();
      input.begins(xml.getLocalName());
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      ended(xml);
    }
    return event;
  }

  private void ended(XMLStreamReader xml) {
    input.tag();
    input.ends(xml.getLocalName());
  }

  private void started(XMLStreamReader xml) throws TableFormatException, XMLStreamException {
    switch (xml.getLocalName()) {
      case "worksheet" -> input.limit(LARGEST_SHEET);
      case "sst" -> input.limit(LARGEST_STRINGS);
      case "si" -> strings++;
      case "row" -> row();
      case "c" -> cell(xml);
      case "mergeCell" -> merged.add(part, String.valueOf(xml.getAttributeValue(null, "ref")));
      case "Relationship" -> relation(xml);
      case "Override" -> parts.override(xml.getAttributeValue(null, "PartName"), contentType(xml));
      case "Default" -> parts.extension(xml.getAttributeValue(null, "Extension"), contentType(xml));
      case "sheet" -> sheet(xml);
      default -> {}
    }
  }

  private static String contentType(XMLStreamReader xml) {
    return xml.getAttributeValue(null, "ContentType");
  }

  private void relation(XMLStreamReader xml) throws TableFormatException {
    String id = String.valueOf(xml.getAttributeValue(null, "Id"));
    String target = String.valueOf(xml.getAttributeValue(null, "Target"));
    parts.relation(part, id, xml.getAttributeValue(null, "Type"), target);
    if (part.equals("xl/_rels/workbook.xml.rels")) {
      merged.relation(id, target);
    }
  }

  private void sheet(XMLStreamReader xml) throws TableFormatException {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals("id")) {
        parts.sheet(part, xml.getAttributeValue(i));
      }
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
    while (xml.hasNext() && !endOfCell(next(xml), xml)) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals("f")) {
          formula = true;
          formula(xml);
        } else if (xml.getLocalName().equals("v")) {
          value = xml.getElementText(); // as long as the input lets it be
          ended(xml);
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

  private static boolean endOfCell(int event, XMLStreamReader xml) {
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

  private static TableFormatException longText() {
    return new TableFormatException(
        "The workbook holds a text far longer than the 32,767 characters a cell may hold.");
  }

  /**
   * Fails once more bytes came out than allowed, of the part or of one text, and lets a long part
   * be cancelled. The XML's reader takes a few thousand bytes at a time, so what it makes of a text
   * stays small, whether the text is characters, CDATA, an attribute or a comment.
   */
  private final class LimitedInput extends java.io.FilterInputStream {
    private long count;
    private long limit = LARGEST_OTHER;
    private boolean longTexts;
    private long tag;
    private String item = "";
    private long itemBegan;

    LimitedInput(InputStream in) {
      super(in);
    }

    void limit(long bytes) {
      limit = longTexts ? LARGEST_OTHER : bytes;
    }

    /** Of a part that holds no cells: only its size counts. */
    void longTexts() {
      longTexts = true;
    }

    void tag() {
      tag = count;
    }

    /** Of items within each other only the outermost counts: its end is not to be feigned. */
    void begins(String element) {
      if (item.isEmpty() && ITEMS.contains(element)) {
        item = element;
        itemBegan = count;
      }
    }

    void ends(String element) {
      if (item.equals(element)) {
        item = "";
      }
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
      boolean longItem = !item.isEmpty() && count - itemBegan > LONGEST_ITEM;
      if (!longTexts && (longItem || count - tag > LONGEST_TEXT)) {
        throw longText();
      }
    }
  }
}
